package poolscope.pool.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.Pools;
import poolscope.pool.filter.FilterSamples;
import poolscope.pool.filter.PoolFilter;

class PoolTotalsTest {
    private static FieldValue.Number number(String text) {
        return new FieldValue.Number(new BigDecimal(text));
    }

    private static PoolTotals of(PoolField field, FieldValue... values) {
        var pools = new ArrayList<Pool>();
        for (var fieldValue : values)
            pools.add(FilterSamples.pool().with(field, fieldValue).make());
        return PoolTotals.of(pools);
    }

    @Test
    void unknown_is_counted_and_never_summed() {
        var fieldSumOfPools = of(PoolField.ACCELERATORS, number("8"), FieldValue.ABSENT, number("0.5"),
                new FieldValue.Unreadable("\"many\""), number("0")).of(PoolField.ACCELERATORS);
        assertThat(fieldSumOfPools).isEqualTo(new FieldSumOfPools(number("8.5"), 3, 2, number("0"), number("8")));
    }

    @Test
    void of_nothing_known_there_is_no_sum_and_not_0() {
        var fieldSumOfPools = of(PoolField.MEMORY, FieldValue.ABSENT, new FieldValue.Unreadable("[]"))
                .of(PoolField.MEMORY);
        assertThat(fieldSumOfPools.total()).isEqualTo(FieldValue.ABSENT);
        assertThat(fieldSumOfPools.average()).isEqualTo(FieldValue.ABSENT);
        assertThat(fieldSumOfPools.unknown()).isEqualTo(2);
        assertThat(PoolTotals.NONE.of(PoolField.MEMORY)).isEqualTo(FieldSumOfPools.NOTHING);
    }

    @Test
    void available_nodes_of_all_nodes_are_summed_where_both_are_known() {
        var pools = List.of(nodes(number("4"), number("3")), nodes(number("10"), FieldValue.ABSENT),
                nodes(number("2"), number("2")));
        var poolTotals = PoolTotals.of(pools);
        assertThat(poolTotals.of(PoolField.NODES).total())
                .isEqualTo(new FieldValue.Portion(new BigDecimal(5), new BigDecimal(6)));
        assertThat(poolTotals.of(PoolField.NODES).unknown()).isEqualTo(1);
        assertThat(poolTotals.of(PoolField.NODE_COUNT).total()).isEqualTo(number("16"));
        assertThat(poolTotals.of(PoolField.AVAILABLE_NODES).unknown()).isEqualTo(1);
        assertThat(poolTotals.of(PoolField.UNAVAILABLE_NODES))
                .isEqualTo(new FieldSumOfPools(number("1"), 2, 1, number("0"), number("1")));
        assertThat(poolTotals.of(PoolField.NODES).average()).isEqualTo(FieldValue.ABSENT);
    }

    private static Pool nodes(FieldValue count, FieldValue available) {
        return FilterSamples.pool().with(PoolField.NODE_COUNT, count).with(PoolField.AVAILABLE_NODES, available).make();
    }

    @Test
    void no_digit_is_lost() {
        var fieldSumOfPools = of(PoolField.MEMORY, number("9007199254740993"), number("0.1"), number("0.2"),
                number("1e30"), number("9223372036854775807"), number("900000000000000000"), number("4096.0"))
                .of(PoolField.MEMORY);
        assertThat(fieldSumOfPools.total()).isEqualTo(number("1000000000010132379236109520896.3"));
        var longs = new FieldValue[30];
        Arrays.fill(longs, number("900000000000000000"));
        assertThat(of(PoolField.MEMORY, longs).of(PoolField.MEMORY).total()).isEqualTo(number("27000000000000000000"));
    }

    @Test
    void months_and_years_are_not_added() {
        assertThat(PoolField.PERIOD_NUMBER.isSummed()).isFalse();
        assertThat(PoolTotals.fields())
                .contains(PoolField.NODES, PoolField.CPU_CORES, PoolField.MEMORY, PoolField.ACCELERATORS)
                .allMatch(field -> field.unit().isNumeric());
        assertThat(of(PoolField.MEMORY, number("1")).of(PoolField.PERIOD_NUMBER)).isEqualTo(FieldSumOfPools.of(1));
    }

    @Test
    void the_average_is_of_what_is_known() {
        assertThat(
                of(PoolField.CPU_CORES, number("96"), number("1"), FieldValue.ABSENT).of(PoolField.CPU_CORES).average())
                .isEqualTo(number("48.5"));
        assertThat(of(PoolField.CPU_CORES, number("1"), number("1"), number("0")).of(PoolField.CPU_CORES).average())
                .isEqualTo(number("0.6666666666666667"));
    }

    @Test
    void the_totals_of_parts_add_up_to_those_of_the_whole_in_any_order() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var pools = new ArrayList<>(new Pools(seed).some(random.nextInt(60)));
            var whole = PoolTotals.of(pools);
            int a = random.nextInt(pools.size() + 1);
            int b = a + random.nextInt(pools.size() - a + 1);
            var first = PoolTotals.of(pools.subList(0, a));
            var second = PoolTotals.of(pools.subList(a, b));
            var third = PoolTotals.of(pools.subList(b, pools.size()));
            assertThat(first.plus(second).plus(third)).as("seed %d", seed)
                    .isEqualTo(whole)
                    .isEqualTo(third.plus(first.plus(second)));
            Collections.shuffle(pools, random);
            assertThat(PoolTotals.of(pools)).as("seed %d", seed).isEqualTo(whole);
        }
    }

    private static Pool pool(double cards, double free, String type, String accelerator) {
        return FilterSamples.pool()
                .with(PoolField.ACCELERATORS, cards)
                .with(PoolField.FREE_ACCELERATORS, free)
                .with(PoolField.POOL_TYPE, type)
                .with(PoolField.ACCELERATOR, accelerator)
                .make();
    }

    @Test
    void a_logical_pool_is_counted_and_not_summed_for_its_nodes_are_those_of_another() {
        var totals = PoolTotals.of(List.of(pool(32, 19, "Dedicate", "snt9"), pool(8, 5, "Logical", "snt9")));
        assertThat(totals.pools()).isEqualTo(2);
        assertThat(totals.logical()).isEqualTo(1);
        assertThat(totals.of(PoolField.ACCELERATORS).total()).isEqualTo(number("32"));
        assertThat(totals.of(PoolField.ACCELERATORS).known()).isEqualTo(1);
        assertThat(totals.of(PoolField.FREE_ACCELERATORS).total()).isEqualTo(number("19"));
        var twice = totals.plus(PoolTotals.of(List.of(pool(4, 1, "Logical", "snt9"))));
        assertThat(twice.logical()).isEqualTo(2);
        assertThat(twice.of(PoolField.FREE_ACCELERATORS).total()).isEqualTo(number("19"));
    }

    @Test
    void a_logical_pool_is_counted_in_each_group_it_stands_in() {
        var pools = List.of(pool(32, 19, "Dedicate", "snt9"), pool(8, 5, "Logical", "snt9"),
                pool(16, 4, "Dedicate", "v100"), pool(4, 2, "Logical", "v100"), pool(2, 1, "Logical", "v100"));
        var query = new TableQuery(PoolFilter.ALL, SortOrder.AS_SENT, PoolGroupingCriterion.ACCELERATOR);
        var totals = ArrangedPools.of(PoolSet.of(List.of(Pools.inventory(pools))), query, FilterSamples.NOW)
                .groups()
                .stream()
                .map(PoolGroup::poolTotals)
                .toList();
        assertThat(totals).extracting(PoolTotals::pools).containsExactlyInAnyOrder(2, 3);
        assertThat(totals).extracting(PoolTotals::logical).containsExactlyInAnyOrder(1, 2);
        assertThat(totals.getLast().of(PoolField.PERIOD_NUMBER).unknown()).isEqualTo(1);
    }

    @Test
    void totals_of_other_pools_are_other_totals() {
        var one = PoolTotals.of(List.of(pool(32, 19, "Dedicate", "snt9")));
        assertThat(one).isEqualTo(PoolTotals.of(List.of(pool(32, 19, "Dedicate", "snt9"))))
                .isNotEqualTo(PoolTotals.of(List.of(pool(32, 18, "Dedicate", "snt9"))))
                .isNotEqualTo(PoolTotals.of(List.of(pool(32, 19, "Dedicate", "v100"))));
    }

    @Test
    void cards_of_the_types_that_v2_names_are_added_up_by_family() {
        var totals = PoolTotals.of(List.of(pool(32, 19, "", "snt9"), pool(8, 5, "", "ascend-1980"),
                pool(16, 6.5, "", "v100"), pool(4, 0, "", "tnt004"), pool(2, 1, "", "snt9, v100")));
        assertThat(totals.cards()).isEqualTo(
                Map.of(AcceleratorFamily.ASCEND_910, new BigDecimal("40"), AcceleratorFamily.V100, new BigDecimal("16"),
                        AcceleratorFamily.T4, new BigDecimal("4"), AcceleratorFamily.SEVERAL, new BigDecimal("2")));
        assertThat(totals.freeCards()).isEqualTo(Map.of(AcceleratorFamily.ASCEND_910, new BigDecimal("24"),
                AcceleratorFamily.V100, new BigDecimal("6.5"), AcceleratorFamily.SEVERAL, new BigDecimal("1")));
    }
}
