package poolscope.pool.table;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.pool.filter.FilterSamples.NOW;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import poolscope.PropertyCases;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.Pools;
import poolscope.pool.filter.FilterConditionsOnField;
import poolscope.pool.filter.FilterGenerator;
import poolscope.pool.filter.FilterSamples;
import poolscope.pool.filter.PoolFilter;

@Execution(ExecutionMode.CONCURRENT)
class FieldValueCountsTest {
    private static final int ROUNDS = PropertyCases.times(1_500);

    private static PoolSet set(List<Pool> pools) {
        return PoolSet.of(List.of(Pools.inventory(pools)));
    }

    private static FieldValue saidOf(PoolField field, Pool pool) {
        var fieldValue = field.of(pool);
        boolean empty = fieldValue.equals(FieldValue.text(""))
                || fieldValue.equals(new FieldValue.State(PoolStatus.NOT_REPORTED));
        return fieldValue.isKnown() && !empty ? fieldValue : FieldValue.ABSENT;
    }

    @Test
    void ticking_values_shows_exactly_the_pools_that_have_them_and_is_read_back() {
        for (long seed = PropertyCases.first(); seed < PropertyCases.first() + ROUNDS; seed++) {
            var chance = new FilterGenerator(seed);
            var pools = Stream.generate(chance::pool).limit(40).toList();
            var field = PoolField.values()[chance.random.nextInt(PoolField.values().length)];
            var before = chance.filter(2);
            var counts = FieldValueCounts.of(set(pools), before, field, NOW);
            var ticked = new HashSet<FieldValue>();
            for (var fieldValue : counts.values())
                if (chance.random.nextBoolean()) ticked.add(fieldValue);
            var rest = counts.choice().rest();
            var filter = counts.choice().with(ticked, counts.values());
            var said = "seed " + seed + ": " + field + ", " + filter.print();
            assertThat(PoolFilter.parse(filter.print()).filter()).as(said).isEqualTo(filter);
            for (var pool : pools)
                assertThat(filter.matches(pool, NOW)).as(said)
                        .isEqualTo(rest.matches(pool, NOW) && ticked.contains(saidOf(field, pool)));
            if (ticked.isEmpty()) continue;
            var again = FieldValueCounts.of(set(pools), filter, field, NOW);
            assertThat(again.values()).as(said).isEqualTo(counts.values());
            assertThat(
                    again.lines().stream().filter(FieldValueCounts.Line::ticked).map(FieldValueCounts.Line::fieldValue))
                    .as(said)
                    .containsExactlyInAnyOrderElementsOf(ticked);
        }
    }

    @Test
    void a_count_is_how_many_pools_the_rest_of_the_filter_shows_with_that_value() {
        for (long seed = 0; seed < ROUNDS / 5; seed++) {
            var chance = new FilterGenerator(seed);
            var pools = Stream.generate(chance::pool).limit(60).toList();
            for (var field : PoolField.values()) {
                var counts = FieldValueCounts.of(set(pools), chance.filter(1), field, NOW);
                var matching = pools.stream().filter(pool -> counts.choice().rest().matches(pool, NOW)).toList();
                assertThat(counts.lines().stream().mapToInt(FieldValueCounts.Line::pools).sum())
                        .isEqualTo(matching.size());
                for (var line : counts.lines())
                    assertThat(line.pools()).isEqualTo((int) matching.stream()
                            .filter(pool -> saidOf(field, pool).equals(line.fieldValue()))
                            .count());
            }
        }
    }

    private static final List<Pool> OWNERS = Stream.of("pool-10", "b", "pool-9", "", "b", "A", "b")
            .map(owner -> FilterSamples.pool().with(PoolField.OWNER, owner).with(PoolField.NAME, "x" + owner).make())
            .toList();

    private static String ticking(String filter, String... owners) {
        var counts = FieldValueCounts.of(set(OWNERS), PoolFilter.parse(filter).filter(), PoolField.OWNER, NOW);
        Set<FieldValue> ticked = new LinkedHashSet<>();
        for (var owner : owners)
            ticked.add(owner.isEmpty() ? FieldValue.ABSENT : FieldValue.text(owner));
        return counts.choice().with(ticked, counts.values()).print();
    }

    @Test
    void values_stand_in_the_order_of_a_sorted_column_or_by_how_many_pools_have_them() {
        var counts = FieldValueCounts.of(set(OWNERS), PoolFilter.ALL, PoolField.OWNER, NOW);
        assertThat(counts.values()).containsExactly(FieldValue.text("A"), FieldValue.text("b"),
                FieldValue.text("pool-9"), FieldValue.text("pool-10"), FieldValue.ABSENT);
        assertThat(counts.byCount()).extracting(FieldValueCounts.Line::pools).containsExactly(3, 1, 1, 1, 1);
        assertThat(counts.byCount()).containsExactlyInAnyOrderElementsOf(counts.lines());
    }

    @Test
    void the_filter_names_what_is_ticked_or_what_is_not_whichever_is_shorter() {
        assertThat(ticking("", "b", "A")).isEqualTo("owner in (A, b)");
        assertThat(ticking("", "b")).isEqualTo("owner=b");
        assertThat(ticking("", "A", "pool-9", "pool-10", "")).isEqualTo("not owner=b");
        assertThat(ticking("", "A", "b", "pool-9", "pool-10")).isEqualTo("has:owner");
        assertThat(ticking("", "A", "b", "pool-9", "pool-10", "")).isEmpty();
    }

    @Test
    void the_rest_of_the_filter_stays_and_narrows_the_list() {
        assertThat(ticking("name:pool owner~o", "pool-9")).isEqualTo("name:pool owner=pool-9");
        var counts = FieldValueCounts.of(set(OWNERS), PoolFilter.parse("name:pool owner=pool-9").filter(),
                PoolField.OWNER, NOW);
        assertThat(counts.lines()).containsExactly(new FieldValueCounts.Line(FieldValue.text("pool-9"), 1, true),
                new FieldValueCounts.Line(FieldValue.text("pool-10"), 1, false));
    }

    @Test
    void without_a_condition_on_the_field_every_value_is_ticked() {
        var counts = FieldValueCounts.of(set(OWNERS), PoolFilter.parse("x").filter(), PoolField.OWNER, NOW);
        assertThat(counts.choice().isMade()).isFalse();
        assertThat(counts.lines()).allMatch(FieldValueCounts.Line::ticked);
    }

    @Test
    void a_filter_of_as_many_values_as_may_be_told_can_be_read_again() {
        for (var field : PoolField.values()) {
            var values = new ArrayList<FieldValue>();
            for (int i = 0; i < 2_000; i++)
                values.add(FilterSamples.valueOf(field, i));
            var choice = FilterConditionsOnField.in(PoolFilter.ALL, field);
            int most = 0;
            while (choice.canTell(most + 1, 2_000))
                most++;
            var filter = choice.with(new HashSet<>(values.subList(0, most)), values);
            assertThat(PoolFilter.parse(filter.print()).filter()).as("%s", field).isEqualTo(filter);
            assertThat(most).isGreaterThan(100);
        }
    }
}
