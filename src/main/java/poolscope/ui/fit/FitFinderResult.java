package poolscope.ui.fit;

import java.util.Optional;
import poolscope.live.AllConnectionsStatus;
import poolscope.pool.Pool;
import poolscope.pool.fit.FitResult;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.FitResultCounts;

/// The result of the fit finder.
///
/// @param counts
///            number of pools shown that fit, and that do not
/// @param best
///            the first pool in the order of the results; empty when no pool is shown
/// @param sources
///            the connections of the pools
public record FitFinderResult(FitResultCounts counts, Optional<Best> best, AllConnectionsStatus sources) {

    /// A pool and its result.
    public record Best(Pool pool, FitResult fitResult) {}

    /// The result for the pools shown; empty without a demand.
    static Optional<FitFinderResult> of(ArrangedPools shown, AllConnectionsStatus allConnectionsStatus) {
        if (shown.tableQuery().jobDemand().isEmpty()) return Optional.empty();
        var best = shown.size() == 0
                ? Optional.<Best>empty()
                : shown.fitAt(0).map(fitResult -> new Best(shown.at(0), fitResult));
        return Optional.of(new FitFinderResult(shown.fits(), best, allConnectionsStatus));
    }
}
