package poolscope.start;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import poolscope.connection.Connection;
import poolscope.desktop.DesktopNotifications;
import poolscope.live.FolderOpener;
import poolscope.live.LocalCredentialLocations;
import poolscope.live.ObservableConnections;
import poolscope.live.ObservableSavedViews;
import poolscope.live.ObservableSettings;
import poolscope.live.PoolSources;
import poolscope.live.RefreshPolicy;
import poolscope.live.RefreshState;
import poolscope.live.changes.HistoryRecorder;
import poolscope.live.watch.ObservableWatchRules;
import poolscope.pool.Inventory;
import poolscope.settings.Settings;
import poolscope.ui.MainWindow;
import poolscope.ui.ScreenModels;
import poolscope.ui.ScreenModels.FileDialogs;
import poolscope.ui.ScreenModels.WindowModels;
import poolscope.ui.about.AboutModel;
import poolscope.ui.about.BuildInfo;
import poolscope.ui.commands.PaletteModel;
import poolscope.ui.export.CopyModel;
import poolscope.ui.export.SystemOpenDialog;
import poolscope.ui.export.SystemSaveDialog;
import poolscope.ui.main.FileNoticesModel;
import poolscope.ui.main.MainModel;
import poolscope.ui.main.UnsavedChangesModel;
import poolscope.ui.pools.ChangedPoolsModel;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.savedviews.SavedViewScreenState;
import poolscope.ui.savedviews.SavedViewsModel;
import poolscope.ui.savedviews.TickedConnections;
import poolscope.ui.settings.SettingsModel;
import poolscope.ui.summary.SummaryStripModel;

/// The objects of the running program, from the readers of connections to the window. For the FX thread.
///
/// Each subject is composed in a class of its own; this one joins them, and makes what belongs to the window itself.
public final class AppComposition implements AutoCloseable {

    /// Dependencies.
    ///
    /// @param demo
    ///            starts the demo cloud, which is shown while there is no connection, and returns its address
    /// @param appServices
    ///            closed with the program
    /// @param localCredentialLocations
    ///            searched for credentials of other tools
    /// @param fileDialogs
    ///            makes the dialogs that ask for files
    /// @param programs
    ///            runs file managers
    /// @param desktop
    ///            shows notifications; closed with the program
    public record Parts(Supplier<Connection> demo, LoadedFiles files, ServicesWithoutWindow servicesWithoutWindow,
            LocalCredentialLocations localCredentialLocations, Function<Stage, FileDialogs> fileDialogs,
            FolderOpener.Runner programs, DesktopNotifications desktop) {
        public Parts(Supplier<Connection> demo, LoadedFiles files, ServicesWithoutWindow servicesWithoutWindow) {
            this(demo, files, servicesWithoutWindow, LocalCredentialLocations.here(),
                    stage -> new FileDialogs(new SystemSaveDialog(stage), new SystemOpenDialog(stage)),
                    FolderOpener::onThisMachine,
                    DesktopNotifications.of(System.getProperty("os.name"), System.getenv()));
        }
    }

    private final ServicesWithoutWindow servicesWithoutWindow;
    private final SharedWindowServices shared;
    private final HistoryComposition history;
    private final PoolListComposition poolList;
    private final ConnectionsComposition connections;
    private final WatchComposition watch;
    private final ChangesAndHistoryComposition changes;
    private final AnalysisComposition analysis;
    private final ExportComposition export;
    private final ObservableSavedViews observableSavedViews;
    private final SavedViewsModel views;
    private final Stage stage;
    private final MainWindow mainWindow;

    public AppComposition(Parts parts, Stage stage) {
        this.stage = stage;
        servicesWithoutWindow = parts.servicesWithoutWindow();
        var files = parts.files();
        shared = SharedWindowServices.of(servicesWithoutWindow, files);
        history = new HistoryComposition(shared, files.history(), files.connections().value());
        poolList = new PoolListComposition(shared, history.tracker().changesProperty());
        connections = new ConnectionsComposition(parts, shared, this::refreshPolicy);
        history.follow(connections.connections());
        var folderOpener = new FolderOpener(System.getProperty("os.name"), parts.programs(), shared.executors());
        var notices = notices(files, folderOpener);
        history.showProblems(notices);
        observableSavedViews = new ObservableSavedViews(files.views().value(), files.savedViewDirectory(),
                shared.executors(), notices::add);
        views = savedViews(notices);
        watch = new WatchComposition(shared, files.watch(), parts.desktop(), this::refreshPolicy,
                hits -> mainWindow().showHits(hits));
        watch.showProblems(notices);
        changes = new ChangesAndHistoryComposition(shared, history, poolList.pools(), folderOpener);
        analysis = new AnalysisComposition(shared, poolList.pools());
        export = new ExportComposition(shared, poolList.pools(), connections.connections(), changes.models().moment(),
                parts.fileDialogs().apply(stage));
        mainWindow = new MainWindow(new ScreenModels(windowModels(files, notices, folderOpener), poolList.models(),
                connections.models(), changes.models(), analysis.models(), export.models(),
                watch.model(poolList.filter(), connections.connections())), stage);
        history.observeUse(stage);
        // after events that are waiting: they change the layout too, and each change costs another pulse
        Platform.runLater(mainWindow::show);
    }

    private FileNoticesModel notices(LoadedFiles files, FolderOpener folderOpener) {
        var notices = new FileNoticesModel(files.notices(), folderOpener);
        notices.follow(shared.settings().saveProblemProperty());
        notices.follow(connections.connections().saveProblemProperty());
        return notices;
    }

    private WindowModels windowModels(LoadedFiles files, FileNoticesModel notices, FolderOpener folderOpener) {
        return new WindowModels(
                new MainModel(
                        shared.poolSources(), shared.secondTicker(), shared.settings(), connections.connections()),
                notices, views,
                new PaletteModel(shared.newTask(),
                        shared.settings().part(Settings::recentCommandsAndExport, Settings::withHabits)),
                new AboutModel(BuildInfo.ofThis(), files.settingsFile().folder(), folderOpener),
                new UnsavedChangesModel(List.of(shared.settings()::saveNow, connections.connections()::saveNow,
                        observableSavedViews::saveNow, watch::saveNow, history.recorder()::saveNow)),
                new SettingsModel(shared.settings()));
    }

    private SavedViewsModel savedViews(FileNoticesModel notices) {
        var filter = poolList.filter();
        var saved = connections.connections();
        return new SavedViewsModel(
                new SavedViewScreenState(filter.stateProperty().map(_ -> filter.text()), filter::setText,
                        filter::asOneStep, poolList.pools().layoutProperty(),
                        shared.settings().part(Settings::view, Settings::withView)),
                new TickedConnections(saved.savedProperty(), saved::tickOnly), observableSavedViews, notices::add);
    }

    private RefreshPolicy refreshPolicy(Connection connection) {
        return RefreshPolicy.of(shared.settings().settings().refresh().every(),
                connections.connections().saved().refreshEvery(connection), stage.isIconified());
    }

    /// Asks whether the view in that file is to be added, or shows the pools of a snapshot, or why it can't be read.
    public void openFile(Path file) {
        mainWindow.openFile(file.toFile());
    }

    public MainWindow mainWindow() {
        return mainWindow;
    }

    public PoolSources poolSources() {
        return shared.poolSources();
    }

    public CopyModel copies() {
        return export.models().copies();
    }

    public PoolsTableModel pools() {
        return poolList.pools();
    }

    public ChangedPoolsModel changes() {
        return changes.models().marks();
    }

    public SummaryStripModel summary() {
        return poolList.models().summary();
    }

    public SavedViewsModel views() {
        return views;
    }

    public ObservableWatchRules watchRules() {
        return watch.rules();
    }

    public ObservableSettings settings() {
        return shared.settings();
    }

    public HistoryRecorder historyRecorder() {
        return history.recorder();
    }

    public ObservableConnections observableConnections() {
        return connections.connections();
    }

    public Stage stage() {
        return stage;
    }

    /// Whether the first refresh has ended, successfully or not, and its pools are in the table.
    public boolean isRead() {
        var state = poolSources().sources().getFirst().state();
        return !(state instanceof RefreshState.Idle || state.isLoading()) && isTableUpToDate();
    }

    /// Whether the table has the pools that were last known of the first connection, before its first refresh ended.
    boolean isLastKnownShown() {
        return poolSources().sources().getFirst().inventory().filter(Inventory::isEarlier).isPresent()
                && isTableUpToDate();
    }

    /// Whether the table has the pools that the connections have.
    private boolean isTableUpToDate() {
        return pools().arrangedPools().set() == poolSources().poolsProperty().get();
    }

    /// Stops all background work and saves unsaved changes.
    @Override
    public void close() {
        mainWindow.close();
        changes.close();
        export.close();
        analysis.close();
        watch.close();
        history.close();
        connections.close();
        observableSavedViews.close();
        poolList.close();
        shared.close();
        servicesWithoutWindow.close();
    }
}
