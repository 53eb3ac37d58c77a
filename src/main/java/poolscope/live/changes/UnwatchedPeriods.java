package poolscope.live.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import poolscope.pool.change.WatchedPeriods;

/// When nobody watched a connection, without gaps that are too short to be shown.
public final class UnwatchedPeriods {
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private UnwatchedPeriods() {}

    /// The periods between two moments, in the order of time, without those of some seconds at a start and without the
    /// time until the next refresh. For background threads.
    public static List<WatchedPeriods.Period> between(ChangeHistory earlier, String connectionId, Instant from,
            Instant now) {
        return earlier.watched(connectionId)
                .unwatched(from, now)
                .stream()
                .filter(period -> Duration.between(period.start(), period.end())
                        .compareTo(period.end().equals(now) ? ChangeHistory.LONGEST_PAUSE : SHORTEST) >= 0)
                .toList();
    }

    /// Whether there is such a period since then.
    static boolean isAny(ChangeHistory earlier, String connectionId, Optional<Instant> from, Instant now) {
        return from.filter(since -> !between(earlier, connectionId, since, now).isEmpty()).isPresent();
    }
}
