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
        List<PoolChange> changes = new ArrayList<>();
        var earlier = List.copyOf(before);
        var later = List.copyOf(after);
        int same = sameAtTheStart(earlier, later);
        for (int i = 0; i < same; i++)
            addIfChanged(changes, earlier.get(i), later.get(i));
        Map<PoolKey, Pool> left = LinkedHashMap.newLinkedHashMap(earlier.size() - same);
        earlier.subList(same, earlier.size()).forEach(pool -> left.put(PoolKey.of(pool), pool));
        for (var pool : later.subList(same, later.size())) {
            var known = left.remove(PoolKey.of(pool));
            if (known == null) changes.add(new PoolChange.Appeared(pool));
            else
                addIfChanged(changes, known, pool);
        }
        left.values().forEach(pool -> changes.add(new PoolChange.Gone(pool)));
        return List.copyOf(changes);
    }

    /// How many pools both lists begin with; mostly all. They need not be looked up by their keys.
    private static int sameAtTheStart(List<Pool> before, List<Pool> after) {
        int same = 0;
        while (same < before.size() && same < after.size() && before.get(same).isSamePoolAs(after.get(same)))
            same++;
        return same;
    }

    private static void addIfChanged(List<PoolChange> changes, Pool before, Pool after) {
        var fields = before == after ? List.<FieldChange>of() : FieldChange.between(before, after);
        if (!fields.isEmpty()) changes.add(new PoolChange.Changed(before, after, fields));
    }
}
