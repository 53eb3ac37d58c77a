package poolscope.ui.pools;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import poolscope.live.ObservableSettings;
import poolscope.live.changes.ComparisonHistory;
import poolscope.live.changes.PoolChangeTracker;
import poolscope.live.changes.PoolChanges;
import poolscope.live.changes.SnapshotToCompareWith;
import poolscope.live.table.TableRowItem;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.PoolKey;
import poolscope.settings.ChangeComparisonBase;
import poolscope.settings.ChangeTrackingSettings;
import poolscope.settings.Settings;

/// Which pools changed since the moment that the operator compares with, and which of these changes were acknowledged.
public final class ChangedPoolsModel {
    private final PoolChangeTracker tracker;
    private final PoolsTableModel pools;
    private final ObjectProperty<ChangeTrackingSettings> settings;
    private final Clock clock;

    public ChangedPoolsModel(PoolChangeTracker tracker, PoolsTableModel pools, ObservableSettings settings,
            Clock clock) {
        this.tracker = tracker;
        this.pools = pools;
        this.settings = settings.part(Settings::changes, Settings::withChanges);
        this.clock = clock;
    }

    /// What changed in the pools that the table shows.
    public ReadOnlyObjectProperty<PoolChanges> changesProperty() {
        return pools.shownChangesProperty();
    }

    public PoolChanges changes() {
        return changesProperty().get();
    }

    /// With what the pools are compared.
    public ObjectProperty<ChangeTrackingSettings> settingsProperty() {
        return settings;
    }

    /// The change of the pool in that line, when nobody acknowledged it. Pools of an earlier moment have none: changes
    /// are those up to now.
    public Optional<ChangeLogEntry> markOf(TableRowItem line) {
        if (pools.earlierPoolsProperty().get().isPresent()) return Optional.empty();
        return line.poolOfLine().flatMap(changes()::markOf);
    }

    /// Whether marks are left out because the pools of an earlier moment are shown.
    public ObservableValue<Boolean> isEarlierShown() {
        return pools.earlierPoolsProperty().map(Optional::isPresent);
    }

    /// What the changes are counted with.
    public ComparisonHistory history() {
        return tracker.history();
    }

    /// The file with which the pools are compared; empty while they are compared with a moment of the settings.
    public ReadOnlyObjectProperty<Optional<SnapshotToCompareWith>> snapshotProperty() {
        return tracker.snapshotProperty();
    }

    /// Compares with a file until another base is chosen or the program ends.
    public void compareWith(SnapshotToCompareWith file) {
        tracker.compareWith(file);
    }

    public void compareWith(ChangeComparisonBase base) {
        tracker.compareWithRecorded();
        settings.set(settings.get().withBase(base));
    }

    public void compareWith(Instant moment) {
        tracker.compareWithRecorded();
        settings.set(settings.get().withChosenMoment(moment));
    }

    /// Sets when shifts begin.
    public void setShifts(LocalTime first, LocalTime second) {
        settings.set(settings.get().withShifts(first, second));
    }

    /// Acknowledges the changes of the selected pools, or else of the current line.
    public void acknowledgeSelected() {
        List<PoolKey> chosen = new ArrayList<>();
        pools.selection().rows().forEach(row -> chosen.add(PoolKey.of(row.pool())));
        pools.selection().gone().forEach(row -> chosen.add(PoolKey.of(row.pool())));
        if (chosen.isEmpty())
            pools.currentLine().flatMap(this::markOf).ifPresent(mark -> chosen.add(mark.change().key()));
        tracker.acknowledge(chosen);
    }

    /// Acknowledges all changes: from now on, this is when somebody last looked.
    public void acknowledgeAll() {
        if (!changes().canBeAcknowledged()) return;
        tracker.acknowledgeAll(changes());
        settings.set(settings.get().withLastLook(clock.instant()));
    }
}
