package poolscope.live.changes;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.Debouncer;
import poolscope.live.background.LatestTask;
import poolscope.pool.Inventory;
import poolscope.pool.change.PoolKey;
import poolscope.settings.ChangeTrackingSettings;

/// Compares the pools of the ticked connections with those of an earlier moment, in the background, after each refresh
/// was recorded and whenever another moment is chosen. What a refresh brought is published together with what changed.
public final class PoolChangeTracker implements AutoCloseable {
    private final ObservableTickedConnectionPools observableTickedConnectionPools;
    private final ObservableValue<ChangeTrackingSettings> settings;
    private final Sources sources;
    private final LatestTask latestTask;
    private final ReadOnlyObjectWrapper<PoolsWithChanges> poolsWithChanges;
    /// Whether pools that were read wait for their comparison.
    private boolean isWaiting;
    private Map<String, PoolChangesOfConnection> connections = Map.of();
    private List<ChangeComputation.Reading> compared = List.of();
    private final AcknowledgedChangesOfConnections acknowledged;
    private final ReadOnlyObjectWrapper<Optional<SnapshotToCompareWith>> snapshot = new ReadOnlyObjectWrapper<>(this,
            "snapshot", Optional.empty());
    /// What the last comparison was made with.
    private ComparisonHistory history;

    /// Where time and the past come from.
    ///
    /// @param zone
    ///            the zone in which shifts begin
    /// @param longestWait
    ///            for how long pools that were read wait for their comparison, which takes milliseconds unless files
    ///            have to be read
    public record Sources(HistoryRecorder recorder, Clock clock, Supplier<ZoneId> zone, Debouncer longestWait) {}

    public PoolChangeTracker(ObservableTickedConnectionPools observableTickedConnectionPools,
            ObservableValue<ChangeTrackingSettings> settings, Sources sources, BackgroundAndFxExecutors executors) {
        this.observableTickedConnectionPools = observableTickedConnectionPools;
        this.settings = settings;
        this.sources = sources;
        latestTask = new LatestTask(executors);
        acknowledged = new AcknowledgedChangesOfConnections(sources.recorder(), sources.clock());
        history = sources.recorder().poolHistory();
        poolsWithChanges = new ReadOnlyObjectWrapper<>(this, "poolsWithChanges",
                new PoolsWithChanges(observableTickedConnectionPools.poolsProperty().get(), PoolChanges.none(
                        new ComparisonMoment(settings.getValue().base(), Optional.empty(), Optional.empty(), false))));
        observableTickedConnectionPools.poolsProperty().subscribe((_, _) -> takeOverPools());
        settings.subscribe((before, now) -> {
            if (isOtherBase(before, now)) compareWithRecorded();
            if (!isSameMoment(before, now)) compare();
        });
    }

    /// The file with which the pools are compared; empty while they are compared with what was recorded here. It is not
    /// remembered over a restart: by then the file may be another one, and changes since it can't be acknowledged.
    public ReadOnlyObjectProperty<Optional<SnapshotToCompareWith>> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /// Compares with a file until another base is chosen.
    public void compareWith(SnapshotToCompareWith chosen) {
        snapshot.set(Optional.of(chosen));
        compare();
    }

    /// Compares with the moment that the settings name.
    public void compareWithRecorded() {
        if (snapshot.get().isEmpty()) return;
        snapshot.set(Optional.empty());
        compare();
    }

    /// What the changes are counted with: what was recorded, or a file and what was recorded after it.
    public ComparisonHistory history() {
        return history;
    }

    /// The pools, with the difference between the moment that the settings name and now. Pools that were read again are
    /// published when they have been compared; those of a connection that is read for the first time, or whose
    /// comparison takes long, at once and their changes later.
    public ReadOnlyObjectProperty<PoolsWithChanges> poolsWithChangesProperty() {
        return poolsWithChanges.getReadOnlyProperty();
    }

    /// The difference between the moment that the settings name and now.
    public PoolChanges changes() {
        return poolsWithChanges.get().changes();
    }

    /// Takes the marks off these pools until they change again. Does nothing while they are compared with a file.
    public void acknowledge(Collection<PoolKey> pools) {
        if (!changes().canBeAcknowledged()) return;
        acknowledged.add(pools.stream().flatMap(key -> Stream.ofNullable(changes().marks().get(key))).toList(),
                List.of());
        compare();
    }

    /// Takes off all marks of these changes, also those of pools that a filter hides. Does nothing while they are
    /// compared with a file.
    public void acknowledgeAll(PoolChanges shown) {
        if (!changes().canBeAcknowledged()) return;
        acknowledged.add(shown.marks().values(), shown.unmarked());
        compare();
    }

    private static boolean isSameMoment(ChangeTrackingSettings before, ChangeTrackingSettings now) {
        return now.withLastSeen(Instant.EPOCH).equals(before.withLastSeen(Instant.EPOCH));
    }

    private static boolean isOtherBase(ChangeTrackingSettings before, ChangeTrackingSettings now) {
        return now.base() != before.base() || !now.chosenMoment().equals(before.chosenMoment());
    }

    /// The recorder has been given what was read: it is recorded before it is compared.
    private void takeOverPools() {
        var now = readings();
        if (!isCompared(now)) {
            compare();
            awaitComparison(now.stream().allMatch(one -> connections.containsKey(one.connectionId())));
        }
        if (!isWaiting) publish(changes());
    }

    private void awaitComparison(boolean isBrief) {
        if (isBrief && !isWaiting) sources.longestWait().then(() -> {
            if (isWaiting) publish(changes());
        });
        isWaiting = isBrief;
    }

    private boolean isCompared(List<ChangeComputation.Reading> now) {
        boolean isSame = now.size() == compared.size();
        for (int i = 0; isSame && i < now.size(); i++)
            isSame = now.get(i).isSameAs(compared.get(i));
        return isSame;
    }

    private void publish(PoolChanges changes) {
        isWaiting = false;
        poolsWithChanges.set(new PoolsWithChanges(observableTickedConnectionPools.poolsProperty().get(), changes));
    }

    private void compare() {
        compared = readings();
        var now = sources.clock().instant();
        var before = connections;
        var readings = compared;
        var seenBefore = acknowledged.of(readings.stream().map(ChangeComputation.Reading::connectionId).toList());
        var lastHistory = history;
        var base = settings.getValue().base();
        var file = snapshot.get();
        var moment = file.map(SnapshotToCompareWith::moment)
                .or(() -> ComparisonMoment.wanted(settings.getValue(), now, sources.zone().get()));
        latestTask.start(_ -> {
            var seen = seenBefore.read();
            var recorded = sources.recorder().poolHistory();
            var next = file
                    .<ComparisonHistory>map(one -> SnapshotThenRecordedHistory.of(one, readings, recorded, lastHistory))
                    .orElse(recorded);
            var wanted = new ChangeComputation.Wanted(base, moment, next.coverage());
            return new Found(seen, next, new ChangeComputation(readings,
                    next == lastHistory ? before : withoutSteps(before), wanted, seen.changes(), next, now).result());
        }, this::takeOver);
    }

    /// The steps of another history say nothing of this one.
    private static Map<String, PoolChangesOfConnection> withoutSteps(Map<String, PoolChangesOfConnection> before) {
        Map<String, PoolChangesOfConnection> without = new HashMap<>();
        before.forEach((id, one) -> without.put(id, one.withoutSteps()));
        return without;
    }

    /// What a comparison found.
    private record Found(AcknowledgedChangesOfConnections.Known acknowledged, ComparisonHistory history,
            ChangeComputation.Result result) {}

    private void takeOver(Found found) {
        acknowledged.takeOver(found.acknowledged());
        history = found.history();
        connections = found.result().connections();
        publish(found.result().changes());
    }

    /// Pages of a refresh that is still running say nothing of what is gone.
    private List<ChangeComputation.Reading> readings() {
        return observableTickedConnectionPools.sources()
                .stream()
                .flatMap(source -> source.inventory()
                        .filter(read -> !(read.coverage() instanceof Inventory.Coverage.SoFar))
                        .map(read -> new ChangeComputation.Reading(source.serviceAndProject(), read))
                        .stream())
                .toList();
    }

    /// Drops the pending result.
    @Override
    public void close() {
        latestTask.close();
    }
}
