package poolscope.pool.node;

import java.math.BigDecimal;

/// What a job needs: so many nodes, and on each of them so much.
///
/// @param nodes
///            at least 1
/// @param cards
///            whole cards on each node, 0 for none
/// @param cpuCores
///            cores on each node, 0 for any
/// @param memoryMiB
///            MiB on each node, 0 for any
public record JobDemandPerNode(int nodes, int cards, BigDecimal cpuCores, BigDecimal memoryMiB) {
    public JobDemandPerNode {
        if (nodes < 1) throw new IllegalArgumentException("a job needs a node");
        if (cards < 0 || cpuCores.signum() < 0 || memoryMiB.signum() < 0)
            throw new IllegalArgumentException("an amount is below 0");
    }
}
