package poolscope.pool.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import poolscope.pool.PoolField;
import poolscope.pool.change.RegularlyRefreshedPeriods.Period;

class UnchangedTrendIntervalTest {
    private static final TrendMeasure NODES = new TrendMeasure(PoolField.NODE_COUNT, Optional.empty());
    private static final TrendMeasure USABLE = new TrendMeasure(PoolField.AVAILABLE_NODES, Optional.empty());

    private static Instant second(long second) {
        return Instant.ofEpochSecond(second);
    }

    private static TrendPoint point(long second, long value) {
        return new TrendPoint(second(second), BigDecimal.valueOf(value));
    }

    private static Map<TrendMeasure, BigDecimal> values(long nodes, long usable) {
        return Map.of(NODES, BigDecimal.valueOf(nodes), USABLE, BigDecimal.valueOf(usable));
    }

    @Test
    void a_row_is_a_time_in_which_nothing_changed_and_time_that_nobody_watched_has_no_values() {
        var nodes = new TrendSeries(NODES, List.of(List.of(point(10, 4), point(40, 4)),
                List.of(point(60, 5), point(90, 5)), List.of(point(95, 7))));
        var usable = new TrendSeries(USABLE, List.of(List.of(point(10, 4), point(20, 3), point(40, 3)),
                List.of(point(60, 3), point(90, 3)), List.of(point(95, 6))));
        var poolAmountTrend = new PoolAmountTrend(second(0), second(100), List.of(nodes, usable),
                List.of(new Period(second(0), second(10)), new Period(second(40), second(60)),
                        new Period(second(90), second(95)), new Period(second(95), second(100))),
                List.of());

        assertThat(UnchangedTrendInterval.of(poolAmountTrend, poolAmountTrend.series())).containsExactly(
                new UnchangedTrendInterval(second(0), second(10), false, Map.of()),
                new UnchangedTrendInterval(second(10), second(20), true, values(4, 4)),
                new UnchangedTrendInterval(second(20), second(40), true, values(4, 3)),
                new UnchangedTrendInterval(second(40), second(60), false, Map.of()),
                new UnchangedTrendInterval(second(60), second(90), true, values(5, 3)),
                new UnchangedTrendInterval(second(90), second(95), false, Map.of()),
                new UnchangedTrendInterval(second(95), second(95), true, values(7, 6)),
                new UnchangedTrendInterval(second(95), second(100), false, Map.of()));
    }
}
