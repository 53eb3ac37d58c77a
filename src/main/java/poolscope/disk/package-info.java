/// Files for both packages that write them, `settings` and `export`: every file operation behind one interface
/// ([poolscope.disk.FileOps]), the replacement of a file that is whole before and after, and why a file could not be
/// written.
///
/// May import Java only.
package poolscope.disk;
