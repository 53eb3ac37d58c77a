package poolscope.live.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import poolscope.history.KnownPoolsAtTime;
import poolscope.pool.Pool;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.RegularlyRefreshedPeriods;

/// What pools are compared with: what was known of each connection at earlier moments, and what changed since. The
/// answers may come from files, so all methods are for background threads; several threads may call them at once.
///
/// Pools of earlier moments have no raw JSON.
public interface ComparisonHistory {

    /// The longest time between two readings in which nothing that stays changed escapes notice. Longer pauses are time
    /// that nobody watched.
    Duration LONGEST_PAUSE = RegularlyRefreshedPeriods.LONGEST_PAUSE;

    /// The pools of a connection as they were.
    ///
    /// @param readAt
    ///            when they became so, or were first read; not after the moment that was asked for
    /// @param isWhole
    ///            whether the list was ever read completely, so that a pool that is not in it did not exist
    /// @param pools
    ///            the last known ones: what a reading missed is as it was before
    record Known(Instant readAt, boolean isWhole, List<Pool> pools) {
        public Known {
            pools = List.copyOf(pools);
        }

        static Known of(KnownPoolsAtTime known) {
            return new Known(known.readAt(), known.isWhole(), known.pools());
        }
    }

    /// The pools of a connection as they were known at a moment.
    ///
    /// @return empty when nothing is known of that time
    Optional<Known> at(String connectionId, Instant moment);

    /// When a connection was first read, of all that is known of it; empty when there is nothing to compare it with.
    Optional<Instant> earliest(String connectionId);

    /// What changed in a connection after that moment, in the order of time.
    List<ChangeLogEntry> changesAfter(String connectionId, Instant moment);

    /// When a connection was read since then. Of the time before, something may be missing.
    RegularlyRefreshedPeriods watched(String connectionId, Instant since);

    /// The moment from which the changes of a connection are counted when they are counted from `wanted`; empty when
    /// there is nothing to compare the connection with.
    default Optional<Instant> countedFrom(String connectionId, Instant wanted) {
        return Optional.of(wanted);
    }

    /// Which connections are compared with a file; empty for what was recorded here.
    default Optional<SnapshotComparisonCoverage> coverage() {
        return Optional.empty();
    }
}
