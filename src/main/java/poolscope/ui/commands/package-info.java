/// The command palette and the list of shortcuts, both created from the menu bar.
///
/// Controllers may import their own model, `ui.text`, `pool`, JavaFX. Models may import `pool`, `live`, `settings`,
/// properties and collections; no widgets, no words. Nothing here knows `ui.main`.
package poolscope.ui.commands;
