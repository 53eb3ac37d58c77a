package poolscope.ui.table;

import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import poolscope.live.table.TableRowItem;
import poolscope.pool.PoolField;
import poolscope.ui.pools.PoolsTableModel;

/// The current cell of the lead row, marked by a frame: *copy cell* and *limit to* use it. Left and right move it.
final class CurrentCellMarker {
    private static final String CURRENT = "current-column";

    private final TableView<TableRowItem> table;
    private final PoolsTableModel model;

    CurrentCellMarker(TableView<TableRowItem> table, PoolsTableModel model) {
        this.table = table;
        this.model = model;
    }

    Subscription install() {
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        return model.currentColumnProperty().subscribe(this::show);
    }

    private void show(Optional<PoolField> now) {
        for (var column : table.getColumns()) {
            column.getStyleClass().remove(CURRENT);
            if (now.isPresent() && now.get() == column.getUserData()) column.getStyleClass().add(CURRENT);
        }
    }

    private void pressed(KeyEvent event) {
        boolean plain = !event.isShiftDown() && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        if (event.isConsumed() || !plain || event.getCode() != KeyCode.LEFT && event.getCode() != KeyCode.RIGHT) return;
        var columns = table.getVisibleLeafColumns();
        if (columns.isEmpty()) return;
        int next = place() + (event.getCode() == KeyCode.LEFT ? -1 : 1);
        var column = columns.get(Math.clamp(next, 0, columns.size() - 1));
        model.currentColumnProperty().set(fieldOf(column));
        table.scrollToColumn(column);
        event.consume();
    }

    private int place() {
        var columns = table.getVisibleLeafColumns();
        for (int i = 0; i < columns.size(); i++)
            if (fieldOf(columns.get(i)).equals(model.currentColumnProperty().get())) return i;
        return -1;
    }

    /// The field that a column shows.
    static Optional<PoolField> fieldOf(TableColumn<?, ?> column) {
        return column.getUserData() instanceof PoolField field ? Optional.of(field) : Optional.empty();
    }
}
