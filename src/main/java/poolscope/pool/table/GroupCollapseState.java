package poolscope.pool.table;

import java.util.HashSet;
import java.util.Set;

/// Which groups show their head alone: all, or none, but for some.
///
/// @param folded
///            whether a group is folded that nobody touched
/// @param others
///            the groups that are not as the others are
public record GroupCollapseState(boolean folded, Set<PoolGroupIdentity> others) {

    /// Every group shows its pools.
    public static final GroupCollapseState OPEN = new GroupCollapseState(false, Set.of());
    /// Every group shows its head alone.
    public static final GroupCollapseState FOLDED = new GroupCollapseState(true, Set.of());

    public GroupCollapseState {
        others = Set.copyOf(others);
    }

    public boolean isFolded(PoolGroupIdentity key) {
        return folded != others.contains(key);
    }

    /// With that group folded, or open.
    public GroupCollapseState with(PoolGroupIdentity key, boolean isFolded) {
        if (isFolded(key) == isFolded) return this;
        var next = new HashSet<>(others);
        if (!next.remove(key)) next.add(key);
        return new GroupCollapseState(folded, next);
    }
}
