package poolscope.live.changes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import poolscope.pool.Pool;
import poolscope.pool.change.ChangeBetterOrWorse;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.PoolKey;

/// The net difference between an earlier moment and now: what changed and changed back is none.
///
/// @param net
///            every pool that differs, with the time at which it was first seen as it is now
/// @param connections
///            connections of which all pools are new or gone, which are not in `net`
/// @param marks
///            those of `net` that nobody acknowledged
/// @param gone
///            the pools among the marks that are gone
/// @param unmarked
///            those of `connections` that nobody acknowledged
/// @param worse
///            how many changes that nobody acknowledged need attention
/// @param isWatched
///            whether all connections were watched all the time; otherwise something may have changed and changed back
public record PoolChanges(ComparisonMoment base, List<ChangeLogEntry> net, List<WholeConnectionChange> connections,
        Map<PoolKey, ChangeLogEntry> marks, List<GonePoolWithPosition> gone, List<WholeConnectionChange> unmarked,
        int worse, boolean isWatched) {

    public PoolChanges {
        net = List.copyOf(net);
        connections = List.copyOf(connections);
        marks = Map.copyOf(marks);
        gone = List.copyOf(gone);
        unmarked = List.copyOf(unmarked);
    }

    /// By identity. Observable values compare what they had with what they get, on the FX thread: entry by entry that
    /// would take the longer the more has changed since the base.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    static PoolChanges none(ComparisonMoment base) {
        return new PoolChanges(base, List.of(), List.of(), Map.of(), List.of(), List.of(), 0, true);
    }

    /// Those of some connections.
    PoolChanges ofConnections(Set<String> ids) {
        var left = marks.entrySet()
                .stream()
                .filter(mark -> ids.contains(mark.getKey().connectionId()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        var leftUnmarked = unmarked.stream().filter(one -> ids.contains(one.connectionId())).toList();
        return new PoolChanges(base.ofConnections(ids),
                net.stream().filter(one -> ids.contains(one.connectionId())).toList(),
                connections.stream().filter(one -> ids.contains(one.connectionId())).toList(), left,
                gone.stream().filter(one -> ids.contains(one.pool().poolOrigin().connectionId())).toList(),
                leftUnmarked, worse(left.values(), leftUnmarked), isWatched);
    }

    /// How many of these changes need attention.
    static int worse(Collection<ChangeLogEntry> marks, Collection<WholeConnectionChange> unmarked) {
        return (int) (marks.stream().filter(mark -> mark.change().meaning() == ChangeBetterOrWorse.WORSE).count()
                + unmarked.stream().filter(one -> one.kind() == WholeConnectionChange.Kind.ALL_GONE).count());
    }

    /// How that pool changed, when nobody acknowledged it.
    public Optional<ChangeLogEntry> markOf(Pool pool) {
        return marks.isEmpty() ? Optional.empty() : Optional.ofNullable(marks.get(PoolKey.of(pool)));
    }

    /// Whether changes can be acknowledged, which is kept. Of those since a snapshot file nothing is kept.
    public boolean canBeAcknowledged() {
        return base.snapshot().isEmpty();
    }

    /// How many changes nobody acknowledged.
    public int count() {
        return marks.size() + unmarked.size();
    }

    /// How many changes were acknowledged.
    public int acknowledged() {
        return net.size() + connections.size() - count();
    }
}
