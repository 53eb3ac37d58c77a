package poolscope.pool.trend;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.change.FieldChange;
import poolscope.pool.change.RecordedReadingOfConnection;
import poolscope.pool.change.RegularlyRefreshedPeriods;

/// What the pools of one connection added up to, reading by reading.
public final class ConnectionTrend {
    private final Predicate<Pool> isCounted;
    private final Instant from;
    private final List<RegularlyRefreshedPeriods.Period> unwatched;
    private final Map<String, Pool> pools = new HashMap<>();
    private final TrendMeasureSums sums = new TrendMeasureSums();
    private final List<Moment> moments = new ArrayList<>();
    private final List<StatusChangeCounts> ticks = new ArrayList<>();
    private boolean isBegun;
    private boolean hasPools;

    /// The sums from one reading on, until the next one.
    record Moment(Instant at, Map<TrendMeasure, BigDecimal> sums) {}

    /// @param isCounted
    ///            which pools are added up, at each moment as they were then
    /// @param from
    ///            changes of status before that are not noted
    /// @param unwatched
    ///            when the connection was not watched, in the order of time
    public ConnectionTrend(Predicate<Pool> isCounted, Instant from, List<RegularlyRefreshedPeriods.Period> unwatched) {
        this.isCounted = isCounted;
        this.from = from;
        this.unwatched = List.copyOf(unwatched);
    }

    /// Adds a reading; they come in the order of time, the first one whole.
    public void add(RecordedReadingOfConnection reading) {
        var tick = new StatusChangeCounts.Counter(reading.readAt());
        for (var pool : reading.pools())
            replace(pool, tick);
        if (reading.isWhole()) keepOnly(reading.pools());
        reading.gone().forEach(this::remove);
        if (isBegun && !reading.readAt().isBefore(from)) tick.tick().ifPresent(ticks::add);
        isBegun = true;
        moments.add(new Moment(reading.readAt(), sums.totals()));
    }

    private void keepOnly(List<Pool> all) {
        var keys = new HashSet<String>();
        all.forEach(pool -> keys.add(pool.key()));
        List.copyOf(pools.keySet()).stream().filter(key -> !keys.contains(key)).forEach(this::remove);
    }

    private void replace(Pool pool, StatusChangeCounts.Counter tick) {
        boolean isCountedNow = isCounted.test(pool);
        var before = pools.put(pool.key(), pool);
        boolean wasCounted = before != null && isCounted.test(before);
        if (before != null && wasCounted) sums.remove(before);
        if (isCountedNow) sums.add(pool);
        hasPools |= isCountedNow;
        if (before == null || !(wasCounted || isCountedNow)) return;
        var was = PoolField.STATUS.of(before);
        var is = PoolField.STATUS.of(pool);
        if (!was.equals(is)) tick.count(new FieldChange(PoolField.STATUS, was, is).meaning());
    }

    private void remove(String key) {
        var gone = pools.remove(key);
        if (gone != null && isCounted.test(gone)) sums.remove(gone);
    }

    List<Moment> moments() {
        return moments;
    }

    List<StatusChangeCounts> ticks() {
        return ticks;
    }

    List<RegularlyRefreshedPeriods.Period> unwatched() {
        return unwatched;
    }

    /// Whether any pool was ever added up.
    public boolean hasPools() {
        return hasPools;
    }
}
