/// Why a file could not be written, for both packages that write files: `settings` and `export`.
///
/// May import Java only.
package poolscope.disk;
