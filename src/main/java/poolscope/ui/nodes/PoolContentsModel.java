package poolscope.ui.nodes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import poolscope.api.v2.PoolContentsReader;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.background.BackgroundJob;
import poolscope.live.background.SecondTicker;
import poolscope.live.table.PoolRow;
import poolscope.pool.ApiGeneration;
import poolscope.pool.Pool;
import poolscope.pool.node.PoolContentsList;
import poolscope.pool.node.PoolEvent;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;
import poolscope.ui.pools.PoolsTableModel;

/// Nodes, jobs and events of the pool that the details are of. Each list is read when it is opened, and no more when
/// the selection moves on. After the nodes the jobs on them are read, when these are not known yet: a service that
/// refuses nodes is not asked for jobs.
public final class PoolContentsModel implements AutoCloseable {

    /// What the details of a pool of v2 show.
    public enum Tab {
        OVERVIEW, NODES, JOBS, EVENTS, JSON
    }

    /// What reads in the background.
    public record Readings(BackgroundJob<PoolContentsList<PoolNode>> nodes,
            BackgroundJob<PoolContentsList<PoolJob>> jobs, BackgroundJob<PoolContentsList<PoolEvent>> events) {}

    private final ObservableTickedConnectionPools observableTickedConnectionPools;
    private final PoolsTableModel pools;
    private final SecondTicker secondTicker;
    private final Readings readings;
    private final PoolContentsExportModel export;
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(this, "tab", Tab.OVERVIEW);
    private final ReadOnlyObjectWrapper<Optional<Pool>> pool = new ReadOnlyObjectWrapper<>(this, "pool",
            Optional.empty());
    private final NodesAndJobsFilterModel filter = new NodesAndJobsFilterModel();
    private final Subscription subscriptions;
    private Subscription ofRow = Subscription.EMPTY;
    private boolean isJobsNext;
    private Optional<PoolContentsList<PoolJob>> knownJobs = Optional.empty();

    public PoolContentsModel(ObservableTickedConnectionPools observableTickedConnectionPools, PoolsTableModel pools,
            SecondTicker secondTicker, Readings readings, PoolContentsExportModel export) {
        this.export = export;
        this.observableTickedConnectionPools = observableTickedConnectionPools;
        this.secondTicker = secondTicker;
        this.readings = readings;
        this.pools = pools;
        subscriptions = Subscription.combine(pools.currentProperty().subscribe(this::select),
                pools.earlierPoolsProperty().subscribe((_, _) -> select(pools.currentProperty().get())),
                tab.subscribe((_, _) -> {
                    export.clear();
                    readIfNew();
                }), readings.nodes().stateProperty().subscribe(this::nodesChanged),
                readings.jobs().stateProperty().subscribe(_ -> put()));
    }

    /// Which of the nodes and jobs are shown.
    public NodesAndJobsFilterModel filter() {
        return filter;
    }

    /// Writes what is in view to a file.
    PoolContentsExportModel export() {
        return export;
    }

    /// What is open. It stays open when another pool of v2 is selected.
    public ObjectProperty<Tab> tabProperty() {
        return tab;
    }

    /// Whether a table of nodes, jobs or events is shown.
    public ObservableValue<Boolean> isTableShown() {
        return tab.flatMap(now -> pool.map(of -> of.isPresent() && switch (now) {
            case NODES, JOBS, EVENTS -> true;
            case OVERVIEW, JSON -> false;
        }));
    }

    /// Shows the next tab (1) or the previous one (-1); after the last one comes the first.
    public void stepToTab(int step) {
        var all = Tab.values();
        tab.set(all[Math.floorMod(tab.get().ordinal() + step, all.length)]);
    }

    /// Whether what is shown needs more width than the fields of a pool: a table, or the JSON.
    public ObservableValue<Boolean> isWide() {
        return tab.flatMap(now -> pool.map(of -> of.isPresent() && now != Tab.OVERVIEW));
    }

    /// The pool of v2 that the details are of, as last read; empty for others, and for one of an earlier moment, whose
    /// nodes are not kept.
    public ReadOnlyObjectProperty<Optional<Pool>> poolProperty() {
        return pool.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<BackgroundJob.State<PoolContentsList<PoolNode>>> nodesProperty() {
        return readings.nodes().stateProperty();
    }

    public ReadOnlyObjectProperty<BackgroundJob.State<PoolContentsList<PoolJob>>> jobsProperty() {
        return readings.jobs().stateProperty();
    }

    public ReadOnlyObjectProperty<BackgroundJob.State<PoolContentsList<PoolEvent>>> eventsProperty() {
        return readings.events().stateProperty();
    }

    /// Ticks every second.
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return secondTicker.nowProperty();
    }

    /// Reads again what is open; with the nodes the jobs on them.
    public void refresh() {
        read();
        isJobsNext = tab.get() == Tab.NODES;
    }

    private void select(Optional<PoolRow> row) {
        ofRow.unsubscribe();
        ofRow = row.map(one -> one.poolProperty().subscribe(pool -> show(Optional.of(pool)))).orElseGet(() -> {
            show(Optional.empty());
            return Subscription.EMPTY;
        });
    }

    private void show(Optional<Pool> shown) {
        boolean isNow = pools.earlierPoolsProperty().get().isEmpty();
        var next = shown.filter(one -> isNow && one.poolOrigin().api() == ApiGeneration.V2 && one.hasId());
        boolean isSame = next.isPresent() && pool.get().filter(next.get()::isSamePoolAs).isPresent();
        pool.set(next);
        if (isSame) return;
        isJobsNext = false;
        readings.nodes().cancel();
        readings.jobs().cancel();
        readings.events().cancel();
        filter.clear();
        export.clear();
        readIfNew();
    }

    private void readIfNew() {
        boolean isNew = switch (tab.get()) {
            case NODES -> readings.nodes().stateProperty().get() instanceof BackgroundJob.State.Idle;
            case JOBS -> readings.jobs().stateProperty().get() instanceof BackgroundJob.State.Idle;
            case EVENTS -> readings.events().stateProperty().get() instanceof BackgroundJob.State.Idle;
            case OVERVIEW, JSON -> false;
        };
        if (isNew) read();
    }

    private void read() {
        if (pool.get().isEmpty()) return;
        var id = pool.get().get().key();
        var source = observableTickedConnectionPools.sourceOf(pool.get().get());
        switch (tab.get()) {
            case NODES -> {
                isJobsNext = !(readings.jobs().stateProperty().get() instanceof BackgroundJob.State.Done);
                readings.nodes().start(_ -> contents(source).nodes(id));
            }
            case JOBS -> readJobs(pool.get().get());
            case EVENTS -> readings.events().start(_ -> contents(source).events(id));
            case OVERVIEW, JSON -> {
            }
        }
    }

    private void readJobs(Pool of) {
        var source = observableTickedConnectionPools.sourceOf(of);
        readings.jobs().start(_ -> contents(source).jobs(of.key()));
    }

    private static PoolContentsReader contents(Optional<ObservableConnectionInventory> source) throws Exception {
        return source.orElseThrow(() -> new IllegalStateException("the connection of the pool is gone")).contents();
    }

    private void nodesChanged(BackgroundJob.State<PoolContentsList<PoolNode>> state) {
        if (state instanceof BackgroundJob.State.Done<PoolContentsList<PoolNode>>(var contents)) {
            pool.get().filter(_ -> contents.isWhole()).ifPresent(of -> keepBlocks(of, contents));
            if (isJobsNext && !readings.jobs().isRunning()) pool.get().ifPresent(this::readJobs);
            isJobsNext = false;
        }
        put();
    }

    /// How the free cards lie is known now: it becomes a part of the pool.
    private void keepBlocks(Pool of, PoolContentsList<PoolNode> contents) {
        observableTickedConnectionPools.sourceOf(of)
                .ifPresent(source -> source.keepNodes(of.key(), contents.items(), contents.readAt()));
    }

    /// While jobs are read again, those read before stay.
    private void put() {
        var jobs = readings.jobs().stateProperty().get();
        knownJobs = jobs instanceof BackgroundJob.State.Done<PoolContentsList<PoolJob>>(var read)
                ? Optional.of(read)
                : jobs instanceof BackgroundJob.State.Running ? knownJobs : Optional.empty();
        var nodes = readings.nodes()
                .stateProperty()
                .get() instanceof BackgroundJob.State.Done<PoolContentsList<PoolNode>>(var read)
                        ? read.items()
                        : List.<PoolNode>of();
        filter.decodeWith(pool.get().map(observableTickedConnectionPools::flavors).orElse(Map.of()));
        filter.put(nodes, knownJobs,
                pool.get()
                        .flatMap(observableTickedConnectionPools::sourceOf)
                        .flatMap(ObservableConnectionInventory::plannedMaintenance));
    }

    @Override
    public void close() {
        ofRow.unsubscribe();
        subscriptions.unsubscribe();
        readings.nodes().close();
        readings.jobs().close();
        readings.events().close();
        export.close();
    }
}
