package poolscope.ui.trends;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import poolscope.live.changes.PoolHistory;
import poolscope.pool.Pool;
import poolscope.pool.trend.ConnectionTrend;
import poolscope.pool.trend.PoolAmountTrend;

/// Makes a trend of what is kept, in the background.
///
/// @param counted
///            which pools of each connection are added up, by the connection's id
/// @param asked
///            empty for the range that suits what is kept
record TrendReader(Map<String, Predicate<Pool>> counted, Optional<TrendRange> asked, Instant now) {
    private static final Duration DAY = Duration.ofDays(1);

    /// @param isOutdated
    ///            whether the result is not wanted any more
    TrendScreenState read(PoolHistory earlier, BooleanSupplier isOutdated) {
        var first = counted.keySet()
                .stream()
                .flatMap(id -> earlier.earliest(id).stream())
                .min(Comparator.naturalOrder());
        if (first.isEmpty()) return new TrendScreenState.Nothing();
        var range = asked.orElseGet(() -> TrendRange.ofKept(Duration.between(first.get(), now)));
        var from = range.length().map(now::minus).orElse(first.get());
        if (!from.isBefore(now)) return new TrendScreenState.Nothing();
        boolean hasDayBefore = range == TrendRange.DAY;
        List<ConnectionTrend> trends = new ArrayList<>();
        List<ConnectionTrend> before = new ArrayList<>();
        int most = 0;
        for (var connection : counted.entrySet()) {
            var trend = trend(connection, from, now, earlier);
            var dayBefore = trend(connection, from.minus(DAY), from, earlier);
            int[] readings = {0};
            earlier.forEachReading(connection.getKey(), hasDayBefore ? from.minus(DAY) : from, reading -> {
                trend.add(reading);
                if (hasDayBefore && !reading.readAt().isAfter(from)) dayBefore.add(reading);
                readings[0]++;
                return !isOutdated.getAsBoolean();
            });
            trends.add(trend);
            before.add(dayBefore);
            most = Math.max(most, readings[0]);
        }
        return most < 2 ? new TrendScreenState.Nothing() : content(trends, before, from, range);
    }

    private ConnectionTrend trend(Map.Entry<String, Predicate<Pool>> connection, Instant from, Instant to,
            PoolHistory earlier) {
        var watched = earlier.watched(connection.getKey(), from);
        // the pause since the last reading is not over: it may turn out to be a short one
        if (to.equals(now)) watched = watched.with(now);
        return new ConnectionTrend(connection.getValue(), from, watched.unwatched(from, to));
    }

    private TrendScreenState content(List<ConnectionTrend> trends, List<ConnectionTrend> before, Instant from,
            TrendRange range) {
        var poolAmountTrend = PoolAmountTrend.of(trends, from, now);
        if (poolAmountTrend.series().isEmpty())
            return trends.stream().anyMatch(ConnectionTrend::hasPools)
                    ? new TrendScreenState.NoAmounts(range)
                    : new TrendScreenState.NoPools(range);
        return new TrendScreenState.Known(poolAmountTrend, range,
                range == TrendRange.DAY
                        ? Optional.of(PoolAmountTrend.of(before, from.minus(DAY), from))
                        : Optional.empty());
    }
}
