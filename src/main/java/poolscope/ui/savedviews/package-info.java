/// Saved views: their buttons, their menus, and the form that names them.
///
/// Controllers may import their own model, `ui.text`, `ui.commands`, `ui.navigation`, `settings`' values and JavaFX.
/// Models may import `pool`, `live`, `connection`, `settings`, `ui.pools`' pure functions, properties and collections;
/// no widgets, no words.
package poolscope.ui.savedviews;
