package poolscope.pool.node;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.pool.node.NodeSamples.GPU;
import static poolscope.pool.node.NodeSamples.amount;
import static poolscope.pool.node.NodeSamples.gpuNode;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.Pool;
import poolscope.pool.PoolFreeCardFields;
import poolscope.pool.PoolStatus;
import poolscope.pool.V2OnlyPoolFields;
import poolscope.pool.V2PoolConfiguration;

class PoolNodeResourceTotalsTest {
    private static final PoolNode DOWN = NodeSamples.withPhase(gpuNode("down", 8), FieldValue.text("Abnormal"));
    private static final Instant READ_AT = Instant.parse("2026-03-01T12:00:00Z");

    private static PoolNodeResourceTotals totals(PoolNode... nodes) {
        return PoolNodeResourceTotals.of(new PoolContentsList<>(List.of(nodes), true, READ_AT));
    }

    @Test
    void allocatable_is_of_all_nodes_and_free_of_those_that_take_jobs() {
        var totals = totals(gpuNode("a", 3), gpuNode("b", 8), DOWN);
        assertThat(totals.allocatableResources().accelerators()).isEqualTo(FieldValue.Number.of(24));
        assertThat(totals.allocatableResources().cpuCores()).isEqualTo(FieldValue.Number.of(300));
        assertThat(totals.free()).isEqualTo(
                new FreeResources(FieldValue.Number.of(200), FieldValue.Number.of(2000), FieldValue.Number.of(11),
                        new PoolFreeCardFields(FieldValue.Number.of(11),
                                new TreeMap<>(Map.of(PoolFreeCardFields.Obstacle.ABNORMAL, BigDecimal.valueOf(8))),
                                FieldValue.Number.of(8), FieldValue.Number.of(1), 8, new FieldValue.Time(READ_AT)),
                        FreeResources.Source.NODES));
    }

    @Test
    void one_node_that_does_not_say_makes_the_sums_unknown() {
        var silent = NodeSamples.node("s", "f", amount(100, 1000, GPU, 8), ResourceAmounts.NOT_REPORTED, null);
        var totals = totals(gpuNode("a", 3), silent);
        assertThat(totals.allocatableResources().accelerators()).isEqualTo(FieldValue.Number.of(16));
        assertThat(totals.free()).isEqualTo(new FreeResources(FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT,
                PoolFreeCardFields.NOT_READ, FreeResources.Source.NODES));
    }

    @Test
    void the_pool_has_these_numbers_and_says_where_they_come_from() {
        var pool = totals(gpuNode("a", 3)).addTo(Pool.withNothingBut(PoolStatus.of("running")));
        assertThat(pool.allocatableResources().accelerators()).isEqualTo(FieldValue.Number.of(8));
        assertThat(pool.v2().free().onNodes().largestBlock()).isEqualTo(FieldValue.Number.of(3));
        assertThat(pool.v2().free().source()).isEqualTo(FreeResources.Source.NODES);
    }

    @Test
    void beside_runtime_metrics_only_how_the_free_cards_lie_is_added() {
        var pool = Pool.withNothingBut(PoolStatus.of("running"));
        var metrics = new FreeResources(FieldValue.Number.of(1), FieldValue.Number.of(2), FieldValue.Number.of(59),
                PoolFreeCardFields.NOT_READ, FreeResources.Source.METRICS);
        var measured = pool.with(pool.allocatableResources(), new V2OnlyPoolFields(FieldValue.ABSENT, FieldValue.ABSENT,
                FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT, V2PoolConfiguration.NOT_REPORTED, metrics));
        var both = totals(gpuNode("a", 3)).addTo(measured);
        assertThat(both.v2().free()).isEqualTo(new FreeResources(FieldValue.Number.of(1), FieldValue.Number.of(2),
                FieldValue.Number.of(59), new PoolFreeCardFields(FieldValue.Number.of(3), new TreeMap<>(),
                        FieldValue.Number.of(3), FieldValue.Number.of(0), 8, new FieldValue.Time(READ_AT)),
                FreeResources.Source.METRICS));
        assertThat(both.allocatableResources()).isEqualTo(pool.allocatableResources());
    }

    @Test
    void nodes_without_cards_have_no_blocks() {
        var bare = new ResourceAmounts(FieldValue.Number.of(8), FieldValue.Number.of(100), Map.of());
        var totals = totals(NodeSamples.node("c", "f", bare, bare, null));
        assertThat(totals.free().accelerators()).isEqualTo(FieldValue.Number.of(0));
        assertThat(totals.free().onNodes().largestBlock()).isEqualTo(FieldValue.ABSENT);
    }

    @Test
    void free_cards_are_scattered_when_there_are_as_many_as_a_node_has_and_no_node_is_wholly_free() {
        assertThat(totals(gpuNode("a", 5), gpuNode("b", 3)).free().onNodes().isScattered()).isTrue();
        assertThat(totals(gpuNode("a", 5), gpuNode("b", 2)).free().onNodes().isScattered()).isFalse();
        assertThat(totals(gpuNode("a", 8), gpuNode("b", 2)).free().onNodes().isScattered()).isFalse();
        assertThat(PoolFreeCardFields.NOT_READ.isScattered()).isFalse();
    }
}
