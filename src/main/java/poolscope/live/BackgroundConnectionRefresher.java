package poolscope.live;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.concurrent.Service;
import javafx.concurrent.Task;
import poolscope.api.ReadProgress;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundJob;
import poolscope.pool.Inventory;
import poolscope.pool.change.StatusSinceCalculator;

/// Reads the whole inventory of one connection in the background, again and again. While it reads,
/// [#partialProperty()] is the inventory so far: after the first page and at milestones, otherwise about every two
/// seconds, never page by page. For the FX thread.
public final class BackgroundConnectionRefresher extends Service<Inventory> implements ConnectionRefresher {
    private static final long PARTIAL_EVERY_NANOS = 2_000_000_000L;
    /// Counts on screen change four times a second, not with each of a hundred pages.
    private static final long PROGRESS_EVERY_NANOS = 250_000_000L;

    private final InventoryReaderHolder reader;
    private final BackgroundAndFxExecutors executors;
    private boolean byHand;
    private Supplier<Optional<Inventory>> known = Optional::empty;
    private final ReadOnlyObjectWrapper<BackgroundJob.State<Inventory>> outcome = new ReadOnlyObjectWrapper<>(this,
            "outcome", new BackgroundJob.State.Idle<>());
    private final ReadOnlyObjectWrapper<Optional<ReadProgress>> readProgress = new ReadOnlyObjectWrapper<>(this,
            "readProgress", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Inventory>> partial = new ReadOnlyObjectWrapper<>(this, "partial",
            Optional.empty());

    public BackgroundConnectionRefresher(InventoryReaderHolder reader, BackgroundAndFxExecutors executors) {
        this.reader = reader;
        this.executors = executors;
        setExecutor(executors.background());
    }

    @Override
    public ReadOnlyObjectProperty<BackgroundJob.State<Inventory>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
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
        if (isRunning() || reader.isClosed()) return;
        this.byHand = byHand;
        this.known = known;
        // restart() would report a refresh that has ended as cancelled
        reset();
        start();
    }

    @Override
    public void stop() {
        if (isRunning()) cancel();
    }

    @Override
    protected Task<Inventory> createTask() {
        readProgress.set(Optional.empty());
        partial.set(Optional.empty());
        return new ReadTask(byHand, known);
    }

    @Override
    protected void scheduled() {
        outcome.set(new BackgroundJob.State.Running<>());
    }

    @Override
    protected void succeeded() {
        outcome.set(new BackgroundJob.State.Done<>(getValue()));
    }

    @Override
    protected void failed() {
        outcome.set(new BackgroundJob.State.Failed<>(getException()));
    }

    @Override
    protected void cancelled() {
        outcome.set(new BackgroundJob.State.Idle<>());
    }

    private final class ReadTask extends Task<Inventory> {
        private final AtomicReference<Optional<ReadProgress>> newest = new AtomicReference<>(Optional.empty());
        private final boolean byHand;
        private final Supplier<Optional<Inventory>> known;
        private long partialAt;
        private long progressAt;

        ReadTask(boolean byHand, Supplier<Optional<Inventory>> known) {
            this.byHand = byHand;
            this.known = known;
        }

        @Override
        protected Inventory call() throws Exception {
            var now = reader.get();
            if (byHand) now.release();
            var read = now.read(this::onProgress);
            return StatusSinceCalculator.addTo(read, known.get());
        }

        /// Called by the thread that reads.
        private void onProgress(ReadProgress now) {
            long time = System.nanoTime();
            boolean isFirst = now.requests() == 1;
            if (isFirst || now.isMilestone() || time - partialAt > PARTIAL_EVERY_NANOS) {
                partialAt = time;
                var inventory = now.inventory().get();
                publish(() -> partial.set(Optional.of(inventory)));
            }
            if (!isFirst && time - progressAt < PROGRESS_EVERY_NANOS) return;
            progressAt = time;
            if (newest.getAndSet(Optional.of(now)).isEmpty())
                publish(() -> readProgress.set(newest.getAndSet(Optional.empty())));
        }

        /// Nothing is published of a refresh that has ended or was stopped.
        private void publish(Runnable change) {
            executors.fx().execute(() -> {
                if (isRunning()) change.run();
            });
        }
    }
}
