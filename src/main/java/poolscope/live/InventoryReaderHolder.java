package poolscope.live;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import poolscope.api.ApiException;
import poolscope.api.inventory.InventoryReader;

/// The reader of one connection, opened when it is first needed and closed for good. For any thread.
public final class InventoryReaderHolder {

    /// Opens the reader. It may ask a key store, so not on the FX thread.
    @FunctionalInterface
    public interface Opening {
        /// @throws ApiException
        ///             when what is needed to sign in is missing
        InventoryReader open() throws ApiException, InterruptedException;
    }

    private final Opening opening;
    private final Object lock = new Object();
    private @Nullable InventoryReader reader;
    private boolean closed;

    public InventoryReaderHolder(Opening opening) {
        this.opening = opening;
    }

    /// Opens the reader unless it is open. Opening one takes a while and continues after a refresh was stopped, so that
    /// refresh and the next one may both open a reader; only one is kept.
    ///
    /// @throws CancellationException
    ///             once this is closed
    public InventoryReader get() throws ApiException, InterruptedException {
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
        return get();
    }

    /// The reader, if one is open.
    Optional<InventoryReader> ifOpen() {
        synchronized (lock) {
            return Optional.ofNullable(reader);
        }
    }

    public boolean isClosed() {
        synchronized (lock) {
            return closed;
        }
    }

    /// Closes the reader: nothing is read after that.
    void close() {
        InventoryReader opened;
        synchronized (lock) {
            closed = true;
            opened = reader;
        }
        if (opened == null) return;
        opened.close();
        opened.forget();
    }
}
