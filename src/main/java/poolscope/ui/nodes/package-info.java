/// What stands inside a pool of v2: its nodes with their free cards, its jobs, and what the service reports of it.
///
/// The controller may import its own model, `ui.text`, `ui.parts`, `pool` and JavaFX. The model may import `pool`,
/// `live`, `ui.pools`, the values that `api` reads, properties and collections; no widgets, no words.
package poolscope.ui.nodes;
