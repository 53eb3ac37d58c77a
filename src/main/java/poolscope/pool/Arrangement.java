package poolscope.pool;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Which pools are shown and in which order: a pure function of the pools, the filter and the sort.
///
/// @param set
///            the pools it was made of
/// @param filter
///            what was asked for
/// @param order
///            indexes into [PoolSet#pools()], in the order shown; read only
/// @param statuses
///            how many pools of each status match the filter when its status terms are left aside: what a click on a status
///            would show
public record Arrangement(PoolSet set, PoolFilter filter, int[] order, Map<PoolStatus, Integer> statuses) {

    /// Nothing to show.
    public static final Arrangement EMPTY = new Arrangement(PoolSet.EMPTY, PoolFilter.ALL, new int[0], Map.of());

    /// Filters and sorts. `now` is what ages are measured from.
    public static Arrangement of(PoolSet set, PoolFilter filter, Sort sort, Instant now) {
        var choice = StatusChoice.in(filter);
        var counts = new TreeMap<PoolStatus, Integer>();
        var shown = IntStream.builder();
        for (int i = 0; i < set.size(); i++) {
            var pool = set.pools().get(i);
            boolean fits = choice.rest().matches(pool, now);
            counts.merge(pool.status(), fits ? 1 : 0, Integer::sum);
            if (fits && (!choice.isMade() || choice.statuses().matches(pool, now))) shown.add(i);
        }
        return new Arrangement(set, filter, sorted(set, shown.build().toArray(), sort), counts);
    }

    /// One key needs no comparisons at all: its ranks and the places are packed into numbers, and those are sorted.
    private static int[] sorted(PoolSet set, int[] shown, Sort sort) {
        int[] order = shown;
        for (int k = sort.keys().size() - 1; k >= 0; k--)
            order = sorted(order, set.column(sort.keys().get(k).field()), sort.keys().get(k));
        return order;
    }

    /// Sorts by one key and keeps the order of what is equal; so the last key is asked first.
    private static int[] sorted(int[] order, SortColumn column, Sort.Key key) {
        var packed = new long[order.length];
        for (int place = 0; place < order.length; place++) {
            int rank = column.ranks()[order[place]];
            long weight = rank == SortColumn.UNKNOWN ? Integer.MAX_VALUE : key.descending() ? Integer.MAX_VALUE - 1 - rank : rank;
            packed[place] = weight << Integer.SIZE | place;
        }
        Arrays.sort(packed);
        return Arrays.stream(packed).mapToInt(each -> order[(int) each]).toArray();
    }

    /// How many pools are shown.
    public int size() {
        return order.length;
    }

    /// The pool at that place, from 0.
    public Pool at(int place) {
        return set.pools().get(order[place]);
    }

    /// The pools in the order shown.
    public List<Pool> pools() {
        return Arrays.stream(order).mapToObj(set.pools()::get).toList();
    }
}
