/// Pools, nodes and jobs written to a stream or a file, with one writer for each format.
///
/// A new format is one constant of [poolscope.export.ExportFormat] and one `RowWriter`. May import `pool`, `pool.node`,
/// `disk`, jackson and the libraries of the writers and nothing else: no JavaFX, and no words (the caller brings the
/// column headers).
package poolscope.export;
