package poolscope.live.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import poolscope.pool.Pool;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.RecordedReadingOfConnection;
import poolscope.pool.change.WatchedPeriods;

/// What was known of the pools of each connection at earlier moments. The answers may come from files, so all methods
/// are for background threads; several threads may call them at once.
///
/// Pools of earlier moments have no raw JSON.
public interface PoolHistory {

    /// The longest time between two readings in which nothing that stays changed escapes notice. Longer pauses are time
    /// that nobody watched.
    Duration LONGEST_PAUSE = WatchedPeriods.LONGEST_PAUSE;

    /// The pools of a connection as they were.
    ///
    /// @param readAt
    ///            when they became so, or were first read; not after the moment that was asked for
    /// @param pools
    ///            the last known ones: what a reading missed is as it was before
    record Known(Instant readAt, List<Pool> pools) {
        public Known {
            pools = List.copyOf(pools);
        }
    }

    /// The pools of a connection as they were known at a moment.
    ///
    /// @return empty when nothing is known of that time
    Optional<Known> at(String connectionId, Instant moment);

    /// When a connection was first read, of all that is kept of it; empty when nothing is kept.
    Optional<Instant> earliest(String connectionId);

    /// What changed in a connection after that moment, in the order of time.
    List<ChangeLogEntry> changesAfter(String connectionId, Instant moment);

    /// What changed since then, in all connections, in the order of time; entries of that very moment included.
    List<ChangeLogEntry> changesSince(Instant since);

    /// The pools of a connection as they were known at a moment, if anything was, then what each kept reading after it
    /// says, in the order of time. Numbers that differ in every answer are kept now and then only.
    ///
    /// @param visitor
    ///            returns whether it wants more
    void forEachReading(String connectionId, Instant since, Predicate<RecordedReadingOfConnection> visitor);

    /// When something of a connection changed, and its first reading, in the order of time: the moments for which
    /// [#at] has different answers.
    List<Instant> moments(String connectionId);

    /// When a connection was read.
    WatchedPeriods watched(String connectionId);
}
