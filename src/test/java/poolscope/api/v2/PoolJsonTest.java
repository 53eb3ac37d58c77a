package poolscope.api.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.pool.ApiGeneration;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolOrigin;

/// Against the sample of the list of pools of v2, whose facts are written out here by hand.
class PoolJsonTest {
    private static final PoolOrigin ORIGIN = new PoolOrigin("c", "Connection", "", ApiGeneration.V2, 1, Instant.EPOCH,
            "");

    static byte[] sample(String name) throws IOException {
        try (InputStream in = PoolJsonTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static List<Pool> pools(byte[] body) throws UnreadableResponseException {
        return V2ItemPageJson.read(body, new ValueInterner(), in -> {
            int start = in.start();
            var pool = PoolJson.read(in);
            return pool.toPool(ORIGIN, in.sliceFrom(start), in.valueInterner());
        }).items();
    }

    private static Pool pool(String json) throws UnreadableResponseException {
        return pools(("{\"items\":[" + json + "]}").getBytes(StandardCharsets.UTF_8)).getFirst();
    }

    /// What is known of a pool, as text.
    private static Map<PoolField, String> known(Pool pool) {
        var known = new EnumMap<PoolField, String>(PoolField.class);
        for (var field : PoolField.all(false)) {
            var text = switch (field.of(pool)) {
                case FieldValue.Absent _ -> null;
                case FieldValue.Unreadable(var raw) -> "?" + raw;
                case FieldValue.Number(var number) -> number.toPlainString();
                case FieldValue.Portion(var part, var whole) -> part + "/" + whole;
                case FieldValue.Time(var instant) -> instant.toString();
                case FieldValue.Before(var instant) -> "before " + instant;
                case FieldValue.Day(var date) -> date.toString();
                case FieldValue.State(var status) -> status.word();
                case FieldValue.Text(var written) -> written;
            };
            if (text != null) known.put(field, text);
        }
        return known;
    }

    @Test
    void a_prepaid_pool_with_two_flavors() throws Exception {
        assertThat(known(pools(sample("pools.json")).getFirst())).isEqualTo(Map.ofEntries(
                Map.entry(PoolField.ID, "pool-aurora-1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f"),
                Map.entry(PoolField.NAME, "aurora"), Map.entry(PoolField.DESCRIPTION, "large training runs"),
                Map.entry(PoolField.CONNECTION, "Connection"), Map.entry(PoolField.API, "v2"),
                Map.entry(PoolField.TENANT, "5a6b7c8d9e0f41528394a5b6c7d8e9f0"),
                Map.entry(PoolField.PROJECT, "9c1d5e0f7a2b4c6d8e0f1a2b3c4d5e6f"),
                Map.entry(PoolField.CREATED_AT, "2026-02-11T08:30:05Z"), Map.entry(PoolField.STATUS, "running"),
                Map.entry(PoolField.PHASE, "Running"), Map.entry(PoolField.NODES, "5/6"),
                Map.entry(PoolField.NODE_COUNT, "6"), Map.entry(PoolField.AVAILABLE_NODES, "5"),
                Map.entry(PoolField.UNAVAILABLE_NODES, "1"), Map.entry(PoolField.ABNORMAL_NODES, "1"),
                Map.entry(PoolField.CREATING_NODES, "0"), Map.entry(PoolField.DELETING_NODES, "0"),
                Map.entry(PoolField.MAX_NODES, "6"),
                Map.entry(PoolField.SPECIFICATION, "modelarts.bm.snt9.xlarge.8 + modelarts.vm.cpu.8ud"),
                Map.entry(PoolField.CHARGING_MODE, "prepaid"), Map.entry(PoolField.PERIOD_TYPE, "year"),
                Map.entry(PoolField.PERIOD_NUMBER, "1"), Map.entry(PoolField.AUTO_RENEW, "no"),
                Map.entry(PoolField.ORDER_ID, "CS2602110830AAAAA"), Map.entry(PoolField.BOUGHT, "1 year"),
                Map.entry(PoolField.POOL_TYPE, "Dedicate"),
                Map.entry(PoolField.SCOPE, "Train, Infer, Notebook (Enabling)"), Map.entry(PoolField.WORKSPACE, "0"),
                Map.entry(PoolField.NETWORK, "net-lab-9c1d5e0f7a2b4c6d8e0f1a2b3c4d5e6f"),
                Map.entry(PoolField.DRIVER, "7.1.0")));
    }

    @Test
    void the_others_of_the_sample() throws Exception {
        var pools = pools(sample("pools.json"));
        assertThat(pools).hasSize(5);
        var birch = known(pools.get(1));
        assertThat(birch).containsEntry(PoolField.DRIVER, "535.54.03 (Upgrading)")
                .containsEntry(PoolField.CHARGING_MODE, "postpaid")
                .doesNotContainKeys(PoolField.MAX_NODES, PoolField.PERIOD_TYPE, PoolField.AUTO_RENEW);
        var night = known(pools.get(2));
        assertThat(night).containsEntry(PoolField.POOL_TYPE, "Logical")
                .containsEntry(PoolField.PARENT, "pool-aurora-1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f");
        assertThat(pools.get(2).v2().setup().isLogical()).isTrue();
        assertThat(known(pools.get(3))).containsEntry(PoolField.STATUS, "abnormal")
                .containsEntry(PoolField.MESSAGE, "one node is not ready")
                .containsEntry(PoolField.NETWORK, "11111111-2222-3333-4444-555555555555")
                .doesNotContainKey(PoolField.SCOPE);
        // Nothing is said of its nodes' states: unknown, not 0.
        assertThat(known(pools.get(4))).containsEntry(PoolField.STATUS, "Waiting")
                .containsEntry(PoolField.NODE_COUNT, "3")
                .containsEntry(PoolField.PERIOD_TYPE, "month")
                .containsEntry(PoolField.PERIOD_NUMBER, "6")
                .containsEntry(PoolField.AUTO_RENEW, "yes")
                .doesNotContainKeys(PoolField.AVAILABLE_NODES, PoolField.ABNORMAL_NODES, PoolField.NODES);
    }

    @ParameterizedTest
    @CsvSource({"Running, running", "Creating, deploying", "Abnormal, abnormal", "Error, abnormal",
            "CreationFailed, abnormal", "ScalingFailed, abnormal", "Deleting, Deleting", "Waiting, Waiting",
            "New, New"})
    void a_phase_has_the_documents_word_where_one_fits(String phase, String status) throws Exception {
        var pool = pool("{\"status\":{\"phase\":\"" + phase + "\"}}");
        assertThat(pool.status().word()).isEqualTo(status);
        assertThat(PoolField.PHASE.of(pool)).isEqualTo(FieldValue.text(phase));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"available":[{"flavor":"a","count":3}],"abnormal":[{"flavor":"a","count":1}]} | 3 | 1 | 0
            {"available":{"flavor":"a","count":"3"},"abnormal":{"flavor":"a","count":1}}   | 3 | 1 | 0
            {"creating":[{"flavor":"a","count":4}]}                                        | 0 | 0 | 4
            {"available":[{"flavor":"a","count":2},{"flavor":"a","count":2}]}              | 4 | 0 | 0
            {"available":null}                                                             | 0 | 0 | 0
            """)
    void both_shapes_of_the_node_states_are_taken(String states, int available, int abnormal, int creating)
            throws Exception {
        var pool = pool("{\"spec\":{\"resources\":[{\"flavor\":\"a\",\"nodePool\":\"x\",\"count\":2},"
                + "{\"flavor\":\"a\",\"nodePool\":\"y\",\"count\":\"2\"}]},\"status\":{\"resources\":" + states + "}}");
        assertThat(pool.poolNodeGroups().groups()).as("by flavor alone where a state names no node pool")
                .hasSize(states.contains("flavor") ? 1 : 2);
        assertThat(pool.poolNodeGroups().count()).isEqualTo(FieldValue.Number.of(4));
        assertThat(pool.poolNodeGroups().available()).isEqualTo(FieldValue.Number.of(available));
        assertThat(pool.poolNodeGroups().abnormal()).isEqualTo(FieldValue.Number.of(abnormal));
        assertThat(pool.poolNodeGroups().creating()).isEqualTo(FieldValue.Number.of(creating));
    }

    @Test
    void node_pools_of_one_flavor_stay_apart_where_the_service_names_them() throws Exception {
        var pool = pool("{\"spec\":{\"resources\":[{\"flavor\":\"a\",\"nodePool\":\"x\",\"count\":2},"
                + "{\"flavor\":\"a\",\"nodePool\":\"y\",\"count\":3}]},\"status\":{\"resources\":{\"available\":["
                + "{\"flavor\":\"a\",\"nodePool\":\"y\",\"count\":3}],\"deleting\":[{\"flavor\":\"b\",\"nodePool\":\"z\",\"count\":1}]}}}");
        assertThat(pool.poolNodeGroups().groups())
                .extracting(group -> group.nodePool().asText(""), group -> group.count(), group -> group.available(),
                        group -> group.deleting())
                .containsExactly(tuple("x", FieldValue.Number.of(2), FieldValue.Number.of(0), FieldValue.Number.of(0)),
                        tuple("y", FieldValue.Number.of(3), FieldValue.Number.of(3), FieldValue.Number.of(0)),
                        tuple("z", FieldValue.Number.of(0), FieldValue.Number.of(0), FieldValue.Number.of(1)));
    }

    @Test
    void a_time_that_is_none_is_kept_as_it_came() throws Exception {
        assertThat(PoolField.CREATED_AT.of(pool("{\"metadata\":{\"creationTimestamp\":\"2026-02-11T08:30:05CST\"}}")))
                .isEqualTo(new FieldValue.Unreadable("\"2026-02-11T08:30:05CST\""));
        assertThat(PoolField.CREATED_AT.of(pool("{\"metadata\":{\"creationTimestamp\":null}}")))
                .isEqualTo(FieldValue.ABSENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}
            {"metadata":null,"spec":[],"status":"x"}
            {"metadata":{"labels":[],"annotations":7,"name":{}},"spec":{"resources":{"flavor":[]},"scope":{},"network":1},"status":{"scope":[1,{}],"driver":{"npu":[1]},"resources":[[]]}}
            """)
    void whatever_stands_in_a_pool_is_a_pool(String json) throws Exception {
        assertThat(pool(json).poolNodeGroups().available()).isEqualTo(FieldValue.ABSENT);
        assertThat(pool(json).poolNamesAndOwner().name()).isEqualTo(FieldValue.ABSENT);
    }

    /// What the document does not name may hold fields of the same names.
    @Test
    void what_stands_inside_of_an_unknown_field_is_not_taken_for_the_pools_own() throws Exception {
        var plain = """
                {"metadata":{"name":"pool-a","labels":{"os.modelarts/name":"alpha"%1$s},
                 "annotations":{"os.modelarts/description":"mine"%1$s}%1$s},
                 "spec":{"type":"Dedicate","network":{"vpcId":"vpc-1","name":"net-1"%1$s},
                 "resources":[{"flavor":"a","count":2%1$s}]%1$s},
                 "status":{"phase":"Running","driver":{"npu":{"version":"7.1.0","state":"Running"%1$s},
                 "gpu":[{"version":"9"}]},"scope":[{"scopeType":"Train","state":"Enabled"%1$s}],
                 "resources":{"available":[{"flavor":"a","count":2,"maxCount":{"count":9}%1$s}]%1$s}%1$s}%1$s}
                """;
        var unknown = """
                ,"future":{"available":[{"flavor":"a","count":9}],"name":"other","os.modelarts/name":"other","os.modelarts/description":"other","type":"other",
                 "flavor":"other","count":9,"phase":"other","version":"other","state":"other","scopeType":"other",
                 "metadata":{"name":"other"},"spec":{"type":"other"},"status":{"phase":"other"}}""";
        assertThat(known(pool(plain.formatted(unknown)))).isEqualTo(known(pool(plain.formatted(""))))
                .containsEntry(PoolField.ID, "pool-a")
                .containsEntry(PoolField.NAME, "alpha")
                .containsEntry(PoolField.NETWORK, "net-1")
                .containsEntry(PoolField.DRIVER, "7.1.0")
                .containsEntry(PoolField.SCOPE, "Train")
                .containsEntry(PoolField.NODES, "2/2");
        assertThat(known(pool("{\"spec\":{\"network\":{\"name\":\"net-1\",\"vpcId\":\"vpc-1\"}}}")))
                .containsEntry(PoolField.NETWORK, "net-1");
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "0.3e1, 3", "2e1, 20", "2.5, ?2.5", "-1, ?-1", "1e90, ?1E+90", "2147483647, 2147483647",
            "2147483648, ?2147483648", "2.147483647e9, 2147483647", "'\"4\"', 4", "'\"many\"', ?\"many\""})
    void a_count_of_nodes_is_a_whole_number_however_it_is_written(String sent, String count) throws Exception {
        assertThat(known(pool("{\"spec\":{\"resources\":[{\"flavor\":\"a\",\"count\":" + sent + "}]}}")))
                .containsEntry(PoolField.NODE_COUNT, count);
    }

    @Test
    void what_a_pool_is_wanted_for_is_said_until_its_state_says_what_it_is_used_for() throws Exception {
        assertThat(known(pool("{\"spec\":{\"scope\":[\"Train\",\"Infer\"]}}"))).containsEntry(PoolField.SCOPE,
                "Train, Infer");
        assertThat(known(pool("{\"spec\":{\"scope\":[\"Train\"]},\"status\":{\"scope\":[{\"scopeType\":\"Infer\"}]}}")))
                .containsEntry(PoolField.SCOPE, "Infer");
    }

    @Test
    void a_part_of_another_shape_does_not_hide_what_follows() throws Exception {
        assertThat(known(
                pool("""
                        {"metadata":[{"name":"x"}],"spec":[1],"status":{"driver":[{"version":"1"}],"resources":[{"available":[]}],
                         "phase":"Running"}}""")))
                .containsEntry(PoolField.PHASE, "Running")
                .doesNotContainKey(PoolField.ID);
    }

    private static Pool measured(byte[] metrics, int which, Pool pool) throws UnreadableResponseException {
        var valueInterner = new ValueInterner();
        var measured = PoolMetricsJson.read(metrics, valueInterner).items().get(which);
        return new MetricsFlavorsAndMaintenance(Map.of(pool.key(), measured), Map.of(), Map.of(), valueInterner)
                .addTo(pool);
    }

    @Test
    void free_is_capacity_less_what_is_allocated_key_by_key() throws Exception {
        var aurora = measured(sample("runtime-metrics.json"), 0, pools(sample("pools.json")).getFirst());
        assertThat(known(aurora)).containsEntry(PoolField.CPU_CORES, "784")
                .containsEntry(PoolField.MEMORY, "3211264")
                .containsEntry(PoolField.ACCELERATORS, "32")
                .containsEntry(PoolField.FREE_CPU_CORES, "531.2")
                .containsEntry(PoolField.FREE_MEMORY, "2178048")
                .containsEntry(PoolField.FREE_ACCELERATORS, "19")
                .containsEntry(PoolField.ACCELERATOR, "snt9")
                .doesNotContainKeys(PoolField.LARGEST_FREE_BLOCK, PoolField.WHOLE_FREE_NODES);
        assertThat(known(measured(sample("runtime-metrics.json"), 1, pools(sample("pools.json")).get(1))))
                .containsEntry(PoolField.FREE_ACCELERATORS, "6.5")
                .containsEntry(PoolField.MEMORY, "1048576");
    }

    @Test
    void what_only_one_of_both_names_is_not_known() throws Exception {
        var metrics = """
                {"items":[{"metadata":{"name":"a"},"table":{"capacity":{"value":{"cpu":"4","memory":"8 GB","snt9":8}},
                 "allocated":{"value":{"cpu":5,"t4":1}}}},{"metadata":{"name":"b"},"table":[]}]}
                """.getBytes(StandardCharsets.UTF_8);
        assertThat(known(measured(metrics, 0, pool("{}")))).containsEntry(PoolField.FREE_CPU_CORES, "0")
                .containsEntry(PoolField.MEMORY, "?\"8 GB\"")
                .doesNotContainKeys(PoolField.FREE_MEMORY, PoolField.FREE_ACCELERATORS);
        assertThat(known(measured(metrics, 1, pool("{}")))).doesNotContainKeys(PoolField.CPU_CORES,
                PoolField.FREE_CPU_CORES);
    }

    @Test
    void what_is_computed_has_no_zeros_at_its_end() throws Exception {
        var metrics = """
                {"items":[{"metadata":{"name":"a"},"table":{"capacity":{"value":{"cpu":"4.5","snt9":"1500m","t4":0.5}},
                 "allocated":{"value":{"cpu":"500m","snt9":"0.5","t4":0}}}}]}
                """.getBytes(StandardCharsets.UTF_8);
        assertThat(known(measured(metrics, 0, pool("{}")))).containsEntry(PoolField.ACCELERATORS, "2")
                .containsEntry(PoolField.FREE_CPU_CORES, "4")
                .containsEntry(PoolField.FREE_ACCELERATORS, "1.5");
    }

    @Test
    void the_next_maintenance_is_the_first_that_is_still_ahead() throws Exception {
        var events = ScheduledEventJson.read(sample("scheduled-events.json")).items();
        assertThat(MetricsFlavorsAndMaintenance.nextMaintenance(events, Instant.parse("2026-08-21T00:00:00Z")))
                .isEqualTo(
                        Map.of("pool-aurora-1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f", Instant.parse("2026-08-23T00:00:00Z")));
        assertThat(MetricsFlavorsAndMaintenance.nextMaintenance(events, Instant.parse("2026-08-24T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void without_metrics_the_flavors_say_the_type_of_the_cards() throws Exception {
        var flavors = MetricsFlavorsAndMaintenance
                .flavors(ResourceFlavorJson.read(sample("resource-flavors.json")).items());
        var aurora = new MetricsFlavorsAndMaintenance(Map.of(), flavors, Map.of(), new ValueInterner())
                .addTo(pools(sample("pools.json")).getFirst());
        assertThat(PoolField.ACCELERATOR.of(aurora)).isEqualTo(FieldValue.text("snt9"));
    }
}
