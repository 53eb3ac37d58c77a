package poolscope.live.changes;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import poolscope.history.AcknowledgedChange;
import poolscope.history.HistoryFolder;
import poolscope.history.KnownPoolsAtTime;
import poolscope.live.background.SaveStatus;

/// Writes to the files of the history on a thread of its own, and keeps in memory what the disk did not take, to try
/// again. Nobody who has something to write waits for the disk. For any thread.
final class HistoryWriter {
    private static final System.Logger LOG = System.getLogger(HistoryWriter.class.getName());
    /// How long the disk is not written to after a write failed.
    private static final Duration NOT_TRIED_FOR = Duration.ofMinutes(5);

    private final HistoryFolder folder;
    private final Executor writing;
    private final SaveStatus saveStatus;
    /// Guards the fields below; never held while the disk is used.
    private final Object lock = new Object();
    private final Map<String, KnownPoolsAtTime> latest = new HashMap<>();
    private final Set<String> notWritten = new HashSet<>();
    private final Map<String, List<AcknowledgedChange>> seenNotWritten = new HashMap<>();
    private boolean isQueued;
    private Instant notBefore = Instant.MIN;

    /// @param writing
    ///            runs one piece of work after the other
    HistoryWriter(HistoryFolder folder, Executor writing, SaveStatus saveStatus) {
        this.folder = folder;
        this.writing = writing;
        this.saveStatus = saveStatus;
    }

    /// Writes the last known pools of a connection, unless a write failed a moment ago. While the disk is slow, only
    /// the newest pools of a connection wait for it.
    void write(KnownPoolsAtTime known) {
        synchronized (lock) {
            latest.put(known.source().connectionId(), known);
            notWritten.add(known.source().connectionId());
            if (isQueued || known.readAt().isBefore(notBefore)) return;
            isQueued = true;
        }
        writing.execute(() -> {
            synchronized (lock) {
                isQueued = false;
            }
            boolean isSaved = saveStatus.attemptHistory(folder.folder(), this::writeAll);
            synchronized (lock) {
                notBefore = isSaved ? Instant.MIN : known.readAt().plus(NOT_TRIED_FOR);
            }
        });
    }

    /// Writes which changes of a connection somebody has seen.
    void write(String connectionId, List<AcknowledgedChange> seen) {
        synchronized (lock) {
            seenNotWritten.put(connectionId, seen);
        }
        writing.execute(() -> saveStatus.attemptHistory(folder.folder(), this::writeAll));
    }

    /// Writes what the disk has not taken yet, and when each connection was read last.
    ///
    /// @param done
    ///            called when that was tried
    void writeAllAnd(Runnable done) {
        writing.execute(() -> {
            try {
                saveStatus.attemptHistory(folder.folder(), () -> {
                    writeAll();
                    flush();
                });
            } finally {
                done.run();
            }
        });
    }

    /// Whether the disk has taken all of it.
    boolean isAllWritten() {
        synchronized (lock) {
            return notWritten.isEmpty() && seenNotWritten.isEmpty();
        }
    }

    /// Closes the files.
    ///
    /// @param done
    ///            called when they are closed
    void close(Runnable done) {
        writing.execute(() -> {
            try {
                folder.close();
            } finally {
                done.run();
            }
        });
    }

    /// Tries each connection, also after another one could not be written.
    private void writeAll() throws IOException {
        Optional<IOException> failure = Optional.empty();
        for (var connectionId : connectionIds())
            try {
                write(connectionId);
            } catch (IOException refused) {
                failure = Optional.of(refused);
            }
        if (failure.isPresent()) throw failure.get();
    }

    private Set<String> connectionIds() {
        synchronized (lock) {
            var all = new TreeSet<>(notWritten);
            all.addAll(seenNotWritten.keySet());
            return all;
        }
    }

    private void write(String connectionId) throws IOException {
        @Nullable
        KnownPoolsAtTime known;
        @Nullable
        List<AcknowledgedChange> seen;
        synchronized (lock) {
            known = notWritten.contains(connectionId) ? latest.get(connectionId) : null;
            seen = seenNotWritten.get(connectionId);
        }
        if (known != null) folder.add(known);
        synchronized (lock) {
            if (latest.get(connectionId) == known) notWritten.remove(connectionId);
        }
        if (seen != null) folder.keepAcknowledged(connectionId, seen);
        synchronized (lock) {
            if (seenNotWritten.get(connectionId) == seen) seenNotWritten.remove(connectionId);
        }
    }

    private void flush() throws IOException {
        try {
            folder.flush();
        } catch (IOException refused) {
            synchronized (lock) {
                notWritten.addAll(latest.keySet());
            }
            throw refused;
        }
    }

    /// Forgets what was to be written of a connection.
    void forget(String connectionId) {
        synchronized (lock) {
            latest.remove(connectionId);
            notWritten.remove(connectionId);
            seenNotWritten.remove(connectionId);
        }
    }

    /// Deletes the files of a connection, after all that was to be written before.
    ///
    /// @param done
    ///            given whether all of them are gone
    void delete(String connectionId, Consumer<Boolean> done) {
        forget(connectionId);
        writing.execute(() -> done.accept(isDone(() -> folder.delete(connectionId))));
    }

    /// Deletes the files of all connections.
    ///
    /// @param done
    ///            given whether all of them are gone
    void deleteAll(Consumer<Boolean> done) {
        synchronized (lock) {
            latest.clear();
            notWritten.clear();
            seenNotWritten.clear();
        }
        writing.execute(() -> done.accept(isDone(folder::deleteAll)));
    }

    private static boolean isDone(SaveStatus.Save deletion) {
        try {
            deletion.run();
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The history was not deleted: " + e.getClass().getName());
            return false;
        }
    }
}
