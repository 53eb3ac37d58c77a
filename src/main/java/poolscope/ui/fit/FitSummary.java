package poolscope.ui.fit;

import java.util.Optional;
import poolscope.live.SourcesStatus;
import poolscope.pool.Pool;
import poolscope.pool.fit.FitResult;
import poolscope.pool.table.Arrangement;
import poolscope.pool.table.FitCounts;

/// What the fit finder found out.
///
/// @param counts
///            how many of the pools shown fit, and how many do not
/// @param best
///            the first pool in the order of the answers; empty when no pool is shown
/// @param sources
///            which connections the pools come from
public record FitSummary(FitCounts counts, Optional<Best> best, SourcesStatus sources) {

    /// A pool and its answer.
    public record Best(Pool pool, FitResult fitResult) {}

    /// Of what is shown; empty while nothing is asked.
    static Optional<FitSummary> of(Arrangement shown, SourcesStatus sourcesStatus) {
        if (shown.tableQuery().jobDemand().isEmpty()) return Optional.empty();
        var best = shown.size() == 0
                ? Optional.<Best>empty()
                : shown.fitAt(0).map(fitResult -> new Best(shown.at(0), fitResult));
        return Optional.of(new FitSummary(shown.fits(), best, sourcesStatus));
    }
}
