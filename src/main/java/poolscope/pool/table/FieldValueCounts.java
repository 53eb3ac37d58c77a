package poolscope.pool.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.filter.FilterConditionsOnField;
import poolscope.pool.filter.PoolFilter;

/// The different values of one field among the pools that the rest of a filter shows: what ticking them would show.
///
/// @param choice
///            what the filter says of the field
/// @param lines
///            in the order of a sorted column; pools that do not say come last
/// @param byCount
///            the same, what most pools have first
public record FieldValueCounts(FilterConditionsOnField choice, List<Line> lines, List<Line> byCount) {

    /// One value.
    ///
    /// @param fieldValue
    ///            [FieldValue#ABSENT] for pools that say nothing, nothing readable or the empty text
    /// @param pools
    ///            how many have it
    /// @param ticked
    ///            whether the filter shows them
    public record Line(FieldValue fieldValue, int pools, boolean ticked) {}

    /// A value being counted.
    private static final class Count {
        private final Pool sample;
        private int pools;

        Count(Pool sample) {
            this.sample = sample;
        }
    }

    /// Counts. `now` is what ages are measured from.
    public static FieldValueCounts of(PoolSet set, PoolFilter filter, PoolField field, Instant now) {
        var choice = FilterConditionsOnField.in(filter, field);
        Map<FieldValue, Count> counts = new HashMap<>();
        for (var pool : set.pools()) {
            if (!choice.rest().matches(pool, now)) continue;
            var fieldValue = field.of(pool);
            counts.computeIfAbsent(fieldValue.isSaid() ? fieldValue : FieldValue.ABSENT, _ -> new Count(pool)).pools++;
        }
        var lines = inOrder(field, counts).stream()
                .map(each -> new Line(each.getKey(), each.getValue().pools, choice.allows(each.getValue().sample, now)))
                .toList();
        return new FieldValueCounts(choice, lines,
                lines.stream().sorted(Comparator.comparing(Line::pools).reversed()).toList());
    }

    private static List<Map.Entry<FieldValue, Count>> inOrder(PoolField field, Map<FieldValue, Count> counts) {
        var met = new ArrayList<>(counts.entrySet());
        var places = SortRankOfEachPool.of(met.stream().map(each -> each.getValue().sample).toList(), field);
        Comparator<Integer> order = Comparator.comparingLong(
                at -> met.get(at).getKey().isSaid() ? places.weight(at, false) : SortRankOfEachPool.WEIGHT_OF_UNKNOWN);
        return IntStream.range(0, met.size())
                .boxed()
                .sorted(order.thenComparing(at -> met.get(at).getKey()))
                .map(met::get)
                .toList();
    }

    /// All values, in order.
    public List<FieldValue> values() {
        return lines.stream().map(Line::fieldValue).toList();
    }
}
