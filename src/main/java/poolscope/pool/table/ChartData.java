package poolscope.pool.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;

/// What the pools shown add up to by what they have in common: the bars of a chart. The first ten stand for themselves.
///
/// @param unknown
///            how many pools do not say, and so are in no bar
public record ChartData(List<Part> parts, Rest rest, int unknown) {
    private static final int MOST = 10;

    /// Of no pool.
    public static final ChartData NOTHING = asTheyStand(List.of());

    /// The pools that have the same in common.
    public record Part(PoolGroupIdentity key, PoolTotals poolTotals) {

        /// The one value that they have in common.
        public FieldValue fieldValue() {
            return key instanceof PoolGroupIdentity.SharedValues(var _, var values)
                    ? values.getFirst()
                    : FieldValue.ABSENT;
        }
    }

    /// What follows after the tenth part.
    ///
    /// @param parts
    ///            how many parts that are; 0 when there are no more than ten
    /// @param fieldSumOfPools
    ///            of all of them together
    public record Rest(int parts, int pools, FieldSumOfPools fieldSumOfPools) {}

    public ChartData {
        parts = List.copyOf(parts);
    }

    /// All parts that pools stand in, in the order of what they have in common.
    static List<Part> parts(ArrangedPools shown, PoolGroupingCriterion by) {
        var tableQuery = new TableQuery(shown.filter(), SortOrder.AS_SENT, by);
        return PoolGrouper.of(shown.set(), shown.order(), tableQuery)
                .list()
                .stream()
                .map(group -> new Part(group.key(), group.poolTotals()))
                .toList();
    }

    /// Greatest first; a part that has nothing of it has no bar.
    static ChartData greatest(List<Part> all, PoolField field) {
        record Sized(Part part, BigDecimal size) {}
        var sized = new ArrayList<Sized>();
        for (var part : all)
            if (part.poolTotals.of(field).total() instanceof FieldValue.Number(var size) && size.signum() > 0)
                sized.add(new Sized(part, size));
        sized.sort(Comparator.comparing(Sized::size).reversed());
        return of(sized.stream().map(Sized::part).toList(), field,
                all.stream().mapToInt(part -> part.poolTotals.of(field).unknown()).sum());
    }

    /// As they stand, counted in pools.
    static ChartData asTheyStand(List<Part> all) {
        return of(all, PoolField.NODES, 0);
    }

    private static ChartData of(List<Part> all, PoolField field, int unknown) {
        int first = Math.min(MOST, all.size());
        return new ChartData(all.subList(0, first), rest(all.subList(first, all.size()), field), unknown);
    }

    private static Rest rest(List<Part> left, PoolField field) {
        return new Rest(left.size(), left.stream().mapToInt(part -> part.poolTotals.pools()).sum(),
                left.stream()
                        .map(part -> part.poolTotals.of(field))
                        .reduce(FieldSumOfPools.NOTHING, FieldSumOfPools::plus));
    }

    /// Parts and the rest, in pools: the share of a part has this below the line.
    public int pools() {
        return Stream.concat(parts.stream().map(part -> part.poolTotals.pools()), Stream.of(rest.pools))
                .mapToInt(n -> n)
                .sum();
    }
}
