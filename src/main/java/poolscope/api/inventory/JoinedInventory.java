package poolscope.api.inventory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import poolscope.api.ApiEnvironment;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.Progress;
import poolscope.api.v2.PoolReader;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Inventory.Reason;
import poolscope.pool.InventoryPart;
import poolscope.pool.InventoryPart.Kind;
import poolscope.pool.InventoryPart.State;
import poolscope.pool.Pool;

/// Puts one inventory together from the lists of both generations, each of which may be there, not offered or failed.
final class JoinedInventory {
    private final String narrowing;
    private final ApiEnvironment apiEnvironment;
    private final long startedAt;
    private Optional<Inventory> first = Optional.empty();
    private Optional<State> firstState = Optional.empty();
    private Optional<PoolReader.Result> second = Optional.empty();

    JoinedInventory(String narrowing, ApiEnvironment apiEnvironment) {
        this.narrowing = narrowing;
        this.apiEnvironment = apiEnvironment;
        startedAt = apiEnvironment.nanoTime().getAsLong();
    }

    /// The list of v1.
    void add(Inventory clusters) {
        first = Optional.of(clusters);
        firstState = Optional.of(new State.Read());
    }

    /// The list of v1 failed.
    ///
    /// @param part
    ///            what had come before
    void addFailed(Failure failure, Optional<Inventory> part) {
        first = part;
        firstState = Optional.of(failure instanceof Failure.NoSuchApi && part.isEmpty()
                ? new State.NotOffered(failure)
                : new State.Failed(failure));
    }

    /// The list of v2.
    void add(PoolReader.Result pools) {
        second = Optional.of(pools);
    }

    /// How far the reading is, with what v2 has given already.
    Progress soFar(Progress clusters, Optional<PoolReader.Result> pools) {
        if (pools.isEmpty() || pools.get().pools().isEmpty()) return clusters;
        var more = pools.get();
        long expected = clusters.expected() < 0 ? clusters.expected() : clusters.expected() + more.pools().size();
        return new Progress(clusters.requests() + more.requests(), clusters.pools() + more.pools().size(), expected,
                clusters.elapsed(), () -> {
                    var before = clusters.inventory().get();
                    return new Inventory(pools(before.pools(), more.pools()), before.readAt(), before.coverage(),
                            before.reading(), before.narrowing());
                });
    }

    /// @throws ApiException
    ///             when neither list was read, not even in part
    Inventory inventory() throws ApiException {
        boolean hasFirst = first.isPresent() && firstState.filter(State.Read.class::isInstance).isPresent();
        boolean hasSecond = secondState().filter(State.Read.class::isInstance).isPresent();
        if (!hasFirst && !hasSecond) throw new ApiException(failure());
        var clusters = first.map(Inventory::pools).orElse(List.of());
        var more = second.map(PoolReader.Result::pools).orElse(List.of());
        return new Inventory(pools(clusters, more), apiEnvironment.clock().instant(), coverage(), reading(more.size()),
                narrowing, parts());
    }

    /// A pool that both list is the one that v2 describes, for it says more.
    private static List<Pool> pools(List<Pool> clusters, List<Pool> more) {
        if (more.isEmpty()) return clusters;
        if (clusters.isEmpty()) return more;
        var ids = new HashSet<String>();
        more.stream().filter(Pool::hasId).map(Pool::key).forEach(ids::add);
        var all = new ArrayList<Pool>(clusters.size() + more.size());
        clusters.stream().filter(pool -> !pool.hasId() || !ids.contains(pool.key())).forEach(all::add);
        all.addAll(more);
        return all;
    }

    private Optional<State> secondState() {
        return second.flatMap(result -> result.parts()
                .stream()
                .filter(part -> part.kind() == Kind.V2_POOLS)
                .map(InventoryPart::state)
                .findFirst());
    }

    /// Of two failures the one that can be acted on: that a service does not have a generation says little.
    private Failure failure() {
        var one = firstState.flatMap(JoinedInventory::cause);
        var other = secondState().flatMap(JoinedInventory::cause);
        if (one.isEmpty()) return other.orElseThrow();
        return other.isPresent() && one.get() instanceof Failure.NoSuchApi ? other.get() : one.get();
    }

    private static Optional<Failure> cause(State state) {
        return switch (state) {
            case State.Failed(Failure failure) -> Optional.of(failure);
            case State.NotOffered(Failure failure) -> Optional.of(failure);
            case State.Read _, State.NotAsked _, State.Failed _, State.NotOffered _ -> Optional.empty();
        };
    }

    private Coverage coverage() {
        if (parts().stream().anyMatch(part -> part.kind().listsPools() && part.hasFailed()))
            return new Coverage.Incomplete(Reason.PART_FAILED);
        if (first.isPresent() && !first.get().isComplete()) return first.get().coverage();
        if (second.filter(result -> result.unreadable() > 0).isPresent())
            return new Coverage.Incomplete(Reason.UNREADABLE_ENTRIES);
        boolean isWhole = second.map(PoolReader.Result::isWhole).orElse(true);
        return isWhole ? new Coverage.Complete() : new Coverage.Incomplete(Reason.GAVE_UP);
    }

    private Inventory.Reading reading(int more) {
        var took = Duration.ofNanos(apiEnvironment.nanoTime().getAsLong() - startedAt);
        int requests = second.map(PoolReader.Result::requests).orElse(0);
        int duplicates = second.map(PoolReader.Result::duplicates).orElse(0);
        int unreadable = second.map(PoolReader.Result::unreadable).orElse(0);
        if (first.isEmpty())
            return new Inventory.Reading(requests, more, took, duplicates, unreadable,
                    Inventory.OffsetMeaning.NOT_ASKED);
        var before = first.get().reading();
        long expected = before.expected() < 0 ? before.expected() : before.expected() + more;
        return new Inventory.Reading(before.requests() + requests, expected, took, before.duplicates() + duplicates,
                before.unreadable() + unreadable, before.offset());
    }

    private List<InventoryPart> parts() {
        var parts = new ArrayList<InventoryPart>();
        parts.add(new InventoryPart(Kind.V1_POOLS, firstState.orElseGet(State.NotAsked::new)));
        second.ifPresentOrElse(result -> parts.addAll(result.parts()),
                () -> parts.add(new InventoryPart(Kind.V2_POOLS, new State.NotAsked())));
        return parts;
    }
}
