package poolscope.live;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.concurrent.Service;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;
import poolscope.api.ApiException;
import poolscope.api.Progress;
import poolscope.api.inventory.InventoryReader;
import poolscope.pool.Inventory;

/// Refreshes the inventory of one connection in the background. During a refresh [#valueProperty()] is the inventory so
/// far: after the first page, then about every two seconds.
public final class RefreshService extends Service<Inventory> {
    private static final long PUBLISH_EVERY_NANOS = 2_000_000_000L;
    /// the counts on screen change at most four times a second
    private static final long TELL_EVERY_NANOS = 250_000_000L;

    /// Opens a reader, which may access a key store, so not on the FX thread.
    @FunctionalInterface
    public interface Opening {
        /// @throws ApiException
        ///             when a secret is unavailable
        InventoryReader open() throws ApiException, InterruptedException;
    }

    private final Opening opening;
    private boolean byHand;
    private final Object lock = new Object();
    private @Nullable InventoryReader reader;
    private boolean closed;
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress = new ReadOnlyObjectWrapper<>(this, "progress",
            Optional.empty());

    RefreshService(Opening opening, Executor threads) {
        this.opening = opening;
        setExecutor(threads);
    }

    /// Progress of the refresh; empty before the first response.
    ReadOnlyObjectProperty<Optional<Progress>> readingProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Starts a refresh, unless one is running.
    ///
    /// @param byHand
    ///            whether the operator requested it: only then a refused sign-in is tried again
    void refresh(boolean byHand) {
        if (isRunning() || isClosed()) return;
        this.byHand = byHand;
        // restart() would report a refresh that has ended as cancelled
        reset();
        start();
    }

    @Override
    protected Task<Inventory> createTask() {
        progress.set(Optional.empty());
        return new Reading(byHand);
    }

    /// Stops and closes the reader for good.
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

    private final class Reading extends Task<Inventory> {
        private final AtomicReference<Optional<Progress>> newest = new AtomicReference<>(Optional.empty());
        private final boolean byHand;
        private long publishedAt;
        private long toldAt;

        Reading(boolean byHand) {
            this.byHand = byHand;
        }

        @Override
        protected Inventory call() throws Exception {
            var now = reader();
            if (byHand) now.release();
            return now.read(this::arrived);
        }

        private void arrived(Progress now) {
            long time = System.nanoTime();
            if (now.requests() == 1 || time - publishedAt > PUBLISH_EVERY_NANOS) {
                publishedAt = time;
                updateValue(now.inventory().get());
            }
            if (now.requests() > 1 && time - toldAt < TELL_EVERY_NANOS) return;
            toldAt = time;
            if (newest.getAndSet(Optional.of(now)).isEmpty()) Platform.runLater(this::showProgress);
        }

        private void showProgress() {
            var now = newest.getAndSet(Optional.empty());
            if (isRunning()) progress.set(now);
        }
    }
}
