package poolscope.pool.node;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import poolscope.pool.FieldValue;

/// The jobs on one node.
///
/// @param jobs
///            those that have not ended
/// @param heldByNoJob
///            taken cards that none of these jobs has, more than 0; absent when there are none, and when it can't
///            be known
public record JobsOnNode(List<PoolJob> jobs, FieldValue heldByNoJob) {

    public JobsOnNode {
        jobs = List.copyOf(jobs);
    }

    /// @param read
    ///            jobs of the pool, joined to the node by its address
    public static JobsOnNode of(PoolNode node, PoolContentsList<PoolJob> read) {
        var jobs = read.items().stream().filter(job -> !job.hasEnded() && isOn(job, node)).toList();
        return new JobsOnNode(jobs, read.isWhole() ? heldByNoJob(node, jobs) : FieldValue.ABSENT);
    }

    /// Which cards of the node these jobs have, as far as the service reports it. Empty when none of them is on
    /// the node.
    public static Optional<BitSet> cards(Collection<PoolJob> jobs, PoolNode node) {
        var here = jobs.stream().filter(job -> !job.hasEnded() && isOn(job, node)).toList();
        if (here.isEmpty()) return Optional.empty();
        var cards = new BitSet();
        here.stream()
                .flatMap(job -> job.shares().stream())
                .filter(share -> isAt(share.hostIp(), node))
                .forEach(share -> cards.or(NodeFreeCards.Bits.taken(share.placement().asText(""))));
        return Optional.of(cards);
    }

    /// Whether the job runs on the node, as their addresses say.
    public static boolean isOn(PoolJob job, PoolNode node) {
        return node.privateIp() instanceof FieldValue.Text(String ip) && job.hostIps().contains(ip);
    }

    private static boolean isAt(String hostIp, PoolNode node) {
        return node.privateIp() instanceof FieldValue.Text(String ip) && ip.equals(hostIp);
    }

    private static FieldValue heldByNoJob(PoolNode node, List<PoolJob> jobs) {
        if (!(node.totalCards() instanceof FieldValue.Number(BigDecimal all))
                || !(node.freeCards() instanceof FieldValue.Number(BigDecimal free)))
            return FieldValue.ABSENT;
        var left = all.subtract(free);
        for (var job : jobs) {
            var held = held(job, node);
            if (held.isEmpty()) return FieldValue.ABSENT;
            left = left.subtract(held.get());
        }
        return left.signum() > 0 ? new FieldValue.Number(left) : FieldValue.ABSENT;
    }

    /// How many cards of the node the job has; empty when it has several nodes and the service reports no shares.
    private static Optional<BigDecimal> held(PoolJob job, PoolNode node) {
        var shares = job.knownShares().stream().filter(share -> isAt(share.hostIp(), node)).toList();
        if (shares.isEmpty()) return Optional.empty();
        var held = BigDecimal.ZERO;
        for (var share : shares) {
            var cards = share.amount().isReported() && !share.amount().cards().containsKey(node.accelerator())
                    ? FieldValue.Number.of(0)
                    : share.amount().cards(node.accelerator());
            if (!(cards instanceof FieldValue.Number(BigDecimal number))) return Optional.empty();
            held = held.add(number);
        }
        return Optional.of(held);
    }
}
