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

    private static int[] sorted(PoolSet set, int[] shown, Sort sort) {
        if (sort.keys().isEmpty()) return shown;
        var keys = sort.keys().toArray(Sort.Key[]::new);
        var columns = Arrays.stream(keys).map(key -> set.column(key.field())).toArray(SortColumn[]::new);
        var boxed = new Integer[shown.length];
        Arrays.setAll(boxed, i -> shown[i]);
        Arrays.sort(boxed, (a, b) -> compare(keys, columns, a, b));
        return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
    }

    private static int compare(Sort.Key[] keys, SortColumn[] columns, int a, int b) {
        for (int k = 0; k < keys.length; k++) {
            var column = columns[k];
            boolean knownA = column.isKnown(a);
            boolean knownB = column.isKnown(b);
            if (knownA != knownB) return knownA ? -1 : 1;
            if (!knownA) continue;
            int order = column.compare(a, b);
            if (order != 0) return keys[k].descending() ? -order : order;
        }
        return Integer.compare(a, b);
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
