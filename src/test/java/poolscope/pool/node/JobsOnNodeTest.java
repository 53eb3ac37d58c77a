package poolscope.pool.node;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.pool.node.NodeSamples.NPU;
import static poolscope.pool.node.NodeSamples.amount;
import static poolscope.pool.node.NodeSamples.job;
import static poolscope.pool.node.NodeSamples.ringNode;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import poolscope.pool.FieldValue;

/// Which jobs are on a node, which cards they have, and which cards nobody listed has.
class JobsOnNodeTest {
    /// Three of eight cards are free, so five are taken.
    private static final PoolNode NODE = ringNode("a", "0000000000011111", 3);

    private static PoolContentsList<PoolJob> read(boolean isWhole, PoolJob... jobs) {
        return new PoolContentsList<>(List.of(jobs), isWhole, Instant.EPOCH);
    }

    private static PoolJob onNode(String name, long cards, String bits) {
        return job(name, "train", "Running", amount(1, 1, NPU, cards),
                new PoolJob.Share("ip-a", FieldValue.text(bits), amount(1, 1, NPU, cards)));
    }

    private static PoolJob spread(String name, String status, PoolJob.Share... shares) {
        return job(name, "train", status, amount(1, 1, NPU, 8), shares);
    }

    @Test
    void jobs_are_joined_to_a_node_by_its_address_and_ended_ones_are_left_out() {
        var here = onNode("here", 5, "0000000000011111");
        var elsewhere = job("elsewhere", "train", "Running", amount(1, 1, NPU, 1),
                new PoolJob.Share("ip-b", FieldValue.ABSENT, amount(1, 1, NPU, 1)));
        var ended = spread("ended", "Completed", new PoolJob.Share("ip-a", FieldValue.ABSENT, amount(1, 1, NPU, 1)));
        assertThat(JobsOnNode.of(NODE, read(true, here, elsewhere, ended)).jobs()).containsExactly(here);
    }

    @Test
    void cards_that_are_taken_and_that_no_listed_job_has_are_counted() {
        assertThat(JobsOnNode.of(NODE, read(true, onNode("x", 3, "0000000000000111"))).heldByNoJob())
                .isEqualTo(FieldValue.Number.of(2));
        assertThat(JobsOnNode.of(NODE, read(true)).heldByNoJob()).isEqualTo(FieldValue.Number.of(5));
    }

    @Test
    void nothing_is_said_of_them_when_jobs_have_all_or_more_than_is_taken() {
        assertThat(JobsOnNode.of(NODE, read(true, onNode("x", 5, "0000000000011111"))).heldByNoJob())
                .isEqualTo(FieldValue.ABSENT);
        assertThat(JobsOnNode.of(NODE, read(true, onNode("x", 6, "0000000000111111"))).heldByNoJob())
                .isEqualTo(FieldValue.ABSENT);
    }

    @Test
    void nothing_is_said_of_them_when_jobs_may_be_missing_or_a_share_or_the_number_of_cards_is_not_known() {
        assertThat(JobsOnNode.of(NODE, read(false)).heldByNoJob()).isEqualTo(FieldValue.ABSENT);
        var absent = FieldValue.ABSENT;
        var withoutShares = new PoolJob(absent, absent, absent, FieldValue.text("Running"), absent,
                amount(1, 1, NPU, 2), absent, new PoolJob.Timing(absent, absent, absent), absent,
                List.of("ip-a", "ip-b"), List.of());
        assertThat(JobsOnNode.of(NODE, read(true, withoutShares)).heldByNoJob()).isEqualTo(FieldValue.ABSENT);
        var unreported = new PoolNode(FieldValue.text("a"), absent, FieldValue.text("Available"), absent,
                FieldValue.text("ip-a"), absent, ResourceAmounts.NOT_REPORTED, ResourceAmounts.NOT_REPORTED, absent,
                List.of(), KnownNodeLabels.NONE, NodeSoftware.NOT_REPORTED);
        assertThat(JobsOnNode.of(unreported, read(true)).heldByNoJob()).isEqualTo(FieldValue.ABSENT);
    }

    @Test
    void a_job_without_cards_holds_none() {
        var share = new PoolJob.Share("ip-a", FieldValue.ABSENT,
                new ResourceAmounts(FieldValue.Number.of(1), FieldValue.Number.of(1), Map.of()));
        assertThat(JobsOnNode.of(NODE, read(true, spread("cpu", "Running", share))).heldByNoJob())
                .isEqualTo(FieldValue.Number.of(5));
    }

    @Test
    void the_cards_of_jobs_are_those_that_the_placement_bits_name() {
        var two = List.of(onNode("x", 2, "0000000000000011"), onNode("y", 1, "0000000000010000"));
        var expected = new BitSet();
        expected.set(0, 2);
        expected.set(4);
        assertThat(JobsOnNode.cards(two, NODE)).contains(expected);
        assertThat(JobsOnNode.cards(two, ringNode("b", null, 8))).isEmpty();
        assertThat(JobsOnNode.cards(List.of(spread("ended", "Failed", two.getFirst().shares().getFirst())), NODE))
                .isEmpty();
    }

    @Test
    void of_a_job_on_several_nodes_each_has_its_own_share() {
        var both = spread("both", "Running",
                new PoolJob.Share("ip-a", FieldValue.text("0000000000000011"), amount(1, 1, NPU, 2)),
                new PoolJob.Share("ip-b", FieldValue.text("0000000011110000"), amount(1, 1, NPU, 4)));
        assertThat(JobsOnNode.of(NODE, read(true, both)).heldByNoJob()).isEqualTo(FieldValue.Number.of(3));
        var expected = new BitSet();
        expected.set(0, 2);
        assertThat(JobsOnNode.cards(List.of(both), NODE)).contains(expected);
    }

    @Test
    void a_job_whose_cards_are_not_named_is_on_its_node_all_the_same() {
        assertThat(JobsOnNode.cards(List.of(onNode("x", 2, "?")), NODE)).contains(new BitSet());
    }
}
