package poolscope.start;

import java.util.function.Function;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import poolscope.live.ConnectionsOfWindow;
import poolscope.live.FolderOpener;
import poolscope.live.ObservableSavedViews;
import poolscope.live.changes.ComparedPoolsOfWindow;
import poolscope.settings.Settings;
import poolscope.ui.MainWindow;
import poolscope.ui.ScreenModels;
import poolscope.ui.ScreenModels.FileDialogs;
import poolscope.ui.ScreenModels.WindowCommands;
import poolscope.ui.ScreenModels.WindowModels;
import poolscope.ui.about.AboutModel;
import poolscope.ui.about.BuildInfo;
import poolscope.ui.commands.PaletteModel;
import poolscope.ui.main.FileNoticesModel;
import poolscope.ui.main.MainWindowModel;
import poolscope.ui.main.UnsavedChangesModel;
import poolscope.ui.savedviews.ConnectionTicksForViews;
import poolscope.ui.savedviews.CurrentScreenStateForViews;
import poolscope.ui.savedviews.SavedViewsModel;
import poolscope.ui.settings.SettingsModel;

/// The objects of one window: its ticked connections, view, filter, table and screens. The saved connections, history
/// and watch rules are shared by all windows. For the FX thread.
final class WindowComposition implements AutoCloseable {

    /// What all windows share.
    ///
    /// @param fileDialogs
    ///            makes the dialogs that ask for files
    /// @param commands
    ///            what concerns other windows
    /// @param unsavedChanges
    ///            asked before the last window is closed
    record SharedParts(LoadedFiles files, HistoryRecordingComposition history, ConnectionsComposition connections,
            WatchComposition watch, ObservableSavedViews savedViews, FileNoticesModel notices,
            FolderOpener folderOpener, Function<Stage, FileDialogs> fileDialogs, WindowCommands commands,
            UnsavedChangesModel unsavedChanges) {}

    private final SharedWindowServices services;
    private final SharedParts shared;
    private final ConnectionsOfWindow connections;
    private final ComparedPoolsOfWindow comparedPools;
    private final PoolListComposition poolList;
    private final ChangesTrendsHandOverComposition changes;
    private final AnalysisModelsComposition analysis;
    private final ExportComposition export;
    private final SavedViewsModel views;
    private final Stage stage;
    private final MainWindow mainWindow;
    private boolean isClosed;

    /// @param services
    ///            with the settings and the pools of this window
    /// @param connections
    ///            those that this window has ticked
    WindowComposition(SharedWindowServices services, SharedParts shared, ConnectionsOfWindow connections, Stage stage) {
        this.services = services;
        this.connections = connections;
        this.shared = shared;
        this.stage = stage;
        comparedPools = new ComparedPoolsOfWindow(shared.connections().observableTickedConnectionPools(),
                services.observableTickedConnectionPools(), shared.history().tracker().poolsWithChangesProperty());
        poolList = new PoolListComposition(services, comparedPools.poolsWithChangesProperty());
        views = savedViews();
        changes = new ChangesTrendsHandOverComposition(services, shared.history(), poolList.pools(),
                shared.folderOpener());
        analysis = new AnalysisModelsComposition(services, poolList.pools());
        var all = shared.connections().connections();
        export = new ExportComposition(services, poolList.pools(), all, changes.models().moment(),
                shared.fileDialogs().apply(stage));
        mainWindow = new MainWindow(new ScreenModels(windowModels(), poolList.models(),
                shared.connections().models(services, connections), changes.models(), analysis.models(),
                export.models(), shared.watch().model(poolList.filter(), all)), stage);
        shared.history().observeUse(stage);
        // after events that are waiting: they change the layout too, and each change costs another pulse
        Platform.runLater(mainWindow::show);
    }

    private WindowModels windowModels() {
        return new WindowModels(
                new MainWindowModel(services.observableTickedConnectionPools(), services.secondTicker(),
                        services.settings(), shared.connections().connections()),
                shared.notices(), views,
                new PaletteModel(services.newTask(),
                        services.settings()
                                .part(Settings::recentCommandsAndExport, Settings::withRecentCommandsAndExport)),
                new AboutModel(BuildInfo.ofThis(), shared.files().settingsFile().folder(), shared.folderOpener()),
                shared.unsavedChanges(), new SettingsModel(services.settings()), shared.commands());
    }

    private SavedViewsModel savedViews() {
        var filter = poolList.filter();
        return new SavedViewsModel(
                new CurrentScreenStateForViews(filter.stateProperty().map(_ -> filter.text()), filter::setText,
                        filter::asOneStep, poolList.pools().layoutProperty(),
                        services.settings().part(Settings::view, Settings::withView)),
                new ConnectionTicksForViews(connections.savedProperty(), connections::tickOnly), shared.savedViews(),
                shared.notices()::add);
    }

    /// Calls that when the window was closed.
    void onHidden(EventHandler<WindowEvent> hidden) {
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden);
    }

    /// Closes the window as by the button in its title.
    void requestClose() {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    Stage stage() {
        return stage;
    }

    MainWindow mainWindow() {
        return mainWindow;
    }

    PoolListComposition poolList() {
        return poolList;
    }

    ChangesTrendsHandOverComposition changes() {
        return changes;
    }

    ExportComposition export() {
        return export;
    }

    SavedViewsModel views() {
        return views;
    }

    ConnectionsOfWindow connections() {
        return connections;
    }

    SharedWindowServices services() {
        return services;
    }

    /// Stops the work of this window. A second call does nothing.
    @Override
    public void close() {
        if (isClosed) return;
        isClosed = true;
        mainWindow.close();
        changes.close();
        export.close();
        analysis.close();
        views.close();
        poolList.close();
        comparedPools.close();
    }

    /// Its connections are read no longer, unless another window has them ticked.
    void closeConnections() {
        connections.close();
    }
}
