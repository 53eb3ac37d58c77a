package poolscope.ui.table;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import poolscope.live.table.GonePoolRow;
import poolscope.live.table.GroupRow;
import poolscope.live.table.PoolRow;
import poolscope.live.table.TableRowItem;
import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.table.PoolTotals;

/// Content of one cell of the table.
sealed interface TableCellContent {

    /// The value of a pool's field.
    ///
    /// @param free
    ///            what is known of the pool's free resources, for fields of them; else nothing
    record ValueOfField(FieldValue fieldValue, FreeResources free) implements TableCellContent {}

    /// The sum of a group's pools.
    record Subtotal(PoolTotals poolTotals) implements TableCellContent {}

    /// Nothing: the field can't be summed for a group. The group's name covers such cells.
    record Blank() implements TableCellContent {}

    /// Content of this line's cell in the column of this field.
    static ObservableValue<TableCellContent> of(TableRowItem tableRowItem, PoolField field) {
        return switch (tableRowItem) {
            case PoolRow row -> row.poolProperty().map(pool -> new ValueOfField(field.of(pool), free(pool, field)));
            case GonePoolRow(var pool) ->
                new SimpleObjectProperty<>(new ValueOfField(field.of(pool), free(pool, field)));
            case GroupRow head -> head.nowProperty().map(now -> of(now, field));
        };
    }

    private static FreeResources free(Pool pool, PoolField field) {
        return field.group() == PoolField.Group.FREE ? pool.v2().free() : FreeResources.NOT_REPORTED;
    }

    private static TableCellContent of(GroupRow.Now now, PoolField field) {
        return field.isSummed() ? new Subtotal(now.group().poolTotals()) : new Blank();
    }
}
