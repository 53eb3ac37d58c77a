package poolscope.ui.table;

import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;
import poolscope.live.table.TableRowItem;
import poolscope.pool.PoolField;
import poolscope.ui.parts.CurrentColumnKeys;
import poolscope.ui.pools.PoolsTableModel;

/// The current cell of the lead row, marked by a frame: *copy cell* and *limit to* use it. Left and right move it.
final class CurrentCellMarker {
    private final TableView<TableRowItem> table;
    private final PoolsTableModel model;

    CurrentCellMarker(TableView<TableRowItem> table, PoolsTableModel model) {
        this.table = table;
        this.model = model;
    }

    Subscription install() {
        CurrentColumnKeys.install(table, this::current, column -> model.currentColumnProperty().set(fieldOf(column)));
        return Subscription.combine(
                model.currentColumnProperty().subscribe(_ -> CurrentColumnKeys.mark(table, current())),
                table.focusedProperty().subscribe(this::begin));
    }

    /// Commands for the current cell say nothing when there is none.
    private void begin(boolean isFocused) {
        if (isFocused && model.currentColumnProperty().get().isEmpty() && !table.getVisibleLeafColumns().isEmpty())
            model.currentColumnProperty().set(fieldOf(table.getVisibleLeafColumn(0)));
    }

    private Optional<TableColumn<TableRowItem, ?>> current() {
        var field = model.currentColumnProperty().get();
        return table.getColumns().stream().filter(column -> fieldOf(column).equals(field)).findFirst();
    }

    /// The field that a column shows.
    static Optional<PoolField> fieldOf(TableColumn<?, ?> column) {
        return column.getUserData() instanceof PoolField field ? Optional.of(field) : Optional.empty();
    }
}
