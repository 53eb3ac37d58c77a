package poolscope.ui.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static poolscope.pool.node.NodeSamples.GPU;
import static poolscope.pool.node.NodeSamples.amount;
import static poolscope.pool.node.NodeSamples.gpuNode;
import static poolscope.pool.node.NodeSamples.job;
import static poolscope.pool.node.NodeSamples.node;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.v2.PoolContentsReader.RequestLimit;
import poolscope.pool.AllocatableResources;
import poolscope.pool.ApiGeneration;
import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.KnownUndocumentedFields;
import poolscope.pool.Pool;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.PoolNodeGroups;
import poolscope.pool.PoolOrigin;
import poolscope.pool.PoolStatus;
import poolscope.pool.RawJson;
import poolscope.pool.V2OnlyPoolFields;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.filter.TextMatcher;
import poolscope.pool.fit.FitResult;
import poolscope.pool.fit.JobDemand;
import poolscope.pool.node.NodeFitResult;
import poolscope.pool.node.NodeFitResult.Verdict;
import poolscope.pool.node.PoolContentsList;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.PoolSet;
import poolscope.pool.table.SortOrder;
import poolscope.pool.table.TableQuery;

class NodeCheckerTest {
    private static final Instant READ_AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final FailureDetails DETAILS = FailureDetails.of(new FailureDetails.RequestLine("GET", "h", "/"),
            Instant.EPOCH);
    private static final Failure NOT_ALLOWED = new Failure.NotAllowed(Failure.NotAllowed.Cause.PERMISSION, DETAILS);
    private static final Failure NO_ANSWER = new Failure.Unreachable(Failure.Unreachable.Cause.CONNECT_TIMED_OUT,
            DETAILS);

    /// Answers from memory; a page is a request.
    private static final class Memory implements NodeChecker.Contents {
        final Map<String, List<PoolNode>> nodes = new HashMap<>();
        final Map<String, List<PoolJob>> jobs = new HashMap<>();
        final Map<String, Failure> nodeFailures = new HashMap<>();
        final Map<String, Failure> jobFailures = new HashMap<>();
        final Map<String, Integer> pages = new HashMap<>();
        final Set<String> cutOff = new HashSet<>();
        final List<String> asked = new ArrayList<>();

        @Override
        public PoolContentsList<PoolNode> nodes(Pool pool, RequestLimit limit) throws ApiException {
            return read("nodes " + pool.key(), nodeFailures.get(pool.key()), nodes.getOrDefault(pool.key(), List.of()),
                    pages.getOrDefault(pool.key(), 1), limit);
        }

        @Override
        public PoolContentsList<PoolJob> jobs(Pool pool, RequestLimit limit) throws ApiException {
            return read("jobs " + pool.key(), jobFailures.get(pool.key()), jobs.getOrDefault(pool.key(), List.of()), 1,
                    limit);
        }

        private <T> PoolContentsList<T> read(String what, @Nullable Failure failure, List<T> items, int pageCount,
                RequestLimit limit) throws ApiException {
            for (int page = 0; page < pageCount; page++) {
                if (!limit.spend()) return new PoolContentsList<>(List.of(), false, READ_AT);
                asked.add(what);
            }
            if (failure != null) throw new ApiException(failure);
            return new PoolContentsList<>(items, !cutOff.contains(what), READ_AT);
        }
    }

    private final Memory memory = new Memory();
    private final List<Long> progress = new ArrayList<>();

    private static Pool pool(String id, String connection, ApiGeneration api, long cards) {
        var poolNodeGroups = new PoolNodeGroups(List.of(
                new PoolNodeGroups.Group(FieldValue.text("spec"), FieldValue.Number.of(4), FieldValue.Number.of(4))));
        return new Pool(
                new PoolNamesAndOwner(FieldValue.text(id), FieldValue.text(id), FieldValue.ABSENT, FieldValue.ABSENT,
                        FieldValue.ABSENT, FieldValue.ABSENT),
                FieldValue.ABSENT, PoolStatus.of("running"), poolNodeGroups,
                new AllocatableResources(FieldValue.Number.of(100), FieldValue.Number.of(100),
                        FieldValue.Number.of(cards)),
                Billing.ON_DEMAND, KnownUndocumentedFields.NONE, V2OnlyPoolFields.NONE,
                new PoolOrigin(connection, connection, "", api, 1, READ_AT, ""), RawJson.NONE);
    }

    /// Neither what is free nor what can be allocated is known of it.
    private static Pool unknown(String id, ApiGeneration api) {
        var pool = pool(id, "c", api, 32);
        return pool.with(new AllocatableResources(FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT), pool.v2());
    }

    private static List<Pool> pools(int count) {
        return IntStream.range(0, count).mapToObj(i -> pool("p" + i, "c", ApiGeneration.V2, 32)).toList();
    }

    private static JobDemand cards(int nodes, double cards, String specification) {
        return new JobDemand(nodes, new JobDemand.Amounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.valueOf(cards)),
                TextMatcher.of(specification), true);
    }

    private AllPoolsNodeCheckResult check(List<Pool> pools) throws InterruptedException {
        return new NodeChecker(cards(1, 8, ""), memory).of(pools, progress::add);
    }

    private static Verdict verdict(PoolNodeCheckResult check) {
        return ((PoolNodeCheckResult.Answered) check.outcome()).fit().verdict();
    }

    private static List<String> names(AllPoolsNodeCheckResult result) {
        return result.pools().stream().map(one -> one.pool().key()).toList();
    }

    @Test
    void each_pool_that_is_done_is_progress_and_the_best_answer_comes_first() throws Exception {
        memory.nodes.put("p0", List.of(gpuNode("a", 8)));
        memory.jobs.put("p0", List.of(job("w", "train", "Queue", amount(1, 1, GPU, 8))));
        memory.nodes.put("p1", List.of(gpuNode("b", 8)));
        memory.nodes.put("p2", List.of());
        memory.nodeFailures.put("p3", NOT_ALLOWED);
        var result = check(pools(4));
        assertThat(progress).containsExactly(1L, 2L, 3L, 4L);
        assertThat(names(result)).containsExactly("p1", "p0", "p2", "p3");
        assertThat(result.pools().get(0))
                .satisfies(one -> assertThat(verdict(one)).isEqualTo(new Verdict.RoomNow(List.of(gpuNode("b", 8)))));
        assertThat(verdict(result.pools().get(1))).isInstanceOf(Verdict.RoomBehindQueue.class);
        assertThat(verdict(result.pools().get(2))).isEqualTo(new Verdict.NeverHere(0));
        assertThat(result.withRoomNow()).isEqualTo(2);
        assertThat(result.certain()).as("all but the refused one").isEqualTo(3);
        assertThat(result.notRead()).isZero();
    }

    @Test
    void twenty_requests_are_the_most_and_what_they_did_not_reach_is_counted() throws Exception {
        for (var pool : pools(30))
            memory.nodes.put(pool.key(), List.of(gpuNode("n", 8)));
        var result = check(pools(30));
        // One for the nodes and one for the jobs of each
        assertThat(memory.asked).hasSize(20);
        assertThat(result.pools()).hasSize(10);
        assertThat(result.notRead()).isEqualTo(20);
    }

    @Test
    void jobs_are_not_read_where_the_answer_does_not_depend_on_them() throws Exception {
        for (var pool : pools(30))
            memory.nodes.put(pool.key(), List.of());
        var result = check(pools(30));
        assertThat(memory.asked).hasSize(20).allMatch(one -> one.startsWith("nodes "));
        assertThat(result.pools()).hasSize(20);
        assertThat(result.notRead()).isEqualTo(10);
    }

    @Test
    void a_pool_with_more_pages_than_requests_are_left_is_not_known() throws Exception {
        memory.pages.put("p0", 21);
        memory.nodes.put("p0", List.of(gpuNode("n", 8)));
        var result = check(pools(2));
        assertThat(memory.asked).hasSize(20);
        assertThat(result.pools()).extracting(PoolNodeCheckResult::outcome)
                .containsExactly(new PoolNodeCheckResult.Partial(true));
        assertThat(result.notRead()).isEqualTo(1);
    }

    @Test
    void a_part_of_the_nodes_is_no_answer() throws Exception {
        memory.nodes.put("p0", List.of(gpuNode("n", 8)));
        memory.cutOff.add("nodes p0");
        assertThat(check(pools(1)).pools()).extracting(PoolNodeCheckResult::outcome)
                .containsExactly(new PoolNodeCheckResult.Partial(false));
    }

    @Test
    void jobs_that_are_refused_leave_the_room_with_the_reason() throws Exception {
        memory.nodes.put("p0", List.of(gpuNode("n", 8)));
        memory.jobFailures.put("p0", NOT_ALLOWED);
        assertThat(check(pools(1)).pools()).singleElement().satisfies(one -> {
            assertThat(verdict(one)).isEqualTo(new Verdict.RoomBehindQueue(List.of(gpuNode("n", 8)), Optional.empty()));
            assertThat(((PoolNodeCheckResult.Answered) one.outcome()).jobsFailure().orElseThrow().failure())
                    .isEqualTo(NOT_ALLOWED);
        });
    }

    @Test
    void a_part_of_the_jobs_does_not_say_that_none_waits() throws Exception {
        memory.nodes.put("p0", List.of(gpuNode("n", 8)));
        memory.cutOff.add("jobs p0");
        assertThat(verdict(check(pools(1)).pools().getFirst()))
                .isEqualTo(new Verdict.RoomBehindQueue(List.of(gpuNode("n", 8)), Optional.empty()));
    }

    @Test
    void a_refusal_concerns_one_pool_and_a_service_that_does_not_answer_all_of_its_connection() throws Exception {
        var pools = List.of(pool("a", "c", ApiGeneration.V2, 8), pool("b", "c", ApiGeneration.V2, 8),
                pool("c", "c", ApiGeneration.V2, 8), pool("d", "other", ApiGeneration.V2, 8));
        memory.nodeFailures.put("a", NOT_ALLOWED);
        memory.nodeFailures.put("b", NO_ANSWER);
        memory.nodes.put("d", List.of(gpuNode("n", 8)));
        var result = check(pools);
        assertThat(memory.asked).containsExactly("nodes a", "nodes b", "nodes d", "jobs d");
        assertThat(result.pools()).filteredOn(one -> one.outcome() instanceof PoolNodeCheckResult.Failed)
                .extracting(one -> ((PoolNodeCheckResult.Failed) one.outcome()).why().failure())
                .containsExactly(NOT_ALLOWED, NO_ANSWER, NO_ANSWER);
    }

    @Test
    void nodes_of_another_specification_are_left_out_and_counted() throws Exception {
        var other = node("o", "other.flavor", amount(1, 1, GPU, 8), amount(1, 1, GPU, 8), null);
        memory.nodes.put("p0", List.of(other, gpuNode("n", 0)));
        var result = new NodeChecker(cards(1, 8, "gpu.flavor"), memory).of(pools(1), progress::add);
        assertThat(result.pools()).singleElement().satisfies(one -> {
            assertThat(verdict(one)).isNotInstanceOf(Verdict.RoomBehindQueue.class);
            var answered = (PoolNodeCheckResult.Answered) one.outcome();
            assertThat(answered.otherSpecifications()).isEqualTo(1);
            assertThat(answered.fit().notCounted()).extracting(NodeFitResult.NotCounted::node)
                    .containsExactly(gpuNode("n", 0));
        });
    }

    @Test
    void an_interrupt_ends_the_check() {
        var interrupted = new NodeChecker.Contents() {
            @Override
            public PoolContentsList<PoolNode> nodes(Pool pool, RequestLimit limit) throws InterruptedException {
                throw new InterruptedException();
            }

            @Override
            public PoolContentsList<PoolJob> jobs(Pool pool, RequestLimit limit) {
                return new PoolContentsList<>(List.of(), true, READ_AT);
            }
        };
        assertThatThrownBy(() -> new NodeChecker(cards(1, 1, ""), interrupted).of(pools(3), progress::add))
                .isInstanceOf(InterruptedException.class);
        assertThat(progress).isEmpty();
    }

    @Test
    void the_share_of_a_node_is_rounded_up_to_whole_cards() {
        var each = NodeChecker.ofOneNode(new JobDemand(2,
                new JobDemand.Amounts(BigDecimal.valueOf(5), BigDecimal.valueOf(1024), BigDecimal.valueOf(3)),
                TextMatcher.of(""), true));
        assertThat(each.nodes()).isEqualTo(2);
        assertThat(each.cards()).isEqualTo(2);
        assertThat(each.cpuCores()).isEqualByComparingTo("2.5");
        assertThat(each.memoryMiB()).isEqualByComparingTo("512");
    }

    @Test
    void pools_of_v2_with_enough_by_their_sums_are_checked_the_likeliest_first_and_unknown_ones_last() {
        var tight = pool("tight", "c", ApiGeneration.V2, 32);
        var roomy = pool("roomy", "c", ApiGeneration.V2, 64);
        var inSum = pool("in sum", "c", ApiGeneration.V2, 8);
        var all = PoolSet.holding(
                List.of(pool("short", "c", ApiGeneration.V2, 4), inSum, roomy, pool("v1", "c", ApiGeneration.V1, 32),
                        unknown("unknown", ApiGeneration.V2), unknown("unknown v1", ApiGeneration.V1), tight));
        var demand = cards(1, 8, "");
        var shown = ArrangedPools.of(all,
                new TableQuery(PoolFilter.ALL, SortOrder.AS_SENT, PoolGroupingCriterion.NONE, Optional.of(demand)),
                READ_AT);
        assertThat(FitResult.of(inSum, demand)).isInstanceOf(FitResult.FitsInTotalOnly.class);
        assertThat(NodeChecker.likeliest(shown)).extracting(Pool::key)
                .containsExactly("tight", "roomy", "in sum", "unknown");
    }
}
