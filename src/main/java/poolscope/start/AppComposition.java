package poolscope.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.Stage;
import poolscope.connection.ServiceAndProject;
import poolscope.desktop.DesktopNotifications;
import poolscope.live.ConnectionsOfWindow;
import poolscope.live.FolderOpener;
import poolscope.live.LocalCredentialLocations;
import poolscope.live.ObservableConnections;
import poolscope.live.ObservableSavedViews;
import poolscope.live.ObservableSettings;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.RefreshPolicy;
import poolscope.live.RefreshState;
import poolscope.live.changes.HistoryRecorder;
import poolscope.live.watch.ObservableWatchRules;
import poolscope.pool.Inventory;
import poolscope.ui.MainWindow;
import poolscope.ui.ScreenModels.FileDialogs;
import poolscope.ui.ScreenModels.WindowCommands;
import poolscope.ui.export.CopyModel;
import poolscope.ui.export.LastFolder;
import poolscope.ui.export.SystemOpenDialog;
import poolscope.ui.export.SystemSaveDialog;
import poolscope.ui.main.FileNoticesModel;
import poolscope.ui.main.UnsavedChangesModel;
import poolscope.ui.pools.ChangedPoolsModel;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.savedviews.SavedViewsModel;
import poolscope.ui.summary.SummaryStripModel;

/// The objects of the running program, from the readers of connections to the window. For the FX thread.
///
/// Each subject, and each window, is composed in a class of its own; this one joins them.
public final class AppComposition implements AutoCloseable {
    /// How far another window stands from the one in front, in pixels.
    private static final double STEP = 32;

    /// Dependencies.
    ///
    /// @param demo
    ///            starts the demo cloud, which is shown while there is no connection, and returns its address
    /// @param servicesBeforeJavaFxStart
    ///            closed with the program
    /// @param localCredentialLocations
    ///            searched for credentials of other tools
    /// @param fileDialogs
    ///            makes the dialogs that ask for files
    /// @param programs
    ///            runs file managers
    /// @param desktop
    ///            shows notifications; closed with the program
    public record Parts(Supplier<ServiceAndProject> demo, LoadedFiles files,
            ServicesBeforeJavaFxStart servicesBeforeJavaFxStart, LocalCredentialLocations localCredentialLocations,
            Function<Stage, FileDialogs> fileDialogs, FolderOpener.Runner programs, DesktopNotifications desktop) {
        public Parts(Supplier<ServiceAndProject> demo, LoadedFiles files,
                ServicesBeforeJavaFxStart servicesBeforeJavaFxStart) {
            this(demo, files, servicesBeforeJavaFxStart, LocalCredentialLocations.here(),
                    fileDialogs(LastFolder.on(System.getProperty("os.name"), LocalCredentialLocations.here().home())),
                    FolderOpener::onThisMachine,
                    DesktopNotifications.of(System.getProperty("os.name"), System.getenv()));
        }

        private static Function<Stage, FileDialogs> fileDialogs(LastFolder folder) {
            return stage -> new FileDialogs(new SystemSaveDialog(stage, folder), new SystemOpenDialog(stage, folder));
        }
    }

    private final ServicesBeforeJavaFxStart servicesBeforeJavaFxStart;
    private final SharedWindowServices shared;
    private final HistoryRecordingComposition history;
    private final ConnectionsComposition connections;
    private final WatchComposition watch;
    private final ObservableSavedViews observableSavedViews;
    private final WindowComposition.SharedParts windowParts;
    private final List<WindowComposition> windows = new ArrayList<>();
    private final WindowComposition firstWindow;
    private Optional<WindowComposition> lastInUse = Optional.empty();
    private Runnable onLastClosed = () -> {
    };

    public AppComposition(Parts parts, Stage stage) {
        servicesBeforeJavaFxStart = parts.servicesBeforeJavaFxStart();
        var files = parts.files();
        shared = SharedWindowServices.of(servicesBeforeJavaFxStart, files);
        history = new HistoryRecordingComposition(shared, files.history(), files.connections().value());
        connections = new ConnectionsComposition(parts, shared, this::refreshPolicy);
        history.follow(connections.connections());
        var folderOpener = new FolderOpener(System.getProperty("os.name"), parts.programs(), shared.executors());
        var notices = notices(files, folderOpener);
        history.showProblems(notices);
        observableSavedViews = new ObservableSavedViews(files.views().value(), files.savedViewsFolder(),
                shared.executors(), notices::add);
        watch = new WatchComposition(shared, files.watch(), parts.desktop(), this::refreshPolicy,
                hits -> frontWindow().mainWindow().showHits(hits));
        watch.showProblems(notices);
        windowParts = new WindowComposition.SharedParts(files, history, connections, watch, observableSavedViews,
                notices, folderOpener, parts.fileDialogs(), new WindowCommands(this::openWindow, this::quit),
                new UnsavedChangesModel(
                        List.of(shared.settings()::saveNow, connections.connections()::saveNow,
                                observableSavedViews::saveNow, watch::saveNow, history.recorder()::saveNow),
                        shared.executors().saveTimeLimit(), () -> windows.size() > 1));
        firstWindow = open(shared.settings(), connections.connections().ofFirstWindow(), stage);
    }

    private FileNoticesModel notices(LoadedFiles files, FolderOpener folderOpener) {
        var notices = new FileNoticesModel(files.notices(), folderOpener);
        notices.follow(shared.settings().saveProblemProperty());
        notices.follow(connections.connections().saveProblemProperty());
        return notices;
    }

    private WindowComposition open(ObservableSettings settings, ConnectionsOfWindow ofWindow, Stage stage) {
        var services = shared.with(ofWindow.observableTickedConnectionPools(), settings);
        var window = new WindowComposition(services, windowParts, ofWindow, stage);
        windows.add(window);
        stage.focusedProperty().subscribe(isFocused -> {
            if (isFocused) lastInUse = Optional.of(window);
        });
        window.onHidden(_ -> onHidden(window));
        return window;
    }

    /// Opens another window. It begins as the one in front, a little below and to the right of it, and has its own
    /// ticked connections, view, table and filter, which are not remembered; the saved connections, their pools and all
    /// other settings are the same in all windows.
    void openWindow() {
        var front = frontWindow();
        var settings = front.services().settings().settings();
        var own = shared.settings().ofAnotherWindow(settings.withWindow(settings.window().movedBy(STEP)));
        var stage = new Stage();
        stage.getIcons().setAll(front.stage().getIcons());
        open(own, front.connections().ofAnotherWindow(), stage).onHidden(_ -> own.close());
    }

    /// The window that was used last, of those that are open. What comes from outside is shown there: a notification
    /// that is clicked on, or a file.
    private WindowComposition frontWindow() {
        return lastInUse.filter(windows::contains).orElseGet(() -> windows.isEmpty() ? firstWindow : windows.getLast());
    }

    private void onHidden(WindowComposition window) {
        window.close();
        if (lastInUse.filter(last -> last == window).isPresent()) lastInUse = Optional.empty();
        if (!windows.remove(window)) return;
        if (windows.isEmpty()) onLastClosed.run();
        else
            window.closeConnections();
    }

    /// Closes all windows. The last one asks first when something can't be saved.
    private void quit() {
        List.copyOf(windows).reversed().forEach(WindowComposition::requestClose);
    }

    /// Sets what is done when the last window was closed.
    public void setOnLastClosed(Runnable closed) {
        onLastClosed = closed;
    }

    /// The stages of the open windows.
    public List<Stage> stages() {
        return windows.stream().map(WindowComposition::stage).toList();
    }

    private RefreshPolicy refreshPolicy(ServiceAndProject serviceAndProject) {
        return RefreshPolicy.of(shared.settings().settings().refresh().every(),
                connections.connections().saved().refreshEvery(serviceAndProject),
                windows.stream().allMatch(window -> window.stage().isIconified()));
    }

    /// Asks in the window that was used last whether the view in that file is to be added, or shows the pools of a
    /// snapshot there, or why it can't be read.
    public void openFile(Path file) {
        frontWindow().mainWindow().openFile(file.toFile());
    }

    /// The first window that is open; the very first one when none is.
    public MainWindow mainWindow() {
        return (windows.isEmpty() ? firstWindow : windows.getFirst()).mainWindow();
    }

    public ObservableTickedConnectionPools observableTickedConnectionPools() {
        return shared.observableTickedConnectionPools();
    }

    public CopyModel copies() {
        return firstWindow.export().models().copies();
    }

    public PoolsTableModel pools() {
        return firstWindow.poolList().pools();
    }

    public ChangedPoolsModel changes() {
        return firstWindow.changes().models().marks();
    }

    public SummaryStripModel summary() {
        return firstWindow.poolList().models().summary();
    }

    public SavedViewsModel views() {
        return firstWindow.views();
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
        return firstWindow.stage();
    }

    /// Whether the first refresh has ended, successfully or not, and its pools are in the table.
    public boolean isRead() {
        var state = observableTickedConnectionPools().sources().getFirst().state();
        return !(state instanceof RefreshState.Idle || state.isLoading()) && isTableUpToDate();
    }

    /// Whether the table has the pools that were last known of the first connection, before its first refresh ended.
    boolean isLastKnownShown() {
        return observableTickedConnectionPools().sources()
                .getFirst()
                .inventory()
                .filter(Inventory::isEarlier)
                .isPresent() && isTableUpToDate();
    }

    /// Whether the table has the pools that the connections have.
    private boolean isTableUpToDate() {
        return pools().arrangedPools().set() == observableTickedConnectionPools().poolsProperty().get();
    }

    /// Stops all background work and saves unsaved changes.
    @Override
    public void close() {
        windows.forEach(WindowComposition::close);
        watch.close();
        history.close();
        connections.close();
        observableSavedViews.close();
        shared.close();
        servicesBeforeJavaFxStart.close();
    }
}
