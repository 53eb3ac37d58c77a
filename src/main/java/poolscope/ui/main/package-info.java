/// The main window: menus, toolbar, notices, the line that says what is missing of the connections, panes, status bar.
///
/// Controllers may import their own model, `ui.text`, `ui.navigation`, `pool`, the values of `live`, JavaFX and
/// ControlsFX. Models may import `pool`, `live`, `connection`, `settings`, properties and collections; no widgets,
/// no words.
package poolscope.ui.main;
