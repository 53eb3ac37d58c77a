package poolscope.pool.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import poolscope.pool.DisplayDecimals;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.filter.PoolFilter;

/// All pools of the ticked connections at one moment: what an [ArrangedPools] is made of.
///
/// Sorting asks for a column of sort keys, summing for one of numbers, grouping for one of groups; a column is made when
/// it is first asked for and kept as long as the set, because that is where the time goes (text above all). Safe for use
/// by several threads.
public final class PoolSet {
    /// No pool at all.
    public static final PoolSet EMPTY = new PoolSet(List.of());

    private final List<Pool> pools;
    private final Map<PoolField, SortRankOfEachPool> columns = new EnumMap<>(PoolField.class);
    private final Map<PoolField, FieldAmountsOfPools> amounts = new EnumMap<>(PoolField.class);
    private final Map<PoolField, Integer> decimals = new EnumMap<>(PoolField.class);
    private final Map<PoolField, List<FieldValue>> longestValues = new EnumMap<>(PoolField.class);
    private @Nullable AcceleratorFamilyOfEachPool families;
    private @Nullable BitSet logical;
    private final Map<PoolGroupingCriterion, GroupOfEachPool> groups = new EnumMap<>(PoolGroupingCriterion.class);

    private PoolSet(List<Pool> pools) {
        this.pools = pools;
    }

    /// The pools of these inventories, one inventory after the other.
    public static PoolSet of(List<Inventory> inventories) {
        if (inventories.size() == 1) return new PoolSet(inventories.getFirst().pools());
        var all = new ArrayList<Pool>(inventories.stream().mapToInt(i -> i.pools().size()).sum());
        for (var inventory : inventories)
            all.addAll(inventory.pools());
        return new PoolSet(List.copyOf(all));
    }

    /// These pools.
    public static PoolSet holding(List<Pool> pools) {
        return new PoolSet(List.copyOf(pools));
    }

    public List<Pool> pools() {
        return pools;
    }

    public int size() {
        return pools.size();
    }

    /// How many of the pools match. `now` is what ages count from.
    public int count(PoolFilter filter, Instant now) {
        return (int) pools.stream().filter(pool -> filter.matches(pool, now)).count();
    }

    SortRankOfEachPool column(PoolField field) {
        synchronized (columns) {
            return columns.computeIfAbsent(field, f -> SortRankOfEachPool.of(pools, f));
        }
    }

    FieldAmountsOfPools amounts(PoolField field) {
        synchronized (amounts) {
            return amounts.computeIfAbsent(field, f -> FieldAmountsOfPools.of(pools, f));
        }
    }

    /// How many decimals the numbers of the field need, 0 to 2, as people are shown them: memory in GiB.
    public int decimals(PoolField field) {
        synchronized (decimals) {
            return decimals.computeIfAbsent(field, f -> DisplayDecimals.of(pools, f));
        }
    }

    /// The values of the field that are probably the widest on screen, a dozen at most and as many statuses.
    public List<FieldValue> longestValues(PoolField field) {
        synchronized (longestValues) {
            return longestValues.computeIfAbsent(field, f -> LongestValues.of(pools, f));
        }
    }

    /// Which of the pools use the nodes of another pool; empty when there are none.
    BitSet logical() {
        synchronized (amounts) {
            if (logical == null) {
                logical = new BitSet();
                for (int i = 0; i < pools.size(); i++)
                    logical.set(i, pools.get(i).v2().setup().isLogical());
            }
            return logical;
        }
    }

    AcceleratorFamilyOfEachPool families() {
        synchronized (amounts) {
            if (families == null) families = AcceleratorFamilyOfEachPool.of(pools);
            return families;
        }
    }

    GroupOfEachPool groups(PoolGroupingCriterion poolGroupingCriterion) {
        synchronized (groups) {
            return groups.computeIfAbsent(poolGroupingCriterion, g -> GroupOfEachPool.of(pools, g));
        }
    }
}
