package poolscope.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import poolscope.pool.Pool;
import poolscope.pool.ServiceFlavor;
import poolscope.pool.table.PoolSet;

/// The connections together: their pools as one set, and the state of each.
///
/// One connection is the special case of many: whoever lists, sums or exports pools asks the fleet, never a
/// single source.
public final class Fleet {
    private final ObservableList<PoolSource> sources = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<PoolSet> pools = new ReadOnlyObjectWrapper<>(this, "pools", PoolSet.EMPTY);
    private final ReadOnlyObjectWrapper<SourcesStatus> sourcesStatus = new ReadOnlyObjectWrapper<>(this,
            "sourcesStatus", new SourcesStatus(List.of()));
    private Subscription watching = Subscription.EMPTY;
    private boolean overlaps;
    private List<SourcesStatus.Standing> standings = List.of();

    public Fleet() {
        sources.addListener((ListChangeListener<PoolSource>) _ -> watch());
    }

    /// The ticked connections. Taking one out closes nothing; who put it in does that.
    public ObservableList<PoolSource> sources() {
        return sources;
    }

    /// What one node of each specification has, as the service says from which that pool comes; empty when that was
    /// not read.
    public Map<String, ServiceFlavor> flavors(Pool pool) {
        return sources.stream()
                .filter(source -> source.connection().id().equals(pool.origin().connectionId()))
                .findFirst()
                .map(PoolSource::flavors)
                .orElse(Map.of());
    }

    /// All pools of all sources, as last read; each once, also when two sources list it.
    public ReadOnlyObjectProperty<PoolSet> poolsProperty() {
        return pools.getReadOnlyProperty();
    }

    /// What each source is doing.
    public ReadOnlyObjectProperty<SourcesStatus> sourcesStatusProperty() {
        return sourcesStatus.getReadOnlyProperty();
    }

    public SourcesStatus sourcesStatus() {
        return sourcesStatus.get();
    }

    public void refresh() {
        sources.forEach(PoolSource::refresh);
    }

    /// Reads only those again of which the last reading failed.
    public void refreshFailed() {
        sources.stream().filter(poolSource -> poolSource.outcome().hasFailed()).forEach(PoolSource::refresh);
    }

    public void cancel() {
        sources.forEach(PoolSource::cancel);
    }

    private void watch() {
        watching.unsubscribe();
        watching = sources.stream()
                .map(s -> Subscription.combine(s.inventoryProperty().subscribe((_, _) -> gather()),
                        s.stateProperty().subscribe((_, _) -> account())))
                .reduce(Subscription.EMPTY, Subscription::and);
        gather();
    }

    private void gather() {
        var lines = lines();
        overlaps = PoolSetMerger.overlaps(lines);
        standings = lines.stream().map(SourcesStatus.SourceStatus::standing).toList();
        var gathered = PoolSetMerger.of(lines);
        pools.set(gathered.pools());
        sourcesStatus.set(new SourcesStatus(gathered.lines()));
    }

    /// Which of two sources that list the same pools is shown depends on how they stand.
    private void account() {
        var lines = lines();
        var now = lines.stream().map(SourcesStatus.SourceStatus::standing).toList();
        if (overlaps && !now.equals(standings)) gather();
        else
            sourcesStatus.set(new SourcesStatus(repeating(lines)));
    }

    /// With what was found when the pools were gathered.
    private List<SourcesStatus.SourceStatus> repeating(List<SourcesStatus.SourceStatus> lines) {
        var before = sourcesStatus.get().lines();
        return lines.stream()
                .map(sourceStatus -> sourceStatus.with(before.stream()
                        .filter(known -> known.connection().id().equals(sourceStatus.connection().id()))
                        .findFirst()
                        .flatMap(SourcesStatus.SourceStatus::repeated)))
                .toList();
    }

    private List<SourcesStatus.SourceStatus> lines() {
        return sources.stream()
                .map(s -> new SourcesStatus.SourceStatus(s.connection(), s.state(), s.outcome(), s.inventory(),
                        Optional.empty()))
                .toList();
    }
}
