package poolscope.start;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import poolscope.api.ProgramVersion;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.connection.SavedConnections;
import poolscope.desktop.DesktopNotifications;
import poolscope.disk.FileOps;
import poolscope.history.HistoryFolder;
import poolscope.live.AutoRefresh;
import poolscope.live.ConnectionRefreshService;
import poolscope.live.ConnectionTester;
import poolscope.live.FolderOpener;
import poolscope.live.InventoryReaderHolder;
import poolscope.live.InventoryRefresh;
import poolscope.live.LocalCredentialLocations;
import poolscope.live.ObservableConnections;
import poolscope.live.ObservableRequestLog;
import poolscope.live.ObservableSavedViews;
import poolscope.live.ObservableSettings;
import poolscope.live.PoolSource;
import poolscope.live.PoolSources;
import poolscope.live.RefreshPolicy;
import poolscope.live.RefreshState;
import poolscope.live.background.BackgroundJob;
import poolscope.live.background.BackgroundThreads;
import poolscope.live.background.Debouncer;
import poolscope.live.background.LatestTask;
import poolscope.live.background.SecondTicker;
import poolscope.live.background.TaskExecutors;
import poolscope.live.changes.HistoryRecorder;
import poolscope.live.changes.LastLook;
import poolscope.live.changes.PoolChangeTracker;
import poolscope.live.changes.PoolChanges;
import poolscope.live.table.TableArranger;
import poolscope.live.watch.DesktopNotifier;
import poolscope.live.watch.ObservableWatchRules;
import poolscope.live.watch.WatchNotification;
import poolscope.live.watch.WatchRunner;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.FileNotice;
import poolscope.settings.LoadedValue;
import poolscope.settings.SavedView;
import poolscope.settings.SavedViewDirectory;
import poolscope.settings.Settings;
import poolscope.settings.SettingsFile;
import poolscope.settings.WatchFiles;
import poolscope.ui.MainWindow;
import poolscope.ui.Screens;
import poolscope.ui.about.AboutModel;
import poolscope.ui.about.BuildInfo;
import poolscope.ui.changes.ChangeLogModel;
import poolscope.ui.commands.PaletteModel;
import poolscope.ui.compare.CompareModel;
import poolscope.ui.connections.ConnectionFormModel;
import poolscope.ui.connections.ConnectionListModel;
import poolscope.ui.connections.RequestLogModel;
import poolscope.ui.details.DetailsModel;
import poolscope.ui.details.PoolChangesModel;
import poolscope.ui.export.CopyModel;
import poolscope.ui.export.ExportModel;
import poolscope.ui.export.SaveDialog;
import poolscope.ui.export.SystemSaveDialog;
import poolscope.ui.fit.FitModel;
import poolscope.ui.fit.NodeCheckModel;
import poolscope.ui.handover.HandOverModel;
import poolscope.ui.main.HistoryModel;
import poolscope.ui.main.MainModel;
import poolscope.ui.nodes.PoolContentsExportModel;
import poolscope.ui.nodes.PoolContentsModel;
import poolscope.ui.pools.ChangesModel;
import poolscope.ui.pools.FilterMatchCountModel;
import poolscope.ui.pools.FilterModel;
import poolscope.ui.pools.PoolsModel;
import poolscope.ui.pools.ShownMomentModel;
import poolscope.ui.savedviews.SavedViewsModel;
import poolscope.ui.savedviews.StateSavedByViews;
import poolscope.ui.savedviews.TickedConnections;
import poolscope.ui.summary.SummaryModel;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;
import poolscope.ui.text.WatchText;
import poolscope.ui.trends.TrendsExportModel;
import poolscope.ui.trends.TrendsModel;
import poolscope.ui.values.ValueListModel;
import poolscope.ui.watch.WatchModel;
import poolscope.ui.welcome.WelcomeModel;

/// The objects of the running program, from the readers of connections to the window. For the FX thread.
public final class AppComposition implements AutoCloseable {

    /// The watch rules as they were loaded, and where changes are saved.
    public record WatchRules(LoadedValue<WatchFiles.Content> loaded, WatchFiles files) {}

    /// What was loaded from disk, and where changes are saved.
    ///
    /// @param views
    ///            the operator's saved views
    public record Kept(LoadedValue<Settings> settings, SettingsFile settingsFile,
            LoadedValue<SavedConnections> connections, ConnectionsFile connectionsFile,
            LoadedValue<List<SavedView>> views, SavedViewDirectory savedViewDirectory, WatchRules watch) {
        /// Notices about the state of the files.
        List<FileNotice> notices() {
            return Stream.of(settings.notices(), connections.notices(), views.notices(), watch.loaded().notices())
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /// Dependencies.
    ///
    /// @param demo
    ///            starts the demo cloud, which is shown while there is no connection, and returns its address
    /// @param services
    ///            closed with the program
    /// @param localMachine
    ///            searched for credentials of other tools
    /// @param places
    ///            shows a dialog for a file to write
    /// @param programs
    ///            runs file managers
    /// @param desktop
    ///            shows notifications; closed with the program
    public record Parts(Supplier<Connection> demo, Kept kept, AppServices appServices,
            LocalCredentialLocations localCredentialLocations, Function<Stage, SaveDialog> places,
            FolderOpener.Runner programs, DesktopNotifications desktop) {
        public Parts(Supplier<Connection> demo, Kept kept, AppServices appServices) {
            this(demo, kept, appServices, LocalCredentialLocations.here(), SystemSaveDialog::new,
                    FolderOpener::onThisMachine,
                    DesktopNotifications.of(System.getProperty("os.name"), System.getenv()));
        }
    }

    /// longer than the pause between two letters of a fast typist, too short to be noticed
    private static final Duration TYPING_PAUSE = Duration.ofMillis(120);

    private final AppServices appServices;
    private final PoolSources poolSources = new PoolSources();
    private final ObservableSettings settings;
    private final SecondTicker secondTicker;
    private final TableArranger tableArranger;
    private final FilterMatchCountModel filterAdvice;
    /// One thread each: arranging a large table must not delay the counts, and neither may run twice at once.
    private final BackgroundThreads arranging = BackgroundThreads.single("arranging");
    private final BackgroundThreads counting = BackgroundThreads.single("counting");
    private final BackgroundThreads recording = BackgroundThreads.single("recording");
    private final PoolChangeTracker tracker;
    private final ChangesModel changes;
    private final HandOverModel handOver;
    private final Screens.Trends trends;
    private final ShownMomentModel moment;
    private final LastLook lastLook;
    private final ObservableConnections observableConnections;
    private final HistoryRecorder historyRecorder;
    private final AutoRefresh autoRefresh;
    private final PoolsModel pools;
    private final ObservableSavedViews observableSavedViews;
    private final SavedViewsModel views;
    private final ExportModel export;
    private final CopyModel copies;
    private final PoolContentsModel contents;
    private final NodeCheckModel nodeCheck;
    private final SummaryModel summary;
    private final BackgroundThreads notifying = BackgroundThreads.single("notifications");
    private final ObservableWatchRules watchRules;
    private final DesktopNotifier desktopNotifier;
    private final WatchRunner watchRunner;
    private final Stage stage;
    private final MainWindow mainWindow;

    public AppComposition(Parts parts, Stage stage) {
        this.stage = stage;
        appServices = parts.appServices();
        var requestClockAndTimeouts = appServices.requestClockAndTimeouts();
        var executors = TaskExecutors.of(appServices.backgroundThreads());
        Clock clock = requestClockAndTimeouts.clock();
        settings = new ObservableSettings(parts.kept().settings().value(), parts.kept().settingsFile(), executors);
        secondTicker = new SecondTicker(clock);
        secondTicker.start(executors.fx());
        tableArranger = new TableArranger(clock, TaskExecutors.of(arranging));
        Supplier<ZoneId> zone = () -> settings.settings().appearance().timeZone().zone();
        var filter = new FilterModel(settings.part(Settings::filter, Settings::withFilter), Debouncer.of(TYPING_PAUSE),
                zone.get());
        settings.settingsProperty()
                .map(now -> now.appearance().timeZone())
                .subscribe((_, now) -> filter.moveTo(now.zone()));
        var savedConnections = new SimpleObjectProperty<>(parts.kept().connections().value());
        var damage = new SimpleObjectProperty<Optional<FileNotice>>(Optional.empty());
        var history = HistoryFolder.in(parts.kept().settingsFile().folder(), FileOps.ofDisk(), clock,
                copy -> Platform.runLater(() -> damage.set(Optional.of(new FileNotice.HistoryDamaged(copy)))));
        historyRecorder = new HistoryRecorder(poolSources,
                new HistoryRecorder.Storage(history,
                        one -> settings.settings().changes().isHistoryKept()
                                ? savedConnections.get().find(one.id()).map(saved -> saved.query().narrowing())
                                : Optional.empty()),
                TaskExecutors.of(recording));
        tracker = new PoolChangeTracker(poolSources, settings.part(Settings::changes, Settings::withChanges),
                new PoolChangeTracker.Sources(historyRecorder, clock, zone), TaskExecutors.of(recording));
        pools = new PoolsModel(poolSources, tableArranger, new LatestTask(executors), settings, filter,
                tracker.changesProperty().map(PoolChanges::gone));
        var recentCommandsAndExport = settings.part(Settings::recentCommandsAndExport, Settings::withHabits);
        filterAdvice = new FilterMatchCountModel(filter, pools::allPoolSet, clock, TaskExecutors.of(counting));
        export = new ExportModel(new ExportModel.Dependencies(pools, poolSources, clock, zone,
                ProgramVersion.nameAndNumber(), recentCommandsAndExport, new BackgroundJob<>(executors)));
        summary = new SummaryModel(pools, settings, new LatestTask(executors));
        var secretStoreAccess = appServices.secretStoreAccess();
        observableConnections = new ObservableConnections(parts.kept().connections().value(),
                new ObservableConnections.Parts(poolSources, parts.kept().connectionsFile(), secretStoreAccess,
                        appServices.readerFactory(), () -> demo(parts.demo().get()), this::refreshes, executors,
                        clock));
        savedConnections.bind(observableConnections.savedProperty());
        copies = new CopyModel(new CopyModel.Dependencies(pools, poolSources, secondTicker, zone,
                one -> observableConnections.saved().query(one), new BackgroundJob<>(executors)));
        autoRefresh = new AutoRefresh(poolSources, secondTicker, this::refreshPolicy);
        var folderOpener = new FolderOpener(System.getProperty("os.name"), parts.programs(), executors);
        var main = new MainModel(poolSources, secondTicker, settings, observableConnections,
                new MainModel.FileNotices(parts.kept().notices(), folderOpener));
        damage.subscribe(now -> now.ifPresent(main::addNotice));
        historyRecorder.saveProblemProperty().subscribe(main::noticeSaving);
        observableSavedViews = new ObservableSavedViews(parts.kept().views().value(), parts.kept().savedViewDirectory(),
                executors, main::addNotice);
        views = new SavedViewsModel(
                new StateSavedByViews(filter.stateProperty().map(_ -> filter.text()), filter::setText,
                        filter::asOneStep, pools.layoutProperty(), settings.part(Settings::view, Settings::withView)),
                new TickedConnections(observableConnections.savedProperty(), observableConnections::tickOnly),
                observableSavedViews, main::addNotice);
        watchRules = new ObservableWatchRules(parts.kept().watch().loaded().value().rules(),
                parts.kept().watch().files(), executors);
        desktopNotifier = new DesktopNotifier(parts.desktop(), TaskExecutors.of(notifying));
        watchRunner = new WatchRunner(parts.kept().watch().loaded().value().state(), parts.kept().watch().files(),
                new WatchRunner.Parts(poolSources, watchRules, secondTicker, zone, this::refreshPolicy, executors,
                        this::showNotification));
        watchRules.saveProblemProperty().subscribe(main::noticeSaving);
        watchRunner.saveProblemProperty().subscribe(main::noticeSaving);
        contents = new PoolContentsModel(poolSources, pools, secondTicker,
                new PoolContentsModel.Readings(new BackgroundJob<>(executors), new BackgroundJob<>(executors),
                        new BackgroundJob<>(executors)),
                new PoolContentsExportModel(new BackgroundJob<>(executors),
                        () -> recentCommandsAndExport.get().export().forSpreadsheets()));
        nodeCheck = new NodeCheckModel(pools, poolSources, new BackgroundJob<>(executors));
        changes = new ChangesModel(tracker, pools, settings, clock);
        handOver = new HandOverModel(
                new HandOverModel.Sources(poolSources, historyRecorder.earlierPools(), pools, changes, clock),
                new LatestTask(executors), new BackgroundJob<>(executors), new BackgroundJob<>(executors));
        moment = new ShownMomentModel(pools, new ShownMomentModel.Past(poolSources, historyRecorder),
                new ShownMomentModel.Work(new LatestTask(executors), new LatestTask(executors)));
        trends = new Screens.Trends(
                new TrendsModel(pools, new TrendsModel.Past(poolSources, historyRecorder.earlierPools(), clock),
                        new LatestTask(executors)),
                new TrendsExportModel(new BackgroundJob<>(executors), zone,
                        () -> recentCommandsAndExport.get().export().forSpreadsheets()));
        var models = new Screens.Models(main, pools, filterAdvice, summary, views,
                new ConnectionListModel(poolSources, secondTicker, observableConnections),
                new RequestLogModel(new ObservableRequestLog(requestClockAndTimeouts.log()), secondTicker, settings),
                new PaletteModel(new LatestTask(executors), recentCommandsAndExport),
                new WelcomeModel(settings, observableConnections,
                        new ConnectionTester(requestClockAndTimeouts, appServices.signIns(), executors),
                        parts.localCredentialLocations()),
                new AboutModel(BuildInfo.ofThis(), parts.kept().settingsFile().folder(), folderOpener),
                new HistoryModel(historyRecorder, settings, folderOpener),
                initialState -> new ConnectionFormModel(
                        new ConnectionFormModel.Dependencies(observableConnections, secretStoreAccess,
                                new ConnectionTester(requestClockAndTimeouts, appServices.signIns(), executors),
                                parts.localCredentialLocations()),
                        initialState),
                field -> new ValueListModel(field, pools.filter(), pools.poolArrangement().set(), clock.instant(),
                        new LatestTask(executors)),
                new Screens.Leaving(export, copies, handOver, parts.places().apply(stage)),
                new Screens.Study(new FitModel(pools, poolSources), nodeCheck,
                        new DetailsModel(pools, poolSources, new LatestTask(executors)), new CompareModel(pools),
                        contents, changes(clock, executors),
                        new WatchModel(new WatchModel.Dependencies(watchRules, watchRunner, filter,
                                observableConnections, poolSources, secondTicker, desktopNotifier,
                                settings.settingsProperty().map(Settings::refresh)))));
        mainWindow = new MainWindow(models, stage);
        lastLook = new LastLook(settings.part(Settings::changes, Settings::withChanges), clock);
        stage.focusedProperty()
                .flatMap(focused -> stage.iconifiedProperty().map(iconified -> focused && !iconified))
                .subscribe(lastLook::setInUse);
        // after events that are waiting: they change the layout too, and each change costs another pulse
        Platform.runLater(mainWindow::show);
    }

    private RefreshPolicy refreshPolicy(Connection connection) {
        return RefreshPolicy.of(settings.settings().refresh().every(),
                observableConnections.saved().refreshEvery(connection), stage.isIconified());
    }

    private void showNotification(WatchNotification notification) {
        var appearance = settings.settings().appearance();
        var texts = Texts.of(appearance.language());
        var notice = new WatchText(texts, new TimeText(texts, appearance.timeZone().zone())).notice(notification);
        desktopNotifier.show(notice.title(), notice.body(), () -> mainWindow.showHits(notification.hits()));
    }

    private PoolSource demo(Connection demo) {
        var requestClockAndTimeouts = appServices.requestClockAndTimeouts();
        return new PoolSource(demo, () -> InventoryReader.open(demo, Credentials.NONE, requestClockAndTimeouts),
                requestClockAndTimeouts.clock(), this::refreshes);
    }

    private InventoryRefresh refreshes(InventoryReaderHolder reader) {
        return new ConnectionRefreshService(reader, TaskExecutors.of(appServices.backgroundThreads()));
    }

    private Screens.Changes changes(Clock clock, TaskExecutors executors) {
        var earlierPools = historyRecorder.earlierPools();
        return new Screens.Changes(changes,
                new ChangeLogModel(changes, pools, new ChangeLogModel.Past(poolSources, earlierPools, clock),
                        new LatestTask(executors)),
                new PoolChangesModel(pools, changes, new PoolChangesModel.Past(earlierPools, clock),
                        new LatestTask(executors)),
                trends, moment);
    }

    /// Asks whether the view is to be added, or shows why it can't be read.
    public void openView(Path file) {
        mainWindow.openView(file.toFile());
    }

    public MainWindow mainWindow() {
        return mainWindow;
    }

    public PoolSources poolSources() {
        return poolSources;
    }

    public CopyModel copies() {
        return copies;
    }

    public PoolsModel pools() {
        return pools;
    }

    public ChangesModel changes() {
        return changes;
    }

    public SummaryModel summary() {
        return summary;
    }

    public SavedViewsModel views() {
        return views;
    }

    public ObservableWatchRules watchRules() {
        return watchRules;
    }

    public ObservableSettings settings() {
        return settings;
    }

    public HistoryRecorder historyRecorder() {
        return historyRecorder;
    }

    public ObservableConnections observableConnections() {
        return observableConnections;
    }

    public Stage stage() {
        return stage;
    }

    /// Whether the first refresh has ended, successfully or not, and its pools are in the table.
    public boolean isRead() {
        var state = poolSources.sources().getFirst().state();
        return !(state instanceof RefreshState.Idle || state.isLoading())
                && pools.poolArrangement().set() == poolSources.poolsProperty().get();
    }

    /// Stops all background work and saves unsaved changes.
    @Override
    public void close() {
        mainWindow.close();
        lastLook.setInUse(false);
        tracker.close();
        handOver.close();
        moment.close();
        trends.model().close();
        trends.export().close();
        export.close();
        copies.close();
        contents.close();
        nodeCheck.close();
        autoRefresh.close();
        secondTicker.close();
        watchRunner.close();
        watchRules.close();
        desktopNotifier.close();
        notifying.close();
        historyRecorder.close();
        observableConnections.close();
        tableArranger.close();
        observableSavedViews.close();
        pools.filter().close();
        filterAdvice.close();
        settings.close();
        arranging.close();
        recording.close();
        counting.close();
        appServices.close();
    }
}
