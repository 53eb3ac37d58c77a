package poolscope.api.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static poolscope.api.v2.V2Samples.items;
import static poolscope.api.v2.V2Samples.json;
import static poolscope.api.v2.V2Samples.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.PropertyCases;
import poolscope.api.Failure.UnreadableAnswer.Cause;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.pool.AllocatableResources;
import poolscope.pool.ApiGeneration;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolOrigin;
import poolscope.pool.node.FreeCardStatisticsOfPool;
import poolscope.pool.node.NodeAvailability;
import poolscope.pool.node.NodeFreeCards;
import poolscope.pool.node.PoolNode;

/// The lists of v2 against the made-up answers, hand-computed, and against odd ones.
class V2ListsTest {
    private static final String AURORA = "pool-aurora-1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f";
    private static final String NPU = "huawei.com/ascend-1980";

    @FunctionalInterface
    interface Reader {
        V2ItemPage<?> read(byte[] body) throws UnreadableResponseException;
    }

    static Stream<Reader> readers() {
        return Stream.of(body -> PoolMetricsJson.read(body, new ValueInterner()), ResourceFlavorJson::read,
                PoolNodeJson::read, PoolJobJson::read, PoolEventJson::read, V2ListsTest::readPools);
    }

    private static V2ItemPage<Pool> readPools(byte[] body) throws UnreadableResponseException {
        var poolOrigin = new PoolOrigin("c", "lab", "", ApiGeneration.V2, 1, Instant.EPOCH, "");
        return V2ItemPageJson.read(body, new ValueInterner(), in -> {
            int start = in.start();
            var pool = PoolJson.read(in);
            return pool.toPool(poolOrigin, in.sliceFrom(start), in.valueInterner());
        });
    }

    static Stream<Reader> allReaders() {
        return Stream.concat(readers(), Stream.of(ScheduledEventJson::read));
    }

    private static FieldValue number(String number) {
        return new FieldValue.Number(new BigDecimal(number));
    }

    private static FieldValue time(String instant) {
        return new FieldValue.Time(Instant.parse(instant));
    }

    private static List<PoolMetrics> metrics(byte[] body) throws UnreadableResponseException {
        return PoolMetricsJson.read(body, new ValueInterner()).items();
    }

    @Test
    void reads_what_pools_have_and_what_is_taken() throws Exception {
        var list = metrics(sample("runtime-metrics.json"));
        var aurora = list.getFirst();
        assertThat(aurora.poolId()).isEqualTo(FieldValue.text(AURORA));
        assertThat(aurora.capacity().cpuCores()).isEqualTo(number("784"));
        assertThat(aurora.capacity().memoryMiB()).isEqualTo(number("3211264"));
        assertThat(aurora.capacity().accelerators()).isEqualTo(number("32"));
        assertThat(aurora.cardTypes()).isEqualTo(FieldValue.text("snt9"));
        assertThat(aurora.free().cpuCores()).as("784 - 252.8").isEqualTo(number("531.2"));
        assertThat(aurora.free().memoryMiB()).as("3211264 - 1033216").isEqualTo(number("2178048"));
        assertThat(aurora.free().accelerators()).as("32 - 13").isEqualTo(number("19"));
        assertThat(list.get(1).capacity().memoryMiB()).isEqualTo(number("1048576"));
        assertThat(list.get(1).free().accelerators()).as("16 - 9.5").isEqualTo(number("6.5"));
    }

    @Test
    void metrics_without_a_table_are_not_known() throws Exception {
        for (var table : List.of("", ",'table':null", ",'table':7", ",'table':{'capacity':null,'allocated':{}}")) {
            var item = metrics(items("{'metadata':{'name':'p'}" + table + "}")).getFirst();
            assertThat(item.capacity()).as(table)
                    .isEqualTo(new AllocatableResources(FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT));
            assertThat(item.free().cpuCores()).as(table).isEqualTo(FieldValue.ABSENT);
            assertThat(item.cardTypes()).as(table).isEqualTo(FieldValue.ABSENT);
        }
    }

    @Test
    void an_odd_amount_is_kept_beside_good_ones() throws Exception {
        var item = metrics(items(
                "{'metadata':{'name':'p'},'table':{'capacity':{'value':{'cpu':'many','memory':-3,'nvidia.com/t4':null,'t':[]}}}}"))
                .getFirst();
        assertThat(item.capacity().cpuCores()).isEqualTo(new FieldValue.Unreadable("\"many\""));
        assertThat(item.capacity().memoryMiB()).isEqualTo(new FieldValue.Unreadable("-3"));
        assertThat(item.capacity().accelerators()).as("of which one type is not known").isEqualTo(FieldValue.ABSENT);
        assertThat(item.cardTypes()).isEqualTo(FieldValue.text("nvidia.com/t4, t"));
        assertThat(metrics(items("{'table':{'capacity':{'value':{'t':[]}}}}")).getFirst().capacity().accelerators())
                .isEqualTo(new FieldValue.Unreadable("[]"));
    }

    @Test
    void reads_what_a_node_of_each_specification_has() throws Exception {
        var list = ResourceFlavorJson.read(sample("resource-flavors.json")).items();
        assertThat(list).containsExactly(
                new ResourceFlavor(FieldValue.text("modelarts.bm.snt9.xlarge.8"), number("192"), number("786432"),
                        FieldValue.text("snt9"), number("8")),
                new ResourceFlavor(FieldValue.text("modelarts.p3.8xlarge.public"), number("72"), number("524288"),
                        FieldValue.text("v100"), number("8")),
                new ResourceFlavor(FieldValue.text("modelarts.vm.cpu.8ud"), number("8"), number("32768"),
                        FieldValue.ABSENT, FieldValue.ABSENT));
    }

    @Test
    void reads_planned_maintenance() throws Exception {
        var page = ScheduledEventJson.read(sample("scheduled-events.json"));
        assertThat(page.total()).isEqualTo(2);
        var first = page.items().getFirst();
        assertThat(first.node()).isEqualTo(FieldValue.text("aur-c0v5t"));
        assertThat(first.poolId()).isEqualTo(FieldValue.text(AURORA));
        assertThat(first.awaitsConsent()).isTrue();
        assertThat(first.isAhead()).isTrue();
        assertThat(first.beginsAt()).isEqualTo(time("2026-08-23T00:00:00Z"));
        var second = page.items().get(1);
        assertThat(second.isAhead()).isFalse();
        assertThat(second.beginsAt()).isEqualTo(time("2026-08-01T01:00:00Z"));
    }

    @Test
    void reads_nodes() throws Exception {
        var page = PoolNodeJson.read(sample("nodes-page-1.json"));
        assertThat(page.next()).isEqualTo("bm9kZS1wYWdlLTI=");
        var node = page.items().get(1);
        assertThat(node.name()).isEqualTo(FieldValue.text("aur-b7xq4"));
        assertThat(node.flavor()).isEqualTo(FieldValue.text("modelarts.bm.snt9.xlarge.8"));
        assertThat(node.zone()).isEqualTo(FieldValue.text("xx-north-0a"));
        assertThat(node.privateIp()).isEqualTo(FieldValue.text("192.168.7.12"));
        assertThat(node.createdAt()).isEqualTo(time("2026-02-11T08:41:30Z"));
        assertThat(node.total().cpuCores()).isEqualTo(number("190.9"));
        assertThat(node.free().cpuCores()).isEqualTo(number("110.9"));
        assertThat(node.free().memoryMiB()).isEqualTo(number("437416"));
        assertThat(node.freeCards()).isEqualTo(number("3"));
        assertThat(node.cards()).isEqualTo(new NodeFreeCards.Known(List.of(1, 2, 3), 8));
        assertThat(node.hasRings()).isTrue();
        assertThat(node.labels().nodePool()).isEqualTo(FieldValue.text("modelarts.bm.snt9.xlarge.8-default"));
        assertThat(node.labels().resourceId()).isEqualTo(FieldValue.text("maos-node-aur-b7xq4"));
        assertThat(node.labels().billingMode()).isEqualTo(FieldValue.text("1"));
        assertThat(node.system().driverVersion()).isEqualTo(FieldValue.text("7.1.0"));
        assertThat(node.system().os()).isEqualTo(FieldValue.text("EulerOS 2.10"));
    }

    @Test
    void says_of_each_node_whether_it_takes_jobs_and_why_not() throws Exception {
        var nodes = nodes();
        assertThat(nodes.stream().filter(node -> node.use().takesJobs()).map(node -> node.name().asText("")))
                .containsExactly("aur-9k2lm", "aur-b7xq4", "aur-e1s3j");
        assertThat(kinds(nodes.get(2))).containsExactly(NodeAvailability.Kind.PHASE, NodeAvailability.Kind.TAINT,
                NodeAvailability.Kind.DRAINING);
        assertThat(kinds(nodes.get(3))).containsExactly(NodeAvailability.Kind.SPARE);
        assertThat(kinds(nodes.get(5))).containsExactly(NodeAvailability.Kind.PHASE, NodeAvailability.Kind.FROZEN);
        assertThat(nodes.get(2).taints().getFirst().since()).isEqualTo(time("2026-08-20T03:11:09Z"));
    }

    @Test
    void counts_free_cards_of_the_nodes_that_take_jobs() throws Exception {
        var blocks = FreeCardStatisticsOfPool.of(nodes());
        assertThat(blocks).hasSize(1);
        assertThat(blocks.getFirst().accelerator()).isEqualTo(NPU);
        assertThat(blocks.getFirst().free()).isEqualByComparingTo("3");
        assertThat(blocks.getFirst().largest()).isEqualTo(3);
        assertThat(blocks.getFirst().wholeNodes()).isZero();
        assertThat(blocks.getFirst().jobs()).isEqualTo(Map.of(1, 3, 2, 1, 4, 0, 8, 0, 16, 0));
    }

    private static List<PoolNode> nodes() throws UnreadableResponseException {
        var paging = V2PagedListAssembler.byToken(PoolNode::name);
        paging.accept(PoolNodeJson.read(sample("nodes-page-1.json")));
        paging.accept(PoolNodeJson.read(sample("nodes-page-2.json")));
        assertThat(paging.state()).isEqualTo(V2PagedListAssembler.State.COMPLETE);
        return paging.items();
    }

    private static List<NodeAvailability.Kind> kinds(PoolNode node) {
        return node.use().reasons().stream().map(NodeAvailability.Reason::kind).toList();
    }

    @Test
    void a_node_that_is_being_created_has_no_numbers() throws Exception {
        var bare = new String(sample("node-bare.json"), java.nio.charset.StandardCharsets.UTF_8);
        var node = PoolNodeJson.read(items(bare)).items().getFirst();
        assertThat(node.phase()).isEqualTo(FieldValue.text("Creating"));
        assertThat(node.total().isReported()).isFalse();
        assertThat(node.freeCards()).isEqualTo(FieldValue.ABSENT);
        assertThat(node.total().cpuCores()).isEqualTo(FieldValue.ABSENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "[7]", "'x'", "{}", "[{}]", "[{'effect':5}]", "[null]"})
    void taints_of_another_shape_keep_jobs_away(String taints) throws Exception {
        var node = PoolNodeJson.read(items("{'status':{'phase':'Available','taints':" + taints + "}}"))
                .items()
                .getFirst();
        assertThat(node.use().takesJobs()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]"})
    void no_taints_are_none(String taints) throws Exception {
        var node = PoolNodeJson.read(items("{'status':{'phase':'Available','taints':" + taints + "}}"))
                .items()
                .getFirst();
        assertThat(node.use().takesJobs()).isTrue();
    }

    @Test
    void labels_that_are_truth_values_or_numbers_are_read_as_texts_are() throws Exception {
        var node = PoolNodeJson.read(items("{'metadata':{'labels':{'os.modelarts.node/ha.redundant.enabled':true,"
                + "'os.modelarts/billing.status':1}},'status':{'phase':'Available'}}")).items().getFirst();
        assertThat(kinds(node)).containsExactly(NodeAvailability.Kind.SPARE, NodeAvailability.Kind.FROZEN);
    }

    @Test
    void a_time_that_can_not_be_read_is_kept() throws Exception {
        var node = PoolNodeJson.read(items("{'metadata':{'creationTimestamp':'2026-02-11 08:41:30 CST'}}"))
                .items()
                .getFirst();
        assertThat(node.createdAt()).isEqualTo(new FieldValue.Unreadable("\"2026-02-11 08:41:30 CST\""));
        var other = PoolNodeJson.read(items("{'metadata':{'creationTimestamp':'2026-02-11T08:41:30+08:00'}}"))
                .items()
                .getFirst();
        assertThat(other.createdAt()).isEqualTo(time("2026-02-11T00:41:30Z"));
    }

    @Test
    void reads_jobs() throws Exception {
        var page = PoolJobJson.read(sample("workloads.json"));
        assertThat(page.total()).isEqualTo(3);
        var job = page.items().getFirst();
        assertThat(job.name()).isEqualTo(FieldValue.text("segmenter-v4"));
        assertThat(job.id()).isEqualTo(FieldValue.text("0a0a0a0a-0000-4000-8000-000000000001"));
        assertThat(job.isRunning()).isTrue();
        assertThat(job.endsByItself()).isTrue();
        assertThat(job.needs().cpuCores()).isEqualTo(number("160"));
        assertThat(job.needs().memoryMiB()).isEqualTo(number("640000"));
        assertThat(job.needs().cards(NPU)).isEqualTo(number("8"));
        assertThat(job.timing().createdAt()).isEqualTo(time("2026-08-20T06:00:00Z"));
        assertThat(job.timing().ranSeconds()).isEqualTo(number("86400"));
        assertThat(job.timing().waitedSeconds()).isEqualTo(number("35"));
        assertThat(job.place()).isEqualTo(FieldValue.ABSENT);
        assertThat(job.hostIps()).containsExactly("192.168.7.11");
        assertThat(job.shares()).singleElement().satisfies(share -> {
            assertThat(share.placement()).isEqualTo(FieldValue.text("0000000011111111"));
            assertThat(share.amount().memoryMiB()).isEqualTo(number("640000"));
        });
    }

    @Test
    void a_job_on_one_node_has_all_its_cards_there_and_a_waiting_one_has_a_place() throws Exception {
        var jobs = PoolJobJson.read(sample("workloads.json")).items();
        assertThat(jobs.get(1).knownShares()).singleElement()
                .satisfies(share -> assertThat(share.amount().cards(NPU)).isEqualTo(number("1")));
        assertThat(jobs.get(1).endsByItself()).isFalse();
        assertThat(jobs.get(2).isWaiting()).isTrue();
        assertThat(jobs.get(2).place()).isEqualTo(number("1"));
        assertThat(jobs.get(2).needs().memoryMiB()).isEqualTo(number("6676.48"));
        assertThat(jobs.get(2).knownShares()).isEmpty();
    }

    @Test
    void hosts_of_a_job_are_one_text_or_an_array() throws Exception {
        for (var hosts : List.of("'10.0.0.1,10.0.0.2'", "['10.0.0.1','10.0.0.2']", "'10.0.0.1; 10.0.0.2'"))
            assertThat(PoolJobJson.read(items("{'hostIps':" + hosts + "}")).items().getFirst().hostIps())
                    .containsExactly("10.0.0.1", "10.0.0.2");
    }

    @Test
    void hosts_of_a_job_are_not_the_gaps_between_them_and_nothing_that_is_no_address() throws Exception {
        var jobs = PoolJobJson.read(items(
                "{'hostIps':' 10.0.0.1,, 10.0.0.2,'},{'hostIps':[{'ip':1},'10.0.0.3',7]," + "'status':'Running'}"))
                .items();
        assertThat(jobs.getFirst().hostIps()).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(jobs.get(1).hostIps()).containsExactly("10.0.0.3");
        assertThat(jobs.get(1).isRunning()).isTrue();
    }

    /// What the document does not name may hold fields of the same names.
    @Test
    void what_stands_inside_of_an_unknown_field_is_not_taken_for_the_nodes_or_the_jobs_own() throws Exception {
        var other = ",'future':{'name':'other','phase':'other','version':'other','flavor':'other','key':'other',"
                + "'jobName':'other','status':'other','hostIp':'10.9.9.9','metadata':{'name':'other'}}";
        var node = PoolNodeJson
                .read(items(("{'metadata':{'name':'n-1'%1$s},'spec':{'flavor':'a'%1$s},"
                        + "'status':{'phase':'Available','driver':{'phase':'Running','version':'7.1.0'%1$s},"
                        + "'os':{'name':'EulerOS'%1$s},'taints':[{'key':'k'%1$s}]%1$s}%1$s}").formatted(other)))
                .items()
                .getFirst();
        assertThat(node.name()).isEqualTo(FieldValue.text("n-1"));
        assertThat(node.flavor()).isEqualTo(FieldValue.text("a"));
        assertThat(node.phase()).isEqualTo(FieldValue.text("Available"));
        assertThat(node.system().driverVersion()).isEqualTo(FieldValue.text("7.1.0"));
        assertThat(node.system().os()).isEqualTo(FieldValue.text("EulerOS"));
        assertThat(node.taints()).singleElement()
                .satisfies(taint -> assertThat(taint.key()).isEqualTo(FieldValue.text("k")));
        var job = PoolJobJson.read(items(
                ("{'jobName':'train','status':'Running','nodes':[{'hostIp':'10.0.0.1'%1$s}]%1$s}").formatted(other)))
                .items()
                .getFirst();
        assertThat(job.name()).isEqualTo(FieldValue.text("train"));
        assertThat(job.isRunning()).isTrue();
        assertThat(job.hostIps()).containsExactly("10.0.0.1");
    }

    @Test
    void reads_events() throws Exception {
        var page = PoolEventJson.read(sample("events.json"));
        assertThat(page.total()).isEqualTo(43);
        assertThat(page.next()).isEqualTo("0c0c0c0c-0000-4000-8000-00000000000c");
        assertThat(page.items().getFirst().type()).isEqualTo(FieldValue.text("Warning"));
        assertThat(page.items().getFirst().reason()).isEqualTo(FieldValue.text("PoolResourcesStatusChange"));
        assertThat(page.items().getFirst().count()).isEqualTo(number("1"));
        assertThat(page.items().get(1).lastAt()).isEqualTo(time("2026-02-11T09:05:00Z"));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void an_empty_list_is_empty(Reader reader) throws Exception {
        assertThat(reader.read(json("{'items':[]}")).items()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_list_without_items_is_unreadable_and_not_empty(Reader reader) {
        for (var body : List.of("{}", "{'items':null}", "{'items':{}}", "{'items':0}", "{'kind':'NodeList','total':0}"))
            assertThatThrownBy(() -> reader.read(json(body))).as(body)
                    .isInstanceOfSatisfying(UnreadableResponseException.class,
                            e -> assertThat(e.cause()).isEqualTo(Cause.WRONG_SHAPE));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void an_answer_that_reports_a_failure_is_no_list(Reader reader) {
        assertThatThrownBy(() -> reader.read(json("{'error_code':'ModelArts.50005000','error_msg':'x','items':[]}")))
                .isInstanceOfSatisfying(UnreadableResponseException.class,
                        e -> assertThat(e.reportsFailure()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_message_of_a_failure_without_its_code_is_no_empty_list(Reader reader) {
        for (var message : List.of("error_msg", "error_message"))
            assertThatThrownBy(() -> reader.read(json("{'" + message + "':'x','items':[]}"))).as(message)
                    .isInstanceOfSatisfying(UnreadableResponseException.class,
                            e -> assertThat(e.reportsFailure()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("readers")
    void what_stands_inside_of_an_unknown_field_of_a_page_does_not_continue_it(Reader reader) throws Exception {
        var page = reader.read(json("{'future':{'total':9,'metadata':{'continue':'x'}},'metadata':{'continue':'t',"
                + "'future':{'continue':'x'}},'total':1,'items':[{'future':{'name':'x'}}]}"));
        assertThat(page.next()).isEqualTo("t");
        assertThat(page.total()).isEqualTo(1);
        assertThat(page.items()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void items_that_are_no_objects_are_counted(Reader reader) throws Exception {
        var page = reader.read(json("{'items':[null,7,[],{}],'metadata':null,'future':{'a':[1]}}"));
        assertThat(page.items()).hasSize(1);
        assertThat(page.unreadable()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("allReaders")
    void broken_bytes_throw_nothing_but_an_unreadable_answer(Reader reader) {
        var random = PropertyCases.random(1);
        for (var name : List.of("nodes-page-1.json", "workloads.json", "runtime-metrics.json", "resource-flavors.json",
                "events.json", "scheduled-events.json", "pools.json")) {
            var good = sample(name);
            for (int round = 0; round < PropertyCases.times(200); round++) {
                var bytes = round % 2 == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
                for (int i = 0; i < 1 + round % 5 && bytes.length > 0; i++)
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                try {
                    assertThat(reader.read(bytes).items()).doesNotContainNull();
                } catch (UnreadableResponseException e) {
                    assertThat(e.cause()).isNotNull();
                }
            }
        }
    }

    /// Each value of each sample is replaced by values of other kinds: a list is read all the same, or is unreadable.
    @ParameterizedTest
    @MethodSource("allReaders")
    void values_of_another_kind_throw_nothing_but_an_unreadable_answer(Reader reader) {
        var value = java.util.regex.Pattern.compile(": (\"[^\"]*\"|[0-9]+)");
        for (var name : List.of("nodes-page-1.json", "workloads.json", "runtime-metrics.json", "resource-flavors.json",
                "events.json", "scheduled-events.json", "pools.json")) {
            var text = new String(sample(name), java.nio.charset.StandardCharsets.UTF_8);
            for (var other : List.of("null", "[]", "{}", "[[{}]]", "-1", "1e90", "true", "\"\"")) {
                var bytes = value.matcher(text)
                        .replaceAll(": " + other)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
                try {
                    assertThat(reader.read(bytes).items()).doesNotContainNull();
                } catch (UnreadableResponseException e) {
                    assertThat(e.cause()).isNotNull();
                }
            }
        }
    }
}
