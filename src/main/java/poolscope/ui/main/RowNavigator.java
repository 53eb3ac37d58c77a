package poolscope.ui.main;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.util.Subscription;
import poolscope.live.table.PoolRow;
import poolscope.live.table.TableRowItem;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolStatus;
import poolscope.ui.pools.ChangedPoolsModel;
import poolscope.ui.pools.PoolsTableModel;

/// Moves between the table's rows, wherever the focus is: to the next row, the next problem, the next change, or a
/// given pool.
final class RowNavigator {
    /// Rows that stay in view above one that is scrolled to.
    private static final int ROWS_ABOVE = 3;

    private final Supplier<TableView<TableRowItem>> tables;
    private final PoolsTableModel model;
    private final ChangedPoolsModel changes;
    private Subscription waiting = Subscription.EMPTY;

    /// @param tables
    ///            finds the table, which is created later
    RowNavigator(Supplier<TableView<TableRowItem>> tables, PoolsTableModel model, ChangedPoolsModel changes) {
        this.changes = changes;
        this.tables = tables;
        this.model = model;
    }

    /// Moves the focus to the table, and selects the first row when none is selected.
    void enter() {
        tables.get().requestFocus();
        if (tables.get().getSelectionModel().getSelectedIndex() < 0) walk(1);
    }

    /// Selects the row after (1) or before (-1) the selected one.
    void walk(int step) {
        var table = tables.get();
        int now = table.getSelectionModel().getSelectedIndex();
        int next = now < 0 ? 0 : now + step;
        if (next >= 0 && next < table.getItems().size()) select(next);
    }

    /// Selects the next row (1) or the one before (-1) that is a problem; after the last comes the first.
    void walkToProblem(int step) {
        var table = tables.get();
        int next = next(table.getItems(), table.getSelectionModel().getSelectedIndex(), step,
                tableRowItem -> tableRowItem instanceof PoolRow row && isProblem(row.pool()));
        if (next >= 0) select(next);
    }

    /// Selects the next row (1) or the one before (-1) whose pool changed; after the last comes the first.
    ///
    /// @return false when no such row is shown
    boolean walkToChange(int step) {
        var table = tables.get();
        int next = next(table.getItems(), table.getSelectionModel().getSelectedIndex(), step,
                tableRowItem -> changes.markOf(tableRowItem).isPresent());
        if (next < 0) return false;
        select(next);
        table.requestFocus();
        return true;
    }

    /// The next matching index in this direction, from one end of the list on to the other; the same one when no other
    /// matches, -1 when none does.
    static <T> int next(List<T> rows, int from, int step, Predicate<T> wanted) {
        int size = rows.size();
        int start = from < 0 ? (step > 0 ? -1 : size) : from;
        for (int i = 1; i <= size; i++) {
            int at = Math.floorMod(start + i * step, size);
            if (wanted.test(rows.get(at))) return at;
        }
        return -1;
    }

    /// Whether the pool is a problem: it is not running, or has unavailable nodes.
    static boolean isProblem(Pool pool) {
        if (pool.status().kind() != PoolStatus.Kind.RUNNING) return true;
        return pool.poolNodeGroups().portion() instanceof FieldValue.Portion(var usable, var all)
                && usable.compareTo(all) < 0;
    }

    /// Selects the pool; unfolds its group, and clears a filter that hides it.
    void jump(Pool pool) {
        waiting.unsubscribe();
        if (find(pool, this::select)) return;
        waiting = model.arrangedPoolsProperty().subscribe((_, _) -> {
            waiting.unsubscribe();
            // what is in view is known only after the next layout
            find(pool, this::selectAndScroll);
        });
        model.reveal(pool);
    }

    private boolean find(Pool pool, IntConsumer select) {
        var table = tables.get();
        var rows = table.getItems();
        for (int i = 0; i < rows.size(); i++)
            if (rows.get(i).poolOfLine().filter(pool::isSamePoolAs).isPresent()) {
                select.accept(i);
                table.requestFocus();
                return true;
            }
        return false;
    }

    private void select(int row) {
        if (isInView(tables.get(), row)) tables.get().getSelectionModel().select(row);
        else
            selectAndScroll(row);
    }

    private void selectAndScroll(int row) {
        tables.get().getSelectionModel().select(row);
        tables.get().scrollTo(Math.max(0, row - ROWS_ABOVE));
    }

    private static boolean isInView(TableView<TableRowItem> table, int row) {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null
                && flow.getFirstVisibleCell().getIndex() < row && row < flow.getLastVisibleCell().getIndex();
    }

    void close() {
        waiting.unsubscribe();
    }
}
