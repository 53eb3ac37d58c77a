package poolscope.pool.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolFreeCardFields;

/// How the free cards of one accelerator family are distributed over the nodes of the pools shown, as far as their
/// nodes were read. Families are never added up, nor are types of which no family is known, and pools that use the nodes
/// of another pool do not count.
///
/// @param family
///            several where each pool has cards of several
/// @param accelerator
///            the type as the pools report it where its family is not known, else empty
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
public record FreeCardsOfShownPools(AcceleratorFamily family, String accelerator, BigDecimal usable,
        BigDecimal largestBlock, FieldValue largestPool, BigDecimal wholeNodes, int readPools, int pools) {

    private record Cards(AcceleratorFamily family, String type) {
        static Cards of(Pool pool) {
            var family = AcceleratorFamily.of(pool);
            return new Cards(family, family == AcceleratorFamily.UNKNOWN ? pool.v2().accelerator().asText("") : "");
        }
    }

    /// The families and types of which the nodes of at least one pool were read.
    static List<FreeCardsOfShownPools> of(ArrangedPools shown) {
        var byCards = new TreeMap<Cards, List<Pool>>(Comparator.comparing(Cards::family).thenComparing(Cards::type));
        Arrays.stream(shown.order())
                .mapToObj(index -> shown.set().pools().get(index))
                .filter(pool -> pool.v2().accelerator().isKnown() && !pool.v2().setup().isLogical())
                .forEach(pool -> byCards.computeIfAbsent(Cards.of(pool), _ -> new ArrayList<>()).add(pool));
        return byCards.entrySet()
                .stream()
                .filter(cards -> cards.getValue().stream().anyMatch(FreeCardsOfShownPools::isRead))
                .map(cards -> of(cards.getKey(), cards.getValue()))
                .toList();
    }

    private static FreeCardsOfShownPools of(Cards cards, List<Pool> pools) {
        var read = pools.stream().filter(FreeCardsOfShownPools::isRead).toList();
        var largest = read.getFirst();
        for (var pool : read)
            if (largestBlock(pool).compareTo(largestBlock(largest)) > 0) largest = pool;
        return new FreeCardsOfShownPools(cards.family(), cards.type(),
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
