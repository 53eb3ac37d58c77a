package poolscope.ui.table;

import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.util.Subscription;
import poolscope.live.table.TableRowItem;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.TableQuery;
import poolscope.ui.pools.PoolsTableModel;

/// The table's vertical scroll position when its rows change. After a refresh the same rows stay in view. After another
/// filter, sort order or grouping the first row is shown, unless that moves the current row out of view. A table that
/// gets lower, or rows that get higher, keep the current row in view.
final class TableScrollPosition {
    private final TableView<TableRowItem> table;
    private final PoolsTableModel model;
    private final Runnable afterLayout = this::showCurrent;
    private Optional<RowTop> first = Optional.empty();
    private Optional<RowTop> current = Optional.empty();
    private boolean haveRowsMoved;
    private boolean wasCurrentInView;

    /// A row in view, and the distance in px from the top of the viewport to its top.
    private record RowTop(TableRowItem row, double top) {}

    TableScrollPosition(TableView<TableRowItem> table, PoolsTableModel model) {
        this.table = table;
        this.model = model;
    }

    Subscription install() {
        return Subscription.combine(model.onSwap(this::remember, this::keepAfterRefresh),
                model.arrangedPoolsProperty().subscribe(this::showAfterNewQuery),
                table.heightProperty().subscribe((_, _) -> sizeChanged()),
                table.fixedCellSizeProperty().subscribe((_, _) -> sizeChanged()));
    }

    /// Until the layout ends, the rows are where they were.
    private void sizeChanged() {
        if (table.getScene() == null) return;
        wasCurrentInView |= model.currentLine().flatMap(this::topInView).isPresent();
        table.getScene().removePostLayoutPulseListener(afterLayout);
        if (wasCurrentInView) table.getScene().addPostLayoutPulseListener(afterLayout);
    }

    /// A table that has no room for a row while the window is laid out gets another height.
    private void showCurrent() {
        if (table.getScene() == null) return;
        table.getScene().removePostLayoutPulseListener(afterLayout);
        if (flow().filter(flow -> flow.getHeight() >= table.getFixedCellSize()).isEmpty()) return;
        wasCurrentInView = false;
        model.currentLine().map(table.getItems()::indexOf).filter(index -> index >= 0).ifPresent(this::scrollIntoView);
    }

    /// Twice: the first only comes near a row that has no cell.
    private void scrollIntoView(int index) {
        flow().ifPresent(flow -> {
            flow.scrollTo(index);
            table.layout();
            flow.scrollTo(index);
            table.layout();
        });
    }

    private void remember() {
        haveRowsMoved = true;
        first = flow().flatMap(flow -> Optional.ofNullable(flow.getFirstVisibleCell()))
                .filter(cell -> cell.getIndex() < table.getItems().size())
                .map(cell -> new RowTop(table.getItems().get(cell.getIndex()), cell.getLayoutY()))
                .filter(row -> !row.row().equals(table.getItems().getFirst()));
        current = model.currentLine().flatMap(this::topInView);
    }

    private Optional<RowTop> topInView(TableRowItem row) {
        int index = table.getItems().indexOf(row);
        return flow().filter(flow -> isInView(flow, index))
                .map(flow -> new RowTop(row, Math.max(0, flow.getCell(index).getLayoutY())));
    }

    private static boolean isInView(VirtualFlow<?> flow, int index) {
        var top = flow.getFirstVisibleCell();
        var bottom = flow.getLastVisibleCell();
        return top != null && bottom != null && top.getIndex() <= index && index <= bottom.getIndex();
    }

    private void keepAfterRefresh(boolean isRefresh) {
        if (isRefresh) first.ifPresent(this::scrollTo);
    }

    private void showAfterNewQuery(ArrangedPools before, ArrangedPools now) {
        if (haveRowsMoved && !isSameView(before.tableQuery(), now.tableQuery())) {
            table.scrollTo(0);
            current.filter(row -> !isOnFirstPage(row.row())).ifPresent(this::scrollTo);
        }
        haveRowsMoved = false;
    }

    private boolean isOnFirstPage(TableRowItem row) {
        double bottom = (table.getItems().indexOf(row) + 2) * table.getFixedCellSize();
        return flow().filter(flow -> bottom <= flow.getHeight()).isPresent();
    }

    /// Scrolls to a row above and then down: scrolling up before the layout ends at the first row.
    private void scrollTo(RowTop row) {
        int index = table.getItems().indexOf(row.row());
        if (index < 0) return;
        int rowsAbove = (int) Math.min(index, Math.ceil(row.top() / table.getFixedCellSize()));
        flow().ifPresent(flow -> {
            flow.scrollToTop(index - rowsAbove);
            flow.scrollPixels(Math.max(0, rowsAbove * table.getFixedCellSize() - row.top()));
        });
    }

    private Optional<VirtualFlow<?>> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }

    /// [TableColumns] scrolls when the demand of a job changes.
    private static boolean isSameView(TableQuery before, TableQuery now) {
        return before.equals(now) || !before.jobDemand().equals(now.jobDemand());
    }
}
