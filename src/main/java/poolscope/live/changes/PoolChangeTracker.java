package poolscope.live.changes;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import poolscope.history.AcknowledgedChange;
import poolscope.history.HistoryFolder;
import poolscope.live.PoolSources;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.LatestTask;
import poolscope.pool.Inventory;
import poolscope.pool.change.PoolChange;
import poolscope.pool.change.PoolKey;
import poolscope.settings.ChangeTrackingSettings;

/// Compares the pools of the ticked connections with those of an earlier moment, in the background, after each refresh
/// was recorded and whenever another moment is chosen.
public final class PoolChangeTracker implements AutoCloseable {
    private final PoolSources poolSources;
    private final ObservableValue<ChangeTrackingSettings> settings;
    private final Sources sources;
    private final LatestTask latestTask;
    private final ReadOnlyObjectWrapper<PoolChanges> changes;
    private Map<String, PoolChangesOfConnection> connections = Map.of();
    private List<ChangeComputation.Reading> compared = List.of();
    private Map<PoolKey, AcknowledgedChange> acknowledged = Map.of();
    /// Connections of which it is known what was acknowledged before the program started.
    private Set<String> remembered = Set.of();

    /// Where time and the past come from.
    ///
    /// @param zone
    ///            the zone in which shifts begin
    public record Sources(HistoryRecorder recorder, Clock clock, Supplier<ZoneId> zone) {}

    public PoolChangeTracker(PoolSources poolSources, ObservableValue<ChangeTrackingSettings> settings, Sources sources,
            BackgroundAndFxExecutors executors) {
        this.poolSources = poolSources;
        this.settings = settings;
        this.sources = sources;
        latestTask = new LatestTask(executors);
        changes = new ReadOnlyObjectWrapper<>(this, "changes", PoolChanges
                .none(new ComparisonMoment(settings.getValue().base(), Optional.empty(), Optional.empty(), false)));
        sources.recorder().newestProperty().subscribe((_, _) -> compareNewReadings());
        poolSources.poolsProperty().subscribe((_, _) -> compareOtherConnections());
        settings.subscribe((before, now) -> {
            if (!isSameMoment(before, now)) compare();
        });
    }

    /// The difference between the moment that the settings name and now; a moment after the refresh that shows it.
    public ReadOnlyObjectProperty<PoolChanges> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    public PoolChanges changes() {
        return changes.get();
    }

    /// Takes the marks off these pools until they change again.
    public void acknowledge(Collection<PoolKey> pools) {
        var now = sources.clock().instant();
        Map<PoolKey, AcknowledgedChange> seen = new HashMap<>();
        for (var key : pools) {
            var mark = changes.get().marks().get(key);
            if (mark != null) seen.put(key, acknowledgedAt(now, mark.change()));
        }
        acknowledge(seen);
    }

    /// Takes off all marks, also those of pools that a filter hides.
    public void acknowledgeAll() {
        var now = sources.clock().instant();
        Map<PoolKey, AcknowledgedChange> seen = new HashMap<>();
        changes.get().marks().forEach((key, mark) -> seen.put(key, acknowledgedAt(now, mark.change())));
        for (var one : changes.get().unmarked())
            seen.put(ChangeComputation.keyOf(one), new AcknowledgedChange("", now, Optional.empty()));
        acknowledge(seen);
    }

    private void acknowledge(Map<PoolKey, AcknowledgedChange> seen) {
        var next = new HashMap<>(acknowledged);
        next.putAll(seen);
        acknowledged = Map.copyOf(next);
        seen.keySet().stream().map(PoolKey::connectionId).distinct().forEach(this::keepAcknowledged);
        compare();
    }

    /// Of changes that were seen longer ago nothing is kept that they could be counted from.
    private void keepAcknowledged(String connectionId) {
        var oldest = sources.clock().instant().minus(HistoryFolder.LONGEST);
        sources.recorder()
                .keepAcknowledged(connectionId,
                        acknowledged.entrySet()
                                .stream()
                                .filter(one -> one.getKey().connectionId().equals(connectionId))
                                .map(Map.Entry::getValue)
                                .filter(seen -> seen.at().isAfter(oldest))
                                .toList());
    }

    private static AcknowledgedChange acknowledgedAt(Instant now, PoolChange change) {
        return new AcknowledgedChange(change.key().key(), now,
                change instanceof PoolChange.Gone ? Optional.empty() : Optional.of(change.pool()));
    }

    private static boolean isSameMoment(ChangeTrackingSettings before, ChangeTrackingSettings now) {
        return now.withLastSeen(Instant.EPOCH).equals(before.withLastSeen(Instant.EPOCH));
    }

    private void compareNewReadings() {
        var now = readings();
        boolean isSame = now.size() == compared.size();
        for (int i = 0; isSame && i < now.size(); i++)
            isSame = now.get(i).isSameAs(compared.get(i));
        if (!isSame) compare();
    }

    /// Without a connection that is not ticked any more, and with what was known of one before its first refresh. What
    /// a refresh brings is compared once it was recorded.
    private void compareOtherConnections() {
        var now = readings();
        var known = compared.stream().map(ChangeComputation.Reading::connectionId).toList();
        boolean isResumed = now.stream()
                .anyMatch(one -> one.inventory().isEarlier() && !known.contains(one.connectionId()));
        if (isResumed || !now.stream().map(ChangeComputation.Reading::connectionId).toList().containsAll(known))
            compare();
    }

    private void compare() {
        compared = readings();
        var now = sources.clock().instant();
        var before = connections;
        var known = acknowledged;
        var wanted = new ChangeComputation.Wanted(settings.getValue().base(),
                ComparisonMoment.wanted(settings.getValue(), now, sources.zone().get()));
        var readings = compared;
        var unknown = readings.stream()
                .map(ChangeComputation.Reading::connectionId)
                .filter(id -> !remembered.contains(id))
                .toList();
        latestTask.start(_ -> {
            var all = new HashMap<PoolKey, AcknowledgedChange>();
            for (var id : unknown)
                sources.recorder().acknowledged(id).forEach(seen -> all.put(new PoolKey(id, seen.key()), seen));
            all.putAll(known);
            var poolHistory = sources.recorder().poolHistory();
            return new Found(Map.copyOf(all), unknown,
                    new ChangeComputation(readings, before, wanted, Map.copyOf(all), poolHistory, now).result());
        }, this::publish);
    }

    /// What a comparison found.
    ///
    /// @param remembered
    ///            the connections of which it was read what was acknowledged before the program started
    private record Found(Map<PoolKey, AcknowledgedChange> acknowledged, List<String> remembered,
            ChangeComputation.Result result) {}

    private void publish(Found found) {
        var nowRemembered = new HashSet<>(remembered);
        nowRemembered.addAll(found.remembered());
        remembered = Set.copyOf(nowRemembered);
        var all = new HashMap<>(found.acknowledged());
        all.putAll(acknowledged);
        acknowledged = Map.copyOf(all);
        connections = found.result().connections();
        changes.set(found.result().changes());
    }

    /// Pages of a refresh that is still running say nothing of what is gone.
    private List<ChangeComputation.Reading> readings() {
        return poolSources.sources()
                .stream()
                .flatMap(source -> source.inventory()
                        .filter(read -> !(read.coverage() instanceof Inventory.Coverage.SoFar))
                        .map(read -> new ChangeComputation.Reading(source.serviceAndProject().id(), read))
                        .stream())
                .toList();
    }

    /// Drops the pending result.
    @Override
    public void close() {
        latestTask.close();
    }
}
