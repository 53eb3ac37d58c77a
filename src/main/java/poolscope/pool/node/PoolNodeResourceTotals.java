package poolscope.pool.node;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import poolscope.pool.AllocatableResources;
import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.Pool;
import poolscope.pool.PoolFreeCardFields;
import poolscope.pool.V2OnlyPoolFields;

/// What the nodes of a pool come to. A part is never taken for the whole: where one node does not say, the sum is
/// absent.
///
/// @param allocatableResources
///            what jobs can use on all nodes, those that take no jobs now included
/// @param free
///            what is free on the nodes that take jobs
public record PoolNodeResourceTotals(AllocatableResources allocatableResources, FreeResources free) {

    /// @param contents
    ///            all nodes of the pool
    public static PoolNodeResourceTotals of(PoolContentsList<PoolNode> contents) {
        var nodes = contents.items();
        var usable = nodes.stream().filter(node -> node.use().takesJobs()).toList();
        var allocatableResources = new AllocatableResources(sum(nodes, node -> node.total().cpuCores()),
                sum(nodes, node -> node.total().memoryMiB()), sum(nodes, PoolNode::totalCards));
        var blocks = FreeCardStatisticsOfPool.of(nodes);
        var free = new FreeResources(sum(usable, node -> node.free().cpuCores()),
                sum(usable, node -> node.free().memoryMiB()), sum(usable, PoolNode::freeCards),
                onNodes(blocks, contents.readAt()), FreeResources.Source.NODES);
        return new PoolNodeResourceTotals(allocatableResources, free);
    }

    private static PoolFreeCardFields onNodes(List<FreeCardStatisticsOfPool> blocks, Instant readAt) {
        if (blocks.isEmpty() || blocks.stream().anyMatch(block -> block.unknownNodes() > 0))
            return PoolFreeCardFields.NOT_READ;
        var notUsable = new TreeMap<PoolFreeCardFields.Obstacle, BigDecimal>();
        for (var block : blocks)
            block.notUsable().forEach((obstacle, cards) -> notUsable.merge(obstacle, cards, BigDecimal::add));
        return new PoolFreeCardFields(
                new FieldValue.Number(
                        blocks.stream().map(FreeCardStatisticsOfPool::free).reduce(BigDecimal.ZERO, BigDecimal::add)),
                notUsable, number(blocks.stream().mapToInt(FreeCardStatisticsOfPool::largest).max().orElse(0)),
                number(blocks.stream().mapToInt(FreeCardStatisticsOfPool::wholeNodes).sum()),
                blocks.stream().mapToInt(FreeCardStatisticsOfPool::cardsPerNode).max().orElse(0),
                new FieldValue.Time(readAt));
    }

    /// The pool with how its free cards are distributed. Its sums stay those of the runtime metrics where these are
    /// known: they count what is free on nodes that take no jobs too, for every pool alike.
    public Pool addTo(Pool pool) {
        var before = pool.v2();
        var metrics = before.free();
        boolean hasMetrics = metrics.source() == FreeResources.Source.METRICS;
        var both = hasMetrics
                ? new FreeResources(metrics.cpuCores(), metrics.memoryMiB(), metrics.accelerators(), free.onNodes(),
                        metrics.source())
                : free;
        return pool.with(hasMetrics ? pool.allocatableResources() : allocatableResources,
                new V2OnlyPoolFields(before.phase(), before.message(), before.autoRenew(), before.accelerator(),
                        before.nextMaintenance(), before.setup(), both));
    }

    private static FieldValue number(int number) {
        return FieldValue.Number.of(number);
    }

    private static FieldValue sum(List<PoolNode> nodes, Function<PoolNode, FieldValue> amount) {
        var amounts = nodes.stream().map(amount).toList();
        if (!amounts.stream().allMatch(FieldValue.Number.class::isInstance)) return FieldValue.ABSENT;
        return new FieldValue.Number(
                amounts.stream().map(n -> n.asNumber().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
