package poolscope.pool;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What several pools add up to, one [Sum] a field that can be summed ([PoolField#isSummed]): of all that is shown, of a group,
/// of a selection. Immutable; the totals of parts add up to those of the whole.
public final class Totals {
    private static final List<PoolField> FIELDS = Arrays.stream(PoolField.values()).filter(PoolField::isSummed).toList();
    private static final int[] PLACES = Arrays.stream(PoolField.values()).mapToInt(FIELDS::indexOf).toArray();

    /// Of no pool.
    public static final Totals NONE = of(List.of());

    private final int pools;
    private final Sum[] sums;
    private final Map<AcceleratorFamily, BigDecimal> cards;

    private Totals(int pools, Sum[] sums, Map<AcceleratorFamily, BigDecimal> cards) {
        this.pools = pools;
        this.sums = sums;
        this.cards = cards;
    }

    /// Of these pools.
    public static Totals of(List<Pool> pools) {
        return of(PoolSet.holding(pools), IntStream.range(0, pools.size()).toArray(), 0, pools.size());
    }

    /// Of the pools at the places `from` (inclusive) to `to` of an order.
    static Totals of(PoolSet set, int[] order, int from, int to) {
        return new Totals(to - from, FIELDS.stream().map(field -> {
            var sum = set.amounts(field).sum(order, from, to);
            // Found out here, on a worker, before anybody writes a number of the column.
            set.decimals(field);
            return field == PoolField.NODES ? portion(sum, set.amounts(PoolField.UNAVAILABLE_NODES).sum(order, from, to)) : sum;
        }).toArray(Sum[]::new), set.families().sums(set.amounts(PoolField.ACCELERATORS), order, from, to));
    }

    /// Of the available nodes and of the others, which are known of the same pools.
    private static Sum portion(Sum available, Sum unavailable) {
        var total = available.total() instanceof Value.Number(var part) && unavailable.total() instanceof Value.Number(var gap)
                ? new Value.Portion(part, Sum.canonical(part.add(gap)))
                : Value.ABSENT;
        return new Sum(total, available.known(), available.unknown(), Value.ABSENT, Value.ABSENT);
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
    public Sum of(PoolField field) {
        int place = PLACES[field.ordinal()];
        return place < 0 ? Sum.of(pools) : sums[place];
    }

    /// The cards of each family of which there are any. Cards of different families are different things: where there are
    /// several, their one sum says nothing.
    public Map<AcceleratorFamily, BigDecimal> cards() {
        return cards;
    }

    /// The totals of both, which have no pool in common.
    public Totals plus(Totals other) {
        if (pools == 0) return other;
        var both = new Sum[sums.length];
        Arrays.setAll(both, i -> sums[i].plus(other.sums[i]));
        var cardsOfBoth = new EnumMap<AcceleratorFamily, BigDecimal>(AcceleratorFamily.class);
        cardsOfBoth.putAll(cards);
        other.cards.forEach((family, sum) -> cardsOfBoth.merge(family, sum, (a, b) -> Sum.canonical(a.add(b))));
        return new Totals(pools + other.pools, both, Collections.unmodifiableMap(cardsOfBoth));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Totals totals && pools == totals.pools && Arrays.equals(sums, totals.sums)
                && cards.equals(totals.cards);
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
