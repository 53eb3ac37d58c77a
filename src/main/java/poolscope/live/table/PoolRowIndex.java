package poolscope.live.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import poolscope.live.changes.GonePoolWithPosition;
import poolscope.pool.Pool;
import poolscope.pool.change.PoolKey;
import poolscope.pool.table.GonePools;
import poolscope.pool.table.PoolSet;

/// Finds the row of a pool by connection and id, so that rows keep their identity over refreshes. Used by one
/// worker thread.
final class PoolRowIndex {
    private Map<PoolKey, PoolRow> rows = new HashMap<>();
    private PoolSet indexed = PoolSet.EMPTY;
    private PoolRow[] parallel = {};
    private List<GonePoolWithPosition> goneBefore = List.of();
    private GonePools gonePools = GonePools.NONE;

    /// The rows of these pools, in the same order. Rows of other pools are removed.
    PoolRow[] rowsOf(PoolSet set) {
        if (set == indexed) return parallel;
        var next = HashMap.<PoolKey, PoolRow>newHashMap(set.size());
        var found = new PoolRow[set.size()];
        for (int i = 0; i < found.length; i++)
            found[i] = row(set.pools().get(i), next);
        rows = next;
        indexed = set;
        parallel = found;
        gonePools = GonePools.NONE;
        goneBefore = List.of();
        return found;
    }

    /// Those of these pools that the set of the last call does not have, at the places that they had in it.
    GonePools gone(List<GonePoolWithPosition> gone) {
        if (gone.equals(goneBefore)) return gonePools;
        goneBefore = gone;
        Map<PoolKey, Integer> places = HashMap.newHashMap(indexed.size());
        for (int i = 0; i < indexed.size(); i++)
            places.put(PoolKey.of(indexed.pools().get(i)), i);
        gonePools = new GonePools(indexed,
                gone.stream()
                        .filter(one -> !places.containsKey(PoolKey.of(one.pool())))
                        .map(one -> new GonePools.Gone(one.pool(),
                                one.after().map(key -> places.getOrDefault(key, indexed.size() - 1) + 1).orElse(0)))
                        .toList());
        return gonePools;
    }

    private PoolRow row(Pool pool, Map<PoolKey, PoolRow> next) {
        var key = PoolKey.of(pool);
        var known = rows.get(key);
        var row = known != null ? known : new PoolRow(pool);
        next.put(key, row);
        return row;
    }
}
