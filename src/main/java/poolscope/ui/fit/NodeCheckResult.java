package poolscope.ui.fit;

import java.util.Comparator;
import java.util.List;
import poolscope.pool.node.NodeDemand;

/// What a check of nodes found.
///
/// @param demand
///            what was looked for
/// @param pools
///            the pools that were read, the best answer first, equal ones in the order of the table
/// @param notRead
///            pools that have enough by their sums and were not read, because no request was left
public record NodeCheckResult(NodeDemand demand, List<PoolCheck> pools, int notRead) {
    public NodeCheckResult {
        pools = pools.stream().sorted(Comparator.comparingInt(PoolCheck::rank)).toList();
    }

    /// In how many pools the job has room now.
    public long withRoomNow() {
        return pools.stream().filter(PoolCheck::hasRoomNow).count();
    }
}
