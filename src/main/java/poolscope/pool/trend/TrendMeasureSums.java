package poolscope.pool.trend;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;

/// What pools add up to, while pools come and go. Pools that do not say an amount are not in its sum. Logical pools are
/// in none: their nodes are those of other pools.
final class TrendMeasureSums {
    private final Map<TrendMeasure, Sum> sums = new TreeMap<>();

    /// @param pools
    ///            how many say the amount
    private record Sum(BigDecimal total, int pools) {
        static final Sum NONE = new Sum(BigDecimal.ZERO, 0);
    }

    void add(Pool pool) {
        change(pool, 1);
    }

    void remove(Pool pool) {
        change(pool, -1);
    }

    private void change(Pool pool, int sign) {
        if (pool.v2().setup().isLogical()) return;
        for (var field : TrendMeasure.FIELDS) {
            if (!(field.of(pool) instanceof FieldValue.Number(var number))) continue;
            var measure = new TrendMeasure(field,
                    TrendMeasure.isOfCards(field) ? Optional.of(AcceleratorFamily.of(pool)) : Optional.empty());
            var sum = sums.getOrDefault(measure, Sum.NONE);
            var now = new Sum(sign > 0 ? sum.total().add(number) : sum.total().subtract(number), sum.pools() + sign);
            if (now.pools() == 0) sums.remove(measure);
            else
                sums.put(measure, now);
        }
    }

    /// The sums now; without those of which no pool says the amount.
    Map<TrendMeasure, BigDecimal> totals() {
        Map<TrendMeasure, BigDecimal> totals = new TreeMap<>();
        sums.forEach((measure, sum) -> totals.put(measure, sum.total()));
        return totals;
    }
}
