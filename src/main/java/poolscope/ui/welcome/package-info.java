/// The ways to begin with, offered while there is no connection. May import `pool`, `live`, `connection`,
/// `settings`, `ui.text`.
package poolscope.ui.welcome;
