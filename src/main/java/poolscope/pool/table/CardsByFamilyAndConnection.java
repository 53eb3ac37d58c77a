package poolscope.pool.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;

/// The cards of several pools by family and connection. Logical pools are left out: their cards are those of other
/// pools. Pools that are known to have no cards are in no family.
///
/// @param connections
///            names, in the order in which their pools stand
/// @param rows
///            of each family with cards, or with pools that do not say how many they have
public record CardsByFamilyAndConnection(List<String> connections, List<Row> rows) {

    /// The cards of one family.
    ///
    /// @param cells
    ///            one for each connection
    public record Row(AcceleratorFamily family, List<Cell> cells, Cell all) {}

    /// The cards of one family in one connection. A part is never the whole: what some pools do not say is counted.
    ///
    /// @param pools
    ///            0 when the connection has no pool with such cards
    /// @param allocatable
    ///            cards of the pools that report them
    /// @param allocatableUnknown
    ///            how many pools do not
    /// @param free
    ///            cards that no job holds, of the pools that report them
    /// @param freeUnknown
    ///            how many pools do not, among them all of v1
    public record Cell(int pools, BigDecimal allocatable, int allocatableUnknown, BigDecimal free, int freeUnknown) {
        static final Cell NONE = new Cell(0, BigDecimal.ZERO, 0, BigDecimal.ZERO, 0);

        private static Cell of(Pool pool) {
            var allocatable = pool.allocatableResources().accelerators().asNumber();
            var free = pool.v2().free().accelerators().asNumber();
            return new Cell(1, allocatable.orElse(BigDecimal.ZERO), allocatable.isPresent() ? 0 : 1,
                    free.orElse(BigDecimal.ZERO), free.isPresent() ? 0 : 1);
        }

        private Cell plus(Cell other) {
            return new Cell(pools + other.pools, allocatable.add(other.allocatable),
                    allocatableUnknown + other.allocatableUnknown, free.add(other.free),
                    freeUnknown + other.freeUnknown);
        }

        /// Whether no pool reports free cards.
        public boolean isFreeUnknown() {
            return freeUnknown == pools;
        }

        /// Whether no pool reports allocatable cards.
        public boolean isAllocatableUnknown() {
            return allocatableUnknown == pools;
        }
    }

    public static CardsByFamilyAndConnection of(List<Pool> pools) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<AcceleratorFamily, Map<String, Cell>> cells = new TreeMap<>();
        for (var pool : pools) {
            names.putIfAbsent(pool.poolOrigin().connectionId(), pool.poolOrigin().connection());
            if (!pool.v2().setup().isLogical() && mayHaveCards(pool))
                cells.computeIfAbsent(AcceleratorFamily.of(pool), _ -> new LinkedHashMap<>())
                        .merge(pool.poolOrigin().connectionId(), Cell.of(pool), Cell::plus);
        }
        List<Row> rows = new ArrayList<>();
        cells.forEach((family,
                byConnection) -> rows.add(new Row(family,
                        names.keySet().stream().map(id -> byConnection.getOrDefault(id, Cell.NONE)).toList(),
                        byConnection.values().stream().reduce(Cell.NONE, Cell::plus))));
        return new CardsByFamilyAndConnection(List.copyOf(names.values()), List.copyOf(rows));
    }

    private static boolean mayHaveCards(Pool pool) {
        return !(pool.allocatableResources().accelerators() instanceof FieldValue.Number(BigDecimal cards))
                || cards.signum() > 0;
    }
}
