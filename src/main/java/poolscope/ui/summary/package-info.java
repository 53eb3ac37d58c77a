/// The summary of the pools shown: the strip of totals above the table, and the charts below the strip.
///
/// Controllers may import their own model, `ui.text`, `pool`, the values of `live` and JavaFX. The model may import
/// `ui.pools`, `pool`, `live`, `settings`, properties; no widgets, no words.
package poolscope.ui.summary;
