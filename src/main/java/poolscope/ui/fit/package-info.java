/// The fit finder: what a job needs, asked in a strip over the table, and the answer.
///
/// Controllers may import their own model, `ui.text`, `pool`, the values of `live` and JavaFX. Models may import `pool`,
/// `live`, `ui.pools`' models, what `api` reads inside a pool, properties and collections; no widgets, no words.
package poolscope.ui.fit;
