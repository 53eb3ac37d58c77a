package poolscope.pool.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// The groups of all pools of a [PoolSet] by one [PoolGroupingCriterion]. Made once, like a [SortRankOfEachPool].
///
/// @param numbers
///            by pool: the number of its group
/// @param keys
///            by group: what its pools have in common; in their own order, from the smallest to what is not said
/// @param places
///            by field of the grouping: the places of the groups in the order of that field
record GroupOfEachPool(int[] numbers, List<PoolGroupIdentity> keys, List<SortRankOfEachPool> places) {

    static GroupOfEachPool of(List<Pool> pools, PoolGroupingCriterion poolGroupingCriterion) {
        Map<PoolGroupIdentity, Integer> met = new HashMap<>();
        var keys = new ArrayList<PoolGroupIdentity>();
        var samples = new ArrayList<Pool>();
        var numbers = new int[pools.size()];
        for (int i = 0; i < numbers.length; i++) {
            var key = poolGroupingCriterion.of(pools.get(i));
            Integer number = met.putIfAbsent(key, keys.size());
            numbers[i] = number == null ? keys.size() : number;
            if (number != null) continue;
            keys.add(key);
            samples.add(pools.get(i));
        }
        return inOrder(numbers, keys,
                IntStream.range(0, poolGroupingCriterion.fields().size())
                        .mapToObj(field -> places(poolGroupingCriterion.fields().get(field), field, keys, samples))
                        .toList());
    }

    /// An empty text is not said here, although it has a place in a sorted column.
    private static SortRankOfEachPool places(PoolField field, int at, List<PoolGroupIdentity> keys,
            List<Pool> samples) {
        int[] ranks = SortRankOfEachPool.of(samples, field).ranks();
        for (int group = 0; group < ranks.length; group++)
            if (!(keys.get(group) instanceof PoolGroupIdentity.SharedValues(var _, var values)
                    && values.get(at).isKnown()))
                ranks[group] = SortRankOfEachPool.UNKNOWN;
        return new SortRankOfEachPool(ranks);
    }

    /// Numbers the groups anew. Texts that differ only in case have the same place; they are told apart at the end.
    private static GroupOfEachPool inOrder(int[] met, List<PoolGroupIdentity> keys, List<SortRankOfEachPool> places) {
        Comparator<Integer> order = Comparator.comparingInt(
                group -> keys.get(group) instanceof PoolGroupIdentity.Payment payment ? payment.ordinal() : 0);
        for (var column : places)
            order = order.thenComparingLong(group -> column.weight(group, false));
        int[] sorted = IntStream.range(0, keys.size())
                .boxed()
                .sorted(order.thenComparing(group -> keys.get(group).toString()))
                .mapToInt(Integer::intValue)
                .toArray();
        var renumbered = new int[sorted.length];
        for (int number = 0; number < sorted.length; number++)
            renumbered[sorted[number]] = number;
        return new GroupOfEachPool(IntStream.of(met).map(group -> renumbered[group]).toArray(),
                IntStream.of(sorted).<PoolGroupIdentity>mapToObj(keys::get).toList(),
                places.stream()
                        .map(column -> new SortRankOfEachPool(
                                IntStream.of(sorted).map(g -> column.ranks()[g]).toArray()))
                        .toList());
    }
}
