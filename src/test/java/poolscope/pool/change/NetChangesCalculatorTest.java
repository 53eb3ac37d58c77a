package poolscope.pool.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.Pools;

class NetChangesCalculatorTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void steps_add_up_to_the_visible_difference_of_the_first_and_the_last_list(long seed) {
        var random = new Random(seed);
        var first = new Pools(seed).some(20);
        List<Pool> now = first;
        List<ChangeLogEntry> steps = new ArrayList<>();
        for (int second = 0; second < 12; second++) {
            var next = next(now, first, random);
            for (var change : PoolListDiff.between(now, next))
                steps.add(new ChangeLogEntry(Instant.ofEpochSecond(second), "c", "Connection", change));
            now = next;
        }

        assertThat(texts(net(steps).stream().map(ChangeLogEntry::change).toList()))
                .containsExactlyInAnyOrderElementsOf(texts(PoolListDiff.between(first, now)
                        .stream()
                        .flatMap(change -> NetChangesCalculator.visible(change).stream())
                        .toList()));
    }

    /// Some pools go, some that were gone come back, and some become others.
    private static List<Pool> next(List<Pool> now, List<Pool> first, Random random) {
        List<Pool> next = new ArrayList<>();
        for (Pool pool : first) {
            var there = now.stream().filter(pool::isSamePoolAs).findFirst();
            if (random.nextInt(6) == 0) continue;
            if (there.isEmpty() || random.nextInt(4) == 0)
                next.add(random.nextBoolean() ? pool : new Pools(random.nextLong()).one(pool.key()));
            else
                next.add(there.get());
        }
        return next;
    }

    private static List<String> texts(Collection<PoolChange> changes) {
        return changes.stream()
                .map(change -> change.getClass().getSimpleName() + change.key()
                        + (change instanceof PoolChange.Changed changed ? changed.fields() : ""))
                .toList();
    }

    @Test
    void an_entry_has_the_time_of_the_last_step() {
        var before = new Pools(1).one("id");
        var after = new Pools(2).one("id");
        var steps = List.of(entry(10, new PoolChange.Gone(before)), entry(20, new PoolChange.Appeared(after)));
        assertThat(net(steps)).singleElement()
                .satisfies(net -> assertThat(net.seenAt()).isEqualTo(Instant.ofEpochSecond(20)));
    }

    @Test
    void a_difference_that_nobody_can_see_is_no_entry() {
        var before = new Pools(1).with(FieldValue.text("spec"), new FieldValue.Number(new BigDecimal("8.001")));
        var after = new Pools(1).with(FieldValue.text("spec"), new FieldValue.Number(new BigDecimal("8.002")));
        var step = PoolListDiff.between(List.of(before), List.of(after)).getFirst();
        assertThat(net(List.of(entry(10, step)))).isEmpty();
    }

    private static ChangeLogEntry entry(int second, PoolChange change) {
        return new ChangeLogEntry(Instant.ofEpochSecond(second), "c", "Connection", change);
    }

    @ParameterizedTest
    @CsvSource({"ACCELERATORS, 8.001, 8.002, false", "ACCELERATORS, 8.001, 8.01, true", "ACCELERATORS, 0, 0.001, true",
            "ACCELERATORS, 0.001, 0.002, true", "MEMORY, 102400, 102401, false", "MEMORY, 102400, 102420, true",
            "NODE_COUNT, 4, 5, true"})
    void a_number_that_is_shown_with_the_same_two_decimals_is_no_visible_change(PoolField field, BigDecimal from,
            BigDecimal to, boolean isVisible) {
        assertThat(new FieldChange(field, new FieldValue.Number(from), new FieldValue.Number(to)).isVisible())
                .isEqualTo(isVisible);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01T08:00:01Z, 2026-03-01T08:00:59Z, false", "2026-03-01T08:00:59Z, 2026-03-01T08:01:00Z, true",
            "2026-03-01T08:00:01Z, 2026-03-02T08:00:01Z, true"})
    void a_time_within_the_same_minute_is_no_visible_change(Instant from, Instant to, boolean isVisible) {
        assertThat(new FieldChange(PoolField.NEXT_MAINTENANCE, new FieldValue.Time(from), new FieldValue.Time(to))
                .isVisible()).isEqualTo(isVisible);
    }

    @Test
    void another_text_or_status_and_what_comes_to_be_known_are_visible() {
        assertThat(new FieldChange(PoolField.OWNER, FieldValue.text("a"), FieldValue.text("b")).isVisible()).isTrue();
        assertThat(new FieldChange(PoolField.STATUS, new FieldValue.State(PoolStatus.of("running")),
                new FieldValue.State(PoolStatus.of("abnormal"))).isVisible()).isTrue();
        assertThat(new FieldChange(PoolField.ACCELERATORS, FieldValue.ABSENT, FieldValue.Number.of(8)).isVisible())
                .isTrue();
    }

    @Test
    void counts_of_nodes_repeat_the_portion_of_available_ones_and_faults_do_not() {
        for (var field : PoolField.values()) {
            boolean isCount = field == PoolField.NODE_COUNT || field == PoolField.AVAILABLE_NODES
                    || field == PoolField.UNAVAILABLE_NODES;
            assertThat(new FieldChange(field, FieldValue.ABSENT, FieldValue.Number.of(1)).isRepetition()).as(field.id())
                    .isEqualTo(isCount);
        }
    }

    @Test
    void of_a_change_the_fields_that_nobody_can_see_are_left_out_and_pools_that_come_or_go_are_seen() {
        var pool = new Pools(1).one("id");
        var unseen = new FieldChange(PoolField.MEMORY, FieldValue.Number.of(102_400), FieldValue.Number.of(102_401));
        var seen = new FieldChange(PoolField.OWNER, FieldValue.text("a"), FieldValue.text("b"));
        assertThat(NetChangesCalculator.visible(new PoolChange.Changed(pool, pool, List.of(unseen, seen))))
                .contains(new PoolChange.Changed(pool, pool, List.of(seen)));
        assertThat(NetChangesCalculator.visible(new PoolChange.Appeared(pool))).contains(new PoolChange.Appeared(pool));
        assertThat(NetChangesCalculator.visible(new PoolChange.Gone(pool))).contains(new PoolChange.Gone(pool));
    }

    private static List<ChangeLogEntry> net(List<ChangeLogEntry> steps) {
        return NetChangesCalculator.after(Map.of(), steps)
                .values()
                .stream()
                .flatMap(ends -> NetChangesCalculator.of(ends).stream())
                .toList();
    }
}
