package poolscope.pool.fit;

import java.util.Map;
import java.util.Optional;
import poolscope.pool.Pool;

/// What the nodes of some pools say about one demand.
///
/// @param demand
///            the demand that the nodes were checked for
/// @param pools
///            the result of each checked pool whose nodes say one
public record NodeFits(Optional<JobDemand> demand, Map<CheckedPool, FitResult.OnNodes> pools) {

    /// No pool was checked.
    public static final NodeFits NONE = new NodeFits(Optional.empty(), Map.of());

    /// The identity of a pool: it stays the same when the pool is read again.
    public record CheckedPool(String connectionId, String key) {
        public static CheckedPool of(Pool pool) {
            return new CheckedPool(pool.poolOrigin().connectionId(), pool.key());
        }
    }

    public NodeFits {
        pools = Map.copyOf(pools);
    }

    /// The result by the nodes where they were checked for this demand, else by the sums. Sums that are too small, or a
    /// status or specification other than asked, may be newer than the nodes and come first.
    public FitResult of(Pool pool, JobDemand jobDemand) {
        var bySums = FitResult.of(pool, jobDemand);
        if (pools.isEmpty() || bySums instanceof FitResult.Lacking || !demand.equals(Optional.of(jobDemand)))
            return bySums;
        var byNodes = pools.get(CheckedPool.of(pool));
        return byNodes == null ? bySums : byNodes;
    }
}
