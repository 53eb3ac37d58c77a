package poolscope.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/// Puts the pools of a sorted order together by a [Grouping], and the groups in their own order. Within a group the order stays.
///
/// Groups stand by the first key of the sort: of a field that is summed, by their subtotals; of a field of the grouping, by its
/// value in that direction. Otherwise, and when that is equal, by what they have in common. What is not known stands last.
///
/// @param order
///            indexes into the pools, group after group
record Groups(int[] order, List<PoolGroup> list) {

    /// A group that has no place yet.
    ///
    /// @param number
    ///            in the order in which groups were met
    /// @param members
    ///            indexes into the pools, in the order of the sort
    private record Heap(int number, GroupKey key, int[] members, Totals totals) {
        boolean says(int field) {
            return key instanceof GroupKey.Said(var values) && values.get(field).isKnown();
        }
    }

    static Groups of(PoolSet set, int[] sorted, Wish wish) {
        var heaps = heaps(set.pools(), sorted, wish.grouping());
        var samples = heaps.stream().map(heap -> set.pools().get(heap.members[0])).toList();
        heaps.sort(order(wish, samples));
        var order = new int[sorted.length];
        var groups = new ArrayList<PoolGroup>();
        int from = 0;
        for (var heap : heaps) {
            int to = from + heap.members.length;
            System.arraycopy(heap.members, 0, order, from, heap.members.length);
            groups.add(new PoolGroup(heap.key, from, to, heap.totals));
            from = to;
        }
        return new Groups(order, List.copyOf(groups));
    }

    /// What all groups add up to together.
    Totals totals() {
        return list.stream().map(PoolGroup::totals).reduce(Totals.NONE, Totals::plus);
    }

    private static List<Heap> heaps(List<Pool> pools, int[] sorted, Grouping grouping) {
        var members = new LinkedHashMap<GroupKey, IntStream.Builder>();
        for (int i : sorted)
            members.computeIfAbsent(grouping.of(pools.get(i)), _ -> IntStream.builder()).add(i);
        var heaps = new ArrayList<Heap>();
        members.forEach((key, builder) -> {
            int[] places = builder.build().toArray();
            heaps.add(new Heap(heaps.size(), key, places, Totals.of(pools, places)));
        });
        return heaps;
    }

    /// `samples` are one pool a group, by the group's number.
    private static Comparator<Heap> order(Wish wish, List<Pool> samples) {
        var fields = wish.grouping().fields();
        var columns = fields.stream().map(field -> SortColumn.of(samples, field)).toList();
        var byKey = byKey(columns);
        if (wish.sort().keys().isEmpty()) return byKey;
        var first = wish.sort().keys().getFirst();
        if (first.field().isSummed()) return bySubtotal(first).thenComparing(byKey);
        int own = fields.indexOf(first.field());
        return own < 0 ? byKey : byValue(own, columns.get(own), first.descending()).thenComparing(byKey);
    }

    private static Comparator<Heap> bySubtotal(Sort.Key key) {
        Comparator<Value> direction = key.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(heap -> heap.totals.of(key.field()).total(),
                Comparator.comparing((Value total) -> !total.isKnown()).thenComparing(direction));
    }

    private static Comparator<Heap> byValue(int field, SortColumn column, boolean descending) {
        return Comparator.comparingLong(
                heap -> heap.says(field) ? column.weight(heap.number, descending) : SortColumn.WEIGHT_OF_UNKNOWN);
    }

    /// Texts that differ only in case have the same place in a column; they are told apart at the end.
    private static Comparator<Heap> byKey(List<SortColumn> columns) {
        Comparator<Heap> order = Comparator.comparingInt(
                heap -> heap.key instanceof GroupKey.Payment payment ? payment.ordinal() : 0);
        for (int field = 0; field < columns.size(); field++)
            order = order.thenComparing(byValue(field, columns.get(field), false));
        return order.thenComparing(heap -> heap.key.toString());
    }
}
