package poolscope.pool.table;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import poolscope.pool.Pool;
import poolscope.pool.PoolStatus;
import poolscope.pool.filter.FilterConditionsOnStatus;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.fit.FitResult;

/// Which pools are shown and in which order: a pure function of the pools and of what is wished for.
///
/// @param set
///            the pools it was made of
/// @param tableQuery
///            what was asked for
/// @param order
///            indexes into [PoolSet#pools()], in the order shown; read only
/// @param groups
///            the groups in the order shown, each a run of `order`, together all of it; empty without a grouping
/// @param poolTotals
///            what all pools shown add up to
/// @param statuses
///            how many pools of each status match the filter when its status terms are left aside: what a click on a
///            status would show
/// @param fits
///            how many of the pools shown fit the demand, and how many do not; all 0 without one
public record ArrangedPools(PoolSet set, TableQuery tableQuery, int[] order, List<PoolGroup> groups,
        PoolTotals poolTotals, Map<PoolStatus, Integer> statuses, FitResultCounts fits) {

    /// Nothing to show.
    public static final ArrangedPools EMPTY = new ArrangedPools(PoolSet.EMPTY, TableQuery.ALL, new int[0], List.of(),
            PoolTotals.NONE, Map.of(), FitResultCounts.NONE);

    /// Filters, sorts, groups and sums. `now` is what ages are measured from.
    public static ArrangedPools of(PoolSet set, TableQuery tableQuery, Instant now) {
        var choice = FilterConditionsOnStatus.in(tableQuery.filter());
        var counts = new TreeMap<PoolStatus, Integer>();
        var shown = IntStream.builder();
        for (int i = 0; i < set.size(); i++) {
            var pool = set.pools().get(i);
            boolean fits = choice.rest().matches(pool, now);
            counts.merge(pool.status(), fits ? 1 : 0, Integer::sum);
            if (fits && (!choice.isMade() || choice.statuses().matches(pool, now))) shown.add(i);
        }
        int[] sorted = sorted(set, shown.build().toArray(), tableQuery.sortOrder());
        if (tableQuery.jobDemand().isPresent()) {
            var ranked = FitResultRank.rank(set, sorted, tableQuery.jobDemand().get(), tableQuery.nodeFits());
            var poolTotals = PoolTotals.of(set, sorted, 0, sorted.length);
            return new ArrangedPools(set, tableQuery, ranked.order(), List.of(), poolTotals, counts, ranked.counts());
        }
        if (tableQuery.poolGroupingCriterion() == PoolGroupingCriterion.NONE)
            return new ArrangedPools(set, tableQuery, sorted, List.of(), PoolTotals.of(set, sorted, 0, sorted.length),
                    counts, FitResultCounts.NONE);
        var poolGrouper = PoolGrouper.of(set, sorted, tableQuery);
        return new ArrangedPools(set, tableQuery, poolGrouper.order(), poolGrouper.list(), poolGrouper.poolTotals(),
                counts, FitResultCounts.NONE);
    }

    /// One key needs no comparisons at all: its weights and the places are packed into numbers, and those are sorted.
    private static int[] sorted(PoolSet set, int[] shown, SortOrder sortOrder) {
        int[] order = shown;
        for (int k = sortOrder.keys().size() - 1; k >= 0; k--)
            order = sorted(order, set.column(sortOrder.keys().get(k).field()), sortOrder.keys().get(k).descending());
        return order;
    }

    /// Sorts by one key and keeps the order of what is equal; so the last key is asked first.
    private static int[] sorted(int[] order, SortRankOfEachPool column, boolean descending) {
        var packed = new long[order.length];
        for (int place = 0; place < order.length; place++)
            packed[place] = column.weight(order[place], descending) << Integer.SIZE | place;
        Arrays.sort(packed);
        return Arrays.stream(packed).mapToInt(each -> order[(int) each]).toArray();
    }

    /// What was asked for.
    public PoolFilter filter() {
        return tableQuery.filter();
    }

    /// How many pools are shown, in collapsed groups too.
    public int size() {
        return order.length;
    }

    /// The pool at that place, from 0.
    public Pool at(int place) {
        return set.pools().get(order[place]);
    }

    /// Whether the pool at that place fits the demand; empty without one. It is asked anew, which is quick for
    /// one pool.
    public Optional<FitResult> fitAt(int place) {
        return tableQuery.fitOf(at(place));
    }

    /// The pools in the order shown.
    public List<Pool> pools() {
        return Arrays.stream(order).mapToObj(set.pools()::get).toList();
    }

    /// What the table shows line by line: a place in the order, or, below 0, the head of a group: `~i` for the group at
    /// `i`. Of a collapsed group there is the head alone.
    public int[] lines(Predicate<PoolGroupIdentity> collapsed) {
        if (groups.isEmpty()) return IntStream.range(0, size()).toArray();
        var lines = IntStream.builder();
        for (int i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            lines.add(~i);
            if (!collapsed.test(group.key())) IntStream.range(group.from(), group.to()).forEach(lines::add);
        }
        return lines.build().toArray();
    }
}
