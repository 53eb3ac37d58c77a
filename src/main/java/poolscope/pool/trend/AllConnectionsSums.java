package poolscope.pool.trend;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import poolscope.pool.change.RegularlyRefreshedPeriods.Period;

/// The sums over all connections at each moment at which one of them was read, not thinned yet.
final class AllConnectionsSums {
    private final TreeMap<Instant, Map<TrendMeasure, BigDecimal>> sums = new TreeMap<>();
    private final List<Period> watched;

    private record Step(int connection, ConnectionTrend.Moment moment) {}

    AllConnectionsSums(List<ConnectionTrend> connections, List<Period> watched) {
        this.watched = watched;
        List<Map<TrendMeasure, BigDecimal>> now = new ArrayList<>();
        connections.forEach(_ -> now.add(Map.of()));
        IntStream.range(0, connections.size())
                .boxed()
                .flatMap(i -> connections.get(i).moments().stream().map(moment -> new Step(i, moment)))
                .sorted(Comparator.comparing(step -> step.moment().at()))
                .forEach(step -> {
                    now.set(step.connection(), step.moment().sums());
                    sums.put(step.moment().at(), now.size() == 1 ? now.getFirst() : added(now));
                });
    }

    private static Map<TrendMeasure, BigDecimal> added(List<Map<TrendMeasure, BigDecimal>> connections) {
        Map<TrendMeasure, BigDecimal> all = new TreeMap<>();
        for (var one : connections)
            one.forEach((measure, sum) -> all.merge(measure, sum, BigDecimal::add));
        return all;
    }

    TrendSeries series(TrendMeasure measure) {
        List<List<TrendPoint>> lines = new ArrayList<>();
        for (var period : watched) {
            var line = new ArrayList<TrendPoint>();
            var before = sums.floorEntry(period.start());
            if (before != null) add(line, period.start(), before.getValue().get(measure), lines);
            for (var moment : sums.subMap(period.start(), false, period.end(), true).entrySet())
                add(line, moment.getKey(), moment.getValue().get(measure), lines);
            end(line, period.end(), lines);
        }
        return new TrendSeries(measure, lines);
    }

    private static void add(List<TrendPoint> line, Instant at, @Nullable BigDecimal value,
            List<List<TrendPoint>> lines) {
        if (value == null) end(line, at, lines);
        else if (line.isEmpty() || line.getLast().value().compareTo(value) != 0) line.add(new TrendPoint(at, value));
    }

    private static void end(List<TrendPoint> line, Instant at, List<List<TrendPoint>> lines) {
        if (line.isEmpty()) return;
        if (line.getLast().at().isBefore(at)) line.add(new TrendPoint(at, line.getLast().value()));
        lines.add(List.copyOf(line));
        line.clear();
    }
}
