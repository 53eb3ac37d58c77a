package poolscope.ui.table;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import poolscope.live.table.TableRowItem;
import poolscope.pool.table.LongestValues;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.text.PoolFieldText;

/// Sizes columns to fit their content on request. The table's own method creates a cell for each row, which takes
/// seconds for 100,000 rows.
final class ColumnAutoSize {
    private final TableView<TableRowItem> table;
    private final PoolsTableModel model;
    private final ColumnContentWidth measure;

    ColumnAutoSize(TableView<TableRowItem> table, PoolsTableModel model, PoolFieldText fields) {
        this.table = table;
        this.model = model;
        measure = new ColumnContentWidth(model, fields);
    }

    /// Handles double clicks on the borders of column headers before the table does.
    void install() {
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getClickCount() == 2 && event.getTarget() instanceof Rectangle border
                    && border.getProperties().get("TableColumn") instanceof TableColumn<?, ?> column) {
                fit(column);
                event.consume();
            }
        });
    }

    void fitAll() {
        table.getVisibleLeafColumns().forEach(this::fit);
    }

    void fit(TableColumn<?, ?> column) {
        CurrentCellMarker.fieldOf(column)
                .ifPresent(field -> column.setPrefWidth(
                        (PinnedColumns.isFirst(column) ? measure.markGap() : 0) + Math.max(measure.header(field),
                                measure.values(field, LongestValues.of(model.shownPools(), field)))));
    }
}
