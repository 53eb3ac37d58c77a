package poolscope.ui.details;

import java.util.List;
import poolscope.live.PoolRow;
import poolscope.pool.SharedValues;
import poolscope.pool.table.PoolTotals;

/// What the details show.
sealed interface DetailsContent {

    /// Nothing is selected: all pools shown.
    ///
    /// @param counted
    ///            whether it is known how many there are
    record Shown(PoolTotals poolTotals, boolean counted) implements DetailsContent {}

    /// One pool.
    record One(PoolRow row) implements DetailsContent {}

    /// Several pools, with what they have in common; a moment after they were selected.
    record Many(PoolTotals poolTotals, List<SharedValues> common) implements DetailsContent {}
}
