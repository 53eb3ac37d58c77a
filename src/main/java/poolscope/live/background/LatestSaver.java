package poolscope.live.background;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/// Saves a value whenever it changes, in the background. Only the newest value is written, whatever the order in which
/// background threads get to it.
public final class LatestSaver<T> {
    private final Predicate<T> write;
    private final Executor background;
    private final AtomicBoolean isScheduled = new AtomicBoolean();
    private volatile boolean isClosed;
    private volatile T newest;
    private T saved;

    /// @param saved
    ///            what is on the disk
    /// @param write
    ///            writes a value and returns whether all of it is on the disk; called by one thread at a time
    /// @param background
    ///            may run tasks later: all changes until then are written together
    public LatestSaver(T saved, Predicate<T> write, Executor background) {
        this.write = write;
        this.background = background;
        this.saved = saved;
        newest = saved;
    }

    /// Saves that value in the background. Does nothing once this is closed.
    public void save(T next) {
        if (isClosed) return;
        newest = next;
        if (!isScheduled.getAndSet(true)) background.execute(this::writeScheduled);
    }

    /// Saves unsaved changes at once, on this thread. Waits for a running write.
    ///
    /// @return whether everything is on the disk
    public synchronized boolean saveNow() {
        if (!newest.equals(saved)) write();
        return newest.equals(saved);
    }

    /// Saves unsaved changes at once. Waits for a running write, because `saved` is not up to date before its end.
    public synchronized void close() {
        isClosed = true;
        if (!newest.equals(saved)) write();
    }

    private void writeScheduled() {
        isScheduled.set(false);
        if (!isClosed) write();
    }

    private synchronized void write() {
        var now = newest;
        if (write.test(now)) saved = now;
    }
}
