package poolscope.ui.fit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import poolscope.pool.fit.FitResult;
import poolscope.pool.fit.JobDemand;
import poolscope.pool.fit.NodeFits;
import poolscope.pool.node.JobDemandPerNode;

/// The result of a check of nodes.
///
/// @param demand
///            the demand that was checked
/// @param pools
///            the pools that were read, the best result first, equal ones in the order of the table
/// @param notRead
///            pools with sufficient sums that were not read, because no request was left
public record AllPoolsNodeCheckResult(JobDemandPerNode demand, List<PoolNodeCheckResult> pools, int notRead) {
    public AllPoolsNodeCheckResult {
        pools = pools.stream().sorted(Comparator.comparingInt(PoolNodeCheckResult::rank)).toList();
    }

    /// The number of pools of which it is certain whether the job has room now.
    public long certain() {
        return pools.stream().filter(PoolNodeCheckResult::isCertain).count();
    }

    /// What the nodes say, for the table.
    NodeFits nodeFits(Optional<JobDemand> jobDemand) {
        var byPool = new HashMap<NodeFits.CheckedPool, FitResult.OnNodes>();
        for (var checked : pools)
            checked.fitOnNodes().ifPresent(fit -> byPool.put(NodeFits.CheckedPool.of(checked.pool()), fit));
        return new NodeFits(jobDemand, byPool);
    }

    /// The number of pools in which the job has room now.
    public long withRoomNow() {
        return pools.stream().filter(PoolNodeCheckResult::hasRoomNow).count();
    }
}
