package poolscope.pool.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import poolscope.pool.Pool;

/// What the steps of a change log add up to: what changed and changed back is no change, and neither is a number whose
/// text on screen is the same.
public final class NetChangesCalculator {

    private NetChangesCalculator() {}

    /// A pool before its first step and after its last one, `null` where it was not there.
    public record Ends(@Nullable Pool before, @Nullable Pool after, ChangeLogEntry last) {}

    /// Each pool with a step, also one that is in the end as it was, so that later steps can be added without the
    /// earlier ones.
    ///
    /// @param earlier
    ///            what earlier steps led to; it is left as it is
    /// @param steps
    ///            later ones, in the order of time
    public static Map<PoolKey, Ends> after(Map<PoolKey, Ends> earlier, List<ChangeLogEntry> steps) {
        if (steps.isEmpty()) return earlier;
        Map<PoolKey, Ends> ends = new LinkedHashMap<>(earlier);
        for (var step : steps)
            ends.merge(step.change().key(), new Ends(before(step.change()), after(step.change()), step),
                    (first, last) -> new Ends(first.before, last.after, last.last));
        return ends;
    }

    /// The entry of a pool that is different in the end; empty for one that is as it was.
    public static Optional<ChangeLogEntry> of(Ends one) {
        return difference(one.before, one.after).map(change -> new ChangeLogEntry(one.last.seenAt(),
                one.last.connectionId(), one.last.connection(), change));
    }

    /// The visible difference between two states of a pool.
    public static Optional<PoolChange> difference(@Nullable Pool before, @Nullable Pool after) {
        return PoolListDiff.between(listOf(before), listOf(after))
                .stream()
                .flatMap(change -> visible(change).stream())
                .findFirst();
    }

    private static List<Pool> listOf(@Nullable Pool pool) {
        return pool == null ? List.of() : List.of(pool);
    }

    /// The change without the fields whose text on screen is the same.
    public static Optional<PoolChange> visible(PoolChange change) {
        if (!(change instanceof PoolChange.Changed(var before, var pool, var fields))) return Optional.of(change);
        var visible = fields.stream().filter(FieldChange::isVisible).toList();
        if (visible.size() == fields.size()) return Optional.of(change);
        return visible.isEmpty() ? Optional.empty() : Optional.of(new PoolChange.Changed(before, pool, visible));
    }

    private static @Nullable Pool before(PoolChange change) {
        return switch (change) {
            case PoolChange.Appeared _ -> null;
            case PoolChange.Gone(var pool) -> pool;
            case PoolChange.Changed(var before, var _, var _) -> before;
        };
    }

    private static @Nullable Pool after(PoolChange change) {
        return switch (change) {
            case PoolChange.Appeared(var pool) -> pool;
            case PoolChange.Gone _ -> null;
            case PoolChange.Changed(var _, var pool, var _) -> pool;
        };
    }
}
