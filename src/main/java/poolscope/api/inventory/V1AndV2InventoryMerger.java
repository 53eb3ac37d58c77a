package poolscope.api.inventory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.ReadProgress;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.v2.V2PoolListReader;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Inventory.Reason;
import poolscope.pool.InventoryPartReadOutcome;
import poolscope.pool.InventoryPartReadOutcome.Kind;
import poolscope.pool.InventoryPartReadOutcome.State;
import poolscope.pool.Pool;

/// Combines the lists of both generations into one inventory; each may be read, not offered or failed.
final class V1AndV2InventoryMerger {
    /// Nobody says how long the list of v2 is: it is known at its end only.
    private static final long UNKNOWN = -1;

    private final String narrowing;
    private final RequestClockAndTimeouts requestClockAndTimeouts;
    private final long startedAt;
    private Optional<Inventory> v1 = Optional.empty();
    private Optional<State> v1State = Optional.empty();
    private Optional<V2PoolListReader.Result> v2 = Optional.empty();

    V1AndV2InventoryMerger(String narrowing, RequestClockAndTimeouts requestClockAndTimeouts) {
        this.narrowing = narrowing;
        this.requestClockAndTimeouts = requestClockAndTimeouts;
        startedAt = requestClockAndTimeouts.nanoTime().getAsLong();
    }

    /// The list of v1.
    void add(Inventory clusters) {
        v1 = Optional.of(clusters);
        v1State = Optional.of(new State.Read());
    }

    /// The list of v1 failed.
    ///
    /// @param part
    ///            what was read before the failure
    void addFailed(Failure failure, Optional<Inventory> part) {
        v1 = part;
        v1State = Optional.of(new State.Failed(failure));
    }

    /// The service does not have the list of v1.
    void addNotOffered(Failure failure) {
        v1State = Optional.of(new State.NotOffered(failure));
    }

    /// The list of v2.
    void add(V2PoolListReader.Result pools) {
        v2 = Optional.of(pools);
    }

    /// Progress of v1, with the pools that v2 has already read.
    ReadProgress soFar(ReadProgress clusters, Optional<V2PoolListReader.Result> pools) {
        if (pools.isEmpty() || pools.get().pools().isEmpty()) return clusters;
        var v2Pools = pools.get();
        long expected = clusters.expected() < 0 ? clusters.expected() : clusters.expected() + v2Pools.pools().size();
        return new ReadProgress(clusters.requests() + v2Pools.requests(), clusters.pools() + v2Pools.pools().size(),
                expected, clusters.elapsed(), clusters.isMilestone(), () -> {
                    var before = clusters.inventory().get();
                    return new Inventory(pools(before.pools(), v2Pools.pools()), before.readAt(), before.coverage(),
                            before.reading(), before.narrowing());
                });
    }

    /// Progress after the list of v1 has ended; empty when there are no pools yet.
    Optional<ReadProgress> soFar() {
        var v2Pools = v2.map(V2PoolListReader.Result::pools).orElse(List.of());
        var pools = pools(v1.map(Inventory::pools).orElse(List.of()), v2Pools);
        if (pools.isEmpty()) return Optional.empty();
        var reading = reading(v2Pools.size());
        return Optional.of(new ReadProgress(reading.requests(), pools.size(), UNKNOWN, reading.took(), true,
                () -> new Inventory(pools, requestClockAndTimeouts.clock().instant(), new Coverage.SoFar(), reading,
                        narrowing)));
    }

    /// @throws ApiException
    ///             when neither list was read as a whole; pools of one that was read in part are in the progress only
    Inventory inventory() throws ApiException {
        boolean hasV1 = v1.isPresent() && v1State.filter(State.Read.class::isInstance).isPresent();
        boolean hasV2 = v2State().filter(State.Read.class::isInstance).isPresent();
        if (!hasV1 && !hasV2) throw new ApiException(failure());
        var clusters = v1.map(Inventory::pools).orElse(List.of());
        var v2Pools = v2.map(V2PoolListReader.Result::pools).orElse(List.of());
        return new Inventory(pools(clusters, v2Pools), requestClockAndTimeouts.clock().instant(), coverage(),
                reading(v2Pools.size()), narrowing, parts());
    }

    /// A pool that is in both lists is taken from v2, which has more details.
    private static List<Pool> pools(List<Pool> clusters, List<Pool> v2Pools) {
        if (v2Pools.isEmpty()) return clusters;
        if (clusters.isEmpty()) return v2Pools;
        var ids = new HashSet<String>();
        v2Pools.stream().filter(Pool::hasId).map(Pool::key).forEach(ids::add);
        var all = new ArrayList<Pool>(clusters.size() + v2Pools.size());
        clusters.stream().filter(pool -> !pool.hasId() || !ids.contains(pool.key())).forEach(all::add);
        all.addAll(v2Pools);
        return all;
    }

    private Optional<State> v2State() {
        return v2.flatMap(result -> result.parts()
                .stream()
                .filter(part -> part.kind() == Kind.V2_POOLS)
                .map(InventoryPartReadOutcome::state)
                .findFirst());
    }

    /// Of two failures the more useful one: that the service does not offer a generation says little.
    private Failure failure() {
        var one = v1State.flatMap(V1AndV2InventoryMerger::cause);
        var other = v2State().flatMap(V1AndV2InventoryMerger::cause);
        if (one.isEmpty()) return other.orElseThrow();
        return other.isPresent() && one.get() instanceof Failure.NoSuchApi ? other.get() : one.get();
    }

    private static Optional<Failure> cause(State state) {
        return switch (state) {
            case State.Failed(Failure failure) -> Optional.of(failure);
            case State.NotOffered(Failure failure) -> Optional.of(failure);
            case State.Read _, State.ReadInPart _, State.NotAsked _, State.Failed _,
                    State.NotOffered _ -> Optional.empty();
        };
    }

    private Coverage coverage() {
        if (parts().stream().anyMatch(part -> part.kind().listsPools() && part.hasFailed()))
            return new Coverage.Incomplete(Reason.PART_FAILED);
        if (v1.isPresent() && !v1.get().isComplete()) return v1.get().coverage();
        if (v2.filter(result -> result.unreadable() > 0).isPresent())
            return new Coverage.Incomplete(Reason.UNREADABLE_ENTRIES);
        return v2.flatMap(V2PoolListReader.Result::gap)
                .<Coverage>map(Coverage.Incomplete::new)
                .orElseGet(Coverage.Complete::new);
    }

    private boolean isV2Whole() {
        return v2.isEmpty() || v2.get().gap().isEmpty() && v2State().filter(State.Failed.class::isInstance).isEmpty();
    }

    private Inventory.Reading reading(int v2Pools) {
        var took = Duration.ofNanos(requestClockAndTimeouts.nanoTime().getAsLong() - startedAt);
        int requests = v2.map(V2PoolListReader.Result::requests).orElse(0);
        int duplicates = v2.map(V2PoolListReader.Result::duplicates).orElse(0);
        int unreadable = v2.map(V2PoolListReader.Result::unreadable).orElse(0);
        if (v1.isEmpty())
            return new Inventory.Reading(requests, isV2Whole() ? v2Pools : UNKNOWN, took, duplicates, unreadable,
                    Inventory.OffsetMeaning.NOT_ASKED);
        var before = v1.get().reading();
        long expected = before.expected() < 0 || !isV2Whole() ? UNKNOWN : before.expected() + v2Pools;
        return new Inventory.Reading(before.requests() + requests, expected, took, before.duplicates() + duplicates,
                before.unreadable() + unreadable, before.offset());
    }

    private List<InventoryPartReadOutcome> parts() {
        var parts = new ArrayList<InventoryPartReadOutcome>();
        parts.add(new InventoryPartReadOutcome(Kind.V1_POOLS, v1State.orElseGet(State.NotAsked::new)));
        v2.ifPresentOrElse(result -> parts.addAll(result.parts()),
                () -> parts.add(new InventoryPartReadOutcome(Kind.V2_POOLS, new State.NotAsked())));
        return parts;
    }
}
