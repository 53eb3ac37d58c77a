package poolscope.pool.trend;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.PoolField;

/// Measures of one unit, which are drawn into one chart.
///
/// @param family
///            of the cards; empty when the fields do not count cards
public record TrendMeasureGroup(List<PoolField> fields, Optional<AcceleratorFamily> family) {
    /// All nodes and those that are available: what every service reports.
    public static final TrendMeasureGroup NODES = new TrendMeasureGroup(
            List.of(PoolField.NODE_COUNT, PoolField.AVAILABLE_NODES), Optional.empty());
    private static final List<PoolField> CARDS = List.of(PoolField.ACCELERATORS, PoolField.FREE_ACCELERATORS);
    private static final List<List<PoolField>> OTHERS = List.of(NODES.fields, List.of(PoolField.FREE_CPU_CORES),
            List.of(PoolField.FREE_MEMORY));

    public TrendMeasureGroup {
        fields = List.copyOf(fields);
    }

    /// The groups of which the trend has a line: each family of cards, nodes, free CPU, free memory.
    public static List<TrendMeasureGroup> of(PoolAmountTrend poolAmountTrend) {
        return Stream
                .concat(poolAmountTrend.series()
                        .stream()
                        .flatMap(series -> series.measure().family().stream())
                        .distinct()
                        .map(family -> new TrendMeasureGroup(CARDS, Optional.of(family))),
                        OTHERS.stream().map(fields -> new TrendMeasureGroup(fields, Optional.empty())))
                .filter(group -> !group.series(poolAmountTrend).isEmpty())
                .toList();
    }

    /// The lines of this group, in the order of the fields.
    public List<TrendSeries> series(PoolAmountTrend poolAmountTrend) {
        return poolAmountTrend.series()
                .stream()
                .filter(series -> series.measure().family().equals(family) && fields.contains(series.measure().field()))
                .toList();
    }
}
