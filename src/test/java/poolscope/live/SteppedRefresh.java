package poolscope.live;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.api.ReadProgress;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundJob;
import poolscope.pool.Inventory;
import poolscope.pool.change.StatusSinceCalculator;

/// Refreshes on given executors instead of a JavaFX service, which needs a toolkit. Everything that was read is
/// published, however often it comes.
public final class SteppedRefresh implements ConnectionRefresher {
    private final InventoryReaderHolder reader;
    private final BackgroundAndFxExecutors executors;
    private final BackgroundJob<Inventory> backgroundJob;
    private Object running = new Object();
    private final ReadOnlyObjectWrapper<Optional<ReadProgress>> readProgress = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Inventory>> partial = new ReadOnlyObjectWrapper<>(Optional.empty());

    public SteppedRefresh(InventoryReaderHolder reader, BackgroundAndFxExecutors executors) {
        this.reader = reader;
        this.executors = executors;
        backgroundJob = new BackgroundJob<>(executors);
    }

    @Override
    public ReadOnlyObjectProperty<BackgroundJob.State<Inventory>> outcomeProperty() {
        return backgroundJob.stateProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Optional<ReadProgress>> readProgressProperty() {
        return readProgress.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Optional<Inventory>> partialProperty() {
        return partial.getReadOnlyProperty();
    }

    @Override
    public void refresh(boolean byHand, Supplier<Optional<Inventory>> known) {
        if (backgroundJob.isRunning() || reader.isClosed()) return;
        var refresh = new Object();
        running = refresh;
        readProgress.set(Optional.empty());
        partial.set(Optional.empty());
        backgroundJob.start(_ -> {
            var now = reader.get();
            if (byHand) now.release();
            return StatusSinceCalculator.addTo(now.read(progress -> publish(refresh, progress)), known.get());
        });
    }

    private void publish(Object refresh, ReadProgress now) {
        var inventory = now.inventory().get();
        executors.fx().execute(() -> {
            if (running != refresh || !backgroundJob.isRunning()) return;
            readProgress.set(Optional.of(now));
            partial.set(Optional.of(inventory));
        });
    }

    @Override
    public void stop() {
        running = new Object();
        if (backgroundJob.isRunning()) backgroundJob.cancel();
    }
}
