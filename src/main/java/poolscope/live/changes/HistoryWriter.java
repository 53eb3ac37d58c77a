package poolscope.live.changes;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import poolscope.history.AcknowledgedChange;
import poolscope.history.HistoryFolder;
import poolscope.history.KnownPoolsAtTime;
import poolscope.live.background.SaveStatus;

/// Writes to the files of the history, and keeps in memory what the disk did not take, to try again. For any thread.
final class HistoryWriter {
    /// How long the disk is not written to after a write failed.
    private static final Duration NOT_TRIED_FOR = Duration.ofMinutes(5);

    private final HistoryFolder folder;
    private final SaveStatus saveStatus;
    private final Map<String, KnownPoolsAtTime> latest = new HashMap<>();
    private final Set<String> notWritten = new HashSet<>();
    private final Map<String, List<AcknowledgedChange>> seenNotWritten = new HashMap<>();
    private Instant notBefore = Instant.MIN;

    HistoryWriter(HistoryFolder folder, SaveStatus saveStatus) {
        this.folder = folder;
        this.saveStatus = saveStatus;
    }

    /// Writes the last known pools of a connection, unless a write failed a moment ago.
    synchronized void write(KnownPoolsAtTime known) {
        var connectionId = known.source().connectionId();
        latest.put(connectionId, known);
        notWritten.add(connectionId);
        if (known.readAt().isBefore(notBefore)) return;
        boolean isSaved = saveStatus.attemptHistory(folder.folder(), this::writeAll);
        notBefore = isSaved ? Instant.MIN : known.readAt().plus(NOT_TRIED_FOR);
    }

    /// Writes which changes of a connection somebody has seen.
    synchronized void write(String connectionId, List<AcknowledgedChange> seen) {
        seenNotWritten.put(connectionId, seen);
        saveStatus.attemptHistory(folder.folder(), this::writeAll);
    }

    /// Writes what the disk has not taken yet, and when each connection was read last.
    synchronized void writeNow() {
        saveStatus.attemptHistory(folder.folder(), () -> {
            writeAll();
            flush();
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
        var all = new TreeSet<>(notWritten);
        all.addAll(seenNotWritten.keySet());
        return all;
    }

    private void write(String connectionId) throws IOException {
        if (notWritten.contains(connectionId)) folder.add(Objects.requireNonNull(latest.get(connectionId)));
        notWritten.remove(connectionId);
        var seen = seenNotWritten.get(connectionId);
        if (seen != null) folder.keepAcknowledged(connectionId, seen);
        seenNotWritten.remove(connectionId);
    }

    private void flush() throws IOException {
        try {
            folder.flush();
        } catch (IOException refused) {
            notWritten.addAll(latest.keySet());
            throw refused;
        }
    }

    /// Forgets what was to be written of a connection.
    synchronized void forget(String connectionId) {
        latest.remove(connectionId);
        notWritten.remove(connectionId);
        seenNotWritten.remove(connectionId);
    }

    /// Forgets what was to be written.
    synchronized void forgetAll() {
        latest.clear();
        notWritten.clear();
        seenNotWritten.clear();
    }
}
