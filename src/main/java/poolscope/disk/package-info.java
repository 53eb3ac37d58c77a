/// File operations for `settings` and `export`: one interface for all of them
/// ([poolscope.disk.FileSystemOperations]), atomic replacement of files, and the cause of a failed write.
///
/// May import Java only.
package poolscope.disk;
