package poolscope.live.changes;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import poolscope.history.AcknowledgedChange;
import poolscope.history.HistoryFolder;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.PoolChange;
import poolscope.pool.change.PoolKey;

/// Which changes somebody has seen, kept with the history of each connection. For the FX thread, but for
/// [Question#read].
final class AcknowledgedChangesOfConnections {
    private final HistoryRecorder recorder;
    private final Clock clock;
    private Map<PoolKey, AcknowledgedChange> changes = Map.of();
    /// Connections of which it is known what was acknowledged before the program started.
    private Set<String> remembered = Set.of();

    AcknowledgedChangesOfConnections(HistoryRecorder recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    /// What is known of some connections, also from before the program started.
    ///
    /// @param read
    ///            the connections of which that was read now
    record Known(Map<PoolKey, AcknowledgedChange> changes, List<String> read) {}

    /// What is to be read in the background.
    record Question(HistoryRecorder recorder, Map<PoolKey, AcknowledgedChange> changes, List<String> unread) {

        Known read() {
            if (unread.isEmpty()) return new Known(changes, unread);
            Map<PoolKey, AcknowledgedChange> all = new HashMap<>();
            for (var id : unread)
                recorder.acknowledged(id).forEach(seen -> all.put(new PoolKey(id, seen.key()), seen));
            all.putAll(changes);
            return new Known(Map.copyOf(all), unread);
        }
    }

    Question of(List<String> connectionIds) {
        return new Question(recorder, changes, connectionIds.stream().filter(id -> !remembered.contains(id)).toList());
    }

    void takeOver(Known known) {
        if (known.read().isEmpty()) return;
        Set<String> nowRemembered = new HashSet<>(remembered);
        nowRemembered.addAll(known.read());
        remembered = Set.copyOf(nowRemembered);
        Map<PoolKey, AcknowledgedChange> all = new HashMap<>(known.changes());
        all.putAll(changes);
        changes = Map.copyOf(all);
    }

    /// These changes were seen now.
    ///
    /// @param connections
    ///            changes of whole connections
    void add(Collection<ChangeLogEntry> marks, Collection<WholeConnectionChange> connections) {
        var now = clock.instant();
        Map<PoolKey, AcknowledgedChange> seen = new HashMap<>();
        marks.forEach(mark -> seen.put(mark.change().key(), acknowledgedAt(now, mark.change())));
        connections.forEach(
                one -> seen.put(ChangeComputation.keyOf(one), new AcknowledgedChange("", now, Optional.empty())));
        var next = new HashMap<>(changes);
        next.putAll(seen);
        changes = Map.copyOf(next);
        seen.keySet().stream().map(PoolKey::connectionId).distinct().forEach(this::keep);
    }

    private static AcknowledgedChange acknowledgedAt(Instant now, PoolChange change) {
        return new AcknowledgedChange(change.key().key(), now,
                change instanceof PoolChange.Gone ? Optional.empty() : Optional.of(change.pool()));
    }

    /// Of changes that were seen longer ago nothing is kept that they could be counted from.
    private void keep(String connectionId) {
        var oldest = clock.instant().minus(HistoryFolder.LONGEST);
        recorder.keepAcknowledged(connectionId,
                changes.entrySet()
                        .stream()
                        .filter(one -> one.getKey().connectionId().equals(connectionId))
                        .map(Map.Entry::getValue)
                        .filter(seen -> seen.at().isAfter(oldest))
                        .toList());
    }
}
