/// Compares two to four pinned pools.
///
/// Controllers may import their own model, `ui.text`, `pool`, the values of `live` and JavaFX. Models may import `pool`,
/// `live`, `ui.pools`' models, properties and collections; no widgets, no words.
package poolscope.ui.compare;
