package poolscope.pool.node;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.pool.node.NodeSamples.GPU;
import static poolscope.pool.node.NodeSamples.NPU;
import static poolscope.pool.node.NodeSamples.amount;
import static poolscope.pool.node.NodeSamples.gpuNode;
import static poolscope.pool.node.NodeSamples.job;
import static poolscope.pool.node.NodeSamples.ringNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import poolscope.pool.FieldValue;
import poolscope.pool.node.NodeFitResult.Verdict;

class NodeFitResultTest {
    private static final Optional<List<PoolJob>> NO_JOBS = Optional.of(List.of());

    private static JobDemandPerNode cards(int nodes, int cards) {
        return new JobDemandPerNode(nodes, cards, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static Verdict verdict(List<PoolNode> nodes, JobDemandPerNode demand, PoolJob... jobs) {
        return NodeFitResult.of(nodes, Optional.of(List.of(jobs)), demand).verdict();
    }

    private static List<String> names(List<PoolNode> nodes) {
        return nodes.stream().map(node -> node.name().asText("")).toList();
    }

    /// A running job with cards on some nodes and nothing else.
    private static PoolJob running(String name, String type, String key, PoolJob.Share... shares) {
        long cards = 0;
        for (var share : shares)
            cards += share.amount().cards(key).asNumber().orElseThrow().longValue();
        return job(name, type, "Running", amount(0, 0, key, cards), shares);
    }

    private static PoolJob.Share share(String node, String key, long cards) {
        return new PoolJob.Share("ip-" + node, FieldValue.ABSENT, amount(0, 0, key, cards));
    }

    @Test
    void there_is_room_now_on_the_tightest_nodes() {
        var verdict = verdict(List.of(gpuNode("a", 8), gpuNode("b", 4), gpuNode("c", 2), gpuNode("d", 5)), cards(2, 4));
        assertThat(verdict).isInstanceOfSatisfying(Verdict.RoomNow.class,
                room -> assertThat(names(room.nodes())).containsExactly("b", "d"));
    }

    @Test
    void nodes_of_one_zone_come_first() {
        var far = new ArrayList<PoolNode>();
        for (var node : List.of(gpuNode("x", 4), gpuNode("a", 6), gpuNode("b", 6)))
            far.add(node);
        far.set(0, new PoolNode(far.getFirst().name(), far.getFirst().flavor(), far.getFirst().phase(),
                FieldValue.text("z2"), far.getFirst().privateIp(), FieldValue.ABSENT, far.getFirst().total(),
                far.getFirst().free(), FieldValue.ABSENT, List.of(), KnownNodeLabels.NONE, NodeSoftware.NOT_REPORTED));
        assertThat(verdict(far, cards(2, 4))).isInstanceOfSatisfying(Verdict.RoomNow.class,
                room -> assertThat(names(room.nodes())).containsExactly("a", "b"));
    }

    @Test
    void a_queue_is_said_beside_the_room() {
        var waiting = job("w", "train", "Queue", amount(1, 1, GPU, 8));
        assertThat(verdict(List.of(gpuNode("a", 8)), cards(1, 8), waiting)).isInstanceOfSatisfying(
                Verdict.RoomBehindQueue.class, room -> assertThat(room.waiting()).contains(List.of(waiting)));
    }

    @Test
    void without_the_jobs_it_is_not_known_whether_any_waits() {
        assertThat(NodeFitResult.of(List.of(gpuNode("a", 8)), Optional.empty(), cards(1, 8)).verdict())
                .isInstanceOfSatisfying(Verdict.RoomBehindQueue.class, room -> assertThat(room.waiting()).isEmpty());
    }

    @Test
    void five_cards_of_two_rings_are_room_for_four_by_count_only() {
        // 3 free in one ring, 2 in the other
        assertThat(verdict(List.of(ringNode("a", "0000000011000001", 5)), cards(1, 4)))
                .isInstanceOf(Verdict.ByCountOnly.class);
        assertThat(verdict(List.of(ringNode("a", "0000000011000001", 5)), cards(1, 2)))
                .isInstanceOf(Verdict.RoomNow.class);
    }

    @Test
    void rings_without_bits_are_room_only_when_every_placement_would_do() {
        assertThat(verdict(List.of(ringNode("a", null, 7)), cards(1, 4))).isInstanceOf(Verdict.RoomNow.class);
        assertThat(verdict(List.of(ringNode("a", null, 6)), cards(1, 4))).isInstanceOf(Verdict.ByCountOnly.class);
        assertThat(verdict(List.of(ringNode("a", null, 3)), cards(1, 2))).isInstanceOf(Verdict.RoomNow.class);
        assertThat(verdict(List.of(ringNode("a", null, 2)), cards(1, 2))).isInstanceOf(Verdict.ByCountOnly.class);
    }

    @Test
    void there_is_room_when_one_job_ends_training_first() {
        var notebook = running("nb", "notebook", GPU, share("a", GPU, 4));
        var training = running("t", "train", GPU, share("b", GPU, 6));
        var verdict = verdict(List.of(gpuNode("a", 4), gpuNode("b", 2)), cards(1, 8), notebook, training);
        assertThat(verdict).isInstanceOfSatisfying(Verdict.RoomWhenEnds.class, room -> {
            assertThat(room.choices()).extracting(NodeFitResult.Choice::jobs)
                    .containsExactly(List.of(training), List.of(notebook));
            assertThat(room.choices()).extracting(NodeFitResult.Choice::onlyTraining).containsExactly(true, false);
        });
    }

    @Test
    void cards_that_end_apart_are_no_room() {
        // 8 cards, but two on each of four nodes
        var spread = running("s", "train", GPU, share("a", GPU, 2), share("b", GPU, 2), share("c", GPU, 2),
                share("d", GPU, 2));
        var nodes = List.of(gpuNode("a", 0), gpuNode("b", 0), gpuNode("c", 0), gpuNode("d", 0));
        assertThat(verdict(nodes, cards(1, 8), spread)).isEqualTo(new Verdict.Unknown(NodeFitResult.Why.MORE_JOBS));
        assertThat(verdict(nodes, cards(4, 2), spread)).isInstanceOf(Verdict.RoomWhenEnds.class);
    }

    @Test
    void cards_that_a_job_frees_in_another_ring_are_no_room() {
        var inFirst = new PoolJob.Share("ip-a", FieldValue.text("0000000000000011"), amount(0, 0, NPU, 2));
        var inSecond = new PoolJob.Share("ip-a", FieldValue.text("0000000000110000"), amount(0, 0, NPU, 2));
        var nodes = List.of(ringNode("a", "0000000011110011", 2));
        assertThat(verdict(nodes, cards(1, 4), running("j", "train", NPU, inFirst)))
                .isInstanceOf(Verdict.RoomWhenEnds.class);
        assertThat(verdict(nodes, cards(1, 4), running("j", "train", NPU, inSecond)))
                .isEqualTo(new Verdict.Unknown(NodeFitResult.Why.MORE_JOBS));
    }

    @Test
    void a_job_that_does_not_say_which_cards_it_frees_makes_room_only_when_any_would_do() {
        var six = new PoolJob.Share("ip-a", FieldValue.ABSENT, amount(0, 0, NPU, 6));
        assertThat(verdict(List.of(ringNode("a", "0000000011110111", 1)), cards(1, 4), running("j", "train", NPU, six)))
                .isInstanceOf(Verdict.RoomWhenEnds.class);
        // Its bits name four cards, its number two
        var odd = new PoolJob.Share("ip-a", FieldValue.text("0000000000001111"), amount(0, 0, NPU, 2));
        assertThat(verdict(List.of(ringNode("a", "0000000011001111", 2)), cards(1, 4), running("j", "train", NPU, odd)))
                .isEqualTo(new Verdict.Unknown(NodeFitResult.Why.MORE_JOBS));
    }

    @Test
    void a_demand_beyond_the_largest_node_or_the_pool_never_fits() {
        var nodes = List.of(gpuNode("a", 8), gpuNode("b", 0));
        assertThat(verdict(nodes, cards(1, 9))).isEqualTo(new Verdict.NeverHere(0));
        assertThat(verdict(nodes, cards(3, 1))).isEqualTo(new Verdict.NeverHere(2));
    }

    @Test
    void a_node_that_does_not_say_what_is_free_makes_it_unknown() {
        var silent = NodeSamples.node("s", "f", amount(100, 1000, GPU, 8), ResourceAmounts.NOT_REPORTED, null);
        assertThat(verdict(List.of(silent), cards(1, 8))).isEqualTo(new Verdict.Unknown(NodeFitResult.Why.NODES));
    }

    @Test
    void free_cards_are_no_room_when_cpu_or_memory_that_is_needed_is_not_known() {
        var silent = NodeSamples.node("s", "f", amount(100, 1000, GPU, 8), new ResourceAmounts(FieldValue.ABSENT,
                FieldValue.ABSENT, java.util.Map.of(GPU, FieldValue.Number.of(8))), null);
        assertThat(verdict(List.of(silent), cards(1, 8))).isInstanceOf(Verdict.RoomNow.class);
        assertThat(verdict(List.of(silent), new JobDemandPerNode(1, 8, BigDecimal.ONE, BigDecimal.ZERO)))
                .isEqualTo(new Verdict.Unknown(NodeFitResult.Why.NODES));
        assertThat(verdict(List.of(silent), new JobDemandPerNode(1, 8, BigDecimal.ZERO, BigDecimal.ONE)))
                .isEqualTo(new Verdict.Unknown(NodeFitResult.Why.NODES));
    }

    @Test
    void nobody_waits_for_a_job_that_has_ended_and_of_two_the_one_with_fewer_cards_comes_first() {
        var ended = job("e", "train", "Completed", amount(0, 0, GPU, 4), share("a", GPU, 4));
        var nodes = List.of(gpuNode("a", 4), gpuNode("b", 0));
        assertThat(verdict(nodes, cards(1, 8), ended)).isEqualTo(new Verdict.Unknown(NodeFitResult.Why.MORE_JOBS));
        var eight = running("a-8", "train", GPU, share("b", GPU, 8));
        var four = running("b-4", "train", GPU, share("a", GPU, 4));
        assertThat(verdict(nodes, cards(1, 8), ended, eight, four)).isInstanceOfSatisfying(Verdict.RoomWhenEnds.class,
                room -> assertThat(room.choices()).extracting(NodeFitResult.Choice::jobs)
                        .containsExactly(List.of(four), List.of(eight)));
    }

    /// Snt9 gives a job 1, 2, 4 or 8 cards.
    @Test
    void three_cards_of_rings_need_four_and_five_need_all() {
        assertThat(verdict(List.of(ringNode("a", "0000000011110001", 3)), cards(1, 3)))
                .isEqualTo(new Verdict.Unknown(NodeFitResult.Why.MORE_JOBS));
        assertThat(verdict(List.of(ringNode("a", "0000000011110000", 4)), cards(1, 3)))
                .isInstanceOf(Verdict.RoomNow.class);
        assertThat(verdict(List.of(ringNode("a", "0000000000000001", 7)), cards(1, 5)))
                .isEqualTo(new Verdict.Unknown(NodeFitResult.Why.MORE_JOBS));
        assertThat(verdict(List.of(gpuNode("a", 3)), cards(1, 3))).isInstanceOf(Verdict.RoomNow.class);
    }

    @Test
    void a_job_without_cards_frees_cpu_and_leaves_the_cards_where_they_are() {
        var node = NodeSamples.node("a", NodeSamples.SNT9, amount(100, 1000, NPU, 8), amount(0, 1000, NPU, 4),
                "0000000011110000");
        var ofCpu = new ResourceAmounts(FieldValue.Number.of(50), FieldValue.Number.of(0), java.util.Map.of());
        var onCpu = job("j", "train", "Running", ofCpu, new PoolJob.Share("ip-a", FieldValue.ABSENT, ofCpu));
        assertThat(verdict(List.of(node), new JobDemandPerNode(1, 4, BigDecimal.TEN, BigDecimal.ZERO), onCpu))
                .isInstanceOfSatisfying(Verdict.RoomWhenEnds.class,
                        room -> assertThat(room.choices()).extracting(NodeFitResult.Choice::jobs)
                                .containsExactly(List.of(onCpu)));
    }

    @Test
    void a_pool_without_room_whose_jobs_were_not_read_is_unknown() {
        assertThat(NodeFitResult.of(List.of(gpuNode("a", 0)), Optional.empty(), cards(1, 8)).verdict())
                .isEqualTo(new Verdict.Unknown(NodeFitResult.Why.JOBS));
    }

    @Test
    void each_node_without_room_is_listed_with_the_reason() {
        var down = NodeSamples.withPhase(gpuNode("down", 8), FieldValue.text("Abnormal"));
        var cpu = NodeSamples.node("cpu", "f", amount(100, 1000, GPU, 8), amount(1, 1000, GPU, 8), null);
        var memory = NodeSamples.node("memory", "f", amount(100, 1000, GPU, 8), amount(100, 1, GPU, 8), null);
        var apart = ringNode("apart", "0000000011000001", 5);
        var fit = NodeFitResult.of(List.of(down, gpuNode("few", 1), cpu, memory, apart, gpuNode("good", 4)), NO_JOBS,
                new JobDemandPerNode(1, 4, BigDecimal.TEN, BigDecimal.TEN));
        assertThat(fit.notCounted()).extracting(one -> one.node().name().asText("") + " " + one.reason())
                .containsExactly("down TAKES_NO_JOBS", "few TOO_FEW_CARDS", "cpu TOO_LITTLE_CPU",
                        "memory TOO_LITTLE_MEMORY", "apart CARDS_APART");
    }

    @Test
    void a_job_without_cards_needs_no_known_number_of_cards() {
        var node = NodeSamples.node("c", "f", amount(8, 100, GPU, 0),
                new ResourceAmounts(FieldValue.Number.of(8), FieldValue.Number.of(100), java.util.Map.of()), null);
        assertThat(verdict(List.of(node), new JobDemandPerNode(1, 0, BigDecimal.valueOf(8), BigDecimal.ZERO)))
                .isInstanceOf(Verdict.RoomNow.class);
    }

    /// Small pools of two to four nodes and up to five jobs, against trying out every set of nodes and jobs.
    @Test
    void equals_trying_out_every_set_of_nodes_and_jobs() {
        var random = new Random(11);
        var seen = new HashSet<Class<? extends Verdict>>();
        for (int round = 0; round < 3000; round++) {
            int size = 2 + random.nextInt(3);
            int[] free = random.ints(size, 0, 9).toArray();
            int[][] jobs = new int[random.nextInt(6)][size];
            int[] left = IntStream.of(free).map(n -> 8 - n).toArray();
            for (var shares : jobs)
                for (int node = 0; node < size; node++) {
                    shares[node] = random.nextInt(3) == 0 ? random.nextInt(left[node] + 1) : 0;
                    left[node] -= shares[node];
                }
            var demand = cards(1 + random.nextInt(3), 1 + random.nextInt(9));
            var verdict = verdict(nodes(free), demand, jobs(jobs));
            var expected = expected(free, jobs, demand);
            assertThat(verdict).as("%s", round).isInstanceOf(expected.verdict);
            seen.add(expected.verdict);
            if (verdict instanceof Verdict.RoomNow(List<PoolNode> chosen))
                assertThat(chosen).hasSize(demand.nodes())
                        .doesNotHaveDuplicates()
                        .allMatch(node -> node.freeCards().asNumber().orElseThrow().intValue() >= demand.cards());
            if (verdict instanceof Verdict.RoomWhenEnds(List<NodeFitResult.Choice> choices)) {
                assertThat(choices).hasSize(Math.min(3, expected.choices))
                        .allMatch(choice -> choice.jobs().size() == expected.jobs);
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Verdict.NeverHere.class, Verdict.RoomNow.class,
                Verdict.RoomWhenEnds.class, Verdict.Unknown.class);
    }

    private record Expected(Class<? extends Verdict> verdict, int jobs, int choices) {}

    private static Expected expected(int[] free, int[][] jobs, JobDemandPerNode demand) {
        if (fits(free, jobs, 0, demand)) return new Expected(Verdict.RoomNow.class, 0, 0);
        if (demand.cards() > 8 || demand.nodes() > free.length) return new Expected(Verdict.NeverHere.class, 0, 0);
        for (int ended = 1; ended <= 2; ended++) {
            int count = 0;
            for (int set = 0; set < 1 << jobs.length; set++)
                if (Integer.bitCount(set) == ended && fits(free, jobs, set, demand)) count++;
            if (count > 0) return new Expected(Verdict.RoomWhenEnds.class, ended, count);
        }
        return new Expected(Verdict.Unknown.class, 0, 0);
    }

    private static boolean fits(int[] free, int[][] jobs, int ended, JobDemandPerNode demand) {
        int nodes = 0;
        for (int node = 0; node < free.length; node++) {
            int cards = free[node];
            for (int job = 0; job < jobs.length; job++)
                if ((ended >> job & 1) == 1) cards += jobs[job][node];
            if (cards >= demand.cards()) nodes++;
        }
        return nodes >= demand.nodes();
    }

    private static List<PoolNode> nodes(int[] free) {
        return IntStream.range(0, free.length).mapToObj(node -> gpuNode("n" + node, free[node])).toList();
    }

    private static PoolJob[] jobs(int[][] jobs) {
        var all = new ArrayList<PoolJob>();
        for (var shares : jobs) {
            var parts = IntStream.range(0, shares.length)
                    .filter(node -> shares[node] > 0)
                    .mapToObj(node -> share("n" + node, GPU, shares[node]))
                    .toArray(PoolJob.Share[]::new);
            all.add(running("j" + all.size(), "train", GPU, parts));
        }
        return all.toArray(PoolJob[]::new);
    }

    /// Every placement of taken cards on one node with rings, against trying out every set of cards that a job
    /// may have.
    @Test
    void on_rings_equals_trying_out_every_set_of_cards() {
        for (int taken = 0; taken < 256; taken++)
            for (int size : List.of(1, 2, 4, 8)) {
                var digits = Integer.toBinaryString(256 + taken).substring(1);
                int free = 8 - Integer.bitCount(taken);
                var verdict = verdict(List.of(ringNode("a", "00000000" + digits, free)), cards(1, size));
                assertThat(verdict instanceof Verdict.RoomNow).as("%s for %s", digits, size)
                        .isEqualTo(hasSet(taken, size));
                assertThat(verdict instanceof Verdict.ByCountOnly).as("%s for %s", digits, size)
                        .isEqualTo(!hasSet(taken, size) && free >= size);
            }
    }

    private static boolean hasSet(int taken, int size) {
        return IntStream.range(0, 256)
                .filter(set -> Integer.bitCount(set) == size && (set & taken) == 0)
                .anyMatch(set -> size == 8 || (set & 0xF0) == 0 || (set & 0x0F) == 0);
    }
}
