package poolscope.live.changes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import poolscope.history.HistoryListIdentity;
import poolscope.history.KnownPoolsAtTime;
import poolscope.pool.Inventory;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.RecordedReadingOfConnection;
import poolscope.pool.change.RegularlyRefreshedPeriods;

/// What was read since the program started, in memory. For any thread.
final class InMemoryPoolHistory implements PoolHistory {

    private final Map<String, InMemoryConnectionHistory> histories = new TreeMap<>();

    /// What is known after a reading, and what is different from what was known before.
    record Added(KnownPoolsAtTime known, List<ChangeLogEntry> entries) {}

    /// Continues from what was known when the program ran before, unless something was read already.
    synchronized void resume(KnownPoolsAtTime known) {
        histories.computeIfAbsent(known.source().connectionId(), _ -> new InMemoryConnectionHistory(known, true));
    }

    /// Adds what was read of a connection.
    synchronized Added add(HistoryListIdentity source, Inventory read) {
        var before = histories.get(source.connectionId());
        if (before != null && before.isOf(source)) return before.add(source, read);
        var known = new KnownPoolsAtTime(source, read.readAt(), read.isComplete(), read.pools());
        histories.put(source.connectionId(), new InMemoryConnectionHistory(known, false));
        return new Added(known, List.of());
    }

    /// Forgets what is known of a connection.
    synchronized void delete(String connectionId) {
        histories.remove(connectionId);
    }

    /// Forgets all of it.
    synchronized void deleteAll() {
        histories.clear();
    }

    /// The connections of which something is known.
    synchronized Set<String> connectionIds() {
        return Set.copyOf(histories.keySet());
    }

    /// The time up to which changes of a known connection may be missing here.
    synchronized Instant reachesTo(String connectionId) {
        var history = histories.get(connectionId);
        return history == null ? Instant.MAX : history.earliest();
    }

    @Override
    public synchronized Optional<Instant> earliest(String connectionId) {
        return Optional.ofNullable(histories.get(connectionId)).map(InMemoryConnectionHistory::earliest);
    }

    @Override
    public synchronized List<ChangeLogEntry> changesAfter(String connectionId, Instant moment) {
        var history = histories.get(connectionId);
        return history == null ? List.of() : history.changesAfter(moment);
    }

    @Override
    public Optional<Known> at(String connectionId, Instant moment) {
        return knownAt(connectionId, moment).map(Known::of);
    }

    /// The pools of a connection as they were known at a moment, and which list that was.
    synchronized Optional<KnownPoolsAtTime> knownAt(String connectionId, Instant moment) {
        return Optional.ofNullable(histories.get(connectionId)).flatMap(history -> history.at(moment));
    }

    @Override
    public synchronized List<ChangeLogEntry> changesSince(Instant since) {
        List<ChangeLogEntry> entries = new ArrayList<>();
        histories.values().forEach(history -> entries.addAll(history.changesSince(since)));
        entries.sort(Comparator.comparing(ChangeLogEntry::seenAt));
        return List.copyOf(entries);
    }

    @Override
    public void forEachReading(String connectionId, Instant since, Predicate<RecordedReadingOfConnection> visitor) {
        for (var reading : readings(connectionId, since))
            if (!visitor.test(reading)) return;
    }

    private synchronized List<RecordedReadingOfConnection> readings(String connectionId, Instant since) {
        var history = histories.get(connectionId);
        return history == null ? List.of() : history.readings(since);
    }

    @Override
    public synchronized List<Instant> moments(String connectionId) {
        var history = histories.get(connectionId);
        return history == null ? List.of() : history.moments();
    }

    @Override
    public synchronized RegularlyRefreshedPeriods watched(String connectionId, Instant since) {
        var history = histories.get(connectionId);
        return history == null ? RegularlyRefreshedPeriods.never(LONGEST_PAUSE) : history.watched();
    }
}
