package poolscope.ui.details;

import java.util.List;
import poolscope.live.PoolRow;
import poolscope.pool.CommonPoolValues;
import poolscope.pool.table.PoolTotals;

/// What the details show.
sealed interface DetailsContent {

    /// Nothing is selected: totals of all pools shown.
    ///
    /// @param counted
    ///            whether the number of pools is known
    record AllShown(PoolTotals poolTotals, boolean counted) implements DetailsContent {}

    /// One pool.
    record OnePool(PoolRow row) implements DetailsContent {}

    /// Several selected pools, with their common values; after a short pause.
    record SeveralPools(PoolTotals poolTotals, List<CommonPoolValues> common) implements DetailsContent {}
}
