package poolscope.pool.table;

import java.util.List;
import java.util.Optional;

/// The pools shown at a glance. A pure function of the arrangement; at many pools not for the window's thread.
///
/// @param chartsOfShownPools
///            empty when nobody looks at them
/// @param freeCards
///            how free cards are distributed, of each accelerator type of which nodes were read
public record SummaryTotalsAndCharts(ArrangedPools arrangedPools, Optional<ChartsOfShownPools> chartsOfShownPools,
        List<FreeCardsOfShownPools> freeCards) {

    /// Of no pool.
    public static final SummaryTotalsAndCharts EMPTY = new SummaryTotalsAndCharts(ArrangedPools.EMPTY, Optional.empty(),
            List.of());

    public static SummaryTotalsAndCharts of(ArrangedPools shown, boolean withCharts) {
        var charts = withCharts
                ? Optional.of(ChartsOfShownPools.of(shown, ChartData.parts(shown, PoolGroupingCriterion.SPECIFICATION)))
                : Optional.<ChartsOfShownPools>empty();
        return new SummaryTotalsAndCharts(shown, charts, FreeCardsOfShownPools.of(shown));
    }

    /// What all pools shown add up to.
    public PoolTotals poolTotals() {
        return arrangedPools.poolTotals();
    }
}
