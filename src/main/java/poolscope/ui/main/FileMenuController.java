package poolscope.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import poolscope.ui.commands.MenuItemDisabler;
import poolscope.ui.connections.ConnectionCommands;
import poolscope.ui.export.OpenDialog;
import poolscope.ui.export.SaveDialog;
import poolscope.ui.navigation.ModalFormKind;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

/// The menu *File*: connections, export, snapshots, refresh, quit.
public final class FileMenuController implements AutoCloseable {
    private final MainWindowModel model;
    private final PoolsTableModel pools;
    private final ConnectionCommands connections;
    private final Texts texts;
    private final Navigator navigator;
    private final Snapshots snapshots;
    private final Windows windows;
    private final Supplier<MainController> window;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private Menu connectionMenu;
    @FXML
    private MenuItem exportItem;
    @FXML
    private MenuItem cancelItem;
    @FXML
    private MenuItem refreshFailedItem;
    @FXML
    private MenuItem saveSnapshotItem;

    /// Opens another window, and closes all of them.
    public record Windows(Runnable openWindow, Runnable quit) {}

    /// Snapshots, and the dialogs that ask for their files.
    public record Snapshots(SnapshotFileModel model, TimeText times, SaveDialog saveDialog, OpenDialog openDialog) {}

    /// @param windows
    ///            what concerns other windows
    public FileMenuController(MainWindowModel model, PoolsTableModel pools, ConnectionCommands connections, Texts texts,
            Navigator navigator, Snapshots snapshots, Windows windows, Supplier<MainController> window) {
        this.window = window;
        this.windows = windows;
        this.snapshots = snapshots;
        this.model = model;
        this.pools = pools;
        this.connections = connections;
        this.texts = texts;
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        var menuItemDisabler = new MenuItemDisabler(texts);
        subscriptions = Subscription.combine(
                menuItemDisabler.unless(pools.earlierPoolsProperty().map(Optional::isEmpty), exportItem,
                        texts.format("menu.moments.not")),
                menuItemDisabler.unless(snapshots.model().canSave(), saveSnapshotItem,
                        texts.format("menu.saveSnapshot.not")),
                connections.install(connectionMenu),
                menuItemDisabler.unless(model.loading(), cancelItem, texts.format("menu.cancel.not")),
                menuItemDisabler.unless(model.failing(), refreshFailedItem, texts.format("menu.refreshFailed.not")));
    }

    @FXML
    private void newWindow() {
        windows.openWindow().run();
    }

    @FXML
    private void newConnection() {
        navigator.newConnection();
    }

    @FXML
    private void exportPools() {
        navigator.showExport();
    }

    @FXML
    private void handOver() {
        navigator.show(ModalFormKind.HAND_OVER);
    }

    @FXML
    private void saveSnapshot() {
        var at = snapshots.times().inFileName(snapshots.model().shownAt());
        snapshots.saveDialog()
                .ask(texts.format("snapshot.saveTitle"), "PoolScope_" + at + SnapshotFileModel.ENDING)
                .ifPresent(snapshots.model()::save);
    }

    @FXML
    private void openSnapshot() {
        snapshots.openDialog()
                .ask(new OpenDialog.Question(texts.format("snapshot.openTitle"),
                        List.of(new OpenDialog.FileKind(texts.format("snapshot.kind"),
                                List.of(SnapshotFileModel.PATTERN))),
                        ""))
                .ifPresent(snapshots.model()::open);
    }

    @FXML
    private void showSettings() {
        navigator.show(ModalFormKind.SETTINGS);
    }

    @FXML
    private void refresh() {
        model.refresh();
    }

    @FXML
    private void refreshFailed() {
        model.refreshFailed();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    /// As by the button in the window's title, which asks first when something can't be saved.
    @FXML
    private void closeWindow() {
        window.get()
                .scene()
                .map(Scene::getWindow)
                .ifPresent(stage -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    @FXML
    private void quit() {
        windows.quit().run();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
