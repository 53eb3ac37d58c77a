package poolscope.pool.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.Pools;
import poolscope.pool.filter.FilterConditionsOnStatus;
import poolscope.pool.filter.FilterSamples;
import poolscope.pool.filter.PoolFilter;

/// What is shown and in which order, against the plainest way to say the same: a stable sort of the values themselves.
class ArrangedPoolsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final List<Pool> pools = new Pools(3).some(800);
    private final PoolSet set = PoolSet.of(List.of(Pools.inventory(pools)));

    @ParameterizedTest
    @EnumSource(PoolField.class)
    void P11_every_field_sorts_both_ways_with_unknown_last(PoolField field) {
        for (boolean descending : new boolean[]{false, true}) {
            var known = pools.stream().filter(p -> field.of(p).isKnown()).toList();
            Comparator<Pool> byValue = field == PoolField.STATUS
                    ? Comparator.comparing(Pool::status, PoolStatus.WORST_LAST)
                    : Comparator.comparing(field::of);
            var expected = new ArrayList<>(known);
            expected.sort(descending ? byValue.reversed() : byValue);
            pools.stream().filter(p -> !field.of(p).isKnown()).forEach(expected::add);
            assertThat(ArrangedPools.of(set,
                    new TableQuery(PoolFilter.ALL, SortOrder.by(field, descending), PoolGroupingCriterion.NONE), NOW)
                    .pools()).isEqualTo(expected);
        }
    }

    @Test
    void ties_of_the_first_key_stand_by_the_second_and_then_as_sent() {
        var sortOrder = new SortOrder(
                List.of(new SortOrder.Key(PoolField.STATUS, false), new SortOrder.Key(PoolField.ACCELERATORS, true)));
        var shown = ArrangedPools.of(set, new TableQuery(PoolFilter.ALL, sortOrder, PoolGroupingCriterion.NONE), NOW)
                .pools();
        for (int i = 1; i < shown.size(); i++) {
            var a = shown.get(i - 1);
            var b = shown.get(i);
            assertThat(a.status()).usingComparator(PoolStatus.WORST_LAST).isLessThanOrEqualTo(b.status());
            if (!a.status().equals(b.status())) continue;
            var x = a.allocatableResources().accelerators();
            var y = b.allocatableResources().accelerators();
            if (x.isKnown() && y.isKnown()) assertThat(x).isGreaterThanOrEqualTo(y);
            else
                assertThat(x.isKnown() || !y.isKnown()).isTrue();
            if (x.equals(y)) assertThat(pools.indexOf(a)).isLessThan(pools.indexOf(b));
        }
    }

    @Test
    void numbers_that_a_double_can_not_hold_are_told_apart() {
        var shown = ArrangedPools.of(set,
                new TableQuery(PoolFilter.ALL, SortOrder.by(PoolField.MEMORY, true), PoolGroupingCriterion.NONE), NOW)
                .pools();
        var numbers = shown.stream()
                .map(p -> p.allocatableResources().memoryMiB())
                .filter(FieldValue.Number.class::isInstance)
                .toList();
        assertThat(numbers).isSortedAccordingTo(Comparator.<FieldValue>naturalOrder().reversed());
        assertThat(numbers.stream().distinct().filter(n -> n.toString().contains("900719925474099")).count())
                .isEqualTo(3);
    }

    @Test
    void plain_numbers_stand_by_size_and_not_by_their_digits() {
        var sent = Stream.of("10", "", "2", "9.5", "0.25", "128")
                .map(cores -> cores.isEmpty()
                        ? FilterSamples.pool().make()
                        : FilterSamples.pool().with(PoolField.CPU_CORES, Double.parseDouble(cores)).make())
                .toList();
        assertThat(cores(sent, false)).containsExactly("0.25", "2.0", "9.5", "10.0", "128.0", "—");
        assertThat(cores(sent, true)).containsExactly("128.0", "10.0", "9.5", "2.0", "0.25", "—");
    }

    private static List<String> cores(List<Pool> sent, boolean descending) {
        var query = new TableQuery(PoolFilter.ALL, SortOrder.by(PoolField.CPU_CORES, descending),
                PoolGroupingCriterion.NONE);
        return ArrangedPools.of(PoolSet.holding(sent), query, NOW)
                .pools()
                .stream()
                .map(pool -> PoolField.CPU_CORES.of(pool).asNumber().map(Object::toString).orElse("—"))
                .toList();
    }

    @Test
    void the_count_of_a_status_is_what_choosing_it_would_show() {
        var filter = PoolFilter.parse("train or pool status:running").filter();
        var arrangedPools = ArrangedPools.of(set, new TableQuery(filter, SortOrder.AS_SENT, PoolGroupingCriterion.NONE),
                NOW);
        var counts = new TreeMap<PoolStatus, Integer>();
        for (var status : arrangedPools.statuses().keySet()) {
            var only = new FilterConditionsOnStatus(PoolFilter.ALL, FilterConditionsOnStatus.in(filter).rest())
                    .toggled(status, List.of());
            counts.put(status,
                    ArrangedPools.of(set, new TableQuery(only, SortOrder.AS_SENT, PoolGroupingCriterion.NONE), NOW)
                            .size());
        }
        assertThat(arrangedPools.statuses()).isEqualTo(counts);
        assertThat(Map.copyOf(counts)).hasSizeGreaterThan(5);
    }

    @Test
    void what_is_shown_is_what_the_filter_matches() {
        for (var text : List.of("", "train", "gpu>=1", "status:abnormal", "not status:running", "status:other",
                "missing:gpu")) {
            var filter = PoolFilter.parse(text).filter();
            var order = ArrangedPools
                    .of(set, new TableQuery(filter, SortOrder.AS_SENT, PoolGroupingCriterion.NONE), NOW)
                    .order();
            assertThat(order).as(text)
                    .containsExactly(
                            IntStream.range(0, pools.size()).filter(i -> filter.matches(pools.get(i), NOW)).toArray());
        }
    }

    @Test
    void several_inventories_stand_one_after_the_other() {
        var other = new Pools(4).some(5);
        var both = PoolSet.of(List.of(Pools.inventory(pools), Pools.inventory(other)));
        assertThat(both.size()).isEqualTo(805);
        assertThat(both.pools().subList(800, 805)).isEqualTo(other);
        assertThat(PoolSet.of(List.of()).size()).isZero();
    }
}
