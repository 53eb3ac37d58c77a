package poolscope.pool.trend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import poolscope.pool.change.RegularlyRefreshedPeriods.Period;

/// How amounts of pools went over a period. What one connection alone says is not shown as what all say: time in which
/// one of them was not watched counts as unwatched.
///
/// @param series
///            one for each measure that any pool says; none of cards of which there were none
/// @param unwatched
///            when nobody watched, in the order of time, not overlapping
/// @param ticks
///            when a status changed, in the order of time
public record PoolAmountTrend(Instant from, Instant to, List<TrendSeries> series, List<Period> unwatched,
        List<StatusChangeCounts> ticks) {
    public PoolAmountTrend {
        series = List.copyOf(series);
        unwatched = List.copyOf(unwatched);
        ticks = List.copyOf(ticks);
    }

    /// @param connections
    ///            those without any pool that is added up do not matter
    /// @param to
    ///            after `from`
    public static PoolAmountTrend of(List<ConnectionTrend> connections, Instant from, Instant to) {
        var counted = connections.stream().filter(ConnectionTrend::hasPools).toList();
        var unwatched = union(counted.stream().flatMap(one -> one.unwatched().stream()), from, to);
        var whole = new AllConnectionsSums(counted, watched(unwatched, from, to));
        var thinning = new TrendThinning(from, to);
        var measures = new TreeSet<TrendMeasure>();
        counted.forEach(one -> one.moments().forEach(moment -> measures.addAll(moment.sums().keySet())));
        var series = measures.stream()
                .map(whole::series)
                .filter(one -> !one.lines().isEmpty())
                .filter(one -> !one.measure().isOfCards() || one.maximum().signum() > 0)
                .map(thinning::thin)
                .toList();
        var ticks = counted.stream()
                .flatMap(one -> one.ticks().stream())
                .filter(tick -> !tick.at().isBefore(from) && !tick.at().isAfter(to))
                .sorted(Comparator.comparing(StatusChangeCounts::at))
                .toList();
        return new PoolAmountTrend(from, to, series, unwatched, thinning.merge(ticks));
    }

    /// Periods that only touch stay apart: there was a reading in between.
    private static List<Period> union(Stream<Period> periods, Instant from, Instant to) {
        List<Period> union = new ArrayList<>();
        for (var period : periods.filter(one -> one.start().isBefore(to) && one.end().isAfter(from))
                .map(one -> new Period(later(one.start(), from), one.end().isAfter(to) ? to : one.end()))
                .sorted(Comparator.comparing(Period::start))
                .toList())
            if (!union.isEmpty() && period.start().isBefore(union.getLast().end()))
                union.set(union.size() - 1,
                        new Period(union.getLast().start(), later(union.getLast().end(), period.end())));
            else
                union.add(period);
        return union;
    }

    private static List<Period> watched(List<Period> unwatched, Instant from, Instant to) {
        List<Period> watched = new ArrayList<>();
        Instant start = from;
        boolean isOpen = true;
        for (var gap : unwatched) {
            if (gap.start().isAfter(from)) watched.add(new Period(start, gap.start()));
            start = gap.end();
            isOpen = gap.end().isBefore(to);
        }
        if (isOpen) watched.add(new Period(start, to));
        return watched;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
