package poolscope.ui.compare;

import java.util.Arrays;
import java.util.List;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.Value;

/// Pools side by side, field by field.
///
/// @param pools
///            in the order in which they were pinned
/// @param lines
///            the fields that at least one of them says
record Comparison(List<Pool> pools, List<Line> lines) {

    /// What the pools say of one field, in their order.
    record Line(PoolField field, List<Value> values) {

        /// Whether not all say the same. One that does not say is another than one that does.
        boolean differs() {
            return values.stream().distinct().count() > 1;
        }
    }

    static Comparison of(List<Pool> pools) {
        return new Comparison(List.copyOf(pools),
                Arrays.stream(PoolField.values())
                        .map(field -> new Line(field, pools.stream().map(field::of).toList()))
                        .filter(line -> line.values().stream().anyMatch(value -> !(value instanceof Value.Absent)))
                        .toList());
    }

    /// With the differing lines alone.
    Comparison onlyDifferences() {
        return new Comparison(pools, lines.stream().filter(Line::differs).toList());
    }
}
