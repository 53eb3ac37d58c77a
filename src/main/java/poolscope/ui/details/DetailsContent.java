package poolscope.ui.details;

import java.util.List;
import java.util.Optional;
import poolscope.live.table.PoolRow;
import poolscope.pool.CommonFieldValue;
import poolscope.pool.table.PoolGroupIdentity;
import poolscope.pool.table.PoolTotals;

/// What the details show.
sealed interface DetailsContent {

    /// Nothing is selected: totals of all pools shown.
    record AllShown(PoolTotals poolTotals, Count count) implements DetailsContent {}

    /// What is known of the number of pools shown.
    enum Count {
        /// The first pools are being read.
        AWAITED,
        /// Nothing could be read.
        UNKNOWN,
        KNOWN
    }

    /// One pool.
    record OnePool(PoolRow row) implements DetailsContent {}

    /// Several selected pools, or those of one group; with their common values after a short pause.
    ///
    /// @param group
    ///            empty when they are not those of one group
    record SeveralPools(PoolTotals poolTotals, List<CommonFieldValue> common,
            Optional<PoolGroupIdentity> group) implements DetailsContent {}
}
