package poolscope.live.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import poolscope.pool.watch.WatchLogEntry;

/// Follows which watched connections can't be watched. Each interruption is reported once: at once when it waits for a
/// person, otherwise when it lasts, so that one failed refresh is only shown. What was reported is also reported when it
/// is over.
final class WatchInterruptionTracker {
    private static final Duration REPORTED_AFTER = Duration.ofMinutes(2);

    private Map<String, ConnectionWatchInterruption> current = Map.of();
    private final Map<String, Instant> since = new HashMap<>();
    private final Set<String> reported = new HashSet<>();

    /// Those of the watched connections, by the connections' ids.
    Map<String, ConnectionWatchInterruption> current() {
        return current;
    }

    /// @param now
    ///            the interruptions of the watched connections
    /// @param watched
    ///            the names of the watched connections, by their ids
    /// @return what is reported of them
    List<WatchLogEntry> follow(List<ConnectionWatchInterruption> now, Map<String, String> watched, Instant time) {
        Map<String, ConnectionWatchInterruption> next = new LinkedHashMap<>();
        now.forEach(one -> next.put(one.connectionId(), one));
        List<WatchLogEntry> entries = new ArrayList<>();
        next.forEach((id, one) -> {
            var begun = since.computeIfAbsent(id, _ -> time);
            boolean lasts = one.waitsForPerson() || !begun.plus(REPORTED_AFTER).isAfter(time);
            if (lasts && reported.add(id))
                entries.add(new WatchLogEntry.Interrupted(time, one.connection(), one.obstacle()));
        });
        since.keySet().retainAll(next.keySet());
        for (var id : List.copyOf(reported))
            if (!next.containsKey(id)) {
                reported.remove(id);
                var name = watched.get(id);
                if (name != null) entries.add(new WatchLogEntry.Resumed(time, name));
            }
        current = next;
        return entries;
    }
}
