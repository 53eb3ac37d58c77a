package poolscope.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import poolscope.pool.PoolField;

/// How the row of totals is divided: under which columns there is space for a sum, and where for other texts.
final class TotalsRowSlots {
    private TotalsRowSlots() {}

    /// A column of the table, from left to right.
    record Column(Optional<PoolField> field, double width, boolean pinned) {}

    /// Horizontal space for a sum, or for adjacent columns that have none.
    record Slot(Optional<PoolField> sum, double from, double width, boolean pinned) {
        boolean isRoom(double least) {
            return sum.isEmpty() && width >= least;
        }

        /// The space that a text of the next slot can use.
        double room() {
            return sum.isEmpty() ? width : 0;
        }

        /// This slot and the next one as one.
        Slot with(Slot next) {
            return new Slot(sum, from, next.from + next.width - from, pinned);
        }
    }

    /// The slots from left to right. There is one without a sum before each sum, after the pinned columns and at the
    /// end.
    ///
    /// @param neededWidth
    ///            of a sum: one that is too wide for its column also uses the space of the slot before it, and then of
    ///            the one after it
    static List<Slot> of(List<Column> columns, Predicate<PoolField> hasSum, ToDoubleFunction<PoolField> neededWidth) {
        var slots = new ArrayList<Slot>();
        double x = 0;
        double from = 0;
        boolean pinned = false;
        for (var column : columns) {
            if (column.pinned != pinned) {
                slots.add(new Slot(Optional.empty(), from, Math.max(0, x - from), pinned));
                from = Math.max(from, x);
            }
            pinned = column.pinned;
            x += column.width;
            var field = column.field.filter(hasSum);
            if (field.isEmpty()) continue;
            double needed = neededWidth.applyAsDouble(field.get());
            double start = Math.max(from, x - Math.max(column.width, needed));
            double end = Math.max(x, start + needed);
            slots.add(new Slot(Optional.empty(), from, start - from, pinned));
            slots.add(new Slot(field, start, end - start, pinned));
            from = end;
        }
        slots.add(new Slot(Optional.empty(), from, Math.max(0, x - from), pinned));
        return slots;
    }
}
