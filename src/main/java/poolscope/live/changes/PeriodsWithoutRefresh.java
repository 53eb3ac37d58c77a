package poolscope.live.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import poolscope.pool.change.RegularlyRefreshedPeriods;

/// When nobody watched a connection, without gaps that are too short to be shown.
public final class PeriodsWithoutRefresh {
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private PeriodsWithoutRefresh() {}

    /// The periods between two moments, in the order of time, without those of some seconds at a start and without the
    /// time until the next refresh. For background threads.
    public static List<RegularlyRefreshedPeriods.Period> between(ComparisonHistory earlier, String connectionId,
            Instant from, Instant now) {
        return earlier.watched(connectionId, from)
                .unwatched(from, now)
                .stream()
                .filter(period -> Duration.between(period.start(), period.end())
                        .compareTo(period.end().equals(now) ? ComparisonHistory.LONGEST_PAUSE : SHORTEST) >= 0)
                .toList();
    }

    /// Whether there is such a period since then.
    static boolean isAny(ComparisonHistory earlier, String connectionId, Optional<Instant> from, Instant now) {
        return from.filter(since -> !between(earlier, connectionId, since, now).isEmpty()).isPresent();
    }
}
