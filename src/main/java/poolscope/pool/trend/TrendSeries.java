package poolscope.pool.trend;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The line of one measure. It is interrupted where nobody watched, and where no pool says the amount.
///
/// @param lines
///            its parts without interruption, in the order of time; none is empty. The last point of each says how long
///            the value before it held
public record TrendSeries(TrendMeasure measure, List<List<TrendPoint>> lines) {
    public TrendSeries {
        lines = lines.stream().map(List::copyOf).toList();
    }

    private Stream<BigDecimal> values() {
        return lines.stream().flatMap(List::stream).map(TrendPoint::value);
    }

    public BigDecimal minimum() {
        return values().min(Comparator.naturalOrder()).orElseThrow();
    }

    public BigDecimal maximum() {
        return values().max(Comparator.naturalOrder()).orElseThrow();
    }

    public TrendPoint last() {
        return lines.getLast().getLast();
    }

    public int size() {
        return lines.stream().mapToInt(List::size).sum();
    }
}
