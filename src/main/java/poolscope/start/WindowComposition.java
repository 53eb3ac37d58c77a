package poolscope.start;

import java.util.function.Function;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import poolscope.live.FolderOpener;
import poolscope.live.ObservableSavedViews;
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
import poolscope.ui.savedviews.SavedViewScreenState;
import poolscope.ui.savedviews.SavedViewsModel;
import poolscope.ui.savedviews.TickedConnectionsOfView;
import poolscope.ui.settings.SettingsModel;

/// The objects of one window: its view, filter, table and screens. Connections, history and watch rules are shared by
/// all windows. For the FX thread.
final class WindowComposition implements AutoCloseable {

    /// What all windows share.
    ///
    /// @param fileDialogs
    ///            makes the dialogs that ask for files
    /// @param commands
    ///            what concerns other windows
    /// @param unsavedChanges
    ///            asked before the last window is closed
    record SharedParts(LoadedFiles files, HistoryComposition history, ConnectionsComposition connections,
            WatchComposition watch, ObservableSavedViews savedViews, FileNoticesModel notices,
            FolderOpener folderOpener, Function<Stage, FileDialogs> fileDialogs, WindowCommands commands,
            UnsavedChangesModel unsavedChanges) {}

    private final SharedWindowServices services;
    private final SharedParts shared;
    private final PoolListComposition poolList;
    private final ChangesAndHistoryComposition changes;
    private final DetailsFitAndCompareComposition analysis;
    private final ExportComposition export;
    private final SavedViewsModel views;
    private final Stage stage;
    private final MainWindow mainWindow;
    private boolean isClosed;

    /// @param services
    ///            with the settings of this window
    WindowComposition(SharedWindowServices services, SharedParts shared, Stage stage) {
        this.services = services;
        this.shared = shared;
        this.stage = stage;
        poolList = new PoolListComposition(services, shared.history().tracker().comparedPoolsProperty());
        views = savedViews();
        changes = new ChangesAndHistoryComposition(services, shared.history(), poolList.pools(), shared.folderOpener());
        analysis = new DetailsFitAndCompareComposition(services, poolList.pools());
        var connections = shared.connections().connections();
        export = new ExportComposition(services, poolList.pools(), connections, changes.models().moment(),
                shared.fileDialogs().apply(stage));
        mainWindow = new MainWindow(new ScreenModels(windowModels(), poolList.models(),
                shared.connections().models(services), changes.models(), analysis.models(), export.models(),
                shared.watch().model(poolList.filter(), connections)), stage);
        shared.history().observeUse(stage);
        // after events that are waiting: they change the layout too, and each change costs another pulse
        Platform.runLater(mainWindow::show);
    }

    private WindowModels windowModels() {
        var connections = shared.connections().connections();
        return new WindowModels(
                new MainWindowModel(services.poolSources(), services.secondTicker(), services.settings(), connections),
                shared.notices(), views,
                new PaletteModel(services.newTask(),
                        services.settings().part(Settings::recentCommandsAndExport, Settings::withHabits)),
                new AboutModel(BuildInfo.ofThis(), shared.files().settingsFile().folder(), shared.folderOpener()),
                shared.unsavedChanges(), new SettingsModel(services.settings()), shared.commands());
    }

    private SavedViewsModel savedViews() {
        var filter = poolList.filter();
        var saved = shared.connections().connections();
        return new SavedViewsModel(
                new SavedViewScreenState(filter.stateProperty().map(_ -> filter.text()), filter::setText,
                        filter::asOneStep, poolList.pools().layoutProperty(),
                        services.settings().part(Settings::view, Settings::withView)),
                new TickedConnectionsOfView(saved.savedProperty(), saved::tickOnly), shared.savedViews(),
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

    ChangesAndHistoryComposition changes() {
        return changes;
    }

    ExportComposition export() {
        return export;
    }

    SavedViewsModel views() {
        return views;
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
    }
}
