package poolscope.ui.fit;

import java.util.Optional;
import poolscope.live.Ledger;
import poolscope.pool.Arrangement;
import poolscope.pool.Fit;
import poolscope.pool.FitCounts;
import poolscope.pool.Pool;

/// What the fit finder found out.
///
/// @param counts
///            how many of the pools shown fit, and how many do not
/// @param best
///            the first pool in the order of the answers; empty when no pool is shown
/// @param sources
///            which connections the pools come from
public record Answer(FitCounts counts, Optional<Best> best, Ledger sources) {

    /// A pool and its answer.
    public record Best(Pool pool, Fit fit) {}

    /// Of what is shown; empty while nothing is asked.
    static Optional<Answer> of(Arrangement shown, Ledger ledger) {
        if (shown.wish().demand().isEmpty()) return Optional.empty();
        var best = shown.size() == 0
                ? Optional.<Best>empty()
                : shown.fitAt(0).map(fit -> new Best(shown.at(0), fit));
        return Optional.of(new Answer(shown.fits(), best, ledger));
    }
}
