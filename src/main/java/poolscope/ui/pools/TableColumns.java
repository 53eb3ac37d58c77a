package poolscope.ui.pools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import poolscope.live.Line;
import poolscope.live.PoolRow;
import poolscope.pool.PoolField;
import poolscope.pool.Sort;
import poolscope.pool.Value;
import poolscope.settings.TableLayout;
import poolscope.ui.text.FieldText;
import poolscope.ui.text.Texts;

/// The table's columns, made from the catalogue: what the operator drags, sizes, hides and sorts is remembered in the model, and
/// what is remembered there is shown.
public final class TableColumns {
    private final PoolsModel model;
    private final Texts texts;
    private final FieldText fields;
    private final List<TableColumn<Line, Value>> columns;
    private boolean showing;

    public TableColumns(PoolsModel model, Texts texts, FieldText fields) {
        this.model = model;
        this.texts = texts;
        this.fields = fields;
        columns = Arrays.stream(PoolField.values()).map(this::column).toList();
    }

    Subscription install(TableView<Line> table) {
        show(table, model.layoutProperty().get());
        table.setSortPolicy(this::sort);
        ListChangeListener<TableColumn<Line, ?>> moved = _ -> remember(table);
        table.getColumns().addListener(moved);
        var sizes = columns.stream()
                .map(c -> Subscription.combine(c.widthProperty().subscribe((_, _) -> remember(table)),
                        c.visibleProperty().subscribe((_, _) -> remember(table))))
                .reduce(Subscription.EMPTY, Subscription::and);
        var menu = new ContextMenu();
        menu.getItems().addAll(items());
        columns.forEach(column -> column.setContextMenu(menu));
        return Subscription.combine(sizes, () -> table.getColumns().removeListener(moved),
                model.layoutProperty().subscribe((_, now) -> show(table, now)));
    }

    private TableColumn<Line, Value> column(PoolField field) {
        var column = new TableColumn<Line, Value>();
        column.setId(field.id());
        column.setUserData(field);
        column.setMinWidth(48);
        column.setCellValueFactory(line -> switch (line.getValue()) {
            case PoolRow row -> row.poolProperty().map(field::of);
        });
        column.setCellFactory(_ -> new ValueCell(field, fields));
        var name = new Label(fields.name(field));
        var unit = new Label(fields.unit(field));
        unit.getStyleClass().add("unit");
        var header = new HBox(name, unit);
        header.getStyleClass().add("header-name");
        Tooltip.install(header, new Tooltip(fields.meaning(field)));
        column.setGraphic(header);
        if (field.unit().isNumeric()) column.getStyleClass().add("numeric");
        return column;
    }

    private TableColumn<Line, Value> columnOf(PoolField field) {
        return columns.get(field.ordinal());
    }

    private CheckMenuItem tick(PoolField field) {
        var tick = new CheckMenuItem(fields.name(field));
        tick.setId("show-" + field.id());
        tick.selectedProperty().bindBidirectional(columnOf(field).visibleProperty());
        return tick;
    }

    private void show(TableView<Line> table, TableLayout layout) {
        if (showing) return;
        showing = true;
        var order = Columns.of(layout);
        for (var column : order) {
            columnOf(column.field()).setVisible(column.shown());
            columnOf(column.field()).setPrefWidth(column.width());
        }
        var wanted = order.stream().map(c -> columnOf(c.field())).toList();
        if (!table.getColumns().equals(wanted)) table.getColumns().setAll(wanted);
        showSort(table, Columns.sortOf(layout));
        showing = false;
    }

    private void showSort(TableView<Line> table, Sort sort) {
        var order = new ArrayList<TableColumn<Line, ?>>();
        for (var key : sort.keys()) {
            var column = columnOf(key.field());
            column.setSortType(key.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
            order.add(column);
        }
        if (!table.getSortOrder().equals(order)) table.getSortOrder().setAll(order);
    }

    /// Called by the table instead of sorting: the order is made elsewhere.
    private boolean sort(TableView<Line> table) {
        if (showing) return true;
        model.sort(new Sort(table.getSortOrder().stream()
                .map(c -> new Sort.Key((PoolField) c.getUserData(), c.getSortType() == TableColumn.SortType.DESCENDING))
                .toList()));
        return true;
    }

    private void remember(TableView<Line> table) {
        if (showing) return;
        showing = true;
        var now = table.getColumns().stream()
                .map(c -> new Columns.Column((PoolField) c.getUserData(), c.getWidth(), c.isVisible())).toList();
        model.layoutProperty().set(Columns.withColumns(model.layoutProperty().get(), now));
        showing = false;
    }

    /// A tick for each field, by group, and the way back to the first layout.
    List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        for (var group : PoolField.Group.values()) {
            if (!items.isEmpty()) items.add(new SeparatorMenuItem());
            for (var field : PoolField.values())
                if (field.group() == group) items.add(tick(field));
        }
        var reset = new MenuItem(texts.say("columns.reset"));
        reset.setOnAction(_ -> model.layoutProperty().set(TableLayout.defaults()));
        items.add(new SeparatorMenuItem());
        items.add(reset);
        return items;
    }
}
