/// What leaves: pools, and what stands inside them, written to a stream or a file, one writer a format.
///
/// A new format is one constant of [poolscope.export.ExportFormat] and one `RowWriter`. It may import `pool`, jackson
/// and the libraries of the writers and nothing else: no JavaFX, and no words (the caller brings the column headers).
package poolscope.export;
