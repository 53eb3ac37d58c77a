/// The ways to begin with, offered while there is no connection. May import `pool`, `live`, `connection`, `settings`,
/// `ui.navigation`, `ui.text`.
package poolscope.ui.welcome;
