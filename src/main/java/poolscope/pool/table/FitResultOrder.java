package poolscope.pool.table;

import java.util.Comparator;
import poolscope.pool.fit.FitResult;

/// The order in which the table has the answers to a demand.
public final class FitResultOrder {
    /// The best one first, as far as the answers alone say it.
    public static final Comparator<FitResult> BEST_FIRST = Comparator.comparing(fit -> FitResultRank.of(0, fit),
            FitResultRank.ORDER);

    private FitResultOrder() {}
}
