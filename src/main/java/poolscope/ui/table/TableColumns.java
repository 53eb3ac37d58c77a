package poolscope.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Duration;
import javafx.util.Subscription;
import poolscope.live.table.TableRowItem;
import poolscope.pool.PoolField;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.PoolSet;
import poolscope.pool.table.PoolTotals;
import poolscope.pool.table.SortOrder;
import poolscope.settings.TableLayout;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.pools.TableLayoutColumns;
import poolscope.ui.text.AccessibleTableText;
import poolscope.ui.text.FitResultText;
import poolscope.ui.text.PoolFieldText;

/// The table's columns. The operator's changes of order, width, visibility and sort are stored in the model, and
/// changes of the model are applied to the columns.
public final class TableColumns {
    private static final double NARROWEST = 48;
    /// The rows are in the order of the fit: the sort of the columns decides only between equal ones.
    private static final PseudoClass BY_FIT = PseudoClass.getPseudoClass("by-fit");
    private static final Duration LAYOUTS = Duration.millis(100);

    private final PoolsTableModel model;
    private final Formatters formatters;
    private final List<TableColumn<TableRowItem, TableCellContent>> columns;
    private final FitResultColumn fit;
    private final TableChangeMarks changes;
    private final PoolColumnWidthFitter widths;
    private boolean showing;
    private double scale = 1;
    private List<Integer> decimals = List.of();

    /// The formatters of values and headers, on screen and for screen readers.
    record Formatters(PoolFieldText fields, AccessibleTableText accessible) {}

    TableColumns(PoolsTableModel model, Formatters formatters, FitResultText fits, TableChangeMarks changes) {
        this.changes = changes;
        this.model = model;
        this.formatters = formatters;
        columns = Arrays.stream(PoolField.values()).map(this::column).toList();
        var contents = new ColumnContentWidth(model, formatters.fields());
        fit = new FitResultColumn(model, fits, contents);
        widths = new PoolColumnWidthFitter(model, contents);
    }

    Subscription install(TableView<TableRowItem> table) {
        var zoomed = model.scale().subscribe(now -> scaleTo(table, now));
        table.setSortPolicy(this::sort);
        ListChangeListener<TableColumn<TableRowItem, ?>> moved = _ -> remember(table);
        table.getColumns().addListener(moved);
        var sizes = columns.stream()
                .map(c -> Subscription.combine(c.widthProperty().subscribe((_, _) -> remember(table)),
                        c.visibleProperty().subscribe((_, _) -> {
                            remember(table);
                            fitWidths(table);
                        })))
                .reduce(Subscription.EMPTY, Subscription::and);
        return Subscription.combine(sizes, table.widthProperty().subscribe((_, _) -> fitWidths(table)),
                () -> table.getColumns().removeListener(moved),
                model.arrangedPoolsProperty().map(ArrangedPools::set).subscribe(set -> align(table, set)), zoomed,
                model.arrangedPoolsProperty().map(ArrangedPools::poolTotals).subscribe(_ -> {
                    if (widths.isAnyTotalWider()) fitWidths(table);
                }), model.layoutProperty().subscribe((_, now) -> show(table, now)),
                model.estimates().subscribe((_, now) -> showEstimates(table, now)),
                FitResultColumn.demandOf(model).subscribe((_, _) -> showFit(table)),
                FitResultColumn.nodeFitsOf(model).subscribe((_, _) -> fit.widenToFirst(table, rowsInView(table))),
                fit.widthProperty().subscribe((_, _) -> fitWidths(table)));
    }

    /// Updates cells of a column when its number of decimals changes, because nothing else refreshes them.
    private void align(TableView<TableRowItem> table, PoolSet set) {
        if (widths.measureAgain()) fitWidths(table);
        var now = PoolTotals.fields().stream().map(set::decimals).toList();
        if (now.equals(decimals)) return;
        decimals = now;
        table.refresh();
    }

    /// Widths in the model are those at 100 %.
    private void scaleTo(TableView<TableRowItem> table, double now) {
        scale = now;
        // a minimum width may change a column's width: that is not a change by the operator
        showing = true;
        columns.forEach(column -> column.setMinWidth(NARROWEST * scale));
        fit.scaleTo(scale);
        showing = false;
        show(table, model.layoutProperty().get());
    }

    /// Another demand changes the order: scrolls to the best pools at the top. Without one the current row is scrolled
    /// to, which was sorted elsewhere.
    private void showFit(TableView<TableRowItem> table) {
        int rowsInView = rowsInView(table);
        fit.fitToFirst(table, rowsInView);
        show(table, model.layoutProperty().get());
        table.pseudoClassStateChanged(BY_FIT, table.getColumns().contains(fit));
        boolean isAsked = model.arrangedPools().tableQuery().jobDemand().isPresent();
        int current = model.currentLine().map(table.getItems()::indexOf).orElse(0);
        table.scrollTo(isAsked || current < rowsInView - 2 ? 0 : current);
    }

    private static int rowsInView(TableView<TableRowItem> table) {
        return (int) Math.ceil(table.getHeight() / table.getFixedCellSize());
    }

    private List<PoolField> demandFields() {
        boolean isFreeKnown = model.allConnectionsStatusProperty().get().isFreeKnown();
        return model.arrangedPools()
                .tableQuery()
                .jobDemand()
                .map(demand -> JobDemandColumns.of(demand, isFreeKnown))
                .orElse(List.of());
    }

    /// The column is far right: it is scrolled to when it appears, after the layouts that give the scroll bar
    /// its range.
    private void showEstimates(TableView<TableRowItem> table, boolean areShown) {
        show(table, model.layoutProperty().get());
        if (!areShown) return;
        var laidOut = new PauseTransition(LAYOUTS);
        laidOut.setOnFinished(_ -> table.scrollToColumn(columnOf(PoolField.ESTIMATED_END)));
        laidOut.play();
    }

    /// The column of a field, shown or not.
    TableColumn<TableRowItem, TableCellContent> columnOf(PoolField field) {
        return columns.get(field.ordinal());
    }

    private TableColumn<TableRowItem, TableCellContent> column(PoolField field) {
        var column = new TableColumn<TableRowItem, TableCellContent>();
        column.setId(field.id());
        column.setUserData(field);
        column.setCellValueFactory(line -> TableCellContent.of(line.getValue(), field));
        column.setCellFactory(
                _ -> new PoolTableValueCell(field, formatters, changes, () -> model.decimals(field), model::flavors));
        column.setGraphic(new ColumnHeader(field, formatters.fields()));
        if (field.unit().isNumeric()) column.getStyleClass().add("numeric");
        return column;
    }

    private void show(TableView<TableRowItem> table, TableLayout layout) {
        if (showing) return;
        showing = true;
        var order = JobDemandColumns.inFront(demandFields(), TableLayoutColumns.of(layout));
        var offered = model.fields();
        for (var column : order) {
            columnOf(column.field()).setVisible(column.shown() && offered.contains(column.field()));
            PinnedColumns.mark(columnOf(column.field()), column.pinned());
        }
        var wanted = new ArrayList<TableColumn<TableRowItem, ?>>();
        if (model.arrangedPools().tableQuery().jobDemand().isPresent()) wanted.add(fit);
        order.forEach(column -> wanted.add(columnOf(column.field())));
        if (!table.getColumns().equals(wanted)) table.getColumns().setAll(wanted);
        showSort(table, TableLayoutColumns.sortOf(layout));
        showing = false;
        fitWidths(table);
    }

    private void fitWidths(TableView<TableRowItem> table) {
        if (showing) return;
        showing = true;
        widths.apply(this::columnOf, table.getWidth() - (table.getColumns().contains(fit) ? fit.getWidth() : 0));
        showing = false;
    }

    private void showSort(TableView<TableRowItem> table, SortOrder sortOrder) {
        var order = new ArrayList<TableColumn<TableRowItem, ?>>();
        for (var key : sortOrder.keys()) {
            var column = columnOf(key.field());
            column.setSortType(key.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
            order.add(column);
        }
        if (!table.getSortOrder().equals(order)) table.getSortOrder().setAll(order);
        for (var column : columns) {
            column.setText(accessibleHeader(column, order.indexOf(column) + 1));
            if (column.getGraphic() instanceof ColumnHeader header)
                header.setNumber(sortOrder.placeAmongSeveral((PoolField) column.getUserData()));
        }
    }

    /// Screen readers are given the text of a column, which the style sheet hides beside the header that is drawn.
    private String accessibleHeader(TableColumn<TableRowItem, TableCellContent> column, int place) {
        var field = (PoolField) column.getUserData();
        return place == 0
                ? formatters.accessible().header(field)
                : formatters.accessible().header(field, column.getSortType() == TableColumn.SortType.DESCENDING, place);
    }

    /// Called by the table instead of sorting: the model sorts the rows.
    private boolean sort(TableView<TableRowItem> table) {
        if (showing) return true;
        model.sort(new SortOrder(table.getSortOrder()
                .stream()
                .map(c -> new SortOrder.Key((PoolField) c.getUserData(),
                        c.getSortType() == TableColumn.SortType.DESCENDING))
                .toList()));
        return true;
    }

    /// A column that is not offered stays as the operator chose, for the day when it is offered again.
    private TableLayoutColumns.Column layoutOf(TableColumn<TableRowItem, ?> column) {
        var field = (PoolField) column.getUserData();
        boolean isShown = model.fields().contains(field)
                ? column.isVisible()
                : TableLayoutColumns.isShown(model.layoutProperty().get(), field);
        return new TableLayoutColumns.Column(field, widths.toRemember(column, field), isShown,
                PinnedColumns.isPinned(column));
    }

    private void remember(TableView<TableRowItem> table) {
        if (showing) return;
        showing = true;
        var onScreen = table.getColumns().stream().filter(c -> c != fit).map(this::layoutOf).toList();
        var now = JobDemandColumns.back(demandFields(), onScreen, TableLayoutColumns.of(model.layoutProperty().get()));
        model.layoutProperty().set(TableLayoutColumns.withColumns(model.layoutProperty().get(), now));
        showing = false;
    }
}
