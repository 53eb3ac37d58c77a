package poolscope.pool.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.NaturalTextOrder;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;

/// The places of all pools of a [PoolSet] in the order of one field: equal values have equal ranks, and what the
/// service did not say has none. Made once; sorting by it afterwards compares small numbers only.
///
/// @param ranks
///            by pool: from 0, [#UNKNOWN] for no place
record SortRankOfEachPool(int[] ranks) {
    /// Stands last in both directions.
    static final int UNKNOWN = -1;

    /// More than the weight of any known value.
    static final long WEIGHT_OF_UNKNOWN = Integer.MAX_VALUE;

    /// What to compare to sort by this column: smaller stands first.
    long weight(int pool, boolean descending) {
        int rank = ranks[pool];
        return rank == UNKNOWN ? WEIGHT_OF_UNKNOWN : descending ? Integer.MAX_VALUE - 1 - rank : rank;
    }

    static SortRankOfEachPool of(List<Pool> pools, PoolField field) {
        return new SortRankOfEachPool(switch (field.unit()) {
            case COUNT, CORES, MEBIBYTES, CARDS -> numbers(pools, field);
            case TIME -> ranks(times(pools, field), Comparator.naturalOrder());
            case TEXT,
                    ID ->
                field == PoolField.BOUGHT
                        ? ranks(months(pools), Comparator.naturalOrder())
                        : ranks(texts(pools, field), Arrays::compareUnsigned);
            case STATUS -> ranks(statuses(pools), PoolStatus.WORST_LAST);
            case PORTION, DAY -> ranks(known(pools, field), Comparator.naturalOrder());
        });
    }

    /// Ranks keys; a key that is null has no rank. Equal keys are often the same object.
    private static <K> int[] ranks(K[] keys, Comparator<? super K> order) {
        var known = new Integer[keys.length];
        int count = 0;
        for (int i = 0; i < keys.length; i++)
            if (keys[i] != null) known[count++] = i;
        Comparator<K> quick = (a, b) -> a == b ? 0 : order.compare(a, b);
        Arrays.parallelSort(known, 0, count, (a, b) -> quick.compare(keys[a], keys[b]));
        var ranks = new int[keys.length];
        Arrays.fill(ranks, UNKNOWN);
        for (int place = 0, rank = 0; place < count; place++) {
            if (place > 0 && quick.compare(keys[known[place - 1]], keys[known[place]]) != 0) rank++;
            ranks[known[place]] = rank;
        }
        return ranks;
    }

    /// Numbers that a `double` holds exactly are compared as such, which is nearly always.
    private static int[] numbers(List<Pool> pools, PoolField field) {
        var numbers = pools.stream().map(pool -> field.of(pool).asNumber().orElse(null)).toArray(BigDecimal[]::new);
        if (Arrays.stream(numbers).anyMatch(n -> n != null && n.precision() > 15))
            return ranks(numbers, Comparator.naturalOrder());
        return ranks(
                Arrays.stream(numbers).map(n -> n == null ? null : (Double) n.doubleValue()).toArray(Double[]::new),
                Comparator.naturalOrder());
    }

    private static Instant[] times(List<Pool> pools, PoolField field) {
        return pools.stream().map(pool -> switch (field.of(pool)) {
            case FieldValue.Time(Instant at) -> at;
            case FieldValue.Before before -> before.asMoment().orElse(null);
            default -> null;
        }).toArray(Instant[]::new);
    }

    /// How long the periods are that were bought; periods of an unknown length have no rank.
    private static BigDecimal[] months(List<Pool> pools) {
        return pools.stream()
                .map(pool -> pool.billing() instanceof Billing.Prepaid prepaid ? prepaid.months().orElse(null) : null)
                .toArray(BigDecimal[]::new);
    }

    private static PoolStatus[] statuses(List<Pool> pools) {
        return pools.stream().map(Pool::status).toArray(PoolStatus[]::new);
    }

    /// Keys of [NaturalTextOrder]; one for each different text.
    private static byte[][] texts(List<Pool> pools, PoolField field) {
        var order = new NaturalTextOrder();
        Map<String, byte[]> seen = new HashMap<>();
        return pools.stream()
                .map(pool -> field.of(pool) instanceof FieldValue.Text(String text)
                        ? seen.computeIfAbsent(text, order::key)
                        : null)
                .toArray(byte[][]::new);
    }

    private static FieldValue[] known(List<Pool> pools, PoolField field) {
        return pools.stream()
                .map(field::of)
                .map(fieldValue -> fieldValue.isKnown() ? fieldValue : null)
                .toArray(FieldValue[]::new);
    }
}
