package poolscope.pool.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import poolscope.pool.Pool;

/// Pools that a connection does not list any more, and where they stand among those that it lists: sorted and grouped
/// as if they were there, and without a sort at the place that they had. They are no part of an arrangement, so that no
/// sum, count or export contains them.
public final class GonePools {
    /// No pool is gone.
    public static final GonePools NONE = new GonePools(PoolSet.EMPTY, List.of());

    private final PoolSet set;
    private final List<Gone> gone;
    private final PoolSet together;

    /// A pool that is gone.
    ///
    /// @param before
    ///            which of the pools in the set it stood before, as an index; the size of the set for none
    public record Gone(Pool pool, int before) {}

    /// A line of the table for a pool that is gone.
    ///
    /// @param group
    ///            index of its group in [ArrangedPools#groups]; -1 without groups, and after the last group when its
    ///            group has no other pool
    /// @param place
    ///            which place of the order it stands before
    public record Line(Pool pool, int group, int place) {}

    /// @param set
    ///            the pools that are there
    public GonePools(PoolSet set, List<Gone> gone) {
        this.set = set;
        this.gone = List.copyOf(gone);
        together = gone.isEmpty()
                ? set
                : PoolSet.holding(Stream.concat(set.pools().stream(), gone.stream().map(Gone::pool)).toList());
    }

    /// The lines of those that the filter matches, from top to bottom. There are none among the ranks of a job demand,
    /// because nothing fits into them.
    ///
    /// @param made
    ///            of the pools that are there
    public List<Line> lines(ArrangedPools made, Instant now) {
        if (gone.isEmpty() || made.set() != set || made.tableQuery().jobDemand().isPresent()) return List.of();
        var lines = new ArrayList<Line>();
        IntStream.range(set.size(), together.size())
                .filter(index -> made.filter().matches(together.pools().get(index), now))
                .boxed()
                .sorted(order(made.tableQuery().sortOrder()))
                .forEach(index -> lines.add(line(made, index)));
        lines.sort(Comparator.comparingInt(Line::place).thenComparingInt(line -> rank(line, made)));
        return lines;
    }

    /// At one place, what ends a group stands before what begins the list after all groups.
    private static int rank(Line line, ArrangedPools made) {
        return line.group < 0 ? made.groups().size() : line.group;
    }

    private Line line(ArrangedPools made, int index) {
        var pool = together.pools().get(index);
        if (made.groups().isEmpty()) return new Line(pool, -1, place(made, 0, made.size(), index));
        var key = made.tableQuery().poolGroupingCriterion().of(pool);
        for (int i = 0; i < made.groups().size(); i++) {
            var group = made.groups().get(i);
            if (group.key().equals(key)) return new Line(pool, i, place(made, group.from(), group.to(), index));
        }
        return new Line(pool, -1, made.size());
    }

    private int place(ArrangedPools made, int from, int to, int index) {
        var order = order(made.tableQuery().sortOrder());
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(made.order()[middle], index) < 0) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private Comparator<Integer> order(SortOrder sortOrder) {
        Comparator<Integer> order = (_, _) -> 0;
        for (var key : sortOrder.keys()) {
            var column = together.column(key.field());
            order = order.thenComparingLong(index -> column.weight(index, key.descending()));
        }
        return order.thenComparingDouble(this::placeAsSent).thenComparingInt(index -> index);
    }

    private double placeAsSent(int index) {
        return index < set.size() ? index : gone.get(index - set.size()).before() - 0.5;
    }
}
