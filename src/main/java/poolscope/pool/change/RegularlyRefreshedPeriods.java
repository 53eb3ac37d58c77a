package poolscope.pool.change;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// When a connection was watched: between two readings that follow each other closely, whatever changed is noticed. In
/// the rest of the time nobody can say that nothing changed.
public final class RegularlyRefreshedPeriods {

    /// The longest time between two readings in which nothing that stays changed escapes notice. Longer pauses are time
    /// that nobody watched.
    public static final Duration LONGEST_PAUSE = Duration.ofMinutes(20);

    /// A period from one moment to a later or equal one.
    public record Period(Instant start, Instant end) {
        public Period {
            if (end.isBefore(start)) throw new IllegalArgumentException("a period ends before its start");
        }

        boolean reaches(Instant moment, Duration longestPause) {
            return !moment.isBefore(start.minus(longestPause)) && !moment.isAfter(end.plus(longestPause));
        }

        Period with(Instant moment) {
            return moment.isBefore(start)
                    ? new Period(moment, end)
                    : new Period(start, moment.isAfter(end) ? moment : end);
        }
    }

    private final List<Period> periods;
    private final Duration longestPause;

    /// @param periods
    ///            in the order of time, with longer pauses between them
    private RegularlyRefreshedPeriods(List<Period> periods, Duration longestPause) {
        this.periods = List.copyOf(periods);
        this.longestPause = longestPause;
    }

    /// @param longestPause
    ///            the longest time between two readings that counts as watched; not negative
    public static RegularlyRefreshedPeriods never(Duration longestPause) {
        if (longestPause.isNegative()) throw new IllegalArgumentException("a pause is not negative");
        return new RegularlyRefreshedPeriods(List.of(), longestPause);
    }

    /// @param readings
    ///            when the connection was read, in any order
    /// @param longestPause
    ///            the longest time between two readings that counts as watched; not negative
    public static RegularlyRefreshedPeriods of(Collection<Instant> readings, Duration longestPause) {
        var all = never(longestPause);
        List<Period> periods = new ArrayList<>();
        for (Instant reading : readings.stream().sorted().toList())
            if (!periods.isEmpty() && periods.getLast().reaches(reading, longestPause))
                periods.set(periods.size() - 1, periods.getLast().with(reading));
            else
                periods.add(new Period(reading, reading));
        return new RegularlyRefreshedPeriods(periods, all.longestPause);
    }

    /// With one more reading.
    public RegularlyRefreshedPeriods with(Instant reading) {
        var touched = periods.stream().filter(period -> period.reaches(reading, longestPause)).toList();
        List<Period> all = new ArrayList<>(periods.stream()
                .filter(period -> !touched.contains(period) && period.end().isBefore(reading))
                .toList());
        all.add(touched.isEmpty()
                ? new Period(reading, reading)
                : new Period(touched.getFirst().start(), touched.getLast().end()).with(reading));
        periods.stream()
                .filter(period -> !touched.contains(period) && period.start().isAfter(reading))
                .forEach(all::add);
        return new RegularlyRefreshedPeriods(all, longestPause);
    }

    /// With what was watched according to another source.
    public RegularlyRefreshedPeriods and(RegularlyRefreshedPeriods other) {
        var all = Stream.concat(periods.stream(), other.periods.stream())
                .sorted(Comparator.comparing(Period::start))
                .toList();
        List<Period> merged = new ArrayList<>();
        for (Period period : all)
            if (!merged.isEmpty() && merged.getLast().reaches(period.start(), longestPause))
                merged.set(merged.size() - 1, merged.getLast().with(period.end()));
            else
                merged.add(period);
        return new RegularlyRefreshedPeriods(merged, longestPause);
    }

    /// Without what was watched before that moment.
    public RegularlyRefreshedPeriods from(Instant moment) {
        return new RegularlyRefreshedPeriods(periods.stream()
                .filter(period -> !period.end().isBefore(moment))
                .map(period -> period.start().isBefore(moment) ? new Period(moment, period.end()) : period)
                .toList(), longestPause);
    }

    /// In the order of time; a single reading is a period without length.
    public List<Period> periods() {
        return periods;
    }

    /// What nobody watched between two moments, in the order of time: the whole time when nothing was read in it.
    ///
    /// @return empty when `to` is not after `from`
    public List<Period> unwatched(Instant from, Instant to) {
        List<Period> gaps = new ArrayList<>();
        Instant at = from;
        for (Period period : periods) {
            if (!period.start().isBefore(to)) break;
            if (period.start().isAfter(at)) gaps.add(new Period(at, period.start()));
            if (period.end().isAfter(at)) at = period.end();
        }
        if (at.isBefore(to)) gaps.add(new Period(at, to));
        return List.copyOf(gaps);
    }

    @Override
    public String toString() {
        return periods.toString();
    }
}
