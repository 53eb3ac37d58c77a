package poolscope.export;

import java.util.function.Function;
import java.util.stream.Stream;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// Something inside a pool, as a row of its own.
///
/// @param item
///            a node, a job or an event
public record PoolContentsRow<T>(Pool pool, T item) {

    /// Columns that say what a field says of the pool, under its name.
    static <T> Stream<ExportColumn<PoolContentsRow<T>>> ofPool(PoolField... fields) {
        return Stream.of(fields)
                .map(field -> new ExportColumn<>(field.id(), field.unit(), row -> field.of(row.pool())));
    }

    /// A column of the item itself.
    static <T> ExportColumn<PoolContentsRow<T>> ofItem(String header, PoolField.Unit unit,
            Function<T, FieldValue> value) {
        return new ExportColumn<>(header, unit, row -> value.apply(row.item()));
    }
}
