/// Exports the pools of the window: the dialog that writes them to a file, and copying them as text.
///
/// Controllers may import their own model, `ui.text`, `pool`, the values of `export` and JavaFX. The model may import
/// `pool`, `live`, `export`, properties and collections; no widgets, no words.
package poolscope.ui.export;
