package poolscope.ui.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import poolscope.handover.HandOverReportInput;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.RefreshState;
import poolscope.live.changes.ComparisonHistory;
import poolscope.live.changes.PoolHistory;
import poolscope.pool.InventoryPartReadOutcome;
import poolscope.pool.Pool;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.PoolKey;
import poolscope.pool.change.RegularlyRefreshedPeriods;
import poolscope.pool.node.PoolJob;

/// What a hand-over is made of, apart from what the operator chooses in its dialog. It changes with a refresh only.
///
/// @param since
///            beginning of the shift
/// @param now
///            end of the shift
/// @param snapshotFile
///            the name of the file that has the pools of the beginning; empty when they were recorded here
record HandOverSourceData(Instant since, Instant now, List<HandOverReportInput.Source> sources, String snapshotFile,
        List<ChangeLogEntry> log) {
    /// How far back the beginning of a problem is searched for.
    private static final Duration LONGEST = Duration.ofDays(7);

    /// The current state, for the FX thread; the past is not read yet.
    static HandOverSourceData ofNow(Instant since, Instant now, List<ObservableConnectionInventory> sources) {
        return new HandOverSourceData(since, now, sources.stream().map(HandOverSourceData::now).toList(), "",
                List.of());
    }

    private static HandOverReportInput.Source now(ObservableConnectionInventory source) {
        return new HandOverReportInput.Source(source.serviceAndProject().id(), source.serviceAndProject().name(),
                source.inventory(), cause(source.outcome()), Optional.empty(),
                RegularlyRefreshedPeriods.never(PoolHistory.LONGEST_PAUSE), source.plannedMaintenance());
    }

    /// Why the last refresh failed; empty when it did not.
    static Optional<InventoryPartReadOutcome.Cause> cause(RefreshState outcome) {
        return outcome instanceof RefreshState.Failed(var failure, var _, var _)
                ? Optional.of(failure)
                : Optional.empty();
    }

    /// With what is known of the past, for a background thread.
    ///
    /// @param history
    ///            has the pools of the beginning of the shift
    HandOverSourceData withPast(PoolHistory poolHistory, ComparisonHistory history) {
        return new HandOverSourceData(since, now,
                sources.stream().map(source -> withPast(source, poolHistory, history)).toList(),
                history.coverage().map(file -> file.comparison().file().name()).orElse(""),
                poolHistory.changesSince(now.minus(LONGEST)));
    }

    private HandOverReportInput.Source withPast(HandOverReportInput.Source source, PoolHistory poolHistory,
            ComparisonHistory history) {
        return new HandOverReportInput.Source(source.connectionId(), source.connection(), source.now(), source.cause(),
                history.countedFrom(source.connectionId(), since)
                        .flatMap(from -> history.at(source.connectionId(), from))
                        .map(known -> new HandOverReportInput.Earlier(known.readAt(), known.isWhole(), known.pools())),
                poolHistory.watched(source.connectionId(), since), source.maintenance());
    }

    HandOverReportInput with(String filterText, Predicate<Pool> filter, Map<PoolKey, List<PoolJob>> jobs,
            List<String> notes) {
        return new HandOverReportInput(since, now, sources, snapshotFile, filterText, filter, log, jobs, notes);
    }
}
