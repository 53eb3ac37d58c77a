package poolscope.ui.main;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.util.Subscription;
import poolscope.ui.commands.MenuItemDisabler;
import poolscope.ui.settings.HistoryStorageModel;
import poolscope.ui.text.Texts;

/// The menu of the history that is kept on the disk. Deleting it takes a second choice, in a menu of its own.
public final class HistoryStorageMenuController implements AutoCloseable {
    private static final double BYTES_PER_MEGABYTE = 1_000_000;

    private final HistoryStorageModel model;
    private final Texts texts;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private CheckMenuItem keepHistoryItem;
    @FXML
    private MenuItem deleteHistoryItem;

    public HistoryStorageMenuController(HistoryStorageModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        subscriptions = Subscription.combine(
                model.settingsProperty().subscribe(now -> keepHistoryItem.setSelected(now.isHistoryKept())),
                model.sizeProperty().subscribe(this::showSize),
                new MenuItemDisabler(texts).unless(model.sizeProperty().map(now -> now.orElse(1L) > 0),
                        deleteHistoryItem, texts.format("menu.history.delete.not")));
    }

    private void showSize(Optional<Long> bytes) {
        deleteHistoryItem.setText(bytes.map(now -> texts.format("menu.history.delete.size", now / BYTES_PER_MEGABYTE))
                .orElseGet(() -> texts.format("menu.history.delete.all")));
    }

    @FXML
    private void measure() {
        model.measure();
    }

    @FXML
    private void toggleKept() {
        model.toggleKept();
    }

    @FXML
    private void openFolder() {
        model.openFolder();
    }

    @FXML
    private void deleteAll() {
        model.deleteAll();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
