/// The dialog that writes pools to a file: which rows, which columns, which format, and how the writing goes.
///
/// Controllers may import their own model, `ui.text`, `pool`, the values of `export` and JavaFX. The model may import `pool`,
/// `live`, `export`, properties and collections; no widgets, no words.
package poolscope.ui.export;
