package poolscope.ui.details;

import java.util.List;
import poolscope.live.PoolRow;
import poolscope.pool.InCommon;
import poolscope.pool.Totals;

/// What the details are of.
sealed interface Subject {

    /// Nothing is selected: all pools shown.
    ///
    /// @param counted
    ///            whether it is known how many there are
    record Shown(Totals totals, boolean counted) implements Subject {}

    /// One pool.
    record One(PoolRow row) implements Subject {}

    /// Several pools, with what they have in common; a moment after they were selected.
    record Many(Totals totals, List<InCommon> common) implements Subject {}
}
