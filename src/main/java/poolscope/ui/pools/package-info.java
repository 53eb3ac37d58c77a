/// The table of pools: its filter bar, status list, columns, selection, and what stands there when it is empty.
///
/// Controllers may import their own model, `ui.text`, `ui.commands`, `pool`, the values of `live`, JavaFX and ControlsFX. Models
/// may import `pool`, `live`, `connection`, `settings`, properties and collections; no widgets, no words.
package poolscope.ui.pools;
