package poolscope.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import poolscope.pool.Inventory;
import poolscope.pool.node.PoolContentsList;
import poolscope.pool.node.PoolNode;
import poolscope.pool.node.PoolNodeResourceTotals;

/// Sums of the nodes that were read, by pool. They are added to every newer inventory until they are too old for the
/// other numbers of the pool.
final class RecentNodeTotalsCache {
    private static final Duration NODES_KEPT = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Kept> byPool = new HashMap<>();

    private record Kept(PoolNodeResourceTotals totals, Instant readAt) {}

    RecentNodeTotalsCache(Clock clock) {
        this.clock = clock;
    }

    /// @param nodes
    ///            all nodes of each pool, by its [poolscope.pool.Pool#key]
    void keep(Map<String, PoolContentsList<PoolNode>> nodes) {
        nodes.forEach((key, read) -> byPool.put(key, new Kept(PoolNodeResourceTotals.of(read), read.readAt())));
    }

    boolean isEmpty() {
        return byPool.isEmpty();
    }

    Inventory addTo(Inventory read) {
        byPool.values().removeIf(kept -> kept.readAt().plus(NODES_KEPT).isBefore(clock.instant()));
        if (byPool.isEmpty()) return read;
        return new Inventory(read.pools().stream().map(pool -> {
            var kept = byPool.get(pool.key());
            return kept == null ? pool : kept.totals().addTo(pool);
        }).toList(), read.readAt(), read.coverage(), read.reading(), read.narrowing(), read.parts());
    }
}
