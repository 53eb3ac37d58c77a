package poolscope.pool.table;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// The family of cards of each pool of a [PoolSet], made once so that cards are added up by family again and again.
record AcceleratorFamilyOfEachPool(AcceleratorFamily[] families) {

    static AcceleratorFamilyOfEachPool of(List<Pool> pools) {
        var known = new HashMap<FieldValue, AcceleratorFamily>();
        return new AcceleratorFamilyOfEachPool(pools.stream()
                .map(pool -> pool.v2().accelerator() instanceof FieldValue.Text
                        ? AcceleratorFamily.of(pool)
                        : known.computeIfAbsent(PoolField.SPECIFICATION.of(pool), AcceleratorFamily::only))
                .toArray(AcceleratorFamily[]::new));
    }

    /// How many cards there are of each family of which there are any, over the pools at the places `from` (inclusive)
    /// to `to` of an order.
    Map<AcceleratorFamily, BigDecimal> sums(FieldAmountsOfPools cards, int[] order, int from, int to) {
        if (cards instanceof FieldAmountsOfPools.NotReported) return Map.of();
        var sums = new EnumMap<AcceleratorFamily, BigDecimal>(AcceleratorFamily.class);
        var present = EnumSet.noneOf(AcceleratorFamily.class);
        for (int i = from; i < to; i++)
            present.add(families[order[i]]);
        for (var family : present) {
            var pools = IntStream.range(from, to).map(i -> order[i]).filter(pool -> families[pool] == family).toArray();
            var fieldSumOfPools = cards.sum(pools, 0, pools.length);
            if (fieldSumOfPools.total() instanceof FieldValue.Number(var number) && number.signum() > 0)
                sums.put(family, number);
        }
        return Collections.unmodifiableMap(sums);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AcceleratorFamilyOfEachPool column && Arrays.equals(families, column.families);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(families);
    }

    @Override
    public String toString() {
        return Arrays.toString(families);
    }
}
