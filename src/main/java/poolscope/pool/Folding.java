package poolscope.pool;

import java.util.HashSet;
import java.util.Set;

/// Which groups show their head alone: all, or none, but for some.
///
/// @param folded
///            whether a group is folded that nobody touched
/// @param others
///            the groups that are not as the others are
public record Folding(boolean folded, Set<GroupKey> others) {

    /// Every group shows its pools.
    public static final Folding OPEN = new Folding(false, Set.of());
    /// Every group shows its head alone.
    public static final Folding FOLDED = new Folding(true, Set.of());

    public Folding {
        others = Set.copyOf(others);
    }

    public boolean isFolded(GroupKey key) {
        return folded != others.contains(key);
    }

    /// With that group folded, or open.
    public Folding with(GroupKey key, boolean isFolded) {
        if (isFolded(key) == isFolded) return this;
        var next = new HashSet<>(others);
        if (!next.remove(key)) next.add(key);
        return new Folding(folded, next);
    }
}
