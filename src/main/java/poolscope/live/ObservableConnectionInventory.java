package poolscope.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import poolscope.api.ApiException;
import poolscope.api.ClockSkew;
import poolscope.api.Failure;
import poolscope.api.inventory.InventoryReader;
import poolscope.api.v2.PoolContentsReader;
import poolscope.connection.ServiceAndProject;
import poolscope.live.background.BackgroundJob;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Inventory.Reason;
import poolscope.pool.ReportedNodeFlavor;
import poolscope.pool.change.StatusSinceCalculator;
import poolscope.pool.node.PoolContentsList;
import poolscope.pool.node.PoolNode;
import poolscope.pool.node.ScheduledEvent;

/// A connection's state and its last inventory.
///
/// A complete inventory stays, with its age, until a newer complete one replaces it, whatever fails in between. So does
/// the last one of before the program started. Only while there is neither, the pages read so far are shown.
public final class ObservableConnectionInventory {
    private static final System.Logger LOG = System.getLogger(ObservableConnectionInventory.class.getName());

    private final ServiceAndProject serviceAndProject;
    private final Clock clock;
    private final InventoryReaderHolder reader;
    private final ConnectionRefresher refresh;
    private final ReadOnlyObjectWrapper<StateAndInventory> current = new ReadOnlyObjectWrapper<>(this, "current",
            new StateAndInventory(RefreshState.IDLE, Optional.empty()));
    private final RecentNodeTotalsCache nodeTotals;
    private RefreshState failure = RefreshState.IDLE;
    private ConsecutiveRefreshFailures failures = ConsecutiveRefreshFailures.NONE;
    private ConsecutiveRefreshFailures programErrors = ConsecutiveRefreshFailures.NONE;
    /// The inventory, for the thread that reads.
    private volatile Optional<Inventory> known = Optional.empty();
    /// What was known when the pools of the last refresh were read.
    private volatile Optional<Inventory> knownWhenRead = Optional.empty();
    private boolean isRequested;
    private Optional<AllConnectionsStatus.Recovery> recovery = Optional.empty();

    /// Both change in one update: a refresh that ends brings its pools.
    ///
    /// @param inventory
    ///            empty before the first response
    public record StateAndInventory(RefreshState state, Optional<Inventory> inventory) {}

    /// A source whose reader is opened at the first refresh, in the background, and closed in the end.
    ///
    /// @param refreshes
    ///            makes the refreshes of this connection
    public ObservableConnectionInventory(ServiceAndProject serviceAndProject, InventoryReaderHolder.Opening opening,
            Clock clock, Function<InventoryReaderHolder, ConnectionRefresher> refreshes) {
        this.serviceAndProject = serviceAndProject;
        this.clock = clock;
        nodeTotals = new RecentNodeTotalsCache(clock);
        current.subscribe(now -> known = now.inventory());
        reader = new InventoryReaderHolder(opening);
        refresh = refreshes.apply(reader);
        refresh.outcomeProperty().subscribe((_, now) -> onStateChanged(now));
        refresh.partialProperty().subscribe(now -> now.ifPresent(this::showPartial));
        refresh.readProgressProperty().subscribe(readProgress -> {
            if (state() instanceof RefreshState.Loading loading)
                set(new RefreshState.Loading(loading.since(), readProgress));
        });
    }

    public ServiceAndProject serviceAndProject() {
        return serviceAndProject;
    }

    public ReadOnlyObjectProperty<StateAndInventory> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public ObservableValue<RefreshState> stateProperty() {
        return current.map(StateAndInventory::state);
    }

    public RefreshState state() {
        return current.get().state();
    }

    /// The state to display: during a refresh after a failure it is still that failure, until a refresh succeeds or
    /// is stopped.
    public RefreshState outcome() {
        return state().isLoading() && failure.hasFailed() ? failure : state();
    }

    /// The last inventory, with its time; empty before the first response.
    public ObservableValue<Optional<Inventory>> inventoryProperty() {
        return current.map(StateAndInventory::inventory);
    }

    public Optional<Inventory> inventory() {
        return current.get().inventory();
    }

    /// Shows what was last known before the program started, unless something better was read already.
    ///
    /// @param earlier
    ///            an inventory of [Inventory#earlier]
    public void resume(Inventory earlier) {
        showPartial(earlier);
        inventory().filter(now -> !now.isEarlier() && !(now.coverage() instanceof Coverage.SoFar))
                .ifPresent(now -> show(StatusSinceCalculator.addTo(now, Optional.of(earlier))));
    }

    /// Refreshes on behalf of the operator. Does nothing while a refresh is running.
    public void refresh() {
        isRequested = true;
        refresh.refresh(true, this::knownWhenRead);
    }

    /// Refreshes automatically.
    void refreshByItself() {
        if (!state().isLoading()) isRequested = false;
        refresh.refresh(false, this::knownWhenRead);
    }

    private Optional<Inventory> knownWhenRead() {
        var now = known;
        knownWhenRead = now;
        return now;
    }

    /// Whether a refresh is running that the operator asked for.
    boolean isRequestedRefreshRunning() {
        return isRequested && state().isLoading();
    }

    /// Stops the refresh; keeps the pages read so far when there is no inventory.
    public void cancel() {
        refresh.stop();
    }

    /// A reader of nodes, jobs and events. Opening it may access the key store, so not on the FX thread.
    ///
    /// @throws ApiException
    ///             when a secret is unavailable
    public PoolContentsReader contents() throws ApiException, InterruptedException {
        return reader.get().contents();
    }

    /// Planned maintenance of the connection's pools of v2, read with them; empty when it was not read.
    public Optional<List<ScheduledEvent>> plannedMaintenance() {
        return reader.ifOpen().flatMap(open -> open.contents().plannedMaintenance());
    }

    /// The resources of a node of each specification of v2, according to the service; empty when they were not read.
    public Map<String, ReportedNodeFlavor> flavors() {
        return reader.ifOpen().map(InventoryReader::flavors).orElse(Map.of());
    }

    /// That the last refresh succeeded after failures (P48); empty once the next one has ended.
    Optional<AllConnectionsStatus.Recovery> recovery() {
        return recovery;
    }

    void dismissRecovery() {
        recovery = Optional.empty();
    }

    /// The service's clock minus the local one where they differ so much that a person should know (P27).
    Optional<Duration> clockSkew() {
        return reader.ifOpen().flatMap(InventoryReader::clockSkew).filter(ClockSkew::isNotable);
    }

    /// When the connection's token expires, by the local clock; empty when that is unknown or it signs in without one.
    public Optional<Instant> tokenExpiry() {
        return reader.ifOpen().flatMap(InventoryReader::tokenExpiry);
    }

    /// Adds the sums of a pool's nodes to the pool, until they are too old for the other numbers.
    public void keepNodes(String poolKey, List<PoolNode> nodes, Instant readAt) {
        keepNodes(Map.of(poolKey, new PoolContentsList<>(nodes, true, readAt)));
    }

    /// Adds the sums of several pools' nodes.
    ///
    /// @param byPool
    ///            all nodes of each pool, by its [poolscope.pool.Pool#key]
    public void keepNodes(Map<String, PoolContentsList<PoolNode>> byPool) {
        nodeTotals.keep(byPool);
        inventory().ifPresent(now -> show(nodeTotals.addTo(now)));
    }

    /// Whether the nodes of a pool were read, and not too long ago.
    boolean hasNodes() {
        return !nodeTotals.isEmpty();
    }

    /// Stops the refresh and closes the reader.
    public void close() {
        refresh.stop();
        reader.close();
    }

    /// An error of this program while a result is taken over ends that refresh, and is shown like one while reading.
    private void onStateChanged(BackgroundJob.State<Inventory> now) {
        try {
            takeOver(now);
        } catch (RuntimeException | Error e) {
            end(broken(e));
        }
    }

    /// An error of this program kept the automatic refresh from starting (P18).
    void notStarted(Throwable why) {
        if (!state().isLoading()) end(broken(why));
    }

    private void takeOver(BackgroundJob.State<Inventory> now) {
        if (!(now instanceof BackgroundJob.State.Running<Inventory>)) recovery = Optional.empty();
        switch (now) {
            case BackgroundJob.State.Running<Inventory> _ ->
                set(new RefreshState.Loading(clock.instant(), Optional.empty()));
            case BackgroundJob.State.Done<Inventory>(var read) -> {
                if (failures.times() > 0)
                    recovery = Optional.of(new AllConnectionsStatus.Recovery(
                            Duration.between(failures.since(), clock.instant()), failures.times()));
                succeeded(read);
                failures = ConsecutiveRefreshFailures.NONE;
                programErrors = ConsecutiveRefreshFailures.NONE;
            }
            case BackgroundJob.State.Idle<Inventory> _ ->
                end(new RefreshState.Cancelled(clock.instant()), interrupted(Reason.CANCELLED));
            case BackgroundJob.State.Failed<Inventory>(var why) ->
                end(why instanceof ApiException e ? failed(e.failure()) : broken(why), interrupted(Reason.FAILED));
        }
    }

    /// A list that may be incomplete does not replace a complete one.
    private void succeeded(Inventory read) {
        boolean better = inventory().map(i -> !i.isComplete() && !isWholeOfBefore(i)).orElse(true);
        if (read.coverage() instanceof Coverage.Incomplete(var reason) && !better) {
            end(new RefreshState.GaveUp(clock.instant(), reason, read.pools().size(), read.reading()));
            return;
        }
        end(new RefreshState.Loaded(clock.instant()), Optional.of(nodeTotals.addTo(withStatusSince(read))));
    }

    /// Only when the last known pools came after the refresh had read, and before its end, it does not know of them.
    private Inventory withStatusSince(Inventory read) {
        boolean cameLate = inventory().filter(Inventory::isEarlier).isPresent() && !inventory().equals(knownWhenRead);
        return cameLate ? StatusSinceCalculator.addTo(read, inventory()) : read;
    }

    private static boolean isWholeOfBefore(Inventory inventory) {
        return inventory.coverage() instanceof Coverage.Earlier(var isWhole) && isWhole;
    }

    private void end(RefreshState how) {
        end(how, inventory());
    }

    private void end(RefreshState how, Optional<Inventory> inventory) {
        failure = how;
        current.set(new StateAndInventory(how, inventory));
    }

    private void set(RefreshState state) {
        current.set(new StateAndInventory(state, inventory()));
    }

    private void show(Inventory inventory) {
        current.set(new StateAndInventory(state(), Optional.of(inventory)));
    }

    private void showPartial(Inventory soFar) {
        boolean nothingBetter = inventory().map(i -> i.coverage() instanceof Coverage.SoFar).orElse(true);
        if (nothingBetter) show(soFar);
    }

    private Optional<Inventory> interrupted(Reason why) {
        return inventory().map(i -> i.coverage() instanceof Coverage.SoFar ? i.with(new Coverage.Incomplete(why)) : i);
    }

    private RefreshState failed(Failure failure) {
        failures = failures.and(clock.instant());
        return new RefreshState.Failed(failure, failures.since(), failures.times());
    }

    private RefreshState broken(Throwable why) {
        LOG.log(System.Logger.Level.ERROR, "Reading the pools ended in an error of this program", why);
        var at = clock.instant();
        recovery = Optional.empty();
        failures = failures.and(at);
        programErrors = programErrors.and(at);
        return new RefreshState.Broken(at, programErrors.since(), programErrors.times());
    }
}
