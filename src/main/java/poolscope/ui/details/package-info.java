/// The details of the selected pools.
///
/// Controllers may import their own model, `ui.text`, `pool`, the values of `live`, JavaFX and ControlsFX. Models may
/// import `pool`, `live`, `connection`, `settings`, properties and collections; no widgets, no words.
package poolscope.ui.details;
