/// What a disk is like to files that are written there: why it would not take them.
///
/// Knows only Java; both rooms that write files, `settings` and `export`, may import it.
package poolscope.disk;
