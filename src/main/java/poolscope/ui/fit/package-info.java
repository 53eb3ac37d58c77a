/// The fit finder: the demand of a job, typed above the table, and the pools in which it has room.
///
/// Controllers may import their own model, `ui.text`, `pool`, the values of `live` and JavaFX. Models may import `pool`,
/// `live`, `ui.pools`' models, what `api` reads inside a pool, properties and collections; no widgets, no words.
package poolscope.ui.fit;
