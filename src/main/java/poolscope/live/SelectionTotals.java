package poolscope.live;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.pool.Pool;
import poolscope.pool.table.PoolTotals;

/// Sums the selected pools in the background, because all pools may be selected.
public final class SelectionTotals {
    private final LatestTask latestTask;
    private final ReadOnlyObjectWrapper<PoolTotals> poolTotals = new ReadOnlyObjectWrapper<>(this, "totals",
            PoolTotals.NONE);

    public SelectionTotals(Executor worker) {
        latestTask = new LatestTask(worker);
    }

    /// The totals of the last pools.
    public ReadOnlyObjectProperty<PoolTotals> poolTotalsProperty() {
        return poolTotals.getReadOnlyProperty();
    }

    /// Sets totals that are known already.
    public void show(PoolTotals known) {
        latestTask.forget();
        poolTotals.set(known);
    }

    /// Starts to sum these pools.
    public void add(List<Pool> pools) {
        if (pools.isEmpty()) show(PoolTotals.NONE);
        else
            latestTask.ask(_ -> PoolTotals.of(pools), poolTotals::set);
    }
}
