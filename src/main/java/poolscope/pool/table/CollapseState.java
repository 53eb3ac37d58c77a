package poolscope.pool.table;

import java.util.HashSet;
import java.util.Set;

/// Which groups show their head alone: all, or none, but for some.
///
/// @param folded
///            whether a group is folded that nobody touched
/// @param others
///            the groups that are not as the others are
public record CollapseState(boolean folded, Set<GroupKey> others) {

    /// Every group shows its pools.
    public static final CollapseState OPEN = new CollapseState(false, Set.of());
    /// Every group shows its head alone.
    public static final CollapseState FOLDED = new CollapseState(true, Set.of());

    public CollapseState {
        others = Set.copyOf(others);
    }

    public boolean isFolded(GroupKey key) {
        return folded != others.contains(key);
    }

    /// With that group folded, or open.
    public CollapseState with(GroupKey key, boolean isFolded) {
        if (isFolded(key) == isFolded) return this;
        var next = new HashSet<>(others);
        if (!next.remove(key)) next.add(key);
        return new CollapseState(folded, next);
    }
}
