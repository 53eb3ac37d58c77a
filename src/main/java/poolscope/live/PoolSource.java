package poolscope.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.concurrent.Worker;
import org.jspecify.annotations.Nullable;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.inventory.InventoryReader;
import poolscope.api.v2.PoolContentsReader;
import poolscope.connection.Connection;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Inventory.Reason;
import poolscope.pool.ServiceFlavor;
import poolscope.pool.node.NodeTotals;
import poolscope.pool.node.PoolContents;
import poolscope.pool.node.PoolNode;
import poolscope.pool.node.ScheduledEvent;

/// One connection as it is now: what it is doing, and the last inventory that it has.
///
/// A refresh is applied whole or not at all: once there is a complete inventory, it stays, with its age, until a newer
/// complete one replaces it, whatever goes wrong in between. Only when there is nothing yet, the pages read so far
/// are shown.
public final class PoolSource {
    private static final System.Logger LOG = System.getLogger(PoolSource.class.getName());

    private static final Duration NODES_KEPT = Duration.ofMinutes(10);

    private final Connection connection;
    private final Clock clock;
    private final RefreshService service;
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(this, "state", LoadState.IDLE);
    private final ReadOnlyObjectWrapper<Optional<Inventory>> inventory = new ReadOnlyObjectWrapper<>(this, "inventory",
            Optional.empty());
    private final Map<String, KeptTotals> nodeTotals = new HashMap<>();
    private LoadState failure = LoadState.IDLE;
    private int failures;
    private Instant failingSince = Instant.EPOCH;

    /// A source whose reader is opened at the first refresh, in the background, and closed in the end.
    public PoolSource(Connection connection, RefreshService.Opening opening, Clock clock, Executor threads) {
        this.connection = connection;
        this.clock = clock;
        service = new RefreshService(opening, threads);
        service.stateProperty().subscribe(this::onStateChanged);
        service.valueProperty().subscribe(this::arrived);
        service.readingProperty().subscribe(progress -> {
            if (state.get() instanceof LoadState.Loading loading)
                state.set(new LoadState.Loading(loading.since(), progress));
        });
    }

    public Connection connection() {
        return connection;
    }

    public ReadOnlyObjectProperty<LoadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public LoadState state() {
        return state.get();
    }

    /// What there is to tell of its readings: the state, and while it is read again after a failure still that failure,
    /// until a reading succeeds or is stopped.
    public LoadState outcome() {
        return state.get().isLoading() && failure.hasFailed() ? failure : state.get();
    }

    /// The last inventory that there is, with its time; empty before the first answer.
    public ReadOnlyObjectProperty<Optional<Inventory>> inventoryProperty() {
        return inventory.getReadOnlyProperty();
    }

    public Optional<Inventory> inventory() {
        return inventory.get();
    }

    /// A person wants it read again. Does nothing while it is being read.
    public void refresh() {
        service.refresh(true);
    }

    /// It is time to read it again, says the program by itself.
    void refreshByItself() {
        service.refresh(false);
    }

    /// Stops reading; what has arrived is kept when there was nothing before.
    public void cancel() {
        service.cancel();
    }

    /// Reads inside pools of v2. Opening it may ask the key store, so not on the FX thread.
    ///
    /// @throws ApiException
    ///             when what is needed to sign in is not there
    public PoolContentsReader contents() throws ApiException, InterruptedException {
        return service.reader().contents();
    }

    /// Planned maintenance of the connection's pools of v2, as it was read last with them; empty when it was not.
    public Optional<List<ScheduledEvent>> plannedMaintenance() {
        return service.openedReader().flatMap(reader -> reader.contents().plannedMaintenance());
    }

    /// What one node of each specification of v2 has, as the service says; empty when that was not read.
    public Map<String, ServiceFlavor> flavors() {
        return service.openedReader().map(InventoryReader::flavors).orElse(Map.of());
    }

    /// Keeps what the nodes of one pool add up to, until they are too old to go with the numbers beside them.
    public void keepNodes(String poolKey, List<PoolNode> nodes, Instant readAt) {
        keepNodes(Map.of(poolKey, new PoolContents<>(nodes, true, readAt)));
    }

    /// The same for several pools at once.
    ///
    /// @param byPool
    ///            all nodes of each pool, by its [poolscope.pool.Pool#key]
    public void keepNodes(Map<String, PoolContents<PoolNode>> byPool) {
        byPool.forEach((key, nodes) -> nodeTotals.put(key, new KeptTotals(NodeTotals.of(nodes), nodes.readAt())));
        inventory.get().ifPresent(now -> inventory.set(Optional.of(withNodes(now))));
    }

    /// @param readAt
    ///            when the nodes were read
    private record KeptTotals(NodeTotals totals, Instant readAt) {}

    private Inventory withNodes(Inventory read) {
        nodeTotals.values().removeIf(kept -> kept.readAt().plus(NODES_KEPT).isBefore(clock.instant()));
        if (nodeTotals.isEmpty()) return read;
        return new Inventory(read.pools().stream().map(pool -> {
            var kept = nodeTotals.get(pool.key());
            return kept == null ? pool : kept.totals().addTo(pool);
        }).toList(), read.readAt(), read.coverage(), read.reading(), read.narrowing(), read.parts());
    }

    /// Stops reading and lets go of the connection.
    public void close() {
        service.close();
    }

    private void onStateChanged(Worker.State now) {
        switch (now) {
            case READY -> {
            }
            case SCHEDULED -> state.set(new LoadState.Loading(clock.instant(), Optional.empty()));
            case RUNNING -> {
            }
            case SUCCEEDED -> succeeded(service.getValue());
            case CANCELLED -> {
                interrupted(Reason.CANCELLED);
                end(new LoadState.Cancelled(clock.instant()));
            }
            case FAILED -> {
                interrupted(Reason.FAILED);
                end(service.getException() instanceof ApiException e ? failed(e.failure()) : broken());
            }
        }
    }

    /// A list that may lack something does not replace one that lacks nothing.
    private void succeeded(Inventory read) {
        failures = 0;
        boolean better = inventory.get().map(i -> !i.isComplete()).orElse(true);
        if (read.coverage() instanceof Coverage.Incomplete(var reason) && !better) {
            end(new LoadState.GaveUp(clock.instant(), reason, read.pools().size(), read.reading()));
            return;
        }
        inventory.set(Optional.of(withNodes(read)));
        end(new LoadState.Loaded(clock.instant()));
    }

    private void end(LoadState how) {
        failure = how;
        state.set(how);
    }

    private void arrived(@Nullable Inventory soFar) {
        boolean nothingBetter = inventory.get().map(i -> i.coverage() instanceof Coverage.SoFar).orElse(true);
        if (soFar != null && nothingBetter && service.isRunning()) inventory.set(Optional.of(soFar));
    }

    private void interrupted(Reason why) {
        inventory.get()
                .filter(i -> i.coverage() instanceof Coverage.SoFar)
                .ifPresent(i -> inventory.set(Optional.of(i.with(new Coverage.Incomplete(why)))));
    }

    private LoadState failed(Failure failure) {
        var since = failures == 0 ? clock.instant() : failingSince;
        failingSince = since;
        failures++;
        return new LoadState.Failed(failure, since, failures);
    }

    private LoadState broken() {
        LOG.log(System.Logger.Level.ERROR, "Reading the pools ended in an error of this program",
                service.getException());
        return new LoadState.Broken(clock.instant());
    }
}
