package poolscope.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import poolscope.pool.EstimatedEnd;
import poolscope.pool.Pool;

/// A prepaid period that ends today or within the coming seven days, by an [EstimatedEnd].
public record PeriodEnd(Pool pool, LocalDate end) {
    private static final int DAYS_AHEAD = 7;

    /// The first to end comes first.
    static List<PeriodEnd> of(List<Pool> pools, Instant now) {
        var today = EstimatedEnd.day(now);
        return pools.stream()
                .flatMap(pool -> EstimatedEnd.of(pool) instanceof EstimatedEnd.On on
                        ? Stream.of(new PeriodEnd(pool, on.end()))
                        : Stream.empty())
                .filter(one -> !one.end.isBefore(today) && !one.end.isAfter(today.plusDays(DAYS_AHEAD)))
                .sorted(Comparator.comparing(PeriodEnd::end))
                .toList();
    }
}
