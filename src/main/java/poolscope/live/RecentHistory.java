package poolscope.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import poolscope.connection.Connection;
import poolscope.pool.Inventory;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.WatchedPeriods;

/// What was read since the program started, in memory. For any thread.
final class RecentHistory implements EarlierPools {

    private final Map<String, ConnectionHistory> histories = new TreeMap<>();

    /// Adds what was read of a connection.
    ///
    /// @return what is different from what was known of it
    synchronized List<ChangeLogEntry> add(Connection connection, Inventory read) {
        var before = histories.get(connection.id());
        if (before == null || !before.isOf(connection, read.narrowing())) {
            histories.put(connection.id(), new ConnectionHistory(connection, read));
            return List.of();
        }
        return before.add(connection.name(), read);
    }

    @Override
    public synchronized Optional<Known> at(String connectionId, Instant moment) {
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
    public synchronized List<Instant> moments(String connectionId) {
        var history = histories.get(connectionId);
        return history == null ? List.of() : history.moments();
    }

    @Override
    public synchronized WatchedPeriods watched(String connectionId) {
        var history = histories.get(connectionId);
        return history == null ? WatchedPeriods.never(LONGEST_PAUSE) : history.watched();
    }
}
