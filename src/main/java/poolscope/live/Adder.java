package poolscope.live;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.pool.Pool;
import poolscope.pool.Totals;

/// Sums pools on a worker: what is selected may be everything.
public final class Adder {
    private final Newest newest;
    private final ReadOnlyObjectWrapper<Totals> totals = new ReadOnlyObjectWrapper<>(this, "totals", Totals.NONE);

    public Adder(Executor worker) {
        newest = new Newest(worker);
    }

    /// What the pools asked for last add up to.
    public ReadOnlyObjectProperty<Totals> totalsProperty() {
        return totals.getReadOnlyProperty();
    }

    /// Shows totals that are known already.
    public void show(Totals known) {
        newest.forget();
        totals.set(known);
    }

    /// Asks for the totals of these.
    public void add(List<Pool> pools) {
        if (pools.isEmpty()) show(Totals.NONE);
        else
            newest.ask(_ -> Totals.of(pools), totals::set);
    }
}
