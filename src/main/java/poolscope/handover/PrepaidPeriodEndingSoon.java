package poolscope.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import poolscope.pool.EstimatedPrepaidEnd;
import poolscope.pool.Pool;

/// A prepaid period that ends today or within the coming seven days, by an [EstimatedPrepaidEnd].
public record PrepaidPeriodEndingSoon(Pool pool, LocalDate end) {
    private static final int DAYS_AHEAD = 7;

    /// The first to end comes first.
    static List<PrepaidPeriodEndingSoon> of(List<Pool> pools, Instant now) {
        var today = EstimatedPrepaidEnd.day(now);
        return pools.stream()
                .flatMap(pool -> EstimatedPrepaidEnd.of(pool) instanceof EstimatedPrepaidEnd.On on
                        ? Stream.of(new PrepaidPeriodEndingSoon(pool, on.end()))
                        : Stream.empty())
                .filter(one -> !one.end.isBefore(today) && !one.end.isAfter(today.plusDays(DAYS_AHEAD)))
                .sorted(Comparator.comparing(PrepaidPeriodEndingSoon::end))
                .toList();
    }
}
