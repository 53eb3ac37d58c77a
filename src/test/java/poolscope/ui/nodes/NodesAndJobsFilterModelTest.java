package poolscope.ui.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.pool.node.NodeSamples.NPU;
import static poolscope.pool.node.NodeSamples.amount;
import static poolscope.pool.node.NodeSamples.job;
import static poolscope.pool.node.NodeSamples.labels;
import static poolscope.pool.node.NodeSamples.node;
import static poolscope.pool.node.NodeSamples.ringNode;
import static poolscope.pool.node.NodeSamples.withLabels;
import static poolscope.pool.node.NodeSamples.withPhase;
import static poolscope.pool.node.NodeSamples.withTaints;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import poolscope.pool.FieldValue;
import poolscope.pool.ReportedNodeFlavor;
import poolscope.pool.node.NodeSamples;
import poolscope.pool.node.NodeTaint;
import poolscope.pool.node.PoolContentsList;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;
import poolscope.pool.node.ScheduledEvent;

/// Which nodes and jobs are shown, and how they belong together.
class NodesAndJobsFilterModelTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final PoolNode FREE = ringNode("free", "0000000000000000", 8);
    private static final PoolNode BROKEN = withPhase(ringNode("broken", null, 8), FieldValue.text("Abnormal"));
    private static final PoolNode SPARE = withLabels(ringNode("spare", null, 8),
            labels(FieldValue.text("true"), FieldValue.ABSENT, FieldValue.ABSENT));
    private static final PoolNode BROKEN_SPARE = withLabels(BROKEN,
            labels(FieldValue.text("true"), FieldValue.ABSENT, FieldValue.ABSENT));
    private static final PoolNode DRAINED = withLabels(ringNode("drained", null, 8),
            labels(FieldValue.ABSENT, FieldValue.text("true"), FieldValue.ABSENT));
    private static final PoolNode FROZEN = withLabels(ringNode("frozen", null, 8),
            labels(FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.text("1")));
    private static final PoolNode ISOLATED = withTaints(ringNode("isolated", null, 8), new NodeTaint(
            FieldValue.text("A050101"), FieldValue.ABSENT, FieldValue.text("NoSchedule"), FieldValue.ABSENT));

    private final NodesAndJobsFilterModel filter = new NodesAndJobsFilterModel();

    private static PoolContentsList<PoolJob> read(PoolJob... jobs) {
        return new PoolContentsList<>(List.of(jobs), true, NOW);
    }

    private static PoolJob on(String name, String... hosts) {
        return job(name, "train", "Running", amount(1, 1, NPU, hosts.length),
                java.util.stream.Stream.of(hosts)
                        .map(host -> new PoolJob.Share(host, FieldValue.ABSENT, amount(1, 1, NPU, 1)))
                        .toArray(PoolJob.Share[]::new));
    }

    private static ScheduledEvent maintenance(String node, String state, Instant begins) {
        var absent = FieldValue.ABSENT;
        return new ScheduledEvent(absent, FieldValue.text("node_reboot"), FieldValue.text(state), FieldValue.text(node),
                absent, new FieldValue.Time(begins), absent);
    }

    private void put(PoolNode... nodes) {
        filter.put(List.of(nodes), Optional.of(read()), Optional.of(List.of()));
    }

    private List<String> shown() {
        return filter.shownRows().stream().map(row -> row.node().name().asText("")).toList();
    }

    @Test
    void each_kind_of_nodes_is_counted_once_for_each_of_its_nodes() {
        put(FREE, BROKEN, SPARE, DRAINED, FROZEN, ISOLATED, withPhase(FREE, FieldValue.text("Creating")));
        assertThat(filter.counts()).isEqualTo(Map.of(NodeFilterKind.TAKES_JOBS, 1, NodeFilterKind.ABNORMAL, 1,
                NodeFilterKind.OTHER_PHASE, 1, NodeFilterKind.SPARE, 1, NodeFilterKind.DRAINING, 1,
                NodeFilterKind.FROZEN, 1, NodeFilterKind.TAINTED, 1));
    }

    @Test
    void a_chosen_kind_shows_only_its_nodes_and_two_show_those_of_either() {
        put(FREE, BROKEN, SPARE, DRAINED);
        filter.show(NodeFilterKind.SPARE, true);
        assertThat(shown()).containsExactly("spare");
        filter.show(NodeFilterKind.ABNORMAL, true);
        assertThat(shown()).containsExactlyInAnyOrder("spare", "broken");
        filter.show(NodeFilterKind.SPARE, false);
        filter.show(NodeFilterKind.ABNORMAL, false);
        assertThat(shown()).hasSize(4);
    }

    @Test
    void a_number_of_free_cards_shows_only_nodes_that_take_jobs_and_have_as_many() {
        put(FREE, ringNode("other", null, 3), ringNode("taken", null, 0),
                withPhase(ringNode("down", null, 3), FieldValue.text("Abnormal")));
        assertThat(filter.blocks().getFirst().histogram()).isEqualTo(Map.of(0, 1, 3, 1, 8, 1));
        filter.show(Optional.of(new NodesAndJobsFilterModel.FreeCount(NPU, 3)));
        assertThat(shown()).containsExactly("other");
        filter.show(Optional.of(new NodesAndJobsFilterModel.FreeCount(NodeSamples.GPU, 3)));
        assertThat(shown()).isEmpty();
        filter.show(Optional.empty());
        assertThat(shown()).hasSize(4);
        filter.show(Optional.of(new NodesAndJobsFilterModel.FreeCount(NPU, 3)));
        filter.clear();
        assertThat(filter.freeCountProperty().get()).isEmpty();
    }

    @Test
    void a_chosen_kind_that_no_node_is_of_any_more_can_still_be_given_up() {
        put(FREE, BROKEN);
        filter.show(NodeFilterKind.ABNORMAL, true);
        put(FREE);
        assertThat(filter.counts()).containsEntry(NodeFilterKind.ABNORMAL, 0);
        assertThat(shown()).isEmpty();
    }

    @Test
    void odd_are_nodes_that_take_no_jobs_lack_cards_or_are_maintained_or_have_cards_that_no_job_holds() {
        var lacking = node("lacking", NodeSamples.SNT9, amount(1, 1, NPU, 5), amount(1, 1, NPU, 5), null);
        var held = ringNode("held", null, 6);
        var maintained = ringNode("maintained", null, 8);
        filter.put(List.of(FREE, BROKEN, lacking, held, maintained), Optional.of(read()),
                Optional.of(List.of(maintenance("maintained", "scheduled", NOW.plus(Duration.ofDays(5))))));
        filter.onlyOddProperty().set(true);
        assertThat(shown()).containsExactlyInAnyOrder("broken", "lacking", "held", "maintained");
    }

    @Test
    void cards_are_missing_by_what_the_service_says_of_the_specification_before_the_built_in_table() {
        put(FREE);
        assertThat(filter.shownRows().getFirst().missingCards()).isEqualTo(FieldValue.ABSENT);
        filter.decodeWith(Map.of(NodeSamples.SNT9, new ReportedNodeFlavor(FieldValue.ABSENT, FieldValue.ABSENT,
                FieldValue.ABSENT, FieldValue.Number.of(16))));
        put(FREE);
        assertThat(filter.shownRows().getFirst().missingCards()).isEqualTo(FieldValue.Number.of(16));
    }

    @Test
    void jobs_and_maintenance_that_are_not_known_are_not_none() {
        filter.put(List.of(FREE), Optional.empty(), Optional.empty());
        assertThat(filter.shownRows().getFirst().jobs()).isEmpty();
        assertThat(filter.shownRows().getFirst().maintenance()).isEmpty();
        filter.put(List.of(FREE), Optional.of(read(on("x", "ip-free"))), Optional.of(List.of()));
        assertThat(filter.shownRows().getFirst().jobs().orElseThrow().jobs()).hasSize(1);
        assertThat(filter.shownRows().getFirst().maintenance()).contains(List.of());
    }

    @Test
    void maintenance_that_is_over_or_of_another_node_is_left_out_and_the_next_comes_first() {
        var next = maintenance("free", "inquiring", NOW.plus(Duration.ofDays(1)));
        var later = maintenance("free", "scheduled", NOW.plus(Duration.ofDays(2)));
        filter.put(List.of(FREE), Optional.empty(), Optional.of(
                List.of(later, next, maintenance("free", "completed", NOW), maintenance("other", "scheduled", NOW))));
        assertThat(filter.shownRows().getFirst().maintenance()).contains(List.of(next, later));
    }

    @Test
    void how_much_a_node_needs_to_be_looked_at() {
        assertThat(attention(FREE)).isEqualTo(NodeTableRow.Attention.NONE);
        assertThat(attention(BROKEN)).isEqualTo(NodeTableRow.Attention.TROUBLE);
        assertThat(attention(BROKEN_SPARE)).isEqualTo(NodeTableRow.Attention.TROUBLE);
        assertThat(attention(ISOLATED)).isEqualTo(NodeTableRow.Attention.TROUBLE);
        assertThat(attention(FROZEN)).isEqualTo(NodeTableRow.Attention.SOON);
        assertThat(attention(withPhase(SPARE, FieldValue.text("Checking")))).isEqualTo(NodeTableRow.Attention.SOON);
        assertThat(attention(SPARE)).isEqualTo(NodeTableRow.Attention.MUTED);
        assertThat(attention(DRAINED)).isEqualTo(NodeTableRow.Attention.MUTED);
        var soon = maintenance("free", "scheduled", NOW.plus(Duration.ofHours(23)));
        var later = maintenance("free", "scheduled", NOW.plus(Duration.ofHours(25)));
        var consent = maintenance("free", "inquiring", NOW.plus(Duration.ofHours(25)));
        assertThat(attention(FREE, soon)).isEqualTo(NodeTableRow.Attention.SOON);
        assertThat(attention(FREE, later)).isEqualTo(NodeTableRow.Attention.NONE);
        assertThat(attention(FREE, consent)).isEqualTo(NodeTableRow.Attention.SOON);
    }

    private NodeTableRow.Attention attention(PoolNode node, ScheduledEvent... events) {
        filter.put(List.of(node), Optional.of(read()), Optional.of(List.of(events)));
        return filter.shownRows().getFirst().attention(NOW);
    }

    @Test
    void a_node_limits_the_jobs_to_its_own_until_the_limit_is_removed() {
        var other = ringNode("other", null, 8);
        filter.put(List.of(FREE, other),
                Optional.of(read(on("a", "ip-free"), on("b", "ip-other"), on("both", "ip-free", "ip-other"))),
                Optional.empty());
        filter.limitTo(Optional.of(other));
        assertThat(filter.shownJobs(_ -> true)).extracting(one -> one.name().asText("")).containsExactly("b", "both");
        filter.limitTo(Optional.empty());
        assertThat(filter.shownJobs(_ -> true)).hasSize(3);
    }

    @Test
    void a_marked_job_stays_marked_where_it_is_now_and_is_forgotten_when_it_is_gone() {
        filter.put(List.of(FREE), Optional.of(read(on("a", "ip-free"))), Optional.empty());
        filter.mark(List.of(on("a", "ip-free")));
        var moved = on("a", "ip-other");
        filter.put(List.of(FREE), Optional.of(read(moved)), Optional.empty());
        assertThat(filter.markedProperty().get()).containsExactly(moved);
        filter.put(List.of(FREE), Optional.of(read(on("b", "ip-free"))), Optional.empty());
        assertThat(filter.markedProperty().get()).isEmpty();
    }

    @Test
    void what_was_chosen_of_one_pool_is_not_chosen_of_the_next() {
        put(FREE);
        filter.show(NodeFilterKind.TAKES_JOBS, true);
        filter.mark(List.of(on("a", "ip-free")));
        filter.limitTo(Optional.of(FREE));
        filter.soughtProperty().set("free");
        filter.clear();
        assertThat(filter.soughtProperty().get()).isEmpty();
        assertThat(filter.kindsProperty().get()).isEqualTo(Set.of());
        assertThat(filter.markedProperty().get()).isEmpty();
        assertThat(filter.nodeProperty().get()).isEmpty();
        assertThat(filter.shownRows()).isEmpty();
    }
}
