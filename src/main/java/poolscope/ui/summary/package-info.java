/// The pools shown at a glance: the strip of figures over the table, and the charts under it.
///
/// Controllers may import their own model, `ui.text`, `pool`, the values of `live` and JavaFX. The model may import
/// `ui.pools`, `pool`, `live`, `settings`, properties; no widgets, no words.
package poolscope.ui.summary;
