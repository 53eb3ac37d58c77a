package poolscope.pool.table;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// What several pools add up to, one [FieldSumOfPools] a field that can be summed ([PoolField#isSummed]): of all that
/// is shown, of a group, of a selection. Immutable; the totals of parts add up to those of the whole.
public final class PoolTotals {
    private static final List<PoolField> FIELDS = Arrays.stream(PoolField.values())
            .filter(PoolField::isSummed)
            .toList();
    private static final int[] PLACES = Arrays.stream(PoolField.values()).mapToInt(FIELDS::indexOf).toArray();

    /// Of no pool.
    public static final PoolTotals NONE = of(List.of());

    private final int pools;
    private final int logical;
    private final FieldSumOfPools[] sums;
    private final Cards cards;

    /// Cards by family.
    ///
    /// @param all
    ///            those that can be allocated
    /// @param free
    ///            those that no job holds
    private record Cards(Map<AcceleratorFamily, BigDecimal> all, Map<AcceleratorFamily, BigDecimal> free) {
        Cards plus(Cards other) {
            return new Cards(plus(all, other.all), plus(free, other.free));
        }

        private static Map<AcceleratorFamily, BigDecimal> plus(Map<AcceleratorFamily, BigDecimal> one,
                Map<AcceleratorFamily, BigDecimal> other) {
            var both = new EnumMap<AcceleratorFamily, BigDecimal>(AcceleratorFamily.class);
            both.putAll(one);
            other.forEach((family, sum) -> both.merge(family, sum, (a, b) -> FieldSumOfPools.canonical(a.add(b))));
            return Collections.unmodifiableMap(both);
        }
    }

    private PoolTotals(int pools, int logical, FieldSumOfPools[] sums, Cards cards) {
        this.pools = pools;
        this.logical = logical;
        this.sums = sums;
        this.cards = cards;
    }

    /// Of these pools.
    public static PoolTotals of(List<Pool> pools) {
        return of(PoolSet.holding(pools), IntStream.range(0, pools.size()).toArray(), 0, pools.size());
    }

    /// Of the pools at the places `from` (inclusive) to `to` of an order. Logical pools are counted and not summed:
    /// their nodes are those of other pools.
    static PoolTotals of(PoolSet set, int[] order, int from, int to) {
        if (set.logical().isEmpty()) return of(set, order, from, to, 0);
        var summed = Arrays.stream(order, from, to).filter(pool -> !set.logical().get(pool)).toArray();
        return of(set, summed, 0, summed.length, to - from - summed.length);
    }

    private static PoolTotals of(PoolSet set, int[] order, int from, int to, int logical) {
        var sums = FIELDS.stream().map(field -> {
            var fieldSumOfPools = set.amounts(field).sum(order, from, to);
            // Found out here, on a worker, before anybody writes a number of the column.
            set.decimals(field);
            return field == PoolField.NODES
                    ? portion(fieldSumOfPools, set.amounts(PoolField.UNAVAILABLE_NODES).sum(order, from, to))
                    : fieldSumOfPools;
        }).toArray(FieldSumOfPools[]::new);
        var families = set.families();
        var cards = new Cards(families.sums(set.amounts(PoolField.ACCELERATORS), order, from, to),
                families.sums(set.amounts(PoolField.FREE_ACCELERATORS), order, from, to));
        return new PoolTotals(to - from + logical, logical, sums, cards);
    }

    /// Of the available nodes and of the others, which are known of the same pools.
    private static FieldSumOfPools portion(FieldSumOfPools available, FieldSumOfPools unavailable) {
        var total = available.total() instanceof FieldValue.Number(var part)
                && unavailable.total() instanceof FieldValue.Number(var gap)
                        ? new FieldValue.Portion(part, FieldSumOfPools.canonical(part.add(gap)))
                        : FieldValue.ABSENT;
        return new FieldSumOfPools(total, available.known(), available.unknown(), FieldValue.ABSENT, FieldValue.ABSENT);
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
    public FieldSumOfPools of(PoolField field) {
        int place = PLACES[field.ordinal()];
        return place < 0 ? FieldSumOfPools.of(pools - logical) : sums[place];
    }

    /// How many of them are logical, and so not in the sums.
    public int logical() {
        return logical;
    }

    /// The cards of each family of which there are any. Cards of different families are different things: where there
    /// are several, their one sum says nothing.
    public Map<AcceleratorFamily, BigDecimal> cards() {
        return cards.all();
    }

    /// The same of cards that no job holds.
    public Map<AcceleratorFamily, BigDecimal> freeCards() {
        return cards.free();
    }

    /// The totals of both, which have no pool in common.
    public PoolTotals plus(PoolTotals other) {
        if (pools == 0) return other;
        var both = new FieldSumOfPools[sums.length];
        Arrays.setAll(both, i -> sums[i].plus(other.sums[i]));
        return new PoolTotals(pools + other.pools, logical + other.logical, both, cards.plus(other.cards));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PoolTotals poolTotals && pools == poolTotals.pools && logical == poolTotals.logical
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
