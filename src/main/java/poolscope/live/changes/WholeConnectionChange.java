package poolscope.live.changes;

import java.time.Instant;

/// A change of all pools of a connection at once, which is one change and not one of each pool.
///
/// @param pools
///            how many, at least 1
/// @param seenAt
///            when it was seen
public record WholeConnectionChange(String connectionId, String connection, Kind kind, int pools, Instant seenAt) {
    /// What became of them.
    public enum Kind {
        /// There were none before.
        ALL_NEW,
        /// There are none any more.
        ALL_GONE
    }
}
