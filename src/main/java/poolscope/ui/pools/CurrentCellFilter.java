package poolscope.ui.pools;

import java.util.Optional;
import java.util.function.BiConsumer;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.filter.ComparisonOperator;
import poolscope.pool.filter.PoolFilter;

/// Filters by the cell that the operator is in: the current pool's value of the current column.
public final class CurrentCellFilter {
    private final PoolsTableModel model;

    public CurrentCellFilter(PoolsTableModel model) {
        this.model = model;
    }

    /// Runs `act` with the field and the value of the current cell, if there is one.
    public void with(BiConsumer<PoolField, FieldValue> act) {
        field().ifPresent(field -> fieldValue().ifPresent(fieldValue -> act.accept(field, fieldValue)));
    }

    Optional<PoolField> field() {
        return model.currentColumnProperty().get();
    }

    Optional<FieldValue> fieldValue() {
        return field().flatMap(field -> model.currentProperty().get().map(row -> field.of(row.pool())));
    }

    /// Shows only the pools that have the value of this cell.
    public void only() {
        with(model.filter()::only);
    }

    /// Hides the pools that have the value of this cell.
    public void leaveOut() {
        with(model.filter()::leaveOut);
    }

    /// Shows only the pools whose value compares so with this cell.
    public void compare(ComparisonOperator comparisonOperator) {
        with((field, fieldValue) -> model.filter().compare(field, comparisonOperator, fieldValue));
    }

    /// Whether the value of this cell can be compared with *at least* and *at most*.
    public boolean isOrdered() {
        return field()
                .flatMap(field -> fieldValue()
                        .flatMap(fieldValue -> PoolFilter.compare(field, ComparisonOperator.AT_LEAST, fieldValue)))
                .isPresent();
    }
}
