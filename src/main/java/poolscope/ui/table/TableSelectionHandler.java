package poolscope.ui.table;

import java.util.Optional;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import poolscope.live.table.GonePoolRow;
import poolscope.live.table.GroupRow;
import poolscope.live.table.PoolRow;
import poolscope.live.table.TableRowItem;
import poolscope.ui.parts.NodeAndParents;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.pools.SelectedPools;
import poolscope.ui.pools.SelectedRowIndexes;

/// Selection by mouse and keys. Keeps the selection when the rows take a new order.
///
/// The table's own selection is one row: the lead, which keys move and the details show. All selected rows are in
/// [SelectedPools], because the table's own multiple selection needs seconds for some ten thousand rows.
final class TableSelectionHandler {
    /// Rows that stay in view above one that is scrolled to.
    private static final int ROWS_ABOVE = 3;

    private final TableView<TableRowItem> table;
    private final PoolsTableModel model;
    private final SelectedPools selectedPools;
    private final Runnable showDetails;
    private boolean moving;

    /// @param showDetails
    ///            opens the details of the current pool
    TableSelectionHandler(TableView<TableRowItem> table, PoolsTableModel model, Runnable showDetails) {
        this.table = table;
        this.model = model;
        this.showDetails = showDetails;
        selectedPools = model.selection();
    }

    Subscription install() {
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        int current = placeOfCurrent();
        lead(current);
        // a table that is made anew begins at its top
        if (current > ROWS_ABOVE) table.scrollTo(current - ROWS_ABOVE);
        return Subscription.combine(
                table.getSelectionModel()
                        .selectedIndexProperty()
                        .subscribe((_, place) -> onLeadMoved(place.intValue())),
                model.onSwap(() -> moving = true, this::afterSwap));
    }

    /// JavaFX moved the lead row: keys without modifiers, a screen reader.
    private void onLeadMoved(int place) {
        if (moving) return;
        selectedPools.select(place < 0 ? SelectedRowIndexes.NONE : SelectedRowIndexes.only(place));
        updateCurrent();
    }

    private void pressed(MouseEvent event) {
        var row = rowAt(event.getTarget());
        if (row.isEmpty()) return;
        event.consume();
        table.requestFocus();
        int place = row.get().getIndex();
        if (row.get().isEmpty()) {
            selectedPools.select(SelectedRowIndexes.NONE);
            return;
        }
        columnAt(event.getTarget())
                .ifPresent(column -> model.currentColumnProperty().set(CurrentCellMarker.fieldOf(column)));
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            activate(place);
            return;
        }
        if (isDisclosure(event.getTarget()) && table.getItems().get(place) instanceof GroupRow head) {
            model.groups().toggle(head);
            lead(place);
            return;
        }
        if (event.getButton() == MouseButton.PRIMARY) choose(place, event.isShiftDown(), event.isShortcutDown());
        else if (!selectedPools.selectedRowIndexes().contains(place)) choose(place, false, false);
        lead(place);
    }

    /// A double click, or Enter: folds or unfolds a group, or shows the details of a pool.
    private void activate(int place) {
        switch (table.getItems().get(place)) {
            case GroupRow head -> model.groups().toggle(head);
            case PoolRow _ -> showDetails.run();
            case GonePoolRow _ -> {
            }
        }
    }

    /// Left folds a group, right unfolds it; on a pool they move along the row.
    private boolean fold(KeyCode key, int lead) {
        if (lead < 0 || !(table.getItems().get(lead) instanceof GroupRow head)) return false;
        if (key != KeyCode.LEFT && key != KeyCode.RIGHT) return false;
        model.groups().fold(head, key == KeyCode.LEFT);
        return true;
    }

    private void choose(int place, boolean range, boolean add) {
        var now = selectedPools.selectedRowIndexes();
        if (range && add) selectedPools.change(now.widenedTo(place));
        else if (range) selectedPools.select(now.extendedTo(place));
        else if (add) selectedPools.change(now.toggled(place));
        else
            selectedPools.select(SelectedRowIndexes.only(place));
    }

    private void pressed(KeyEvent event) {
        int lead = table.getSelectionModel().getSelectedIndex();
        if (table.getItems().isEmpty() || event.isAltDown() || event.isMetaDown() && !event.isShortcutDown()) return;
        if (isCommand(event, lead) || isMoveOfLead(event, lead)) event.consume();
    }

    /// Does what a key means that does not move the lead.
    private boolean isCommand(KeyEvent event, int lead) {
        boolean plain = !event.isShiftDown() && !event.isShortcutDown();
        if (event.getCode() == KeyCode.A && event.isShortcutDown() && !event.isShiftDown()) model.selectAll();
        else if (event.getCode() == KeyCode.SPACE && lead >= 0 && plain)
            selectedPools.change(selectedPools.selectedRowIndexes().toggled(lead));
        else if (event.getCode() == KeyCode.ENTER && lead >= 0 && plain) activate(lead);
        else
            return plain && fold(event.getCode(), lead);
        return true;
    }

    /// Moves the lead without selecting only its row, which the table does itself.
    private boolean isMoveOfLead(KeyEvent event, int lead) {
        int to = target(event.getCode(), lead, table.getItems().size());
        if (to < 0 || !event.isShiftDown() && !event.isShortcutDown()) return false;
        if (event.isShiftDown()) choose(to, true, event.isShortcutDown());
        lead(to);
        flow().ifPresent(flow -> flow.scrollTo(to));
        return true;
    }

    /// The row that a key moves the lead to; -1 for other keys.
    private int target(KeyCode key, int lead, int size) {
        int page = flow().map(this::page).orElse(1);
        int to = switch (key) {
            case UP -> lead - 1;
            case DOWN -> lead + 1;
            case PAGE_UP -> lead - page;
            case PAGE_DOWN -> lead + page;
            case HOME -> 0;
            case END -> size - 1;
            default -> -1;
        };
        boolean moves = to != -1 || key == KeyCode.UP || key == KeyCode.PAGE_UP;
        return moves ? Math.clamp(to, 0, size - 1) : -1;
    }

    private int page(VirtualFlow<?> flow) {
        var first = flow.getFirstVisibleCell();
        var last = flow.getLastVisibleCell();
        return first == null || last == null ? 1 : Math.max(1, last.getIndex() - first.getIndex());
    }

    /// Moves the lead without changing the selection.
    private void lead(int place) {
        moving = true;
        if (place < 0) table.getSelectionModel().clearSelection();
        else
            table.getSelectionModel().clearAndSelect(place);
        moving = false;
        if (place >= 0) updateCurrent();
    }

    private void updateCurrent() {
        model.setCurrent(Optional.ofNullable(table.getSelectionModel().getSelectedItem()));
    }

    private void afterSwap(boolean refreshed) {
        int current = placeOfCurrent();
        boolean alone = refreshed && table.getItems().size() == 1 && model.currentProperty().get().isEmpty();
        if (alone) selectedPools.select(SelectedRowIndexes.only(0));
        lead(alone ? 0 : current);
    }

    private int placeOfCurrent() {
        var current = model.currentLine();
        return current.isEmpty() ? -1 : table.getItems().indexOf(current.get());
    }

    private Optional<VirtualFlow<?>> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }

    private static boolean isDisclosure(Object target) {
        return target instanceof Node node && node.getStyleClass().contains(GroupHeader.DISCLOSURE);
    }

    private static Optional<TableRow<?>> rowAt(EventTarget target) {
        return NodeAndParents.nearest(target, TableRow.class).map(row -> (TableRow<?>) row);
    }

    private static Optional<TableColumn<?, ?>> columnAt(EventTarget target) {
        return NodeAndParents.nearest(target, TableCell.class).map(TableCell::getTableColumn);
    }
}
