/// What was known of the pools before, and what changed since: the history as it is recorded, kept on the disk and
/// asked for in the background.
///
/// May import `live`, its section `background`, `pool`, `history`, `connection` and `settings`.
package poolscope.live.changes;
