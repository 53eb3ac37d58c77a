/// What the window can do, as lists: the command palette and the sheet of shortcuts, both made from the menu bar.
///
/// Controllers may import their own model, `ui.text`, `pool`, JavaFX. Models may import `pool`, `live`, `settings`,
/// properties and collections; no widgets, no words. Nothing here knows `ui.main`.
package poolscope.ui.commands;
