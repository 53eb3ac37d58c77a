package poolscope.pool.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// Leaves out points that could not be told apart on a screen. The period is cut into slices of equal length; of each
/// slice of a line the first, the lowest, the highest and the last point remain.
///
/// @param from
///            the period's start
/// @param to
///            its end, after the start
record TrendThinning(Instant from, Instant to) {
    private static final int SLICES = 250;
    /// Points that a slice of a line keeps at most.
    private static final int KEPT = 4;
    /// Lines with fewer points stay as they are.
    static final int MOST = SLICES * KEPT;

    private long sliceOf(Instant at) {
        return Duration.between(from, at).toMillis() * SLICES / Math.max(1, Duration.between(from, to).toMillis());
    }

    /// @return about [#MOST] points; more only if the line is interrupted more often than there are slices
    TrendSeries thin(TrendSeries series) {
        return series.size() <= MOST
                ? series
                : new TrendSeries(series.measure(), series.lines().stream().map(this::thin).toList());
    }

    private List<TrendPoint> thin(List<TrendPoint> line) {
        List<TrendPoint> kept = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= line.size(); i++)
            if (i == line.size() || sliceOf(line.get(i).at()) != sliceOf(line.get(start).at())) {
                kept.addAll(extremes(line.subList(start, i)));
                start = i;
            }
        return kept;
    }

    private static List<TrendPoint> extremes(List<TrendPoint> slice) {
        var byValue = Comparator.comparing(TrendPoint::value);
        var kept = new TreeSet<>(Comparator.comparing(TrendPoint::at));
        kept.add(slice.getFirst());
        kept.add(slice.stream().min(byValue).orElseThrow());
        kept.add(slice.stream().max(byValue).orElseThrow());
        kept.add(slice.getLast());
        return List.copyOf(kept);
    }

    /// One tick for each slice.
    List<StatusChangeCounts> merge(List<StatusChangeCounts> ticks) {
        List<StatusChangeCounts> merged = new ArrayList<>();
        for (var tick : ticks)
            if (!merged.isEmpty() && sliceOf(merged.getLast().at()) == sliceOf(tick.at()))
                merged.set(merged.size() - 1, merged.getLast().plus(tick));
            else
                merged.add(tick);
        return merged;
    }
}
