package poolscope.ui.compare;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// Pools compared field by field.
///
/// @param pools
///            in the order of pinning
/// @param lines
///            the fields that at least one of them has
record PoolComparison(List<Pool> pools, List<Line> lines) {

    /// Fields that name a pool: they always differ, which is no difference to mark.
    private static final Set<PoolField> NAMING = EnumSet.of(PoolField.NAME, PoolField.ID, PoolField.DESCRIPTION);

    /// The values of one field, in the order of the pools.
    record Line(PoolField field, List<FieldValue> values) {

        /// Whether the value is not the one that most pools have.
        boolean isUnusual(FieldValue fieldValue) {
            return differs() && 2 * values.stream().filter(fieldValue::equals).count() <= values.size();
        }

        /// Whether the field only names the pool, so that its values are not compared.
        boolean isNaming() {
            return NAMING.contains(field);
        }

        /// Whether the values are compared and not all equal. An absent value differs from a present one.
        boolean differs() {
            return !isNaming() && values.stream().distinct().count() > 1;
        }
    }

    /// @param fields
    ///            which are compared, in this order
    static PoolComparison of(List<Pool> pools, List<PoolField> fields) {
        return new PoolComparison(List.copyOf(pools),
                fields.stream()
                        .map(field -> new Line(field, pools.stream().map(field::of).toList()))
                        .filter(line -> line.values()
                                .stream()
                                .anyMatch(fieldValue -> !(fieldValue instanceof FieldValue.Absent)))
                        .toList());
    }

    /// The number of fields that differ.
    long differences() {
        return lines.stream().filter(Line::differs).count();
    }

    /// Only the lines that differ.
    PoolComparison onlyDifferences() {
        return new PoolComparison(pools, lines.stream().filter(Line::differs).toList());
    }
}
