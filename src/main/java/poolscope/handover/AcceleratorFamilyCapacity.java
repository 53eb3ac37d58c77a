package poolscope.handover;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolFreeCardFields;

/// The cards of one family in all pools together. Logical pools are left out: their cards are those of other pools.
///
/// @param allocatable
///            cards; pools that do not report them are not in it
/// @param free
///            cards of the pools that report what is free now; empty when none does
/// @param largestBlock
///            most free cards on one node, and its pool; empty when no nodes were read
/// @param wholeNodes
///            nodes of whose cards none is taken
/// @param spareCards
///            free cards on spare nodes
/// @param pools
///            pools with cards of this family
/// @param nodesRead
///            how many of these pools' nodes were read: only for them block, whole nodes and spares are known
public record AcceleratorFamilyCapacity(AcceleratorFamily family, BigDecimal allocatable, Optional<BigDecimal> free,
        Optional<Block> largestBlock, BigDecimal wholeNodes, BigDecimal spareCards, int pools, int nodesRead) {

    /// The largest free block.
    public record Block(BigDecimal cards, Pool pool) {}

    static List<AcceleratorFamilyCapacity> of(List<Pool> pools) {
        Map<AcceleratorFamily, List<Pool>> byFamily = new TreeMap<>();
        for (Pool pool : pools)
            if (!pool.v2().setup().isLogical() && cards(pool.allocatableResources().accelerators()).signum() > 0)
                byFamily.computeIfAbsent(AcceleratorFamily.of(pool), _ -> new ArrayList<>()).add(pool);
        return byFamily.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
    }

    private static AcceleratorFamilyCapacity of(AcceleratorFamily family, List<Pool> pools) {
        BigDecimal allocatable = BigDecimal.ZERO;
        Optional<BigDecimal> free = Optional.empty();
        Optional<Block> largest = Optional.empty();
        BigDecimal wholeNodes = BigDecimal.ZERO;
        BigDecimal spareCards = BigDecimal.ZERO;
        int nodesRead = 0;
        for (Pool pool : pools) {
            allocatable = allocatable.add(cards(pool.allocatableResources().accelerators()));
            var freeNow = pool.v2().free().accelerators().asNumber();
            if (freeNow.isPresent()) free = Optional.of(free.orElse(BigDecimal.ZERO).add(freeNow.get()));
            var onNodes = pool.v2().free().onNodes();
            if (!onNodes.readAt().isKnown()) continue;
            nodesRead++;
            var block = cards(onNodes.largestBlock());
            if (largest.isEmpty() || block.compareTo(largest.get().cards()) > 0)
                largest = Optional.of(new Block(block, pool));
            wholeNodes = wholeNodes.add(cards(onNodes.wholeNodes()));
            spareCards = spareCards
                    .add(onNodes.notUsable().getOrDefault(PoolFreeCardFields.Obstacle.SPARE, BigDecimal.ZERO));
        }
        return new AcceleratorFamilyCapacity(family, allocatable, free, largest, wholeNodes, spareCards, pools.size(),
                nodesRead);
    }

    private static BigDecimal cards(FieldValue fieldValue) {
        return fieldValue.asNumber().orElse(BigDecimal.ZERO);
    }
}
