package poolscope.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.event.EventTarget;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.ContextMenuEvent;
import poolscope.live.table.TableRowItem;
import poolscope.pool.PoolField;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.SortOrder;
import poolscope.settings.TableLayout;
import poolscope.ui.commands.KeyedMenuItem;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.parts.NodeAndParents;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.pools.TableLayoutColumns;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

/// The menus of the column headers, and the list of all columns.
public final class ColumnMenus {
    private static final PlatformMenuShortcuts KEYS = PlatformMenuShortcuts.ofThis();
    /// The keys of the menu bar that act on the column of the current cell.
    private static final String VALUES_KEY = KEYS.written("Shift+F3", "Shift+F3");
    private static final String MEANING_KEY = KEYS.written("Shift+F1", "Shortcut+Alt+Slash");

    private final PoolsTableModel model;
    private final TableColumns columns;
    private final Texts texts;
    private final PoolFieldText fields;
    private final PoolsTableController.Actions actions;

    ColumnMenus(PoolsTableModel model, TableColumns columns, Texts texts, PoolFieldText fields,
            PoolsTableController.Actions actions) {
        this.model = model;
        this.columns = columns;
        this.texts = texts;
        this.fields = fields;
        this.actions = actions;
    }

    /// Creates the menu of a column on demand, just before the header opens it.
    void install(TableView<TableRowItem> table) {
        var fit = new ColumnAutoSize(table, model, fields);
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                event -> headerAt(event.getTarget()).ifPresent(column -> {
                    if (column.getContextMenu() == null && column.getUserData() instanceof PoolField field)
                        column.setContextMenu(menu(field, fit));
                }));
    }

    private static Optional<TableColumnBase<?, ?>> headerAt(EventTarget target) {
        return NodeAndParents.nearest(target, TableColumnHeader.class).map(TableColumnHeader::getTableColumn);
    }

    /// The commands for one column.
    private ContextMenu menu(PoolField field, ColumnAutoSize fit) {
        var pin = new CheckMenuItem(texts.format("columns.pin"));
        pin.setOnAction(_ -> change(layout -> TableLayoutColumns.withPinned(layout, field, pin.isSelected())));
        var menu = new ContextMenu(item("columns.sortAscending", () -> model.sort(SortOrder.by(field, false))),
                item("columns.sortDescending", () -> model.sort(SortOrder.by(field, true))), new SeparatorMenuItem(),
                item("columns.hide", () -> change(layout -> TableLayoutColumns.withShown(layout, field, false))), pin,
                item("columns.fit", () -> fit.fit(columns.columnOf(field))), item("columns.fitAll", fit::fitAll));
        menu.getItems().add(itemWithKey("columns.values", VALUES_KEY, () -> showValues(field)));
        for (var poolGroupingCriterion : PoolGroupingCriterion.values())
            if (poolGroupingCriterion.fields().equals(List.of(field)))
                menu.getItems().add(item("columns.group", () -> model.groups().groupBy(poolGroupingCriterion)));
        var copy = new Menu(texts.format("columns.copy"));
        copy.getItems().setAll(actions.copies().ofColumn(field));
        menu.getItems()
                .addAll(copy, itemWithKey("columns.meaning", MEANING_KEY, () -> actions.navigator().showField(field)),
                        new SeparatorMenuItem(), choose(), reset());
        menu.setOnShowing(_ -> pin.setSelected(TableLayoutColumns.isPinned(model.layoutProperty().get(), field)));
        return menu;
    }

    /// Opens the list of that field's values below its column.
    void showValues(PoolField field) {
        actions.navigator().showValues(field, Optional.ofNullable(columns.columnOf(field).getStyleableNode()));
    }

    private void change(UnaryOperator<TableLayout> with) {
        model.layoutProperty().set(with.apply(model.layoutProperty().get()));
    }

    /// The command for the list of columns, a check item for each field, by group, and a command that restores the
    /// default layout.
    public List<MenuItem> all() {
        var items = new ArrayList<MenuItem>();
        items.add(choose());
        for (var group : PoolField.Group.values()) {
            items.add(new SeparatorMenuItem());
            for (var field : PoolField.values())
                if (field.group() == group) items.add(tick(field));
        }
        items.add(new SeparatorMenuItem());
        items.add(reset());
        return items;
    }

    private CheckMenuItem tick(PoolField field) {
        var tick = new CheckMenuItem(fields.name(field));
        tick.setId("show-" + field.id());
        tick.selectedProperty().bindBidirectional(columns.columnOf(field).visibleProperty());
        if (field.isEstimated()) tick.visibleProperty().bind(model.estimates());
        return tick;
    }

    private MenuItem reset() {
        return item("columns.reset", () -> change(TableLayoutColumns::withoutColumns));
    }

    private MenuItem choose() {
        return item("columns.choose", () -> actions.navigator().showColumns());
    }

    /// With the key in its text: an accelerator would be registered in the window, once more for each column.
    private MenuItem itemWithKey(String text, String key, Runnable act) {
        var item = item(text, act);
        item.setText(texts.format("columns.withKey", item.getText(), key));
        return item;
    }

    private MenuItem item(String key, Runnable act) {
        return KeyedMenuItem.of(texts, key, act);
    }
}
