package poolscope.ui.fit;

import java.util.Comparator;
import java.util.List;
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

    /// The number of pools in which the job has room now.
    public long withRoomNow() {
        return pools.stream().filter(PoolNodeCheckResult::hasRoomNow).count();
    }
}
