/// Watch rules: their list and log, the form of one rule, the number of unseen hits in the status bar.
///
/// May import `ui.navigation`, `ui.parts`, `ui.pools`, `ui.text`, `live`, `connection`, `pool`, `settings`.
package poolscope.ui.watch;
