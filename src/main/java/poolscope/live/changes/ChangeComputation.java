package poolscope.live.changes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import poolscope.connection.ServiceAndProject;
import poolscope.history.AcknowledgedChange;
import poolscope.pool.Inventory;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.NetChangesCalculator;
import poolscope.pool.change.PoolChange;
import poolscope.pool.change.PoolKey;
import poolscope.settings.ChangeComparisonBase;

/// One comparison of all connections with an earlier moment.
///
/// @param readings
///            the last reading of each ticked connection
/// @param before
///            what the last comparison found, by connection; of connections that are not ticked any more too
/// @param acknowledged
///            changes that somebody has seen
record ChangeComputation(List<Reading> readings, Map<String, PoolChangesOfConnection> before, Wanted wanted,
        Map<PoolKey, AcknowledgedChange> acknowledged, ComparisonHistory history, Instant now) {

    /// The last reading of a connection.
    record Reading(ServiceAndProject connection, Inventory inventory) {
        String connectionId() {
            return connection.id();
        }

        boolean isSameAs(Reading other) {
            return connection.equals(other.connection) && inventory == other.inventory;
        }
    }

    /// With which moment to compare.
    ///
    /// @param moment
    ///            empty for the refresh before the last one
    /// @param snapshot
    ///            the file with which the pools are compared instead of what was recorded
    record Wanted(ChangeComparisonBase base, Optional<Instant> moment, Optional<SnapshotComparisonCoverage> snapshot) {}

    record Result(Map<String, PoolChangesOfConnection> connections, PoolChanges changes) {}

    /// The key by which a change of a whole connection is acknowledged; no pool has it.
    static PoolKey keyOf(WholeConnectionChange change) {
        return new PoolKey(change.connectionId(), "");
    }

    Result result() {
        Map<String, PoolChangesOfConnection> connections = new HashMap<>(before);
        List<PoolChangesOfConnection> all = new ArrayList<>();
        for (var reading : readings) {
            var id = reading.connectionId();
            var now = PoolChangesOfConnection.of(id, reading.inventory(), before.get(id), countedFrom(id), history);
            connections.put(id, now);
            all.add(now);
        }
        return new Result(Map.copyOf(connections), changes(all));
    }

    private Optional<Instant> countedFrom(String connectionId) {
        return wanted.moment().flatMap(moment -> history.countedFrom(connectionId, moment));
    }

    private PoolChanges changes(List<PoolChangesOfConnection> all) {
        List<ChangeLogEntry> net = new ArrayList<>();
        Map<PoolKey, ChangeLogEntry> marks = new HashMap<>();
        List<WholeConnectionChange> connections = new ArrayList<>();
        List<WholeConnectionChange> unmarked = new ArrayList<>();
        List<GonePoolWithPosition> gone = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (var one : all) {
            one.whole().ifPresent(change -> {
                connections.add(change);
                if (!isAcknowledged(change, one)) unmarked.add(change);
            });
            for (var entry : one.net()) {
                // two connections to one project list the same pools
                if (entry.change().pool().hasId() && !ids.add(entry.change().pool().key())) continue;
                net.add(entry);
                unacknowledged(entry, one).ifPresent(left -> marks.put(entry.change().key(), left));
            }
            one.gone().stream().filter(pool -> marks.containsKey(PoolKey.of(pool.pool()))).forEach(gone::add);
        }
        return new PoolChanges(moment(all), net, connections, marks, gone, unmarked,
                PoolChanges.worse(marks.values(), unmarked), isWatched());
    }

    private boolean isWatched() {
        return readings.stream()
                .noneMatch(one -> PeriodsWithoutRefresh.isAny(history, one.connectionId(),
                        countedFrom(one.connectionId()), now));
    }

    /// What is new since the change was acknowledged.
    private Optional<ChangeLogEntry> unacknowledged(ChangeLogEntry entry, PoolChangesOfConnection one) {
        var seen = acknowledged.get(entry.change().key());
        if (seen == null || wanted.snapshot().isPresent() || isOutdated(seen, one)) return Optional.of(entry);
        var now = entry.change() instanceof PoolChange.Gone ? null : entry.change().pool();
        return NetChangesCalculator.difference(seen.pool().orElse(null), now)
                .map(change -> new ChangeLogEntry(entry.seenAt(), entry.connectionId(), entry.connection(), change));
    }

    private boolean isAcknowledged(WholeConnectionChange change, PoolChangesOfConnection one) {
        var seen = acknowledged.get(keyOf(change));
        return wanted.snapshot().isEmpty() && seen != null && !isOutdated(seen, one)
                && !change.seenAt().isAfter(seen.at());
    }

    /// The changes are counted from a later moment than that at which this one was acknowledged.
    private static boolean isOutdated(AcknowledgedChange seen, PoolChangesOfConnection one) {
        return one.base().filter(base -> base.isAfter(seen.at())).isPresent();
    }

    private ComparisonMoment moment(List<PoolChangesOfConnection> all) {
        var actual = all.stream().flatMap(one -> one.base().stream()).max(Instant::compareTo);
        boolean isEarliest = wanted.snapshot().isEmpty()
                && wanted.moment().filter(at -> actual.filter(at::isBefore).isPresent()).isPresent();
        return new ComparisonMoment(wanted.base(), wanted.moment(), actual, isEarliest, wanted.snapshot());
    }
}
