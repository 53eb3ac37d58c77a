package poolscope.pool.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.pool.filter.FilterSamples.NOW;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.filter.FilterSamples;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.filter.TextMatcher;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.FitResultCounts;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.PoolSet;
import poolscope.pool.table.SortOrder;
import poolscope.pool.table.TableQuery;

class FitResultTest {

    private static Pool pool(String name, int nodes, double cores, double mebibytes, double cards) {
        return FilterSamples.pool()
                .with(PoolField.NAME, name)
                .with(PoolField.NODE_COUNT, nodes)
                .with(PoolField.AVAILABLE_NODES, nodes)
                .with(PoolField.CPU_CORES, cores)
                .with(PoolField.MEMORY, mebibytes)
                .with(PoolField.ACCELERATORS, cards)
                .with(PoolField.SPECIFICATION, "modelarts.bm.gpu.4v100NV32.nosdi")
                .make();
    }

    private static JobDemand cards(int nodes, double cards) {
        return new JobDemand(nodes, new JobDemand.Amounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.valueOf(cards)),
                TextMatcher.of(""), false);
    }

    private static JobDemand specification(String part) {
        return new JobDemand(0, JobDemand.Amounts.NONE, TextMatcher.of(part), false);
    }

    @Test
    void fits_with_what_is_left_over_when_every_even_share_is_enough() {
        var left = List.of(new FitResult.Amount(PoolField.ACCELERATORS, FieldValue.Number.of(8)),
                new FitResult.Amount(PoolField.CPU_CORES, new FieldValue.Number(new BigDecimal("64.5"))),
                new FitResult.Amount(PoolField.MEMORY, FieldValue.Number.of(1000)),
                new FitResult.Amount(PoolField.AVAILABLE_NODES, FieldValue.Number.of(2)));
        assertThat(FitResult.of(pool("a", 4, 64.5, 1000, 16), cards(2, 8))).isEqualTo(new FitResult.Fits(left, true));
    }

    @Test
    void fits_only_in_sum_when_an_even_share_of_a_node_is_less_than_one_node_is_asked_for() {
        assertThat(FitResult.of(pool("a", 4, 64, 1000, 8), cards(1, 4)))
                .isEqualTo(new FitResult.FitsInTotalOnly(List.of(new FitResult.UnevenShare(PoolField.ACCELERATORS,
                        FieldValue.Number.of(2), FieldValue.Number.of(4)))));
        assertThat(FitResult.of(pool("a", 4, 64, 1000, 8), cards(0, 4))).isInstanceOf(FitResult.Fits.class);
    }

    @Test
    void says_by_how_much_it_is_short_of_what() {
        assertThat(FitResult.of(pool("a", 1, 64, 1000, 6), cards(2, 8))).isEqualTo(new FitResult.Lacking(List.of(
                new FitResult.Shortfall(PoolField.ACCELERATORS, FieldValue.Number.of(2), FieldValue.Number.of(8)),
                new FitResult.Shortfall(PoolField.AVAILABLE_NODES, FieldValue.Number.of(1), FieldValue.Number.of(2))),
                List.of()));
    }

    @Test
    void a_pool_of_which_no_node_can_be_used_has_room_for_nothing() {
        assertThat(FitResult.of(pool("a", 0, 64, 1000, 8), cards(0, 4))).isEqualTo(new FitResult.Lacking(List.of(
                new FitResult.Shortfall(PoolField.AVAILABLE_NODES, FieldValue.Number.of(1), FieldValue.Number.of(1))),
                List.of()));
    }

    @Test
    void what_is_not_said_is_unknown_and_what_is_short_stays_short_beside_it() {
        var silent = FilterSamples.pool().with(PoolField.CPU_CORES, 4).make();
        assertThat(FitResult.of(silent, cards(1, 1)))
                .isEqualTo(new FitResult.Unknown(List.of(PoolField.ACCELERATORS, PoolField.AVAILABLE_NODES)));
        var more = new JobDemand(0, new JobDemand.Amounts(BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ONE),
                TextMatcher.of(""), false);
        assertThat(FitResult.of(silent, more)).isInstanceOf(FitResult.Lacking.class);
        assertThat(FitResult.of(silent, specification("v100")))
                .isEqualTo(new FitResult.Unknown(List.of(PoolField.SPECIFICATION)));
    }

    @Test
    void a_pool_that_does_not_run_or_has_other_nodes_is_not_what_was_asked_for() {
        var abnormal = FilterSamples.pool()
                .status("abnormal")
                .with(PoolField.SPECIFICATION, "modelarts.vm.cpu.2u")
                .make();
        var asked = new JobDemand(0, JobDemand.Amounts.NONE, TextMatcher.of("V100"), true);
        assertThat(FitResult.of(abnormal, asked))
                .isEqualTo(new FitResult.Lacking(List.of(), List.of(PoolField.STATUS, PoolField.SPECIFICATION)));
        assertThat(FitResult.of(pool("a", 1, 1, 1, 1), asked)).isInstanceOf(FitResult.Fits.class);
        assertThat(FitResult.of(FilterSamples.pool().status("").make(), asked))
                .isEqualTo(new FitResult.Unknown(List.of(PoolField.STATUS, PoolField.SPECIFICATION)));
    }

    @Test
    void ranks_tightest_first_then_in_sum_then_the_nearest_miss_then_unknown() {
        var silent = FilterSamples.pool().with(PoolField.NAME, "silent").with(PoolField.AVAILABLE_NODES, 2).make();
        var other = FilterSamples.pool()
                .with(PoolField.NAME, "not running")
                .status("deploying")
                .with(PoolField.AVAILABLE_NODES, 2)
                .with(PoolField.ACCELERATORS, 16)
                .make();
        var set = PoolSet.holding(
                List.of(silent, pool("far", 2, 9, 9, 1), other, pool("huge", 2, 9, 9, 64), pool("thin", 8, 9, 9, 16),
                        pool("near", 2, 9, 9, 7), pool("tight, more cores", 2, 10, 9, 8), pool("tight", 2, 9, 9, 8)));
        var running = new JobDemand(2, cards(2, 8).amounts(), TextMatcher.of(""), true);
        var made = ArrangedPools.of(set,
                new TableQuery(PoolFilter.ALL, SortOrder.AS_SENT, PoolGroupingCriterion.STATUS, Optional.of(running)),
                NOW);
        assertThat(made.pools().stream().map(pool -> pool.poolNamesAndOwner().name().asText("")))
                .containsExactly("tight", "tight, more cores", "huge", "thin", "near", "far", "not running", "silent");
        assertThat(made.fits()).isEqualTo(new FitResultCounts(0, 3, 1, 3, 1));
        assertThat(made.groups()).isEmpty();
        assertThat(made.fitAt(7)).contains(new FitResult.Unknown(List.of(PoolField.ACCELERATORS)));
    }

    @Test
    void the_filter_still_decides_which_pools_are_asked_and_the_sort_stands_between_equal_answers() {
        var pools = new java.util.ArrayList<Pool>();
        IntStream.range(0, 9).forEach(i -> pools.add(pool("p" + i, 2, 9, 9, 8)));
        var tableQuery = new TableQuery(PoolFilter.parse("name:p").filter(), SortOrder.by(PoolField.NAME, true),
                PoolGroupingCriterion.NONE, Optional.of(cards(2, 8)));
        pools.add(pool("x", 2, 9, 9, 8));
        var made = ArrangedPools.of(PoolSet.holding(pools), tableQuery, NOW);
        assertThat(made.pools().stream().map(pool -> pool.poolNamesAndOwner().name().asText(""))).containsExactly("p8",
                "p7", "p6", "p5", "p4", "p3", "p2", "p1", "p0");
    }

    private static FilterSamples measured(double free) {
        return FilterSamples.pool()
                .status("running")
                .with(PoolField.AVAILABLE_NODES, 4)
                .with(PoolField.ACCELERATORS, 32)
                .with(PoolField.FREE_ACCELERATORS, free);
    }

    @Test
    void what_is_free_now_is_asked_where_it_is_known_and_not_what_can_be_allocated() {
        assertThat(FitResult.of(measured(15).make(), cards(0, 16)))
                .isEqualTo(new FitResult.Lacking(List.of(new FitResult.Shortfall(PoolField.FREE_ACCELERATORS,
                        FieldValue.Number.of(1), FieldValue.Number.of(16))), List.of()));
        assertThat(FitResult.of(measured(16).make(), cards(0, 16))).isInstanceOfSatisfying(FitResult.Fits.class,
                fits -> assertThat(fits.left().getFirst())
                        .isEqualTo(new FitResult.Amount(PoolField.FREE_ACCELERATORS, FieldValue.Number.of(0))));
    }

    @Test
    void a_job_whose_share_of_a_node_is_larger_than_every_free_block_has_room_in_sum_only() {
        var pool = measured(32).with(PoolField.LARGEST_FREE_BLOCK, 5).make();
        assertThat(FitResult.of(pool, cards(2, 10))).isInstanceOf(FitResult.Fits.class);
        assertThat(FitResult.of(pool, cards(2, 16)))
                .isEqualTo(new FitResult.FitsInTotalOnly(List.of(new FitResult.UnevenShare(PoolField.LARGEST_FREE_BLOCK,
                        FieldValue.Number.of(5), FieldValue.Number.of(8)))));
    }

    @Test
    void nodes_alone_fit_by_capacity_since_no_list_says_how_many_are_free() {
        for (var one : List.of(pool("v1", 4, 64, 1000, 32), measured(32).make()))
            assertThat(FitResult.of(one, nodes(2))).isInstanceOfSatisfying(FitResult.Fits.class,
                    fits -> assertThat(fits.isByCapacity()).isTrue());
    }

    private static JobDemand nodes(int nodes) {
        return new JobDemand(nodes, JobDemand.Amounts.NONE, TextMatcher.of(""), false);
    }

    @Test
    void a_pool_that_is_being_deleted_has_no_room_even_where_pools_need_not_be_running() {
        var deleted = measured(32).status("Deleting").make();
        assertThat(FitResult.of(deleted, cards(0, 8)))
                .isEqualTo(new FitResult.Lacking(List.of(), List.of(PoolField.STATUS)));
        assertThat(FitResult.of(measured(32).status("Creating").make(), cards(0, 8)))
                .isInstanceOf(FitResult.Fits.class);
    }

    @Test
    void what_is_free_now_is_told_from_what_can_be_allocated() {
        assertThat(FitResult.of(measured(32).make(), cards(2, 8))).isInstanceOfSatisfying(FitResult.Fits.class,
                fits -> assertThat(fits.isByCapacity()).isFalse());
        assertThat(FitResult.of(pool("a", 4, 64, 1000, 32), cards(2, 8))).isInstanceOfSatisfying(FitResult.Fits.class,
                fits -> assertThat(fits.isByCapacity()).isTrue());
    }

    @Test
    void checked_nodes_decide_for_their_demand_alone_and_not_against_sums_that_are_too_small() {
        var pool = pool("a", 8, 64, 1000, 16);
        var room = new FitResult.OnNodes(FitResult.Room.NOW, NOW);
        var nodeFits = new NodeFits(Optional.of(cards(2, 16)), Map.of(NodeFits.CheckedPool.of(pool), room));
        assertThat(FitResult.of(pool, cards(2, 16))).isInstanceOf(FitResult.FitsInTotalOnly.class);
        assertThat(nodeFits.of(pool, cards(2, 16))).isEqualTo(room);
        assertThat(nodeFits.of(pool, cards(3, 15))).isInstanceOf(FitResult.FitsInTotalOnly.class);
        var smaller = new NodeFits(Optional.of(cards(2, 18)), nodeFits.pools());
        assertThat(smaller.of(pool, cards(2, 18))).isInstanceOf(FitResult.Lacking.class);
    }

    @Test
    void every_amount_nodes_or_a_specification_is_a_demand_and_running_alone_is_none() {
        var none = BigDecimal.ZERO;
        var few = new BigDecimal("0.5");
        assertThat(List.of(nodes(1), cards(0, 0.5), specification("v100"),
                amounts(new JobDemand.Amounts(few, none, none)), amounts(new JobDemand.Amounts(none, few, none))))
                .noneMatch(JobDemand::asksForNothing);
        assertThat(new JobDemand(0, JobDemand.Amounts.NONE, TextMatcher.of(""), true).asksForNothing()).isTrue();
    }

    private static JobDemand amounts(JobDemand.Amounts amounts) {
        return new JobDemand(0, amounts, TextMatcher.of(""), false);
    }

    @Test
    void there_is_room_where_all_fits_or_enough_nodes_have_room_now_even_behind_a_queue() {
        assertThat(FitResult.of(pool("a", 4, 64, 1000, 16), cards(2, 8)).hasRoom()).isTrue();
        assertThat(FitResult.of(pool("a", 4, 64, 1000, 8), cards(1, 4)).hasRoom()).as("in total only").isFalse();
        assertThat(FitResult.of(pool("a", 1, 64, 1000, 6), cards(2, 8)).hasRoom()).as("lacking").isFalse();
        assertThat(FitResult.of(FilterSamples.pool().make(), cards(1, 1)).hasRoom()).as("unknown").isFalse();
        assertThat(FitResult.Room.values()).filteredOn(room -> new FitResult.OnNodes(room, NOW).hasRoom())
                .containsExactly(FitResult.Room.NOW, FitResult.Room.BEHIND_QUEUE);
    }
}
