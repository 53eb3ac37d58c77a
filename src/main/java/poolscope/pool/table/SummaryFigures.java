package poolscope.pool.table;

import java.util.Optional;

/// The pools shown at a glance. A pure function of the arrangement; at many pools not for the window's thread.
///
/// @param chartSet
///            empty when nobody looks at them
public record SummaryFigures(Arrangement arrangement, Optional<ChartSet> chartSet) {

    /// Of no pool.
    public static final SummaryFigures EMPTY = new SummaryFigures(Arrangement.EMPTY, Optional.empty());

    public static SummaryFigures of(Arrangement shown, boolean withCharts) {
        if (!withCharts) return new SummaryFigures(shown, Optional.empty());
        return new SummaryFigures(shown,
                Optional.of(ChartSet.of(shown, ChartData.parts(shown, Grouping.SPECIFICATION))));
    }

    /// What all pools shown add up to.
    public PoolTotals poolTotals() {
        return arrangement.poolTotals();
    }
}
