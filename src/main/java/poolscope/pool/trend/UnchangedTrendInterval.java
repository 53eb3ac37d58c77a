package poolscope.pool.trend;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// A part of a trend in which no value changed: the trend as a table.
///
/// @param from
///            its start
/// @param to
///            its end; its start for a reading before and after which nobody watched
/// @param isWatched
///            whether it was watched; if not, there are no values
/// @param values
///            without those of which no pool said the amount
public record UnchangedTrendInterval(Instant from, Instant to, boolean isWatched,
        Map<TrendMeasure, BigDecimal> values) {

    /// The intervals in the order of time, without gaps.
    ///
    /// @param series
    ///            lines of the trend
    public static List<UnchangedTrendInterval> of(PoolAmountTrend poolAmountTrend, List<TrendSeries> series) {
        var cuts = new TreeSet<Instant>(List.of(poolAmountTrend.from(), poolAmountTrend.to()));
        var unwatchedAt = new TreeMap<Instant, Boolean>();
        unwatchedAt.put(poolAmountTrend.from(), false);
        poolAmountTrend.unwatched().forEach(period -> {
            unwatchedAt.put(period.start(), true);
            unwatchedAt.putIfAbsent(period.end(), false);
        });
        cuts.addAll(unwatchedAt.keySet());
        Map<TrendMeasure, TreeMap<Instant, Optional<BigDecimal>>> values = new TreeMap<>();
        series.forEach(one -> values.put(one.measure(), valuesOf(one)));
        values.values().forEach(one -> cuts.addAll(one.keySet()));
        var singles = singles(series);
        List<UnchangedTrendInterval> intervals = new ArrayList<>();
        for (var start : cuts) {
            if (singles.contains(start))
                intervals.add(new UnchangedTrendInterval(start, start, true, at(start, series)));
            var end = cuts.higher(start);
            if (end == null) continue;
            boolean isWatched = !unwatchedAt.floorEntry(start).getValue();
            Map<TrendMeasure, BigDecimal> held = new TreeMap<>();
            if (isWatched)
                values.forEach((measure, one) -> Optional.ofNullable(one.floorEntry(start))
                        .flatMap(Map.Entry::getValue)
                        .ifPresent(value -> held.put(measure, value)));
            intervals.add(new UnchangedTrendInterval(start, end, isWatched, held));
        }
        return List.copyOf(intervals);
    }

    /// From when on a line has which value; empty from where it is interrupted.
    private static TreeMap<Instant, Optional<BigDecimal>> valuesOf(TrendSeries series) {
        TreeMap<Instant, Optional<BigDecimal>> values = new TreeMap<>();
        for (var line : series.lines()) {
            line.forEach(point -> values.put(point.at(), Optional.of(point.value())));
            values.put(line.getLast().at(), Optional.empty());
        }
        return values;
    }

    private static TreeSet<Instant> singles(List<TrendSeries> series) {
        var singles = new TreeSet<Instant>();
        for (var one : series)
            one.lines().stream().filter(line -> line.size() == 1).forEach(line -> singles.add(line.getFirst().at()));
        return singles;
    }

    private static Map<TrendMeasure, BigDecimal> at(Instant single, List<TrendSeries> series) {
        Map<TrendMeasure, BigDecimal> values = new TreeMap<>();
        for (var one : series)
            one.lines()
                    .stream()
                    .filter(line -> line.size() == 1 && line.getFirst().at().equals(single))
                    .forEach(line -> values.put(one.measure(), line.getFirst().value()));
        return values;
    }
}
