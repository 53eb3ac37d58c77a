package poolscope.pool.table;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.Value;

/// What several pools add up to, one [FieldSum] a field that can be summed ([PoolField#isSummed]): of all that is
/// shown, of a group, of a selection. Immutable; the totals of parts add up to those of the whole.
public final class PoolTotals {
    private static final List<PoolField> FIELDS = Arrays.stream(PoolField.values())
            .filter(PoolField::isSummed)
            .toList();
    private static final int[] PLACES = Arrays.stream(PoolField.values()).mapToInt(FIELDS::indexOf).toArray();

    /// Of no pool.
    public static final PoolTotals NONE = of(List.of());

    private final int pools;
    private final FieldSum[] sums;
    private final Map<AcceleratorFamily, BigDecimal> cards;

    private PoolTotals(int pools, FieldSum[] sums, Map<AcceleratorFamily, BigDecimal> cards) {
        this.pools = pools;
        this.sums = sums;
        this.cards = cards;
    }

    /// Of these pools.
    public static PoolTotals of(List<Pool> pools) {
        return of(PoolSet.holding(pools), IntStream.range(0, pools.size()).toArray(), 0, pools.size());
    }

    /// Of the pools at the places `from` (inclusive) to `to` of an order.
    static PoolTotals of(PoolSet set, int[] order, int from, int to) {
        return new PoolTotals(to - from, FIELDS.stream().map(field -> {
            var fieldSum = set.amounts(field).sum(order, from, to);
            // Found out here, on a worker, before anybody writes a number of the column.
            set.decimals(field);
            return field == PoolField.NODES
                    ? portion(fieldSum, set.amounts(PoolField.UNAVAILABLE_NODES).sum(order, from, to))
                    : fieldSum;
        }).toArray(FieldSum[]::new), set.families().sums(set.amounts(PoolField.ACCELERATORS), order, from, to));
    }

    /// Of the available nodes and of the others, which are known of the same pools.
    private static FieldSum portion(FieldSum available, FieldSum unavailable) {
        var total = available.total() instanceof Value.Number(var part)
                && unavailable.total() instanceof Value.Number(var gap)
                        ? new Value.Portion(part, FieldSum.canonical(part.add(gap)))
                        : Value.ABSENT;
        return new FieldSum(total, available.known(), available.unknown(), Value.ABSENT, Value.ABSENT);
    }

    /// The fields that are summed, in the order of the catalogue.
    public static List<PoolField> fields() {
        return FIELDS;
    }

    /// How many pools these are the totals of.
    public int pools() {
        return pools;
    }

    /// The sum of one field; of a field that is never summed, nothing is known of any pool.
    public FieldSum of(PoolField field) {
        int place = PLACES[field.ordinal()];
        return place < 0 ? FieldSum.of(pools) : sums[place];
    }

    /// The cards of each family of which there are any. Cards of different families are different things: where there
    /// are several, their one sum says nothing.
    public Map<AcceleratorFamily, BigDecimal> cards() {
        return cards;
    }

    /// The totals of both, which have no pool in common.
    public PoolTotals plus(PoolTotals other) {
        if (pools == 0) return other;
        var both = new FieldSum[sums.length];
        Arrays.setAll(both, i -> sums[i].plus(other.sums[i]));
        var cardsOfBoth = new EnumMap<AcceleratorFamily, BigDecimal>(AcceleratorFamily.class);
        cardsOfBoth.putAll(cards);
        other.cards.forEach((family, sum) -> cardsOfBoth.merge(family, sum, (a, b) -> FieldSum.canonical(a.add(b))));
        return new PoolTotals(pools + other.pools, both, Collections.unmodifiableMap(cardsOfBoth));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PoolTotals poolTotals && pools == poolTotals.pools
                && Arrays.equals(sums, poolTotals.sums) && cards.equals(poolTotals.cards);
    }

    @Override
    public int hashCode() {
        return 31 * pools + Arrays.hashCode(sums);
    }

    @Override
    public String toString() {
        return pools + " pools " + Arrays.toString(sums);
    }
}
