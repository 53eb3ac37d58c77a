package poolscope.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.function.Function;
import poolscope.MovableClock;
import poolscope.api.ApiTarget;
import poolscope.api.HttpTimeouts;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.api.signin.ConnectionSecretLookup;
import poolscope.connection.ConnectionColour;
import poolscope.connection.ConnectionListAppearance;
import poolscope.connection.Credentials;
import poolscope.connection.InMemorySecretStore;
import poolscope.connection.NetworkRoute;
import poolscope.connection.PoolQuery;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.connection.TestQueries;
import poolscope.demo.TestCloud;
import poolscope.disk.FileSystemOperations;
import poolscope.live.BackgroundSecretStoreSearch;
import poolscope.live.ConnectionRefresher;
import poolscope.live.InventoryReaderFactory;
import poolscope.live.InventoryReaderHolder;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableConnections;
import poolscope.live.ObservableSettings;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.SteppedRefresh;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundThreads;
import poolscope.live.background.LatestTask;
import poolscope.live.background.SteppedExecutor;
import poolscope.live.changes.HistoryRecorder;
import poolscope.live.changes.PoolChangeTracker;
import poolscope.live.table.PoolRow;
import poolscope.live.table.TableArranger;
import poolscope.pool.Pool;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.Settings;
import poolscope.settings.SettingsFile;
import poolscope.ui.changes.ChangeLogModel;
import poolscope.ui.pools.ChangedPoolsModel;
import poolscope.ui.pools.FilterModel;
import poolscope.ui.pools.PoolsTableModel;

/// The models under the window without a JavaFX toolkit: background work and what it publishes wait until the test runs
/// them on its own thread.
public final class ModelFixture implements AutoCloseable {
    public final MovableClock clock = new MovableClock();
    public final SteppedExecutor executor = new SteppedExecutor();
    public final BackgroundAndFxExecutors executors;
    public final ObservableTickedConnectionPools observableTickedConnectionPools = new ObservableTickedConnectionPools();
    public final ObservableSettings settings;
    public final FilterModel filter;
    public final HistoryRecorder recorder;
    public final PoolChangeTracker tracker;
    public final PoolsTableModel pools;
    public final ChangedPoolsModel changes;
    private final List<AutoCloseable> opened = new ArrayList<>();

    /// @param folder
    ///            for settings, which are not saved
    public ModelFixture(Path folder) {
        this(folder, Optional.empty());
    }

    /// With threads for what waits for other background work; only what they publish waits for the test.
    ///
    /// @param folder
    ///            for settings, which are not saved
    public static ModelFixture withThreads(Path folder) {
        return new ModelFixture(folder, Optional.of(new BackgroundThreads()));
    }

    private ModelFixture(Path folder, Optional<BackgroundThreads> threads) {
        threads.ifPresent(opened::add);
        executors = new BackgroundAndFxExecutors(threads.<Executor>map(Function.identity()).orElse(executor), executor);
        settings = new ObservableSettings(Settings.defaults(),
                SettingsFile.in(folder, FileSystemOperations.ofDisk(), clock), new BackgroundAndFxExecutors(_ -> {
                }, Runnable::run));
        filter = new FilterModel(settings.part(Settings::filter, Settings::withFilter), Runnable::run, ZoneOffset.UTC);
        recorder = new HistoryRecorder(observableTickedConnectionPools, executors);
        tracker = new PoolChangeTracker(observableTickedConnectionPools,
                settings.part(Settings::changes, Settings::withChanges),
                new PoolChangeTracker.Sources(recorder, clock, () -> ZoneOffset.UTC, _ -> {
                }), executors);
        pools = new PoolsTableModel(observableTickedConnectionPools, new TableArranger(clock, executors),
                new LatestTask(executors), settings, filter, tracker.poolsWithChangesProperty());
        changes = new ChangedPoolsModel(tracker, pools, settings, clock);
    }

    /// With the fixture's clock; between attempts nothing waits.
    public RequestClockAndTimeouts environment() {
        return new RequestClockAndTimeouts(clock, System::nanoTime, new Random(1), _ -> {
        }, HttpTimeouts.DEFAULT);
    }

    /// A connection more, with a service of its own that has these pools; not read yet.
    public ListService connect(String name, ListService.SentPool... has) throws IOException {
        var service = new ListService();
        opened.add(service);
        service.has(has);
        connect(new ServiceAndProject(name, name, Optional.empty(), service.endpoint(), "p"), TestQueries.V1_ONLY);
        return service;
    }

    /// A connection more, to the service of another one.
    public void connectAgain(String name, ListService service) {
        connect(new ServiceAndProject(name, name, Optional.empty(), service.endpoint(), "p"), TestQueries.V1_ONLY);
    }

    /// A connection more, to the demo cloud as tests need it, which is closed with this fixture; not read yet.
    public void connect(String name, TestCloud cloud) {
        opened.add(cloud);
        connect(new ServiceAndProject(name, name, Optional.empty(), cloud.endpoint(), cloud.projectId()),
                PoolQuery.ALL);
    }

    private void connect(ServiceAndProject serviceAndProject, PoolQuery query) {
        var source = new ObservableConnectionInventory(
                serviceAndProject, () -> InventoryReader
                        .open(ApiTarget.of(serviceAndProject, Credentials.NONE).withQuery(query), environment()),
                clock, this::refreshes);
        opened.add(source::close);
        observableTickedConnectionPools.sources().add(source);
    }

    private ConnectionRefresher refreshes(InventoryReaderHolder reader) {
        return new SteppedRefresh(reader, executors);
    }

    /// The operator's saved connections instead of those of [#connect]. Without any, a demo cloud without pools stands
    /// in.
    ///
    /// @param folder
    ///            where they are saved
    public ObservableConnections saved(Path folder, SavedConnection... connections) throws IOException {
        var store = new BackgroundSecretStoreSearch(InMemorySecretStore::new,
                new BackgroundAndFxExecutors(Runnable::run, executor));
        var factory = new InventoryReaderFactory(new ConnectionSecretLookup(store::secrets, clock),
                target -> InventoryReader.open(target, environment()), executors.background());
        var demo = savedConnection("demo", "", new ListService()).serviceAndProject();
        var live = new ObservableConnections(new SavedConnections(List.of(connections)),
                new ObservableConnections.Parts(observableTickedConnectionPools,
                        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), clock), store, factory,
                        () -> new ObservableConnectionInventory(demo,
                                () -> InventoryReader.open(
                                        ApiTarget.of(demo, Credentials.NONE).withQuery(TestQueries.V1_ONLY),
                                        environment()),
                                clock, this::refreshes),
                        this::refreshes, executors, clock));
        opened.add(live::close);
        return live;
    }

    /// A connection to that service, which is closed with this fixture.
    public SavedConnection savedConnection(String name, String group, ListService service) {
        opened.add(service);
        return new SavedConnection(new ServiceAndProject(name, name, Optional.empty(), service.endpoint(), "p"),
                new ConnectionListAppearance(group, ConnectionColour.NONE, true), SignInMethod.NONE,
                NetworkRoute.DEFAULT, TestQueries.V1_ONLY, Optional.empty());
    }

    /// Runs all that waits.
    public void run() {
        executor.runAll();
    }

    /// Reads all connections.
    public void read() {
        observableTickedConnectionPools.refresh();
        run();
    }

    /// Types a filter.
    public void filter(String text) {
        filter.setText(text);
        run();
    }

    /// The change log of what was recorded here.
    public ChangeLogModel changeLog() {
        return new ChangeLogModel(changes, pools,
                new ChangeLogModel.Past(observableTickedConnectionPools, recorder.poolHistory(), clock),
                new LatestTask(executors));
    }

    /// The row at that place, which must be a pool's.
    public PoolRow row(int place) {
        return (PoolRow) pools.rows().get(place);
    }

    /// The names of the rows, from top to bottom.
    public List<String> shown() {
        return names(pools.shownPools());
    }

    public static List<String> names(List<Pool> pools) {
        return pools.stream().map(pool -> pool.poolNamesAndOwner().name().asText("")).toList();
    }

    @Override
    public void close() {
        for (var one : opened.reversed())
            close(one);
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new AssertionError("could not be closed", e);
        }
    }
}
