/// The first steps, shown while there is no connection. May import `pool`, `live`, `connection`, `settings`,
/// `ui.navigation`, `ui.text`.
package poolscope.ui.welcome;
