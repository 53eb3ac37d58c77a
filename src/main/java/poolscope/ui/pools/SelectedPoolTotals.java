package poolscope.ui.pools;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.live.background.LatestTask;
import poolscope.pool.table.PoolTotals;

/// What the selected pools add up to, a moment after they were selected.
final class SelectedPoolTotals {
    private final PoolsTableModel pools;
    private final LatestTask summing;
    private final ReadOnlyObjectWrapper<PoolTotals> totals = new ReadOnlyObjectWrapper<>(this, "totals",
            PoolTotals.NONE);

    /// @param summing
    ///            sums in the background: it may be every pool
    SelectedPoolTotals(PoolsTableModel pools, LatestTask summing) {
        this.pools = pools;
        this.summing = summing;
    }

    ReadOnlyObjectProperty<PoolTotals> totalsProperty() {
        return totals.getReadOnlyProperty();
    }

    /// Sums the pools that are selected now. The sum of all pools is known already.
    void update() {
        var selected = pools.selectedPools();
        if (!pools.isAllSelected() && !selected.isEmpty()) {
            summing.start(_ -> PoolTotals.of(selected), totals::set);
            return;
        }
        summing.cancel();
        totals.set(selected.isEmpty() ? PoolTotals.NONE : pools.arrangedPools().poolTotals());
    }
}
