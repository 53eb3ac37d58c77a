package poolscope.pool.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolFreeCardFields;

/// How the free cards of one accelerator type are distributed over the nodes of the pools shown, as far as their nodes
/// were read. Types are never added up, and pools that use the nodes of another pool do not count.
///
/// @param accelerator
///            the type as the pools report it; several are joined by `, `
/// @param usable
///            free cards on nodes that take jobs
/// @param largestBlock
///            most free cards on one node that one job can have
/// @param largestPool
///            name of a pool with such a node
/// @param wholeNodes
///            nodes of whose cards none is taken
/// @param readPools
///            pools whose nodes were read, at least 1
/// @param pools
///            pools with such cards
public record FreeCardsOfShownPools(String accelerator, BigDecimal usable, BigDecimal largestBlock,
        FieldValue largestPool, BigDecimal wholeNodes, int readPools, int pools) {

    /// The types of which the nodes of at least one pool were read, in the order of their names.
    static List<FreeCardsOfShownPools> of(ArrangedPools shown) {
        var byType = new TreeMap<String, List<Pool>>();
        Arrays.stream(shown.order())
                .mapToObj(index -> shown.set().pools().get(index))
                .filter(pool -> pool.v2().accelerator().isKnown() && !pool.v2().setup().isLogical())
                .forEach(pool -> byType.computeIfAbsent(pool.v2().accelerator().asText(""), _ -> new ArrayList<>())
                        .add(pool));
        return byType.entrySet()
                .stream()
                .filter(type -> type.getValue().stream().anyMatch(FreeCardsOfShownPools::isRead))
                .map(type -> of(type.getKey(), type.getValue()))
                .toList();
    }

    private static FreeCardsOfShownPools of(String accelerator, List<Pool> pools) {
        var read = pools.stream().filter(FreeCardsOfShownPools::isRead).toList();
        var largest = read.getFirst();
        for (var pool : read)
            if (largestBlock(pool).compareTo(largestBlock(largest)) > 0) largest = pool;
        return new FreeCardsOfShownPools(accelerator,
                read.stream().map(pool -> amount(onNodes(pool).usable())).reduce(BigDecimal.ZERO, BigDecimal::add),
                largestBlock(largest), PoolField.NAME.of(largest),
                read.stream().map(pool -> amount(onNodes(pool).wholeNodes())).reduce(BigDecimal.ZERO, BigDecimal::add),
                read.size(), pools.size());
    }

    private static boolean isRead(Pool pool) {
        return onNodes(pool).largestBlock().isKnown();
    }

    private static PoolFreeCardFields onNodes(Pool pool) {
        return pool.v2().free().onNodes();
    }

    private static BigDecimal largestBlock(Pool pool) {
        return amount(onNodes(pool).largestBlock());
    }

    private static BigDecimal amount(FieldValue fieldValue) {
        return fieldValue.asNumber().orElse(BigDecimal.ZERO);
    }
}
