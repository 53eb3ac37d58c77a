package poolscope.handover;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import poolscope.pool.Inventory;
import poolscope.pool.InventoryPartReadOutcome;
import poolscope.pool.Pool;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.PoolKey;
import poolscope.pool.change.RegularlyRefreshedPeriods;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.ScheduledEvent;

/// What a hand-over is made of.
///
/// @param since
///            beginning of the shift
/// @param now
///            end of the shift
/// @param snapshotFile
///            the name of the file that has the pools of the beginning; empty when they were recorded here
/// @param filterText
///            the filter that selects the pools; empty when all are handed over
/// @param filter
///            the same filter
/// @param log
///            all known changes of these connections in the order of time, also those before `since`: they say since
///            when a pool is as it is
/// @param jobs
///            the jobs of the pools whose jobs were read
/// @param notes
///            what else is to be said, a line each
public record HandOverReportInput(Instant since, Instant now, List<Source> sources, String snapshotFile,
        String filterText, Predicate<Pool> filter, List<ChangeLogEntry> log, Map<PoolKey, List<PoolJob>> jobs,
        List<String> notes) {

    /// One connection.
    ///
    /// @param now
    ///            its last inventory; empty when it has none
    /// @param cause
    ///            why the last reading failed; empty when it did not
    /// @param earlier
    ///            its pools at the beginning of the shift; empty when nothing is known of that time
    /// @param maintenance
    ///            planned maintenance; empty when it was not read
    public record Source(String connectionId, String connection, Optional<Inventory> now,
            Optional<InventoryPartReadOutcome.Cause> cause, Optional<Earlier> earlier,
            RegularlyRefreshedPeriods regularlyRefreshedPeriods, Optional<List<ScheduledEvent>> maintenance) {}

    /// The pools at an earlier moment.
    ///
    /// @param at
    ///            when they were read
    /// @param isWhole
    ///            whether the list was ever read completely; otherwise a pool that is not in it may have been there
    public record Earlier(Instant at, boolean isWhole, List<Pool> pools) {
        public Earlier {
            pools = List.copyOf(pools);
        }
    }

    public HandOverReportInput {
        sources = List.copyOf(sources);
        log = List.copyOf(log);
        jobs = Map.copyOf(jobs);
        notes = List.copyOf(notes);
    }

    /// The pools now that the filter leaves.
    List<Pool> pools() {
        return sources.stream()
                .flatMap(source -> source.now().stream())
                .flatMap(inventory -> inventory.pools().stream())
                .filter(filter)
                .toList();
    }
}
