package poolscope.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import poolscope.pool.Inventory;
import poolscope.pool.Pool;
import poolscope.pool.ReportedNodeFlavor;
import poolscope.pool.table.PoolSet;

/// The connections together: their pools as one set, and the state of each.
///
/// Lists, sums and exports of pools use the fleet, never a single source, so one connection is no special case.
public final class ObservableTickedConnectionPools implements AutoCloseable {
    private final Optional<ObservableTickedConnectionPools> whole;
    private final ObservableList<ObservableConnectionInventory> sources = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<PoolSet> pools = new ReadOnlyObjectWrapper<>(this, "pools", PoolSet.EMPTY);
    private final ReadOnlyObjectWrapper<AllConnectionsStatus> allConnectionsStatus = new ReadOnlyObjectWrapper<>(this,
            "allConnectionsStatus", new AllConnectionsStatus(List.of()));
    private final List<BiConsumer<ObservableConnectionInventory, Inventory>> readingListeners = new ArrayList<>();
    private Subscription watching = Subscription.EMPTY;
    private boolean overlaps;
    private List<AllConnectionsStatus.Completeness> completenessOfEach = List.of();

    private final ReadOnlyBooleanWrapper nodesRead = new ReadOnlyBooleanWrapper(this, "nodesRead", false);

    private final ListChangeListener<ObservableConnectionInventory> sourcesListener = _ -> watch();

    public ObservableTickedConnectionPools() {
        this(Optional.empty());
    }

    private ObservableTickedConnectionPools(Optional<ObservableTickedConnectionPools> whole) {
        this.whole = whole;
        sources.addListener(sourcesListener);
        whole.ifPresent(all -> all.sources.addListener(sourcesListener));
    }

    /// Some of these sources, none at first. They follow the whole: while they are all of it, nothing is
    /// gathered twice.
    public static ObservableTickedConnectionPools within(ObservableTickedConnectionPools whole) {
        return new ObservableTickedConnectionPools(Optional.of(whole));
    }

    /// The ticked connections. Removing one does not close it; its owner does.
    public ObservableList<ObservableConnectionInventory> sources() {
        return sources;
    }

    /// The ticked connection that lists the pool; empty when it is not ticked any more.
    public Optional<ObservableConnectionInventory> sourceOf(Pool pool) {
        return sources.stream()
                .filter(source -> source.serviceAndProject().id().equals(pool.poolOrigin().connectionId()))
                .findFirst();
    }

    /// The resources of a node of each specification, according to the pool's service; empty when they were not read.
    public Map<String, ReportedNodeFlavor> flavors(Pool pool) {
        return sourceOf(pool).map(ObservableConnectionInventory::flavors).orElse(Map.of());
    }

    /// All pools of all sources, as last read; each once, also when two sources list it.
    public ReadOnlyObjectProperty<PoolSet> poolsProperty() {
        return pools.getReadOnlyProperty();
    }

    /// Calls the listener with each inventory that a ticked connection gets from now on, before [#poolsProperty] has
    /// its pools.
    public Subscription onReading(BiConsumer<ObservableConnectionInventory, Inventory> listener) {
        readingListeners.add(listener);
        return () -> readingListeners.remove(listener);
    }

    /// The keys of the source's pools that are shown as those of another source.
    public Set<String> shownByOthers(ObservableConnectionInventory source) {
        var shown = pools.get()
                .pools()
                .stream()
                .filter(pool -> pool.poolOrigin().connectionId().equals(source.serviceAndProject().id()))
                .map(Pool::key)
                .collect(Collectors.toSet());
        return source.inventory()
                .stream()
                .flatMap(inventory -> inventory.pools().stream())
                .map(Pool::key)
                .filter(key -> !shown.contains(key))
                .collect(Collectors.toSet());
    }

    /// The state of each source.
    public ReadOnlyObjectProperty<AllConnectionsStatus> allConnectionsStatusProperty() {
        return allConnectionsStatus.getReadOnlyProperty();
    }

    /// Whether the nodes of a pool were read, so that it is known how its free cards are distributed.
    public ReadOnlyBooleanProperty nodesReadProperty() {
        return nodesRead.getReadOnlyProperty();
    }

    public AllConnectionsStatus allConnectionsStatus() {
        return allConnectionsStatus.get();
    }

    public void refresh() {
        sources.forEach(ObservableConnectionInventory::refresh);
    }

    /// Refreshes the sources whose last refresh failed.
    public void refreshFailed() {
        sources.stream()
                .filter(observableConnectionInventory -> observableConnectionInventory.outcome().hasFailed())
                .forEach(ObservableConnectionInventory::refresh);
    }

    /// A person has read that connections can be read again.
    public void dismissRecoveries() {
        sources.forEach(ObservableConnectionInventory::dismissRecovery);
        whole.ifPresent(ObservableTickedConnectionPools::account);
        account();
    }

    public void cancel() {
        sources.forEach(ObservableConnectionInventory::cancel);
    }

    /// Whether a refresh is running that the operator asked for.
    public boolean isRequestedRefreshRunning() {
        return sources.stream().anyMatch(ObservableConnectionInventory::isRequestedRefreshRunning);
    }

    /// Stops the refreshes that the operator asked for, not those of the automatic refresh.
    ///
    /// @return whether there was one
    public boolean cancelRequested() {
        var requested = sources.stream().filter(ObservableConnectionInventory::isRequestedRefreshRunning).toList();
        requested.forEach(ObservableConnectionInventory::cancel);
        return !requested.isEmpty();
    }

    private void watch() {
        watching.unsubscribe();
        watching = whole.map(this::follow).orElseGet(this::watchSources);
    }

    private Subscription watchSources() {
        var watched = sources.stream().map(s -> s.currentProperty().subscribe((before, now) -> {
            if (now.inventory().equals(before.inventory())) account();
            else
                takeOver(s, now.inventory());
        })).reduce(Subscription.EMPTY, Subscription::and);
        gather();
        return watched;
    }

    private Subscription follow(ObservableTickedConnectionPools all) {
        if (all.sources.equals(sources))
            return Subscription.combine(all.pools.subscribe(pools::set),
                    all.allConnectionsStatus.subscribe(allConnectionsStatus::set),
                    all.nodesRead.subscribe(nodesRead::set));
        gather();
        return Subscription.combine(all.pools.subscribe((_, _) -> gather()),
                all.allConnectionsStatus.subscribe((_, _) -> account()));
    }

    private void takeOver(ObservableConnectionInventory source, Optional<Inventory> read) {
        read.ifPresent(now -> List.copyOf(readingListeners).forEach(listener -> listener.accept(source, now)));
        gather();
    }

    private void gather() {
        var lines = lines();
        overlaps = PoolSetMerger.overlaps(lines);
        completenessOfEach = lines.stream().map(AllConnectionsStatus.SourceStatus::completeness).toList();
        var gathered = PoolSetMerger.of(lines);
        pools.set(gathered.pools());
        allConnectionsStatus.set(new AllConnectionsStatus(gathered.lines()));
        nodesRead.set(sources.stream().anyMatch(ObservableConnectionInventory::hasNodes));
    }

    /// Gathers the pools again: when two sources list the same pools, their states decide which source's pools
    /// are shown.
    private void account() {
        var lines = lines();
        var now = lines.stream().map(AllConnectionsStatus.SourceStatus::completeness).toList();
        if (overlaps && !now.equals(completenessOfEach)) gather();
        else
            allConnectionsStatus.set(new AllConnectionsStatus(repeating(lines)));
    }

    /// The state of each source, with the pools that others list too.
    private List<AllConnectionsStatus.SourceStatus> repeating(List<AllConnectionsStatus.SourceStatus> lines) {
        var before = allConnectionsStatus.get().lines();
        return lines.stream()
                .map(sourceStatus -> sourceStatus.with(before.stream()
                        .filter(known -> known.serviceAndProject().id().equals(sourceStatus.serviceAndProject().id()))
                        .findFirst()
                        .flatMap(AllConnectionsStatus.SourceStatus::repeated)))
                .toList();
    }

    private List<AllConnectionsStatus.SourceStatus> lines() {
        return sources.stream()
                .map(s -> new AllConnectionsStatus.SourceStatus(s.serviceAndProject(), s.state(), s.outcome(),
                        s.inventory(), Optional.empty(), s.clockSkew(), s.recovery()))
                .toList();
    }

    /// Follows the whole no longer.
    @Override
    public void close() {
        watching.unsubscribe();
        whole.ifPresent(all -> all.sources.removeListener(sourcesListener));
    }
}
