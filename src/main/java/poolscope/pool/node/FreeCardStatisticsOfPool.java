package poolscope.pool.node;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolFreeCardFields;

/// How the free cards of one type are distributed over the nodes of a pool. Unless it is said otherwise, only nodes
/// that take jobs count.
///
/// @param accelerator
///            the service's key for the cards
/// @param free
///            free cards in all, fractions allowed
/// @param largest
///            most free cards on one node that one job can have; of a node with rings of four, inside one ring unless
///            all are free
/// @param wholeNodes
///            nodes of whose cards none is taken
/// @param jobs
///            for each of [#SIZES], how many jobs of that many cards on one node have room
/// @param histogram
///            how many nodes have that many free cards, whole cards only
/// @param usableNodes
///            nodes with such cards that take jobs and say how many are free
/// @param unknownNodes
///            nodes that take jobs and do not say how many cards are free
/// @param unplacedNodes
///            nodes with rings that do not say which cards are free: counted as if the cards were in one place
/// @param notUsable
///            free cards on nodes that take no jobs, by the first reason why not
/// @param cardsPerNode
///            most cards that a node has, whether it takes jobs or not
public record FreeCardStatisticsOfPool(String accelerator, BigDecimal free, int largest, int wholeNodes,
        SortedMap<Integer, Integer> jobs, SortedMap<Integer, Integer> histogram, int usableNodes, int unknownNodes,
        int unplacedNodes, SortedMap<PoolFreeCardFields.Obstacle, BigDecimal> notUsable, int cardsPerNode) {
    /// Cards of a job on one node.
    public static final List<Integer> SIZES = List.of(1, 2, 4, 8, 16);

    public FreeCardStatisticsOfPool {
        jobs = Collections.unmodifiableSortedMap(new TreeMap<>(jobs));
        histogram = Collections.unmodifiableSortedMap(new TreeMap<>(histogram));
        notUsable = Collections.unmodifiableSortedMap(new TreeMap<>(notUsable));
    }

    /// For each type of cards, by its key: types are never added up.
    public static List<FreeCardStatisticsOfPool> of(List<PoolNode> nodes) {
        return nodes.stream()
                .filter(node -> !node.accelerator().isEmpty())
                .collect(Collectors.groupingBy(PoolNode::accelerator, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(type -> of(type.getKey(), type.getValue()))
                .toList();
    }

    /// The largest number of cards in the histogram that a node has, or has free.
    public int largestCount() {
        return Math.max(cardsPerNode, histogram.isEmpty() ? 0 : histogram.lastKey());
    }

    private static FreeCardStatisticsOfPool of(String accelerator, List<PoolNode> nodes) {
        var usable = nodes.stream().filter(node -> node.use().takesJobs()).toList();
        var counted = usable.stream().filter(node -> node.freeCards() instanceof FieldValue.Number).toList();
        var blocks = counted.stream().map(UsableFreeCardsOfNode::of).toList();
        var jobs = new TreeMap<Integer, Integer>();
        for (int size : SIZES)
            jobs.put(size, blocks.stream().mapToInt(block -> block.jobs(size)).sum());
        var histogram = new TreeMap<Integer, Integer>();
        blocks.forEach(block -> histogram.merge(block.free().intValue(), 1, Integer::sum));
        return new FreeCardStatisticsOfPool(accelerator,
                blocks.stream().map(UsableFreeCardsOfNode::free).reduce(BigDecimal.ZERO, BigDecimal::add),
                blocks.stream().mapToInt(UsableFreeCardsOfNode::largest).max().orElse(0),
                (int) counted.stream().filter(node -> node.freeCards().equals(node.totalCards())).count(), jobs,
                histogram, counted.size(), usable.size() - counted.size(),
                (int) blocks.stream().filter(UsableFreeCardsOfNode::isUnplaced).count(), notUsable(nodes),
                cardsPerNode(nodes));
    }

    private static SortedMap<PoolFreeCardFields.Obstacle, BigDecimal> notUsable(List<PoolNode> nodes) {
        var notUsable = new TreeMap<PoolFreeCardFields.Obstacle, BigDecimal>();
        for (var node : nodes)
            node.use()
                    .obstacle()
                    .ifPresent(obstacle -> node.freeCards()
                            .asNumber()
                            .filter(free -> free.signum() > 0)
                            .ifPresent(free -> notUsable.merge(obstacle, free, BigDecimal::add)));
        return notUsable;
    }

    private static int cardsPerNode(List<PoolNode> nodes) {
        return nodes.stream()
                .flatMap(node -> node.totalCards().asNumber().stream())
                .mapToInt(BigDecimal::intValue)
                .max()
                .orElse(0);
    }
}
