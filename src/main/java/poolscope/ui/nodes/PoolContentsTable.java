package poolscope.ui.nodes;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import poolscope.export.SpreadsheetPasteCellText;
import poolscope.live.background.BackgroundJob;
import poolscope.ui.commands.FieldMeaningMenu;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.CurrentColumnKeys;
import poolscope.ui.parts.NodeAndParents;
import poolscope.ui.parts.VisibleTableRow;
import poolscope.ui.text.PoolContentsColumn;

/// A table of nodes, jobs or events: it is filled again and again, keeps what is selected, and copies it, by key or
/// from the menu of its rows. Left and right move the current cell.
final class PoolContentsTable<R> {
    private final TableView<R> table;
    private final IntConsumer reportCopied;
    private final ContextMenu menu = new ContextMenu();
    private final ContentsTableColumnWidths widths = new ContentsTableColumnWidths();
    private boolean isFilling;
    private TableColumn<R, ?> current;

    /// @param copyText
    ///            of the menu's item
    /// @param reportCopied
    ///            says how many rows were copied
    PoolContentsTable(TableView<R> table, String copyText, IntConsumer reportCopied) {
        this.table = table;
        this.reportCopied = reportCopied;
        addToMenu(copyText, this::copy).setAccelerator(ClipboardText.KEY);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setOnKeyPressed(event -> {
            if (!ClipboardText.KEY.match(event)) return;
            copy();
            // The menu's own Copy copies pools.
            event.consume();
        });
        current = table.getVisibleLeafColumn(0);
        setCurrent(current);
        CurrentColumnKeys.install(table, this::current, this::setCurrent);
        table.widthProperty().subscribe((_, _) -> widths.place(table));
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::clicked);
        table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::openMenu);
    }

    private MenuItem addToMenu(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        menu.getItems().addFirst(item);
        return item;
    }

    private void openMenu(ContextMenuEvent event) {
        if (event.isKeyboardTrigger())
            VisibleTableRow.at(table, table.getSelectionModel().getSelectedIndex())
                    .ifPresent(row -> menu.show(row, Side.BOTTOM, 0, 0));
        else if (VisibleTableRow.isFilled(event.getTarget())) menu.show(table, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    /// What Enter, a double click and the first item of the menu do with the selected row.
    ///
    /// @param text
    ///            of the item
    void setAction(String text, Consumer<R> action) {
        Runnable act = () -> Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(action);
        addToMenu(text, act);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ENTER || event.isShortcutDown()
                    || table.getSelectionModel().getSelectedItem() == null)
                return;
            act.run();
            event.consume();
        });
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            boolean isDouble = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
            if (isDouble && VisibleTableRow.isFilled(event.getTarget())) act.run();
        });
    }

    /// Has the key for the meaning of a field ask for the current column. Without that, the key asks for the column of
    /// the list of pools.
    void explainOnKey(Consumer<PoolContentsColumn> show) {
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!FieldMeaningMenu.isKey(event)) return;
            current().ifPresent(column -> PoolContentsColumn.ofId(column.getId()).ifPresent(show));
            event.consume();
        });
    }

    /// The column of the cell that was clicked last or that the arrow keys went to; the first one at first.
    private Optional<TableColumn<R, ?>> current() {
        return Optional.<TableColumn<R, ?>>of(current).filter(table.getVisibleLeafColumns()::contains);
    }

    private void setCurrent(TableColumn<R, ?> column) {
        current = column;
        CurrentColumnKeys.mark(table, current());
    }

    private void clicked(MouseEvent event) {
        NodeAndParents.nearest(event.getTarget(), TableCell.class)
                .ifPresent(cell -> table.getVisibleLeafColumns()
                        .stream()
                        .filter(column -> column == cell.getTableColumn())
                        .forEach(this::setCurrent));
    }

    TableView<R> view() {
        return table;
    }

    /// While nothing is read the next rows are those of another pool: columns may get narrower for them.
    void forgetWidths(BackgroundJob.State<?> state) {
        if (state instanceof BackgroundJob.State.Idle<?>) widths.forget();
    }

    /// Fits the columns to another font.
    void fit() {
        widths.fit(table);
    }

    /// Whether the selection changes only because the rows do.
    boolean isFilling() {
        return isFilling;
    }

    boolean hasRowsInView() {
        return table.isVisible() && !table.getItems().isEmpty();
    }

    /// What was selected stays so, although it may have been read again meanwhile.
    ///
    /// @param placeholder
    ///            shown instead of rows while there are none
    void fill(List<R> rows, String placeholder) {
        isFilling = true;
        var label = new Label(placeholder);
        label.setWrapText(true);
        table.setPlaceholder(label);
        var selected = table.getSelectionModel()
                .getSelectedItems()
                .stream()
                .map(NodesJobsAndEventsColumns::key)
                .toList();
        table.getItems().setAll(rows);
        table.sort();
        table.getSelectionModel().clearSelection();
        for (var row : table.getItems())
            if (selected.contains(NodesJobsAndEventsColumns.key(row))) table.getSelectionModel().select(row);
        isFilling = false;
        fit();
    }

    /// The selected rows, a line each, the columns that are shown separated by tabs.
    private void copy() {
        var columns = table.getVisibleLeafColumns();
        var rows = List.copyOf(table.getSelectionModel().getSelectedItems());
        if (rows.isEmpty()) return;
        var cells = rows.stream()
                .map(row -> columns.stream().map(column -> NodesJobsAndEventsColumns.written(column, row)).toList())
                .toList();
        if (ClipboardText.put(table, SpreadsheetPasteCellText.table(cells))) reportCopied.accept(rows.size());
    }
}
