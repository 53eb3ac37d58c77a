package poolscope.live;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import poolscope.api.ApiException;
import poolscope.api.ReadProgress;
import poolscope.api.inventory.InventoryReader;
import poolscope.pool.Inventory;

/// Reads the whole inventory of one connection in the background, again and again. While it reads,
/// [#partialProperty()] is the inventory so far: after the first page and at milestones, otherwise about every two
/// seconds, never page by page.
public final class ConnectionRefreshService {
    private static final long PARTIAL_EVERY_NANOS = 2_000_000_000L;
    /// Counts on screen change four times a second, not with each of a hundred pages.
    private static final long PROGRESS_EVERY_NANOS = 250_000_000L;

    /// Opens the reader. It may ask a key store, so not on the FX thread.
    @FunctionalInterface
    public interface Opening {
        /// @throws ApiException
        ///             when what is needed to sign in is missing
        InventoryReader open() throws ApiException, InterruptedException;
    }

    private final Opening opening;
    private final TaskExecutors executors;
    private final BackgroundJob<Inventory> backgroundJob;
    private final Object lock = new Object();
    private @Nullable InventoryReader reader;
    private boolean closed;
    private @Nullable Refresh refresh;
    private final ReadOnlyObjectWrapper<Optional<ReadProgress>> readProgress = new ReadOnlyObjectWrapper<>(this,
            "progress", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Inventory>> partial = new ReadOnlyObjectWrapper<>(this, "partial",
            Optional.empty());

    ConnectionRefreshService(Opening opening, TaskExecutors executors) {
        this.opening = opening;
        this.executors = executors;
        backgroundJob = new BackgroundJob<>(executors);
    }

    ReadOnlyObjectProperty<BackgroundJob.State<Inventory>> stateProperty() {
        return backgroundJob.stateProperty();
    }

    /// How far the refresh is; empty before the first response.
    ReadOnlyObjectProperty<Optional<ReadProgress>> readProgressProperty() {
        return readProgress.getReadOnlyProperty();
    }

    /// What the running refresh has read so far.
    ReadOnlyObjectProperty<Optional<Inventory>> partialProperty() {
        return partial.getReadOnlyProperty();
    }

    /// Reads again, unless it is reading already.
    ///
    /// @param byHand
    ///            whether the operator requested it: only then a refused sign-in is tried again
    void refresh(boolean byHand) {
        if (backgroundJob.isRunning() || isClosed()) return;
        var next = new Refresh();
        refresh = next;
        readProgress.set(Optional.empty());
        partial.set(Optional.empty());
        backgroundJob.start(_ -> {
            var now = reader();
            if (byHand) now.release();
            return now.read(next::onProgress);
        });
    }

    /// Stops a running refresh. How the last one ended is kept when none is running.
    void cancel() {
        refresh = null;
        if (backgroundJob.isRunning()) backgroundJob.cancel();
    }

    /// Stops, and closes the reader for good: nothing is read after that.
    void close() {
        cancel();
        InventoryReader opened;
        synchronized (lock) {
            closed = true;
            opened = reader;
        }
        if (opened == null) return;
        opened.close();
        opened.forget();
    }

    private boolean isClosed() {
        synchronized (lock) {
            return closed;
        }
    }

    /// Holds the reader. Opening one takes a while and continues after a refresh was stopped, so that refresh and the
    /// next one may both open a reader; only one is kept.
    InventoryReader reader() throws ApiException, InterruptedException {
        synchronized (lock) {
            if (closed) throw new CancellationException();
            if (reader != null) return reader;
        }
        var opened = opening.open();
        synchronized (lock) {
            if (reader == null && !closed) {
                reader = opened;
                return opened;
            }
        }
        opened.close();
        return reader();
    }

    /// The reader, if one is open.
    Optional<InventoryReader> openedReader() {
        synchronized (lock) {
            return Optional.ofNullable(reader);
        }
    }

    /// What one refresh publishes while it runs; nothing once it has ended or was cancelled.
    private final class Refresh {
        private final AtomicReference<Optional<ReadProgress>> newest = new AtomicReference<>(Optional.empty());
        private long partialAt;
        private long progressAt;

        /// Called by the thread that reads.
        void onProgress(ReadProgress now) {
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

        private void publish(Runnable change) {
            executors.fx().execute(() -> {
                if (refresh == this && backgroundJob.isRunning()) change.run();
            });
        }
    }
}
