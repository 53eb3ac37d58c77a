package poolscope.pool.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import poolscope.pool.Pool;

/// The net difference between two moments, as between two versions of a file: what was different in between and is not
/// any more is no change.
public final class PoolListDiff {

    private PoolListDiff() {}

    /// What became of each pool: those of `after` in their order, then those that are gone. Both lists are expected to
    /// be whole; [LastKnownPoolsMerger] makes them so.
    public static List<PoolChange> between(Collection<Pool> before, Collection<Pool> after) {
        Map<PoolKey, Pool> left = LinkedHashMap.newLinkedHashMap(before.size());
        before.forEach(pool -> left.put(PoolKey.of(pool), pool));
        List<PoolChange> changes = new ArrayList<>();
        for (Pool pool : after) {
            Pool earlier = left.remove(PoolKey.of(pool));
            if (earlier == null) {
                changes.add(new PoolChange.Appeared(pool));
                continue;
            }
            var fields = earlier == pool ? List.<FieldChange>of() : FieldChange.between(earlier, pool);
            if (!fields.isEmpty()) changes.add(new PoolChange.Changed(earlier, pool, fields));
        }
        left.values().forEach(pool -> changes.add(new PoolChange.Gone(pool)));
        return List.copyOf(changes);
    }
}
