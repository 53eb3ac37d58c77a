/// The lines of the table of pools, arranged in the background. Rows stay the same objects over refreshes.
///
/// May import its neighbours `background` and `changes`, and `pool`.
package poolscope.live.table;
