package poolscope.pool.table;

import java.util.Comparator;
import poolscope.pool.fit.FitResult;

/// The order in which the table has the answers to a demand.
public final class FitResultOrder {
    /// By the sums of pools. Of pools with the same result on their nodes, the one whose sums are better comes first.
    public static final Comparator<FitResult> BEST_FIRST = Comparator.comparing(fit -> FitResultRank.of(0, fit),
            FitResultRank.ORDER);

    private FitResultOrder() {}
}
