package poolscope.pool.watch;

import java.time.Instant;

/// One line of the log of the watch rules.
public sealed interface WatchLogEntry {

    /// When it happened.
    Instant at();

    /// Pools began to match a rule, or no longer match it.
    record Hit(WatchRuleMatchChange hit) implements WatchLogEntry {
        @Override
        public Instant at() {
            return hit.at();
        }
    }

    /// From then on a connection, given by its name, could not be watched.
    record Interrupted(Instant at, String connection, ConnectionWatchObstacle obstacle) implements WatchLogEntry {}

    /// From then on it could be watched again.
    record Resumed(Instant at, String connection) implements WatchLogEntry {}
}
