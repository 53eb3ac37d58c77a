package poolscope.ui.compare;

import java.util.List;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.Value;

/// Pools compared field by field.
///
/// @param pools
///            in the order of pinning
/// @param lines
///            the fields that at least one of them has
record PoolComparison(List<Pool> pools, List<Line> lines) {

    /// The values of one field, in the order of the pools.
    record Line(PoolField field, List<Value> values) {

        /// Whether the values are not all equal. An absent value differs from a present one.
        boolean differs() {
            return values.stream().distinct().count() > 1;
        }
    }

    /// @param fields
    ///            which are compared, in this order
    static PoolComparison of(List<Pool> pools, List<PoolField> fields) {
        return new PoolComparison(List.copyOf(pools),
                fields.stream()
                        .map(field -> new Line(field, pools.stream().map(field::of).toList()))
                        .filter(line -> line.values().stream().anyMatch(value -> !(value instanceof Value.Absent)))
                        .toList());
    }

    /// Only the lines that differ.
    PoolComparison onlyDifferences() {
        return new PoolComparison(pools, lines.stream().filter(Line::differs).toList());
    }
}
