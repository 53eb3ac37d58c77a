package poolscope.pool.fit;

import java.math.BigDecimal;
import poolscope.pool.PoolField;
import poolscope.pool.filter.TextMatcher;

/// What a job needs, in all.
///
/// **The amounts are totals**, of the whole job and not of one node. With a number of nodes, the job is spread evenly
/// over that many: each of them has to give its part of every amount, so *64 cores on 2 nodes* needs 32 cores on each.
/// Without one (0), the job may be spread in any way, and the pool's sums decide alone. An amount of 0 asks for nothing.
///
/// One demand is smaller than another when no amount is larger and none of its nodes has to give more: fewer nodes with
/// the same totals are not a smaller demand.
///
/// @param nodes
///            available nodes that the job is spread over; 0 when that does not matter
/// @param amounts
///            what is needed in all
/// @param specification
///            what the nodes' specification contains, case and width aside; empty for any
/// @param onlyRunning
///            whether the pool has to be running
public record JobDemand(int nodes, Amounts amounts, TextMatcher specification, boolean onlyRunning) {

    /// How much, each not below 0.
    ///
    /// @param accelerators
    ///            cards
    public record Amounts(BigDecimal cpuCores, BigDecimal memoryMiB, BigDecimal accelerators) {
        public static final Amounts NONE = new Amounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        public Amounts {
            if (cpuCores.signum() < 0 || memoryMiB.signum() < 0 || accelerators.signum() < 0)
                throw new IllegalArgumentException("an amount is below 0");
        }

        private boolean areNone() {
            return cpuCores.signum() == 0 && memoryMiB.signum() == 0 && accelerators.signum() == 0;
        }
    }

    public JobDemand {
        if (nodes < 0) throw new IllegalArgumentException("the number of nodes is below 0");
    }

    /// Whether anything has to be there at all. That the pool be running is a condition, not a demand.
    public boolean asksForNothing() {
        return nodes == 0 && amounts.areNone() && specification.text().isEmpty();
    }

    /// Whether some of that field is needed.
    ///
    /// @param field
    ///            one of [FitResult#MEASURES]
    public boolean asksFor(PoolField field) {
        return of(field).signum() > 0;
    }

    /// How much of that field is needed in all; 0 for nothing.
    BigDecimal of(PoolField field) {
        return switch (field) {
            case AVAILABLE_NODES -> BigDecimal.valueOf(nodes);
            case CPU_CORES -> amounts.cpuCores();
            case MEMORY -> amounts.memoryMiB();
            case ACCELERATORS -> amounts.accelerators();
            default -> BigDecimal.ZERO;
        };
    }

    /// How many nodes have to be available: a pool without any usable node has room for nothing.
    BigDecimal nodesNeeded() {
        return BigDecimal.valueOf(Math.max(1, nodes));
    }
}
