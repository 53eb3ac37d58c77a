/// Watch rules while the program runs: evaluated after each refresh, hits counted and the desktop notified.
///
/// May import `live`, its section `background`, `pool`, `api`, `connection`, `desktop` and `settings`.
package poolscope.live.watch;
