package poolscope.pool.node;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.pool.node.NodeSamples.gpuNode;
import static poolscope.pool.node.NodeSamples.ringNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolFreeCardFields;

class FreeCardStatisticsOfPoolTest {

    @Test
    void counts_free_cards_the_largest_block_whole_nodes_and_jobs_of_each_size() {
        var blocks = FreeCardStatisticsOfPool
                .of(List.of(gpuNode("a", 5), gpuNode("b", 8), gpuNode("c", 0), gpuNode("d", 3)));
        assertThat(blocks).containsExactly(new FreeCardStatisticsOfPool(NodeSamples.GPU, BigDecimal.valueOf(16), 8, 1,
                new java.util.TreeMap<>(Map.of(1, 16, 2, 7, 4, 3, 8, 1, 16, 0)),
                new java.util.TreeMap<>(Map.of(0, 1, 3, 1, 5, 1, 8, 1)), 4, 0, 0, new java.util.TreeMap<>(), 8));
    }

    @Test
    void nodes_that_take_no_jobs_do_not_count_as_free() {
        var down = NodeSamples.withPhase(gpuNode("b", 8), FieldValue.text("Abnormal"));
        var blocks = FreeCardStatisticsOfPool.of(List.of(gpuNode("a", 2), down)).getFirst();
        assertThat(blocks.free()).isEqualByComparingTo("2");
        assertThat(blocks.largest()).isEqualTo(2);
        assertThat(blocks.wholeNodes()).isZero();
        assertThat(blocks.usableNodes()).isEqualTo(1);
        assertThat(blocks.notUsable()).isEqualTo(Map.of(PoolFreeCardFields.Obstacle.ABNORMAL, BigDecimal.valueOf(8)));
    }

    @Test
    void a_pool_of_nodes_that_take_no_jobs_has_nothing_free() {
        var down = NodeSamples.withPhase(gpuNode("b", 8), FieldValue.text("Abnormal"));
        assertThat(FreeCardStatisticsOfPool.of(List.of(down)).getFirst().free()).isZero();
    }

    @Test
    void free_cards_that_no_job_can_have_are_counted_by_the_first_reason() {
        var absent = FieldValue.ABSENT;
        var on = FieldValue.text("true");
        var nodes = List.of(NodeSamples.withPhase(gpuNode("a", 1), FieldValue.text("Checking")),
                NodeSamples.withPhase(gpuNode("b", 2), absent),
                NodeSamples.withLabels(gpuNode("c", 4), NodeSamples.labels(on, on, absent)),
                NodeSamples.withLabels(gpuNode("d", 8), NodeSamples.labels(absent, on, absent)),
                NodeSamples.withLabels(gpuNode("e", 5), NodeSamples.labels(absent, absent, FieldValue.text("1"))),
                NodeSamples.withTaints(gpuNode("f", 6),
                        new NodeTaint(FieldValue.text("key"), absent, FieldValue.text("NoSchedule"), absent)),
                NodeSamples.withTaints(gpuNode("g", 0),
                        new NodeTaint(FieldValue.text("key"), absent, FieldValue.text("NoSchedule"), absent)));
        assertThat(FreeCardStatisticsOfPool.of(nodes).getFirst().notUsable())
                .isEqualTo(Map.of(PoolFreeCardFields.Obstacle.OTHER_PHASE, BigDecimal.valueOf(3),
                        PoolFreeCardFields.Obstacle.SPARE, BigDecimal.valueOf(4), PoolFreeCardFields.Obstacle.DRAINING,
                        BigDecimal.valueOf(8), PoolFreeCardFields.Obstacle.FROZEN, BigDecimal.valueOf(5),
                        PoolFreeCardFields.Obstacle.TAINTED, BigDecimal.valueOf(6)));
    }

    @Test
    void types_of_cards_are_never_added_up() {
        assertThat(FreeCardStatisticsOfPool.of(List.of(gpuNode("a", 2), ringNode("b", null, 8))))
                .extracting(FreeCardStatisticsOfPool::accelerator)
                .containsExactly(NodeSamples.NPU, NodeSamples.GPU);
    }

    @Test
    void a_node_that_does_not_say_what_is_free_is_counted_as_unknown() {
        var silent = NodeSamples.node("s", "f", NodeSamples.amount(1, 1, NodeSamples.GPU, 8),
                ResourceAmounts.NOT_REPORTED, null);
        var blocks = FreeCardStatisticsOfPool.of(List.of(gpuNode("a", 2), silent)).getFirst();
        assertThat(blocks.unknownNodes()).isEqualTo(1);
        assertThat(blocks.free()).isEqualByComparingTo("2");
    }

    /// Every way in which the cards of one node can be taken, held against trying out all jobs.
    @Test
    void on_rings_a_job_of_1_2_or_4_is_inside_one_ring_and_8_is_all() {
        for (int taken = 0; taken < 256; taken++) {
            var bits = "00000000"
                    + String.format(java.util.Locale.ROOT, "%8s", Integer.toBinaryString(taken)).replace(' ', '0');
            int mask = taken;
            var free = IntStream.range(0, 8).filter(card -> (mask >> card & 1) == 0).boxed().toList();
            var blocks = FreeCardStatisticsOfPool.of(List.of(ringNode("a", bits, free.size()))).getFirst();
            for (int size : List.of(1, 2, 4, 8))
                assertThat(blocks.jobs().get(size)).as("%s for %s", bits, size).isEqualTo(mostJobs(free, size));
        }
    }

    /// Takes every allowed set of cards in turn and tries what is left.
    private static int mostJobs(List<Integer> free, int size) {
        int most = 0;
        for (var set : allowed(size))
            if (free.containsAll(set)) {
                var left = new ArrayList<>(free);
                left.removeAll(set);
                most = Math.max(most, 1 + mostJobs(left, size));
            }
        return size == 1 ? free.size() : most;
    }

    private static List<List<Integer>> allowed(int size) {
        var sets = new ArrayList<List<Integer>>();
        for (int mask = 0; mask < 256; mask++) {
            int one = mask;
            if (Integer.bitCount(mask) != size) continue;
            boolean inOneRing = (mask & 0xF0) == 0 || (mask & 0x0F) == 0;
            if (size == 8 || inOneRing)
                sets.add(IntStream.range(0, 8).filter(card -> (one >> card & 1) == 1).boxed().toList());
        }
        return sets;
    }

    @Test
    void the_largest_block_is_inside_one_ring_unless_all_are_free() {
        assertThat(largest("0000000011000001", 5)).isEqualTo(3);
        assertThat(largest("0000000000000000", 8)).isEqualTo(8);
        assertThat(largest("0000000000000001", 7)).isEqualTo(4);
    }

    private static int largest(String bits, long free) {
        return FreeCardStatisticsOfPool.of(List.of(ringNode("a", bits, free))).getFirst().largest();
    }

    @Test
    void rings_of_which_it_is_not_known_which_cards_are_free_are_counted_as_such() {
        var blocks = FreeCardStatisticsOfPool.of(List.of(ringNode("a", null, 5), ringNode("b", null, 8))).getFirst();
        assertThat(blocks.unplacedNodes()).isEqualTo(1);
    }

    @Test
    void equals_adding_up_node_by_node_for_any_numbers() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var free = random.ints(random.nextInt(6) + 1, 0, 9).toArray();
            var nodes = new ArrayList<PoolNode>();
            for (int card : free)
                nodes.add(gpuNode("n" + nodes.size(), card));
            var blocks = FreeCardStatisticsOfPool.of(nodes).getFirst();
            assertThat(blocks.free().intValue()).isEqualTo(IntStream.of(free).sum());
            assertThat(blocks.largest()).isEqualTo(IntStream.of(free).max().orElseThrow());
            assertThat(blocks.histogram().values().stream().mapToInt(n -> n).sum()).isEqualTo(free.length);
            assertThat(blocks.wholeNodes()).isEqualTo((int) IntStream.of(free).filter(n -> n == 8).count());
        }
    }
}
