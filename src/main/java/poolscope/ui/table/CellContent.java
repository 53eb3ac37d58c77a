package poolscope.ui.table;

import javafx.beans.value.ObservableValue;
import poolscope.live.GroupRow;
import poolscope.live.PoolRow;
import poolscope.live.TableLine;
import poolscope.pool.PoolField;
import poolscope.pool.Value;
import poolscope.pool.table.PoolTotals;

/// What stands in one cell of the table.
sealed interface CellContent {

    /// What a pool's field says.
    record Said(Value value) implements CellContent {}

    /// What a group's pools add up to.
    record Subtotal(PoolTotals poolTotals) implements CellContent {}

    /// Nothing: the field of a group can't be summed. The group's name runs over such cells.
    record Blank() implements CellContent {}

    /// What stands in that line in the column of that field.
    static ObservableValue<CellContent> of(TableLine tableLine, PoolField field) {
        return switch (tableLine) {
            case PoolRow row -> row.poolProperty().map(pool -> new Said(field.of(pool)));
            case GroupRow head -> head.nowProperty().map(now -> of(now, field));
        };
    }

    private static CellContent of(GroupRow.Now now, PoolField field) {
        return field.isSummed() ? new Subtotal(now.group().poolTotals()) : new Blank();
    }
}
