package poolscope.ui.main;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import javafx.event.EventTarget;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import poolscope.live.changes.PoolChanges;
import poolscope.pool.filter.PoolFilter;
import poolscope.ui.commands.MenuItemDisabler;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.export.CopyMenu;
import poolscope.ui.export.CopyModel;
import poolscope.ui.pools.ChangedPoolsModel;
import poolscope.ui.pools.CurrentCellFilter;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.text.Texts;

/// The menu *Edit*: undo of the filter, copying, selecting, filtering by a cell, acknowledging changes.
public final class EditMenuController implements AutoCloseable {
    private final PoolsTableModel pools;
    private final ChangedPoolsModel changes;
    private final CopyMenu copies;
    private final PlatformMenuShortcuts platformMenuShortcuts;
    private final Texts texts;
    private final Supplier<MainController> window;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private MenuItem undoItem;
    @FXML
    private MenuItem redoItem;
    @FXML
    private MenuItem copyItem;
    @FXML
    private MenuItem selectAllItem;
    @FXML
    private Menu copyAs;
    @FXML
    private MenuItem limitItem;
    @FXML
    private MenuItem leaveOutItem;
    @FXML
    private MenuItem valuesItem;
    @FXML
    private MenuItem clearFilterItem;
    @FXML
    private MenuItem acknowledgeItem;
    @FXML
    private MenuItem acknowledgeAllItem;

    public EditMenuController(PoolsTableModel pools, ChangedPoolsModel changes, CopyMenu copies,
            PlatformMenuShortcuts platformMenuShortcuts, Texts texts, Supplier<MainController> window) {
        this.window = window;
        this.changes = changes;
        this.pools = pools;
        this.copies = copies;
        this.platformMenuShortcuts = platformMenuShortcuts;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        copyAs.getItems().setAll(copies.itemsWithKeys(platformMenuShortcuts));
        var menuItemDisabler = new MenuItemDisabler(texts);
        var onCell = pools.currentProperty()
                .flatMap(row -> pools.currentColumnProperty().map(column -> row.isPresent() && column.isPresent()));
        var filter = pools.filter();
        subscriptions = Subscription.combine(copies.watch(copyAs.getItems()),
                menuItemDisabler.unless(filter.undoableProperty(), undoItem, texts.format("menu.undoFilter.not")),
                menuItemDisabler.unless(filter.redoableProperty(), redoItem, texts.format("menu.redoFilter.not")),
                menuItemDisabler.unless(onCell, limitItem, texts.format("menu.cell.not")),
                menuItemDisabler.unless(onCell, leaveOutItem, texts.format("menu.cell.not")),
                menuItemDisabler.unless(pools.currentColumnProperty().map(Optional::isPresent), valuesItem,
                        texts.format("menu.cell.not")),
                menuItemDisabler.unless(filter.filterProperty().map(now -> !now.equals(PoolFilter.ALL)),
                        clearFilterItem, texts.format("menu.clearFilter.not")),
                acknowledging(menuItemDisabler, acknowledgeItem, now -> now.marks().size()),
                acknowledging(menuItemDisabler, acknowledgeAllItem, PoolChanges::count));
    }

    /// @param count
    ///            how many changes the item acknowledges
    private Subscription acknowledging(MenuItemDisabler menuItemDisabler, MenuItem item,
            ToIntFunction<PoolChanges> count) {
        var text = item.getText();
        return changes.changesProperty()
                .subscribe(now -> menuItemDisabler.update(now.canBeAcknowledged() && count.applyAsInt(now) > 0, item,
                        text, texts.format(now.canBeAcknowledged() ? "menu.changes.not" : "menu.changes.ofFile")));
    }

    @FXML
    private void acknowledge() {
        changes.acknowledgeSelected();
    }

    @FXML
    private void acknowledgeAll() {
        changes.acknowledgeAll();
    }

    @FXML
    private void undoFilter() {
        pools.filter().undo();
    }

    @FXML
    private void redoFilter() {
        pools.filter().redo();
    }

    /// Copies from a focused text field too: the menu bar of macOS gets the key before the field does.
    @FXML
    private void copy() {
        if (focused() instanceof TextInputControl field) field.copy();
        else
            copies.copy(CopyModel.Kind.ROWS);
    }

    @FXML
    private void copyForTicket() {
        copies.copy(CopyModel.Kind.TICKET);
    }

    /// Selects the text of a focused text field that has one, otherwise all pools.
    @FXML
    private void selectAll() {
        if (focused() instanceof TextInputControl field && field.getLength() > 0) field.selectAll();
        else
            pools.selectAll();
    }

    /// Whether the item would act on the focused text field.
    boolean isForText(EventTarget item) {
        return focused() instanceof TextInputControl field
                && (item == copyItem || item == selectAllItem && field.getLength() > 0);
    }

    /// What has the focus; of a choice that can be typed into, its text field.
    private @Nullable Node focused() {
        var owner = window.get().scene().map(Scene::getFocusOwner).orElse(null);
        return owner instanceof ComboBox<?> choice && choice.isEditable() ? choice.getEditor() : owner;
    }

    @FXML
    private void find() {
        window.get().focusFilter();
    }

    @FXML
    private void limitToCell() {
        new CurrentCellFilter(pools).only();
    }

    @FXML
    private void leaveOutCell() {
        new CurrentCellFilter(pools).leaveOut();
    }

    @FXML
    private void showValues() {
        window.get().showValuesOfColumn();
    }

    @FXML
    private void clearFilter() {
        pools.filter().clear();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
