package poolscope.live;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import poolscope.pool.Pool;
import poolscope.pool.Totals;

/// Sums pools on a worker: what is selected may be everything. Only the newest request counts.
public final class Adder {
    private final Executor worker;
    private final AtomicReference<@Nullable List<Pool>> newest = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<Totals> totals = new ReadOnlyObjectWrapper<>(this, "totals", Totals.NONE);

    public Adder(Executor worker) {
        this.worker = worker;
    }

    /// What the pools asked for last add up to.
    public ReadOnlyObjectProperty<Totals> totalsProperty() {
        return totals.getReadOnlyProperty();
    }

    /// Shows totals that are known already.
    public void show(Totals known) {
        newest.set(null);
        totals.set(known);
    }

    /// Asks for the totals of these.
    public void add(List<Pool> pools) {
        newest.set(pools);
        if (pools.isEmpty()) {
            totals.set(Totals.NONE);
            return;
        }
        worker.execute(() -> work(pools));
    }

    private void work(List<Pool> pools) {
        if (newest.get() != pools) return;
        var sum = Totals.of(pools);
        Platform.runLater(() -> {
            if (newest.get() == pools) totals.set(sum);
        });
    }
}
