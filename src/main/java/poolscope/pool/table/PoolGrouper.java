package poolscope.pool.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import poolscope.pool.FieldValue;

/// Puts the pools of a sorted order together by a [PoolGroupingCriterion], and the groups in their own order. Within a
/// group the order stays.
///
/// Groups stand by the first key of the sort: of a field that is summed, by their subtotals; of a field of the grouping,
/// by its value in that direction. Otherwise, and when that is equal, by what they have in common. What is not known
/// stands last.
///
/// @param order
///            indexes into the pools, group after group
record PoolGrouper(int[] order, List<PoolGroup> list) {

    /// A group that has no place yet.
    ///
    /// @param from
    ///            where it begins as long as the groups stand by number
    private record UnplacedGroup(int number, int from, int to, PoolTotals poolTotals) {}

    static PoolGrouper of(PoolSet set, int[] sorted, TableQuery tableQuery) {
        var column = set.groups(tableQuery.poolGroupingCriterion());
        int[] starts = starts(sorted, column);
        int[] byNumber = byNumber(sorted, column, starts);
        var unplaced = new ArrayList<UnplacedGroup>();
        for (int number = 0; number < column.keys().size(); number++) {
            int from = starts[number];
            int to = starts[number + 1];
            if (from < to) unplaced.add(new UnplacedGroup(number, from, to, PoolTotals.of(set, byNumber, from, to)));
        }
        unplaced.sort(order(tableQuery, column));
        var order = new int[sorted.length];
        var groups = new ArrayList<PoolGroup>();
        int at = 0;
        for (var group : unplaced) {
            int size = group.to - group.from;
            System.arraycopy(byNumber, group.from, order, at, size);
            groups.add(new PoolGroup(column.keys().get(group.number), at, at + size, group.poolTotals));
            at += size;
        }
        return new PoolGrouper(order, List.copyOf(groups));
    }

    /// What all groups add up to together.
    PoolTotals poolTotals() {
        return list.stream().map(PoolGroup::poolTotals).reduce(PoolTotals.NONE, PoolTotals::plus);
    }

    /// By group: how many pools stand in the groups before it; one more at the end.
    private static int[] starts(int[] sorted, GroupOfEachPool column) {
        var starts = new int[column.keys().size() + 1];
        for (int pool : sorted)
            starts[column.numbers()[pool] + 1]++;
        Arrays.parallelPrefix(starts, Integer::sum);
        return starts;
    }

    private static int[] byNumber(int[] sorted, GroupOfEachPool column, int[] starts) {
        int[] next = starts.clone();
        var order = new int[sorted.length];
        for (int pool : sorted)
            order[next[column.numbers()[pool]]++] = pool;
        return order;
    }

    private static Comparator<UnplacedGroup> order(TableQuery tableQuery, GroupOfEachPool column) {
        var byKey = Comparator.comparingInt(UnplacedGroup::number);
        if (tableQuery.sortOrder().keys().isEmpty()) return byKey;
        var first = tableQuery.sortOrder().keys().getFirst();
        if (first.field().isSummed()) return bySubtotal(first).thenComparing(byKey);
        int own = tableQuery.poolGroupingCriterion().fields().indexOf(first.field());
        if (own < 0) return byKey;
        var places = column.places().get(own);
        return Comparator.<UnplacedGroup>comparingLong(group -> places.weight(group.number, first.descending()))
                .thenComparing(byKey);
    }

    private static Comparator<UnplacedGroup> bySubtotal(SortOrder.Key key) {
        Comparator<FieldValue> direction = key.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(group -> group.poolTotals.of(key.field()).total(),
                Comparator.comparing((FieldValue total) -> !total.isKnown()).thenComparing(direction));
    }
}
