package poolscope.live.background;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/// Saves a value whenever it changes, in the background. Only the newest value is written, whatever the order in which
/// background threads get to it.
public final class LatestSaver<T> {
    private final Predicate<T> write;
    private final Executor background;
    private final SaveTimeLimit timeLimit;
    private final AtomicBoolean isScheduled = new AtomicBoolean();
    private volatile boolean isClosed;
    private volatile T newest;
    private volatile T saved;
    private volatile boolean isWriting;

    /// @param saved
    ///            what is on the disk
    /// @param write
    ///            writes a value and returns whether all of it is on the disk; called by one thread at a time
    /// @param background
    ///            may run tasks later: all changes until then are written together
    /// @param timeLimit
    ///            for how long [#saveNow] and [#close] wait
    public LatestSaver(T saved, Predicate<T> write, Executor background, SaveTimeLimit timeLimit) {
        this.write = write;
        this.background = background;
        this.timeLimit = timeLimit;
        this.saved = saved;
        newest = saved;
    }

    /// Saves that value in the background. Does nothing once this is closed.
    public void save(T next) {
        if (isClosed) return;
        newest = next;
        if (!isScheduled.getAndSet(true)) background.execute(this::writeScheduled);
    }

    /// Saves unsaved changes at once, and waits for that, and for a running write, for a limited time.
    ///
    /// @return whether everything is on the disk
    public boolean saveNow() {
        return isSaved() || timeLimit.runs(this::writeUnsaved) && isSaved();
    }

    /// Saves unsaved changes at once, as [#saveNow], and later ones no more.
    public void close() {
        isClosed = true;
        saveNow();
    }

    /// What is on the disk is not known before the end of a running write.
    private boolean isSaved() {
        return !isWriting && newest.equals(saved);
    }

    private synchronized void writeUnsaved() {
        if (!newest.equals(saved)) write();
    }

    private void writeScheduled() {
        isScheduled.set(false);
        if (!isClosed) write();
    }

    private synchronized void write() {
        isWriting = true;
        try {
            var now = newest;
            if (write.test(now)) saved = now;
        } finally {
            isWriting = false;
        }
    }
}
