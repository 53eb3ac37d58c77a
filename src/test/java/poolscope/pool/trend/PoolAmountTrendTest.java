package poolscope.pool.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.Pools;
import poolscope.pool.change.RecordedReadingOfConnection;
import poolscope.pool.change.RegularlyRefreshedPeriods;

/// Trends compared with sums that are computed anew for each moment, from whole lists.
class PoolAmountTrendTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(20);
    private static final Predicate<Pool> ALL = _ -> true;

    /// One connection: all pools at each reading, and what is passed on of them.
    private static final class Readings {
        final TreeMap<Instant, List<Pool>> lists = new TreeMap<>();
        final List<RecordedReadingOfConnection> passedOn = new ArrayList<>();

        void read(Instant at, List<Pool> now, boolean isWhole) {
            var before = lists.isEmpty() ? List.<Pool>of() : lists.lastEntry().getValue();
            var keys = new HashSet<>(now.stream().map(Pool::key).toList());
            passedOn.add(isWhole || lists.isEmpty()
                    ? RecordedReadingOfConnection.whole(at, now)
                    : new RecordedReadingOfConnection(at, false,
                            now.stream().filter(pool -> !before.contains(pool)).toList(),
                            before.stream().map(Pool::key).filter(key -> !keys.contains(key)).toList()));
            lists.put(at, now);
        }

        RegularlyRefreshedPeriods watched() {
            return RegularlyRefreshedPeriods.of(lists.keySet(), PAUSE);
        }

        ConnectionTrend trend(Predicate<Pool> isCounted, Instant from, Instant to) {
            var trend = new ConnectionTrend(isCounted, from, watched().unwatched(from, to));
            passedOn.forEach(trend::add);
            return trend;
        }
    }

    private static Readings byChance(long seed, String prefix) {
        var random = new Random(seed);
        var readings = new Readings();
        List<Pool> now = new ArrayList<>();
        var at = START.plusSeconds(random.nextInt(7_200));
        for (int reading = 0; reading < 150; reading++) {
            now = new ArrayList<>(now);
            if (reading == 0 || random.nextInt(3) == 0) {
                var key = prefix + random.nextInt(9);
                now.removeIf(pool -> pool.key().equals(key));
                if (random.nextInt(4) != 0) now.add(new Pools(random.nextLong()).oneOfV2(key));
            }
            readings.read(at, now, random.nextInt(10) == 0);
            at = at.plusSeconds(random.nextInt(25) == 0 ? 3_000 : 60);
        }
        return readings;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_line_has_the_sum_of_that_moment_while_all_connections_were_watched_and_nothing_otherwise(long seed) {
        var connections = List.of(byChance(seed, "a"), byChance(seed + 100, "b"));
        Predicate<Pool> isCounted = seed % 2 == 0 ? ALL : pool -> pool.status().kind() == PoolStatus.Kind.RUNNING;
        var from = START.plus(Duration.ofHours(1));
        var to = START.plus(Duration.ofHours(8));

        var poolAmountTrend = PoolAmountTrend
                .of(connections.stream().map(one -> one.trend(isCounted, from, to)).toList(), from, to);

        assertThat(poolAmountTrend.series()).isNotEmpty();
        assertThat(poolAmountTrend.unwatched()).isNotEmpty();
        for (var at = from; at.isBefore(to); at = at.plusSeconds(17)) {
            var moment = at;
            boolean isWatched = connections.stream()
                    .allMatch(one -> one.watched()
                            .periods()
                            .stream()
                            .anyMatch(period -> !moment.isBefore(period.start()) && moment.isBefore(period.end())));
            boolean isHatched = poolAmountTrend.unwatched()
                    .stream()
                    .anyMatch(period -> !moment.isBefore(period.start()) && moment.isBefore(period.end()));
            assertThat(isHatched).as("hatched at %s", at).isEqualTo(!isWatched);
            var expected = isWatched ? sums(connections, isCounted, moment) : Map.<TrendMeasure, BigDecimal>of();
            for (var series : poolAmountTrend.series())
                assertThat(valueAt(series, moment)).as("%s at %s", series.measure(), moment)
                        .usingComparator(PoolAmountTrendTest::compare)
                        .isEqualTo(Optional.ofNullable(expected.get(series.measure())));
        }
    }

    private static int compare(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        if (one.isEmpty() || other.isEmpty()) return Boolean.compare(one.isPresent(), other.isPresent());
        return one.get().compareTo(other.get());
    }

    private static Map<TrendMeasure, BigDecimal> sums(List<Readings> connections, Predicate<Pool> isCounted,
            Instant moment) {
        Map<TrendMeasure, BigDecimal> sums = new HashMap<>();
        for (var connection : connections)
            for (var pool : connection.lists.floorEntry(moment).getValue()) {
                if (!isCounted.test(pool)) continue;
                var family = Optional.of(AcceleratorFamily.of(pool));
                add(sums, PoolField.ACCELERATORS, family, pool.allocatableResources().accelerators());
                add(sums, PoolField.FREE_ACCELERATORS, family, pool.v2().free().accelerators());
                add(sums, PoolField.NODE_COUNT, Optional.empty(), pool.poolNodeGroups().count());
                add(sums, PoolField.AVAILABLE_NODES, Optional.empty(), pool.poolNodeGroups().available());
                add(sums, PoolField.FREE_CPU_CORES, Optional.empty(), pool.v2().free().cpuCores());
                add(sums, PoolField.FREE_MEMORY, Optional.empty(), pool.v2().free().memoryMiB());
            }
        return sums;
    }

    private static void add(Map<TrendMeasure, BigDecimal> sums, PoolField field, Optional<AcceleratorFamily> family,
            FieldValue fieldValue) {
        if (fieldValue instanceof FieldValue.Number(var number))
            sums.merge(new TrendMeasure(field, family), number, BigDecimal::add);
    }

    private static Optional<BigDecimal> valueAt(TrendSeries series, Instant at) {
        return series.lines()
                .stream()
                .filter(line -> !at.isBefore(line.getFirst().at()) && at.isBefore(line.getLast().at()))
                .flatMap(List::stream)
                .filter(point -> !point.at().isAfter(at))
                .reduce((_, later) -> later)
                .map(TrendPoint::value);
    }

    /// A pool of one node specification with so many free cards.
    private static Pool pool(String key, long free, String status) {
        for (long seed = 0;; seed++) {
            var any = new Pools(seed).oneOfV2(key);
            if (any.v2().setup().isLogical() || !(any.v2().free().accelerators() instanceof FieldValue.Number))
                continue;
            var had = any.v2().free();
            return new Pool(any.poolNamesAndOwner(), any.createdAt(), PoolStatus.of(status), any.poolNodeGroups(),
                    any.allocatableResources(), any.billing(), any.knownUndocumentedFields(),
                    any.v2()
                            .withFree(new poolscope.pool.FreeResources(had.cpuCores(), had.memoryMiB(),
                                    FieldValue.Number.of(free), had.onNodes(), had.source())),
                    any.poolOrigin(), any.raw());
        }
    }

    private static TrendSeries free(PoolAmountTrend poolAmountTrend) {
        return poolAmountTrend.series()
                .stream()
                .filter(series -> series.measure().field() == PoolField.FREE_ACCELERATORS)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void thirty_days_of_minutes_become_a_thousand_points_that_keep_the_least_and_the_most(long seed) {
        var random = new Random(seed);
        var readings = new Readings();
        var to = START.plus(Duration.ofDays(30));
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (var at = START; !at.isAfter(to); at = at.plusSeconds(60)) {
            long free = 500 + random.nextInt(100) + (random.nextInt(9_000) == 0 ? 400 - random.nextInt(800) : 0);
            least = Math.min(least, free);
            most = Math.max(most, free);
            readings.read(at, List.of(pool("a", free, "running")), false);
        }

        var series = free(PoolAmountTrend.of(List.of(readings.trend(ALL, START, to)), START, to));

        assertThat(series.size()).isBetween(500, 1_010);
        assertThat(series.minimum().longValueExact()).isEqualTo(least);
        assertThat(series.maximum().longValueExact()).isEqualTo(most);
        assertThat(series.last().at()).isEqualTo(to);
        assertThat(series.lines().getFirst()).extracting(TrendPoint::at).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_change_of_status_has_a_tick_and_one_between_that_nobody_saw_has_none() {
        var readings = new Readings();
        readings.read(START, List.of(pool("a", 1, "running"), pool("b", 1, "running")), true);
        readings.read(START.plusSeconds(60), List.of(pool("a", 1, "abnormal"), pool("b", 2, "running")), false);
        readings.read(START.plusSeconds(120), List.of(pool("a", 1, "running"), pool("b", 2, "abnormal")), false);
        readings.read(START.plusSeconds(180), List.of(pool("b", 2, "abnormal")), false);
        var to = START.plusSeconds(240);

        assertThat(PoolAmountTrend.of(List.of(readings.trend(ALL, START, to)), START, to).ticks()).containsExactly(
                new StatusChangeCounts(START.plusSeconds(60), 1, 0, 0),
                new StatusChangeCounts(START.plusSeconds(120), 1, 1, 0));
    }

    @Test
    void ticks_are_those_of_the_period_and_of_pools_that_are_added_up() {
        var readings = new Readings();
        for (int minute = 0; minute <= 4; minute++) {
            var status = minute % 2 == 0 ? "running" : "abnormal";
            readings.read(START.plusSeconds(60L * minute), List.of(pool("a", 1, status), pool("b", 1, status)), true);
        }
        var from = START.plusSeconds(120);
        var to = START.plusSeconds(180);

        assertThat(
                PoolAmountTrend.of(List.of(readings.trend(pool -> pool.key().equals("a"), from, to)), from, to).ticks())
                .containsExactly(new StatusChangeCounts(from, 0, 1, 0), new StatusChangeCounts(to, 1, 0, 0));
    }

    @Test
    void changes_that_are_neither_worse_nor_better_are_counted_beside_the_others() {
        var readings = new Readings();
        readings.read(START, List.of(pool("a", 1, "running"), pool("b", 1, "deploying")), true);
        readings.read(START.plusSeconds(60), List.of(pool("a", 1, "abnormal"), pool("b", 1, "scaling")), true);
        var to = START.plusSeconds(60);

        assertThat(PoolAmountTrend.of(List.of(readings.trend(ALL, START, to)), START, to).ticks())
                .containsExactly(new StatusChangeCounts(to, 1, 0, 1));
        assertThat(new StatusChangeCounts(START, 1, 2, 3).plus(new StatusChangeCounts(to, 10, 20, 30)))
                .isEqualTo(new StatusChangeCounts(START, 11, 22, 33));
    }

    @Test
    void each_family_of_cards_has_a_chart_of_its_own_and_what_has_no_line_has_none() {
        var line = List.of(List.of(new TrendPoint(START, BigDecimal.ONE)));
        var nodes = new TrendSeries(new TrendMeasure(PoolField.NODE_COUNT, Optional.empty()), line);
        var ofAscend = new TrendSeries(
                new TrendMeasure(PoolField.ACCELERATORS, Optional.of(AcceleratorFamily.ASCEND_910)), line);
        var freeOfAscend = new TrendSeries(
                new TrendMeasure(PoolField.FREE_ACCELERATORS, Optional.of(AcceleratorFamily.ASCEND_910)), line);
        var ofV100 = new TrendSeries(new TrendMeasure(PoolField.ACCELERATORS, Optional.of(AcceleratorFamily.V100)),
                line);
        var trend = new PoolAmountTrend(START, START.plusSeconds(60), List.of(ofAscend, freeOfAscend, ofV100, nodes),
                List.of(), List.of());

        assertThat(TrendMeasureGroup.of(trend)).extracting(group -> group.series(trend))
                .containsExactly(List.of(ofAscend, freeOfAscend), List.of(ofV100), List.of(nodes));
    }

    @Test
    void cards_of_which_none_was_ever_free_have_no_line() {
        var readings = new Readings();
        readings.read(START, List.of(pool("a", 0, "running")), true);
        readings.read(START.plusSeconds(600), List.of(pool("a", 0, "running")), true);
        var to = START.plusSeconds(600);

        assertThat(PoolAmountTrend.of(List.of(readings.trend(ALL, START, to)), START, to).series())
                .extracting(series -> series.measure().field())
                .isNotEmpty()
                .doesNotContain(PoolField.FREE_ACCELERATORS);
    }

    @Test
    void of_what_nobody_watched_the_part_within_the_period_counts_and_without_any_other_there_is_no_line() {
        var to = START.plusSeconds(600);
        var before = new RegularlyRefreshedPeriods.Period(START.minusSeconds(900), START.minusSeconds(300));
        var across = new RegularlyRefreshedPeriods.Period(START.minusSeconds(60), START.plusSeconds(60));
        var after = new RegularlyRefreshedPeriods.Period(to.plusSeconds(60), to.plusSeconds(120));
        var part = new ConnectionTrend(ALL, START, List.of(before, across, after));
        part.add(RecordedReadingOfConnection.whole(START.plusSeconds(60), List.of(pool("a", 3, "running"))));

        var poolAmountTrend = PoolAmountTrend.of(List.of(part), START, to);

        assertThat(poolAmountTrend.unwatched())
                .containsExactly(new RegularlyRefreshedPeriods.Period(START, START.plusSeconds(60)));
        assertThat(free(poolAmountTrend).lines())
                .containsExactly(List.of(new TrendPoint(START.plusSeconds(60), BigDecimal.valueOf(3)),
                        new TrendPoint(to, BigDecimal.valueOf(3))));
        var never = new ConnectionTrend(ALL, START, List.of(new RegularlyRefreshedPeriods.Period(START, to)));
        never.add(RecordedReadingOfConnection.whole(START.minusSeconds(60), List.of(pool("a", 3, "running"))));
        assertThat(PoolAmountTrend.of(List.of(never), START, to).series()).isEmpty();
    }

    @Test
    void a_connection_without_a_pool_that_is_added_up_does_not_interrupt_the_others() {
        var readings = new Readings();
        readings.read(START, List.of(pool("a", 3, "running")), true);
        readings.read(START.plusSeconds(600), List.of(pool("a", 3, "running")), false);
        var other = new Readings();
        other.read(START, List.of(pool("z", 3, "running")), true);
        var to = START.plusSeconds(600);

        var poolAmountTrend = PoolAmountTrend.of(List.of(readings.trend(pool -> pool.key().equals("a"), START, to),
                other.trend(pool -> pool.key().equals("a"), START, to)), START, to);

        assertThat(poolAmountTrend.unwatched()).isEmpty();
        assertThat(free(poolAmountTrend).lines()).hasSize(1);
    }

    @Test
    void a_single_reading_between_two_gaps_is_a_point_of_its_own() {
        var readings = new Readings();
        readings.read(START.plus(Duration.ofHours(3)), List.of(pool("a", 3, "running")), true);
        var to = START.plus(Duration.ofHours(6));

        var poolAmountTrend = PoolAmountTrend.of(List.of(readings.trend(ALL, START, to)), START, to);

        assertThat(free(poolAmountTrend).lines()).hasSize(1);
        assertThat(free(poolAmountTrend).lines().getFirst()).hasSize(1);
        assertThat(poolAmountTrend.unwatched()).hasSize(2);
    }
}
