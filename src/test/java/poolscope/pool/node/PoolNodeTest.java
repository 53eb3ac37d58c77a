package poolscope.pool.node;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.pool.node.NodeSamples.gpuNode;
import static poolscope.pool.node.NodeSamples.labels;
import static poolscope.pool.node.NodeSamples.ringNode;
import static poolscope.pool.node.NodeSamples.withLabels;
import static poolscope.pool.node.NodeSamples.withPhase;
import static poolscope.pool.node.NodeSamples.withTaints;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.pool.FieldValue;

class PoolNodeTest {
    private static final FieldValue NO = FieldValue.ABSENT;

    @Test
    void an_available_node_without_taints_takes_jobs() {
        assertThat(gpuNode("a", 3).use().takesJobs()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Abnormal", "Creating", "Deleting", "Checking", "available", "Sleeping"})
    void any_other_phase_takes_no_jobs(String phase) {
        assertThat(kinds(withPhase(gpuNode("a", 3), FieldValue.text(phase))))
                .containsExactly(NodeAvailability.Kind.PHASE);
    }

    @Test
    void a_node_that_does_not_say_its_phase_takes_no_jobs() {
        assertThat(kinds(withPhase(gpuNode("a", 3), NO))).containsExactly(NodeAvailability.Kind.PHASE);
    }

    @ParameterizedTest
    @CsvSource({"NoSchedule,false", "NoExecute,false", "PreferNoSchedule,true", "Something,false"})
    void taints_keep_jobs_away_unless_they_only_prefer_to(String effect, boolean takesJobs) {
        var node = withTaints(gpuNode("a", 3), new NodeTaint(FieldValue.text("k"), NO, FieldValue.text(effect), NO));
        assertThat(node.use().takesJobs()).isEqualTo(takesJobs);
    }

    @Test
    void a_taint_that_can_not_be_read_keeps_jobs_away() {
        var odd = new FieldValue.Unreadable("7");
        assertThat(kinds(withTaints(gpuNode("a", 3), new NodeTaint(odd, odd, odd, odd))))
                .containsExactly(NodeAvailability.Kind.TAINT);
    }

    @Test
    void spare_draining_and_frozen_nodes_take_no_jobs() {
        var node = withLabels(gpuNode("a", 3),
                labels(FieldValue.text("true"), FieldValue.text("draining"), FieldValue.text("1")));
        assertThat(kinds(node)).containsExactly(NodeAvailability.Kind.SPARE, NodeAvailability.Kind.DRAINING,
                NodeAvailability.Kind.FROZEN);
    }

    @Test
    void labels_that_are_switched_off_say_nothing() {
        var node = withLabels(gpuNode("a", 3), labels(FieldValue.text("false"), NO, FieldValue.text("0")));
        assertThat(node.use().takesJobs()).isTrue();
    }

    @Test
    void a_label_that_can_not_be_read_counts_against_the_node() {
        var node = withLabels(gpuNode("a", 3), labels(new FieldValue.Unreadable("{}"), NO, NO));
        assertThat(kinds(node)).containsExactly(NodeAvailability.Kind.SPARE);
    }

    private static List<NodeAvailability.Kind> kinds(PoolNode node) {
        return node.use().reasons().stream().map(NodeAvailability.Reason::kind).toList();
    }

    @Test
    void the_rightmost_bit_is_the_first_card_and_1_is_taken() {
        assertThat(ringNode("a", "0000000011110001", 3).cards())
                .isEqualTo(new NodeFreeCards.Known(List.of(1, 2, 3), 8));
    }

    @ParameterizedTest
    @CsvSource({"0000000011110001,4,CONFLICT", "0000000011110001,2,CONFLICT", "0000000100000000,8,CONFLICT",
            "1111,3,UNREADABLE", "abc,3,UNREADABLE"})
    void where_bits_and_number_disagree_no_card_is_named(String bits, long free, NodeFreeCards.Why why) {
        assertThat(ringNode("a", bits, free).cards()).isEqualTo(new NodeFreeCards.CountOnly(why));
    }

    @Test
    void without_bits_no_card_is_named() {
        assertThat(gpuNode("a", 3).cards()).isEqualTo(new NodeFreeCards.CountOnly(NodeFreeCards.Why.NO_BITS));
    }

    @Test
    void free_cards_that_are_not_mentioned_are_not_known() {
        var total = NodeSamples.amount(100, 1000, NodeSamples.GPU, 8);
        var free = new ResourceAmounts(FieldValue.Number.of(1), FieldValue.Number.of(1), Map.of());
        assertThat(NodeSamples.node("a", "f", total, free, null).freeCards()).isEqualTo(FieldValue.ABSENT);
    }

    @Test
    void a_node_that_reports_resources_without_cards_has_none_and_one_that_reports_nothing_is_not_known() {
        var some = new ResourceAmounts(FieldValue.Number.of(1), FieldValue.Number.of(1), Map.of());
        assertThat(NodeSamples.node("a", "f", some, some, null).totalCards()).isEqualTo(FieldValue.Number.of(0));
        var none = ResourceAmounts.NOT_REPORTED;
        assertThat(NodeSamples.node("a", "f", none, none, null).totalCards()).isEqualTo(FieldValue.ABSENT);
    }

    @ParameterizedTest
    @CsvSource({"modelarts.bm.snt9.xlarge.8,true", "modelarts.kat1.8xlarge,true", "modelarts.bm.snt9b.xlarge.8,false",
            "some.gpu.flavor,false"})
    void eight_cards_of_snt9_are_two_rings(String flavor, boolean rings) {
        var eight = NodeSamples.amount(1, 1, NodeSamples.NPU, 8);
        var five = NodeSamples.amount(1, 1, NodeSamples.NPU, 5);
        assertThat(NodeSamples.node("a", flavor, eight, eight, null).hasRings()).isEqualTo(rings);
        assertThat(NodeSamples.node("a", flavor, five, five, null).hasRings()).isFalse();
    }
}
