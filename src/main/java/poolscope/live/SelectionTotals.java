package poolscope.live;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.pool.Pool;
import poolscope.pool.table.PoolTotals;

/// Sums pools on a worker: what is selected may be everything.
public final class SelectionTotals {
    private final LatestTask latestTask;
    private final ReadOnlyObjectWrapper<PoolTotals> poolTotals = new ReadOnlyObjectWrapper<>(this, "totals",
            PoolTotals.NONE);

    public SelectionTotals(Executor worker) {
        latestTask = new LatestTask(worker);
    }

    /// What the pools asked for last add up to.
    public ReadOnlyObjectProperty<PoolTotals> poolTotalsProperty() {
        return poolTotals.getReadOnlyProperty();
    }

    /// Shows totals that are known already.
    public void show(PoolTotals known) {
        latestTask.forget();
        poolTotals.set(known);
    }

    /// Asks for the totals of these.
    public void add(List<Pool> pools) {
        if (pools.isEmpty()) show(PoolTotals.NONE);
        else
            latestTask.ask(_ -> PoolTotals.of(pools), poolTotals::set);
    }
}
