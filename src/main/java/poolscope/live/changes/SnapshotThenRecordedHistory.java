package poolscope.live.changes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import poolscope.live.changes.SnapshotComparisonCoverage.Reason;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.RegularlyRefreshedPeriods;

/// A snapshot file, continued by what was recorded here after it. What is different between the last reading of the
/// file and the first one after it that was recorded here counts as seen at the latter; in between nobody watched.
/// Nothing of it is kept.
final class SnapshotThenRecordedHistory implements ComparisonHistory {
    private final SnapshotToCompareWith comparison;
    private final PoolHistory recorded;
    /// The connections that have a project in the file, by their ids.
    private final Map<String, SnapshotThenRecordedConnection> connections;
    private final SnapshotComparisonCoverage coverage;

    private SnapshotThenRecordedHistory(SnapshotToCompareWith comparison, PoolHistory recorded,
            Map<String, SnapshotThenRecordedConnection> connections, SnapshotComparisonCoverage coverage) {
        this.comparison = comparison;
        this.recorded = recorded;
        this.connections = connections;
        this.coverage = coverage;
    }

    /// Reads the file as far as that was not done before.
    ///
    /// @param last
    ///            what the last comparison was made with
    /// @return `last` when all of it still holds, and with it what was found with it
    static SnapshotThenRecordedHistory of(SnapshotToCompareWith comparison, List<ChangeComputation.Reading> readings,
            PoolHistory recorded, ComparisonHistory last) {
        var before = last instanceof SnapshotThenRecordedHistory earlier && earlier.comparison == comparison
                ? Optional.of(earlier)
                : Optional.<SnapshotThenRecordedHistory>empty();
        Map<String, SnapshotThenRecordedConnection> connections = new LinkedHashMap<>();
        List<SnapshotComparisonCoverage.Compared> compared = new ArrayList<>();
        List<SnapshotComparisonCoverage.NotCompared> notCompared = new ArrayList<>();
        for (var reading : readings) {
            var connection = reading.connection();
            var known = before.map(one -> one.connections.get(connection.id()))
                    .filter(one -> one.connection().equals(connection))
                    .or(() -> SnapshotThenRecordedConnection.of(comparison, connection))
                    .map(one -> one.continuedBy(recorded));
            known.ifPresent(one -> connections.put(connection.id(), one));
            reason(comparison, reading, known).ifPresentOrElse(
                    reason -> notCompared.add(
                            new SnapshotComparisonCoverage.NotCompared(connection.id(), connection.name(), reason)),
                    () -> known.map(SnapshotThenRecordedConnection::asCompared).ifPresent(compared::add));
        }
        var coverage = new SnapshotComparisonCoverage(comparison, compared, notCompared);
        return before.filter(one -> one.coverage.equals(coverage) && one.isOf(connections))
                .orElseGet(() -> new SnapshotThenRecordedHistory(comparison, recorded, connections, coverage));
    }

    /// Why a connection is not compared; empty when it is.
    private static Optional<Reason> reason(SnapshotToCompareWith comparison, ChangeComputation.Reading reading,
            Optional<SnapshotThenRecordedConnection> known) {
        if (known.isEmpty())
            return Optional.of(comparison.has(reading.connection()) ? Reason.NOT_AT_THAT_TIME : Reason.NOT_IN_FILE);
        if (!known.get().base().source().narrowing().equals(reading.inventory().narrowing()))
            return Optional.of(Reason.ASKED_DIFFERENTLY);
        return known.get().continuation().isPresent() ? Optional.empty() : Optional.of(Reason.NOT_READ_SINCE);
    }

    private boolean isOf(Map<String, SnapshotThenRecordedConnection> others) {
        return connections.keySet().equals(others.keySet())
                && connections.entrySet().stream().allMatch(one -> others.get(one.getKey()) == one.getValue());
    }

    /// A connection that is compared.
    private Optional<SnapshotThenRecordedConnection> compared(String connectionId) {
        return Optional.ofNullable(connections.get(connectionId)).filter(one -> coverage.isCompared(connectionId));
    }

    @Override
    public Optional<SnapshotComparisonCoverage> coverage() {
        return Optional.of(coverage);
    }

    @Override
    public Optional<Instant> countedFrom(String connectionId, Instant wanted) {
        return compared(connectionId).map(one -> one.base().readAt());
    }

    @Override
    public Optional<Known> at(String connectionId, Instant moment) {
        return compared(connectionId).flatMap(one -> one.at(moment, recorded));
    }

    @Override
    public Optional<Instant> earliest(String connectionId) {
        return compared(connectionId).map(one -> one.base().readAt());
    }

    @Override
    public List<ChangeLogEntry> changesAfter(String connectionId, Instant moment) {
        return compared(connectionId).map(one -> one.changesAfter(moment, recorded)).orElse(List.of());
    }

    @Override
    public RegularlyRefreshedPeriods watched(String connectionId, Instant since) {
        return compared(connectionId).map(one -> one.watched(recorded))
                .orElse(RegularlyRefreshedPeriods.never(LONGEST_PAUSE));
    }
}
