package poolscope.ui.fit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import poolscope.api.ApiException;
import poolscope.api.v2.PoolContentsReader;
import poolscope.api.v2.PoolContentsReader.RequestLimit;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.background.BackgroundJob;
import poolscope.pool.Pool;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.fit.JobDemand;
import poolscope.pool.fit.NodeFits;
import poolscope.pool.node.PoolContentsList;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;
import poolscope.pool.table.ArrangedPools;
import poolscope.ui.pools.PoolsTableModel;

/// Runs *Check nodes* for the pools whose sums are sufficient.
public final class NodeCheckModel implements AutoCloseable {

    /// Why no check can be started.
    public enum Obstacle {
        /// There is no demand.
        NO_DEMAND,
        /// The demand has no number of nodes.
        NO_NODES,
        /// No pool shown has both sufficient sums and nodes that can be read.
        NO_POOLS,
        /// No pools were read.
        NOTHING_READ,
        /// The pools shown are those of an earlier moment.
        EARLIER
    }

    /// The state of the check.
    public sealed interface State {
        /// Nothing was checked, or the demand has changed since, or the check was stopped.
        record Idle() implements State {}

        /// @param read
        ///            number of finished pools
        /// @param all
        ///            number of pools to read, if the requests are sufficient
        record Reading(long read, long all) implements State {}

        /// @param isOld
        ///            whether other pools are shown now than at the time of the check
        record Done(AllPoolsNodeCheckResult result, boolean isOld) implements State {}

        /// It ended with an unexpected error.
        record Failed(Throwable why) implements State {}
    }

    /// The inputs from which the pools to check were selected.
    private record Basis(JobDemand demand, PoolFilter filter, List<String> connections, int pools) {}

    private final PoolsTableModel pools;
    private final ObservableTickedConnectionPools observableTickedConnectionPools;
    private final BackgroundJob<AllPoolsNodeCheckResult> backgroundJob;
    private final ReadOnlyObjectWrapper<Optional<Obstacle>> obstacle = new ReadOnlyObjectWrapper<>(this, "obstacle",
            Optional.of(Obstacle.NO_DEMAND));
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Idle());
    private final Subscription subscriptions;
    private List<Pool> likeliest = List.of();
    private Optional<Basis> basis = Optional.empty();
    private final ReadOnlyBooleanWrapper awaitable = new ReadOnlyBooleanWrapper(this, "awaitable", false);
    private final ReadOnlyBooleanWrapper startAwaited = new ReadOnlyBooleanWrapper(this, "startAwaited", false);

    public NodeCheckModel(PoolsTableModel pools, ObservableTickedConnectionPools observableTickedConnectionPools,
            BackgroundJob<AllPoolsNodeCheckResult> backgroundJob) {
        this.pools = pools;
        this.observableTickedConnectionPools = observableTickedConnectionPools;
        this.backgroundJob = backgroundJob;
        subscriptions = Subscription.combine(pools.arrangedPoolsProperty().subscribe(this::follow),
                pools.jobDemandProperty().subscribe((_, _) -> updateAwaitable()),
                pools.allConnectionsStatusProperty().subscribe((_, _) -> updateObstacle()),
                backgroundJob.stateProperty().subscribe((_, now) -> {
                    if (now instanceof BackgroundJob.State.Done<AllPoolsNodeCheckResult>(var result)) keepNodes(result);
                    update();
                }), backgroundJob.progressProperty().subscribe((_, _) -> update()));
    }

    /// Why no check can be started; empty when one can.
    public ReadOnlyObjectProperty<Optional<Obstacle>> obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /// Whether a check can be started, or stopped.
    public ObservableValue<Boolean> canBeToggled() {
        return state.flatMap(now -> obstacle
                .flatMap(why -> awaitable.map(can -> now instanceof State.Reading || why.isEmpty() || can)));
    }

    /// Whether a check starts as soon as the pools shown are those of the current demand.
    ReadOnlyBooleanProperty startAwaitedProperty() {
        return startAwaited.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Starts a check, or stops the running one. While the pools shown are not yet those of the current demand, the
    /// check waits for these.
    public void toggle() {
        if (backgroundJob.isRunning()) backgroundJob.cancel();
        else if (awaitable.get()) startAwaited.set(!startAwaited.get());
        else if (obstacle.get().isEmpty() && isOfDemand(pools.arrangedPools())) start();
    }

    /// Starts a check as soon as the pools shown are those of the current demand; not without a demand, and not while
    /// something is in the way.
    public void startWhenAnswered() {
        startAwaited.set(pools.jobDemandProperty().get().isPresent());
    }

    private void start() {
        var demand = pools.arrangedPools().tableQuery().jobDemand().orElseThrow();
        var toRead = likeliest;
        basis = Optional.of(basis(demand, pools.arrangedPools()));
        var check = new NodeChecker(demand, new SourceContents(Map.copyOf(sources())));
        backgroundJob.start(progress -> check.of(toRead, progress));
    }

    private Map<String, ObservableConnectionInventory> sources() {
        return observableTickedConnectionPools.sources()
                .stream()
                .collect(Collectors.toMap(source -> source.serviceAndProject().id(), Function.identity(),
                        (first, _) -> first));
    }

    /// Another demand makes the results wrong, so they are removed. Other pools make them outdated.
    private void follow(ArrangedPools shown) {
        var demand = shown.tableQuery().jobDemand();
        likeliest = demand.isEmpty() ? List.of() : NodeChecker.likeliest(shown);
        updateObstacle();
        if (basis.isPresent() && !demand.equals(basis.map(Basis::demand))) {
            basis = Optional.empty();
            backgroundJob.cancel();
            pools.nodeFitsProperty().set(NodeFits.NONE);
        }
        update();
        if (!startAwaited.get() || !isOfDemand(shown)) return;
        startAwaited.set(false);
        if (obstacle.get().isEmpty()) start();
    }

    /// What is in the way of a demand that the pools shown are not of yet is not known, unless it has no nodes.
    private void updateAwaitable() {
        awaitable.set(pools.jobDemandProperty().get().filter(demand -> demand.nodes() > 0).isPresent()
                && !isOfDemand(pools.arrangedPools()) && pools.earlierPoolsProperty().get().isEmpty());
    }

    private boolean isOfDemand(ArrangedPools shown) {
        return shown.tableQuery().jobDemand().equals(pools.jobDemandProperty().get());
    }

    private void updateObstacle() {
        updateAwaitable();
        obstacle.set(obstacle(pools.arrangedPools().tableQuery().jobDemand()));
    }

    private Optional<Obstacle> obstacle(Optional<JobDemand> demand) {
        if (demand.isEmpty()) return Optional.of(Obstacle.NO_DEMAND);
        if (pools.earlierPoolsProperty().get().isPresent()) return Optional.of(Obstacle.EARLIER);
        if (demand.get().nodes() == 0) return Optional.of(Obstacle.NO_NODES);
        if (pools.allConnectionsStatusProperty().get().isNothingRead()) return Optional.of(Obstacle.NOTHING_READ);
        return likeliest.isEmpty() ? Optional.of(Obstacle.NO_POOLS) : Optional.empty();
    }

    private Basis basis(JobDemand demand, ArrangedPools shown) {
        return new Basis(demand, shown.filter(), connections(), likeliest.size());
    }

    private List<String> connections() {
        return observableTickedConnectionPools.allConnectionsStatus()
                .lines()
                .stream()
                .map(line -> line.serviceAndProject().id())
                .toList();
    }

    private void update() {
        state.set(switch (backgroundJob.stateProperty().get()) {
            case BackgroundJob.State.Idle<AllPoolsNodeCheckResult> _ -> new State.Idle();
            case BackgroundJob.State.Running<AllPoolsNodeCheckResult> _ ->
                new State.Reading(backgroundJob.progressProperty().get(),
                        basis.map(was -> Math.min(was.pools(), NodeChecker.MOST_REQUESTS)).orElse(0));
            case BackgroundJob.State.Done<AllPoolsNodeCheckResult>(var result) -> new State.Done(result, isOld());
            case BackgroundJob.State.Failed<AllPoolsNodeCheckResult>(var why) -> new State.Failed(why);
        });
    }

    private boolean isOld() {
        return basis.map(
                was -> !was.filter().equals(pools.arrangedPools().filter()) || !was.connections().equals(connections()))
                .orElse(true);
    }

    /// Adds to the pools what is now known about their free cards, and whether their nodes have room.
    private void keepNodes(AllPoolsNodeCheckResult result) {
        var byConnection = new HashMap<String, Map<String, PoolContentsList<PoolNode>>>();
        for (var checked : result.pools())
            if (checked.outcome() instanceof PoolNodeCheckResult.Answered answered)
                byConnection.computeIfAbsent(checked.pool().poolOrigin().connectionId(), _ -> new HashMap<>())
                        .put(checked.pool().key(), answered.nodes());
        var sources = sources();
        byConnection.forEach((connection, nodes) -> {
            var source = sources.get(connection);
            if (source != null) source.keepNodes(nodes);
        });
        pools.nodeFitsProperty().set(result.nodeFits(basis.map(Basis::demand)));
    }

    /// @param sources
    ///            sources by the id of their connection
    private record SourceContents(Map<String, ObservableConnectionInventory> sources) implements NodeChecker.Contents {
        @Override
        public PoolContentsList<PoolNode> nodes(Pool pool, RequestLimit limit)
                throws ApiException, InterruptedException {
            return reader(pool, limit).nodes(pool.key());
        }

        @Override
        public PoolContentsList<PoolJob> jobs(Pool pool, RequestLimit limit) throws ApiException, InterruptedException {
            return reader(pool, limit).jobs(pool.key());
        }

        private PoolContentsReader reader(Pool pool, RequestLimit limit) throws ApiException, InterruptedException {
            return Objects.requireNonNull(sources.get(pool.poolOrigin().connectionId())).contents().within(limit);
        }
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        backgroundJob.close();
    }
}
