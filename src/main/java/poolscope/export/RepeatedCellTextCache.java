package poolscope.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import poolscope.pool.FieldValue;

/// The text of the cells of one column, row after row. It is made anew only when the value is another one than in the
/// row before: in many columns one row says what the row before said.
///
/// @param <R>
///            what becomes a row
final class RepeatedCellTextCache<R> {
    private final Function<R, FieldValue> value;
    private final CellTextFormatter formatter;
    private @Nullable FieldValue last;
    private @Nullable String text;

    RepeatedCellTextCache(Function<R, FieldValue> value, CellTextFormatter formatter) {
        this.value = value;
        this.formatter = formatter;
    }

    /// What the next row says; null when the service did not say it.
    @Nullable
    String of(R row) {
        var now = value.apply(row);
        if (!isAsBefore(now)) {
            text = formatter.of(now).orElse(null);
            last = now;
        }
        return text;
    }

    /// Equal values of a list are mostly one object. Numbers that are equal may have been written differently.
    @SuppressWarnings("ReferenceEquality")
    private boolean isAsBefore(FieldValue now) {
        return now == last || now instanceof FieldValue.Text && now.equals(last);
    }
}
