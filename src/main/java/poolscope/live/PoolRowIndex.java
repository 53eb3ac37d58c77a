package poolscope.live;

import java.util.HashMap;
import java.util.Map;
import poolscope.pool.Pool;
import poolscope.pool.table.PoolSet;

/// Finds the row of a pool by connection and id, so that rows keep their identity over refreshes. Used by one
/// worker thread.
final class PoolRowIndex {
    private record Key(String connectionId, String pool) {}

    private Map<Key, PoolRow> rows = new HashMap<>();
    private PoolSet indexed = PoolSet.EMPTY;
    private PoolRow[] parallel = {};

    /// The rows of these pools, in the same order. Rows of other pools are removed.
    PoolRow[] rowsOf(PoolSet set) {
        if (set == indexed) return parallel;
        var next = HashMap.<Key, PoolRow>newHashMap(set.size());
        var found = new PoolRow[set.size()];
        for (int i = 0; i < found.length; i++)
            found[i] = row(set.pools().get(i), next);
        rows = next;
        indexed = set;
        parallel = found;
        return found;
    }

    private PoolRow row(Pool pool, Map<Key, PoolRow> next) {
        var key = new Key(pool.poolOrigin().connectionId(), pool.key());
        var known = rows.get(key);
        var row = known != null ? known : new PoolRow(pool);
        next.put(key, row);
        return row;
    }
}
