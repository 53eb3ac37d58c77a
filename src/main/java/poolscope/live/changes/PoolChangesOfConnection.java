package poolscope.live.changes;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poolscope.pool.Inventory;
import poolscope.pool.Pool;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.NetChangesCalculator;
import poolscope.pool.change.PoolChange;
import poolscope.pool.change.PoolKey;

/// The changes of one connection since a moment.
///
/// @param read
///            its last reading
/// @param previousReadAt
///            when it was read before; empty at its first reading
/// @param base
///            the moment that the changes are counted from; empty when nothing is known of the connection
/// @param steps
///            what the steps since then led to
/// @param net
///            pools that differ; none when all pools are new or gone
/// @param whole
///            whether all pools are new or gone
/// @param behind
///            of each pool that is gone, the one that it stood behind; a pool without one stood first
record PoolChangesOfConnection(Inventory read, Optional<Instant> previousReadAt, Optional<Instant> base, Steps steps,
        List<ChangeLogEntry> net, Optional<WholeConnectionChange> whole, Map<PoolKey, Optional<PoolKey>> behind) {

    /// What the steps since the base led to. A later comparison with the same base adds only what is new: the steps of
    /// a day may be many, and may have to be read from files.
    ///
    /// @param reached
    ///            the time of the last step; the base without one
    /// @param different
    ///            those that are different in the end
    record Steps(Instant reached, Map<PoolKey, NetChangesCalculator.Ends> ends,
            Map<PoolKey, ChangeLogEntry> different) {
        static Steps from(Instant base) {
            return new Steps(base, Map.of(), Map.of());
        }

        Steps goingOn(String connectionId, ComparisonHistory earlier) {
            var later = earlier.changesAfter(connectionId, reached);
            if (later.isEmpty()) return this;
            var all = NetChangesCalculator.after(ends, later);
            Map<PoolKey, ChangeLogEntry> now = new HashMap<>(different);
            later.stream().map(step -> step.change().key()).distinct().forEach(key -> {
                now.remove(key);
                NetChangesCalculator.of(Objects.requireNonNull(all.get(key))).ifPresent(entry -> now.put(key, entry));
            });
            return new Steps(later.getLast().seenAt(), all, now);
        }

        /// In the order in which the pools first changed.
        List<ChangeLogEntry> net() {
            return ends.keySet().stream().filter(different::containsKey).map(different::get).toList();
        }
    }

    /// @param last
    ///            what was found before; `null` for the first time
    /// @param wanted
    ///            the moment to count from; empty for the refresh before the last one
    static PoolChangesOfConnection of(String connectionId, Inventory read, @Nullable PoolChangesOfConnection last,
            Optional<Instant> wanted, ComparisonHistory earlier) {
        var previous = last == null || last.read.readAt().equals(read.readAt())
                ? Optional.ofNullable(last).flatMap(PoolChangesOfConnection::previousReadAt)
                : Optional.of(last.read.readAt());
        var base = base(earlier.earliest(connectionId), wanted.isPresent() ? wanted : previous);
        var steps = base.map(since -> (last != null && last.base.equals(base) ? last.steps : Steps.from(since))
                .goingOn(connectionId, earlier)).orElse(Steps.from(Instant.EPOCH));
        var net = steps.net();
        var whole = whole(read, net);
        return new PoolChangesOfConnection(read, previous, base, steps, whole.isPresent() ? List.of() : net, whole,
                behind(net, last));
    }

    /// The moment itself when something is kept of it, or else the first that is kept.
    private static Optional<Instant> base(Optional<Instant> earliest, Optional<Instant> wanted) {
        return earliest.flatMap(first -> wanted.map(at -> at.isBefore(first) ? first : at));
    }

    private static Optional<WholeConnectionChange> whole(Inventory read, List<ChangeLogEntry> net) {
        if (net.size() < 2 || !read.isComplete()) return Optional.empty();
        var last = net.getLast();
        boolean isAllNew = net.size() == read.pools().size()
                && net.stream().allMatch(entry -> entry.change() instanceof PoolChange.Appeared);
        boolean isAllGone = read.pools().isEmpty()
                && net.stream().allMatch(entry -> entry.change() instanceof PoolChange.Gone);
        if (!isAllNew && !isAllGone) return Optional.empty();
        return Optional.of(new WholeConnectionChange(last.connectionId(), last.connection(),
                isAllNew ? WholeConnectionChange.Kind.ALL_NEW : WholeConnectionChange.Kind.ALL_GONE, net.size(),
                last.seenAt()));
    }

    /// A pool keeps its place from the refresh that saw it gone: the place in the list before.
    private static Map<PoolKey, Optional<PoolKey>> behind(List<ChangeLogEntry> net,
            @Nullable PoolChangesOfConnection last) {
        Set<PoolKey> gone = new HashSet<>();
        for (var entry : net)
            if (entry.change() instanceof PoolChange.Gone) gone.add(entry.change().key());
        if (gone.isEmpty() || last == null) return Map.of();
        Map<PoolKey, Optional<PoolKey>> behind = new HashMap<>();
        Optional<PoolKey> there = Optional.empty();
        for (Pool pool : last.read.pools()) {
            var key = PoolKey.of(pool);
            if (gone.contains(key)) behind.put(key, there);
            else
                there = Optional.of(key);
        }
        last.behind.forEach((key, after) -> {
            if (gone.contains(key))
                behind.putIfAbsent(key, after.filter(gone::contains).map(behind::get).orElse(after));
        });
        return Map.copyOf(behind);
    }

    /// What was found, for a comparison with something else: its steps are not those of the new base.
    PoolChangesOfConnection withoutSteps() {
        return new PoolChangesOfConnection(read, previousReadAt, Optional.empty(), Steps.from(Instant.EPOCH), net,
                whole, behind);
    }

    /// The pools that are gone. Of one that was gone when the program started nobody knows the place: it stands last.
    List<GonePoolWithPosition> gone() {
        return net.stream()
                .map(ChangeLogEntry::change)
                .filter(PoolChange.Gone.class::isInstance)
                .map(change -> new GonePoolWithPosition(change.pool(),
                        behind.getOrDefault(change.key(), Optional.of(change.key()))))
                .toList();
    }
}
