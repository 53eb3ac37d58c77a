package poolscope.demo;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import poolscope.demo.V2Pool.Special;

/// The pools of v2. Nothing is kept: pools follow from the seed and the tick, and nodes and jobs are computed when they
/// are asked for.
///
/// @param size
///            pools in the default workspace; a twelfth more are in another one, and one more could not be created
record V2Fleet(DemoFleetPlan plan, int size) {
    /// The nodes of the first pool that its logical pool has; even, so that a job on two nodes is in it or not.
    static final int LOGICAL_NODES = 2;
    static final String DEFAULT_WORKSPACE = "0";
    static final String OTHER_WORKSPACE = "d6f0a9c3b1e24f7f8a5c0e6b7d913a42";
    private static final int KEY = 2;

    /// All pools of all workspaces, with those that could not be created.
    Stream<V2Pool> pools(long tick) {
        return IntStream.range(0, size == 0 ? 0 : size + size / 12 + 1)
                .mapToObj(slot -> at(slot, tick))
                .flatMap(Optional::stream);
    }

    Optional<V2Pool> pool(String id, long tick) {
        return pools(tick).filter(pool -> pool.id().equals(id)).findFirst();
    }

    V2PoolSnapshot state(V2Pool pool, long tick) {
        return V2PoolSnapshot.of(pool, epochs(pool), tick);
    }

    DemoPoolEpochs epochs(V2Pool pool) {
        return DemoPoolEpochs.of(pool.parent().orElse(pool).random(), Math.clamp(size, 60, 4000));
    }

    /// The logical pool to which the first nodes of a pool belong.
    Optional<V2Pool> logicalPoolOf(V2Pool pool, long tick) {
        return pool.is(Special.TRAINING) && size > 1 ? at(Special.LOGICAL.ordinal(), tick) : Optional.empty();
    }

    long millis(long tick) {
        return plan.startMillis() + tick * DemoFleetPlan.TICK_MILLIS;
    }

    private Optional<V2Pool> at(int slot, long tick) {
        var specials = List.of(Special.values());
        var generator = new V2PoolGenerator(plan.deterministicHashRandom().of(-KEY).of(KEY), tick);
        if (slot == size + size / 12)
            return generator.pool(slot, Special.CREATION_FAILED, DEFAULT_WORKSPACE, Optional.empty());
        if (slot >= size) return generator.pool(slot, Special.NONE, OTHER_WORKSPACE, Optional.empty());
        var special = slot < Special.CREATION_FAILED.ordinal() ? specials.get(slot) : Special.NONE;
        var parent = special == Special.LOGICAL ? at(0, tick) : Optional.<V2Pool>empty();
        return generator.pool(slot, special, DEFAULT_WORKSPACE, parent);
    }
}
