package poolscope.api.v1;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.PropertyCases;
import poolscope.api.Failure.UnreadableAnswer.Cause;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.connection.PoolQuery;
import poolscope.pool.AllocatableResources;
import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.KnownUndocumentedFields;
import poolscope.pool.Pool;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.PoolNodeGroups;
import poolscope.pool.PoolOrigin;
import poolscope.pool.PoolStatus;

class ClusterListPageJsonTest {
    static final PoolOrigin ORIGIN = new PoolOrigin("c", "Here", "cn-north-4", 1, Instant.EPOCH, "");

    static byte[] sample() throws IOException {
        try (InputStream in = ClusterListPageJsonTest.class.getResourceAsStream("list-clusters-sample.json")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    @Test
    void reads_the_documents_own_sample_field_by_field() throws Exception {
        var list = ClusterListPageJson.read(sample(), ORIGIN, new ValueInterner(), PoolQuery.SortBy.CREATED_AT);
        assertThat(list.total()).isEqualTo(1);
        assertThat(list.countAgrees()).isTrue();
        Pool pool = Objects.requireNonNull(list.entries().getFirst().value());
        assertThat(pool.poolNamesAndOwner()).isEqualTo(new PoolNamesAndOwner(
                FieldValue.text("ff808081673fbb3d01673fbb824d0000"), FieldValue.text("my-cluster"), FieldValue.text(""),
                FieldValue.text("tenant_id"), FieldValue.text("project_id"), FieldValue.text("owner_id")));
        assertThat(pool.createdAt()).isEqualTo(new FieldValue.Time(Instant.parse("2019-11-28T06:37:57.927Z")));
        assertThat(pool.status()).isEqualTo(PoolStatus.of("running"));
        assertThat(pool.poolNodeGroups().groups()).containsExactly(new PoolNodeGroups.Group(
                FieldValue.text("modelarts.vm.cpu.8ud"), FieldValue.Number.of(1), FieldValue.Number.of(1)));
        assertThat(pool.allocatableResources())
                .isEqualTo(new AllocatableResources(new FieldValue.Number(new BigDecimal("5.5")),
                        FieldValue.Number.of(4096), new FieldValue.Number(new BigDecimal("0.5"))));
        assertThat(pool.billing()).isEqualTo(Billing.ON_DEMAND);
        assertThat(pool.knownUndocumentedFields()).isEqualTo(KnownUndocumentedFields.NONE);
        assertThat(pool.poolOrigin()).isEqualTo(ORIGIN);
        assertThat(pool.raw().text()).startsWith("{").contains("ff808081673fbb3d01673fbb824d0000").endsWith("}");
        assertThat(list.entries().getFirst().key()).isEqualTo("ff808081673fbb3d01673fbb824d0000");
    }

    private static Pool pool(String fields) throws Exception {
        return Objects.requireNonNull(
                list("{\"total_count\":1,\"clusters\":[{" + fields + "}]}").entries().getFirst().value());
    }

    private static ClusterListPage<Pool> list(String json) throws UnreadableResponseException {
        return ClusterListPageJson.read(json.getBytes(UTF_8), ORIGIN, new ValueInterner(), PoolQuery.SortBy.CREATED_AT);
    }

    static Cause cause(byte[] body) {
        try {
            throw new AssertionError(
                    "read " + ClusterListPageJson.read(body, ORIGIN, new ValueInterner(), PoolQuery.SortBy.CREATED_AT));
        } catch (UnreadableResponseException e) {
            return e.cause();
        }
    }

    private static String shown(FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Absent _ -> "absent";
            case FieldValue.Unreadable(String raw) -> "raw " + raw;
            case FieldValue.Number(BigDecimal number) -> number.toString();
            case FieldValue.Text(String text) -> "text " + text;
            case FieldValue.Time(Instant instant) -> instant.toString();
            case FieldValue.Before(Instant instant) -> "before " + instant;
            case FieldValue.Day(var date) -> date.toString();
            case FieldValue.State(PoolStatus status) -> status.kind() + " " + status.word();
            case FieldValue.Portion portion -> portion.toString();
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"null|absent", "\"\"|raw \"\"", "\"12\"|12", "5.9|5.9",
            "7.06|7.06", "27307.0|27307.0", "0|0", "0.5|0.5", "\"0.5\"|0.5", "\"NaN\"|raw \"NaN\"", "1e400|raw 1e400",
            "1e99999999|raw 1e99999999", "1e3|1E+3", "-1|raw -1", "-0.0|raw -0.0", "true|raw true", "{}|raw {}",
            "[1, 2]|raw [1, 2]", "9007199254740993|9007199254740993", "9223372036854775808|9223372036854775808",
            "\"1,5\"|raw \"1,5\"", "\" 5\"|raw \" 5\"", "\"+5\"|raw \"+5\""})
    void P08_a_quantity_is_exact_or_unknown_but_never_zero_by_mistake(String json, String expected) throws Exception {
        assertThat(shown(pool("\"allocatable_memory\":" + json).allocatableResources().memoryMiB()))
                .isEqualTo(expected);
        assertThat(shown(pool("\"allocatable_gpus\":" + json).allocatableResources().accelerators()))
                .isEqualTo(expected);
        assertThat(shown(pool("\"x\":1").allocatableResources().cpuCores())).isEqualTo("absent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"3|3", "0|0", "5.0|5.0", "5.9|raw 5.9",
            "\"5\"|raw \"5\"", "-1|raw -1", "2147483647|2147483647", "2147483648|raw 2147483648",
            "2147483647.0|2147483647.0", "2147483648.0|raw 2147483648.0", "1099511627776|raw 1099511627776",
            "null|absent", "{\"a\": 1}|raw {\"a\": 1}"})
    void P08_a_count_is_whole_and_unquoted(String json, String expected) throws Exception {
        var group = pool("\"nodes\":{\"count\":" + json + ",\"specification\":\"s\"}").poolNodeGroups()
                .groups()
                .getFirst();
        assertThat(shown(group.count())).isEqualTo(expected);
        assertThat(shown(group.available())).isEqualTo("absent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"1574923077927|2019-11-28T06:37:57.927Z",
            "\"1574923077927\"|2019-11-28T06:37:57.927Z", "1574923077927.0|2019-11-28T06:37:57.927Z",
            "1574923077|raw 1574923077", "1574923077927000|raw 1574923077927000", "0|raw 0", "-1|raw -1",
            "1574923077927.5|raw 1574923077927.5", "253402300799999|9999-12-31T23:59:59.999Z",
            "253402300800000|raw 253402300800000", "9223372036854775808|raw 9223372036854775808", "null|absent",
            "\"2019-11-28\"|raw \"2019-11-28\"", "1e12|2001-09-09T01:46:40Z"})
    void P12_a_time_is_plausible_or_shown_as_it_came(String json, String expected) throws Exception {
        assertThat(shown(pool("\"created_at\":" + json).createdAt())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\"running\"|RUNNING running",
            "\"RUNNING\"|OTHER RUNNING", "\" running\"|OTHER  running", "1|OTHER 1", "true|OTHER true", "{}|OTHER {}",
            "null|OTHER_", "\"\"|OTHER_", "\"\\ud83d\\ude00\"|OTHER 😀"})
    void P09_any_status_lives(String json, String expected) throws Exception {
        assertThat(shown(new FieldValue.State(pool("\"status\":" + json).status())))
                .isEqualTo(expected.replace('_', ' '));
    }

    @Test
    void P10_an_id_is_text_or_number_and_without_one_there_is_no_key() throws Exception {
        assertThat(shown(pool("\"cluster_id\":17").poolNamesAndOwner().id())).isEqualTo("text 17");
        for (String json : List.of("null", "\"\"", "true", "{}")) {
            var clusterListEntry = list("{\"total_count\":1,\"clusters\":[{\"cluster_id\":" + json + "}]}").entries()
                    .getFirst();
            assertThat(clusterListEntry.key()).isNull();
            assertThat(Objects.requireNonNull(clusterListEntry.value()).key()).startsWith("without id");
        }
    }

    @Test
    void nodes_are_an_object_or_an_array_of_them() throws Exception {
        String one = "{\"specification\":\"s\",\"count\":2,\"available_count\":1,\"new\":[{}]}";
        assertThat(pool("\"nodes\":" + one).poolNodeGroups())
                .isEqualTo(pool("\"nodes\":[" + one + "]").poolNodeGroups());
        assertThat(shown(pool("\"nodes\":[" + one + "," + one + "]").poolNodeGroups().count())).isEqualTo("4");
        assertThat(pool("\"nodes\":[]").poolNodeGroups()).isEqualTo(PoolNodeGroups.NOT_REPORTED);
        assertThat(pool("\"nodes\":null").poolNodeGroups()).isEqualTo(PoolNodeGroups.NOT_REPORTED);
        assertThat(shown(pool("\"nodes\":\"many\"").poolNodeGroups().count())).isEqualTo("raw \"many\"");
    }

    @Test
    void reads_the_fields_of_prepaid_pools_and_those_that_the_document_does_not_know() throws Exception {
        var pool = pool(
                "\"product_id\":\"p\",\"order_id\":\"o\",\"period_type\":\"month\",\"period_num\":0,\"charging_mode\":1,"
                        + "\"max_node_count\":9,\"services_count\":{\"realtime_count\":2,\"batch_count\":3,\"x\":{}}");
        assertThat(pool.billing()).isEqualTo(new Billing.Prepaid(FieldValue.text("p"), FieldValue.text("o"),
                FieldValue.text("month"), FieldValue.Number.of(0)));
        assertThat(pool.knownUndocumentedFields()).isEqualTo(new KnownUndocumentedFields(FieldValue.text("1"),
                FieldValue.Number.of(9), FieldValue.Number.of(2), FieldValue.Number.of(3)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\"charging_mode\":\"a\"|text a|absent|absent|absent",
            "\"max_node_count\":9|absent|9|absent|absent",
            "\"services_count\":{\"realtime_count\":2}|absent|absent|2|absent",
            "\"services_count\":{\"x\":{\"batch_count\":7},\"batch_count\":3}|absent|absent|absent|3"})
    void each_field_that_the_document_does_not_know_is_read_without_the_others(String json, String mode, String most,
            String realtime, String batch) throws Exception {
        var fields = pool(json).knownUndocumentedFields();
        assertThat(List.of(shown(fields.chargingMode()), shown(fields.maxNodeCount()), shown(fields.realtimeServices()),
                shown(fields.batchServices()))).containsExactly(mode, most, realtime, batch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"product_id\":\"p\"", "\"order_id\":\"o\"", "\"period_type\":\"month\"",
            "\"period_num\":1"})
    void one_field_of_prepaid_pools_makes_a_pool_prepaid(String json) throws Exception {
        assertThat(pool(json).billing()).isInstanceOf(Billing.Prepaid.class);
    }

    /// What the document does not name may hold fields of the same names.
    @Test
    void what_stands_inside_of_an_unknown_field_is_not_taken_for_the_pools_own() throws Exception {
        var other = ",\"new\":{\"cluster_id\":\"x\",\"status\":\"x\",\"count\":9,\"batch_count\":9,\"total_count\":9,"
                + "\"realtime_count\":9,\"clusters\":[]}";
        var list = list(("{\"total_count\":1,\"clusters\":[{\"cluster_id\":\"a\",\"status\":\"running\","
                + "\"nodes\":{\"count\":2%1$s},\"services_count\":{\"realtime_count\":1,\"batch_count\":2%1$s}%1$s}]%1$s}")
                .formatted(other));
        assertThat(list.total()).isEqualTo(1);
        var pool = Objects.requireNonNull(list.entries().getFirst().value());
        assertThat(pool.key()).isEqualTo("a");
        assertThat(pool.status()).isEqualTo(PoolStatus.of("running"));
        assertThat(shown(pool.poolNodeGroups().count())).isEqualTo("2");
        assertThat(shown(pool.knownUndocumentedFields().realtimeServices())).isEqualTo("1");
        assertThat(shown(pool.knownUndocumentedFields().batchServices())).isEqualTo("2");
    }

    /// Some services send the total as `count`.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"|true", "\"count\":2,|true", "\"count\":9,|true", "\"count\":3,|false",
            "\"count\":0,|false"})
    void a_count_is_that_of_the_entries_or_the_total(String count, boolean agrees) throws Exception {
        var list = list("{\"total_count\":9," + (count == null ? "" : count) + "\"clusters\":[{},{}]}");
        assertThat(list.countAgrees()).isEqualTo(agrees);
    }

    @Test
    void a_list_that_says_it_is_no_success_is_no_list() throws Exception {
        var rest = ",\"total_count\":0,\"count\":0,\"clusters\":[]}";
        assertThat(cause(("{\"is_success\":false" + rest).getBytes(UTF_8))).isEqualTo(Cause.REPORTS_FAILURE);
        assertThat(list("{\"is_success\":true" + rest).entries()).isEmpty();
    }

    @Test
    void an_entry_that_is_no_object_is_left_out_and_counted() throws Exception {
        var list = list("{\"total_count\":4,\"count\":4,\"clusters\":[null,5,{\"cluster_id\":\"a\"},[{}]]}");
        assertThat(list.entries()).hasSize(4)
                .filteredOn(clusterListEntry -> clusterListEntry.value() == null)
                .hasSize(3);
    }

    @Test
    void a_hundred_times_more_entries_than_can_be_asked_for_are_no_list() throws Exception {
        int most = 100_000;
        assertThat(list("{\"clusters\":[0" + ",0".repeat(most - 1) + "]}").entries()).hasSize(most);
        assertThat(cause(("{\"clusters\":[0" + ",0".repeat(most) + "]}").getBytes(UTF_8)))
                .isEqualTo(Cause.TOO_MANY_ENTRIES);
    }

    @Test
    void P07_two_numbers_that_say_nothing_is_there_are_an_empty_list_without_one() throws Exception {
        for (var clusters : List.of("", ",\"clusters\":null", ",\"clusters\":[]")) {
            var list = list("{\"total_count\":0,\"count\":0" + clusters + "}");
            assertThat(list).as(clusters).isEqualTo(new ClusterListPage<>(List.of(), 0, true));
            for (var numbers : List.of("\"total_count\":1,\"count\":0", "\"total_count\":0,\"count\":1", "\"a\":0"))
                if (!clusters.contains("["))
                    assertThat(cause(("{" + numbers + clusters + "}").getBytes(UTF_8))).isEqualTo(Cause.WRONG_SHAPE);
        }
    }

    @Test
    void an_error_code_of_zero_is_no_error() throws Exception {
        var rest = ",\"error_msg\":\"success\",\"total_count\":1,\"clusters\":[{}]}";
        for (var code : List.of("\"0\"", "0", "\"000000\""))
            assertThat(list("{\"error_code\":" + code + rest).entries()).hasSize(1);
        for (var code : List.of("\"ModelArts.0104\"", "1", "null"))
            assertThat(cause(("{\"error_code\":" + code + rest).getBytes(UTF_8))).as(code)
                    .isEqualTo(Cause.REPORTS_FAILURE);
        assertThat(cause("{\"error_code\":\"0\"}".getBytes(UTF_8))).isEqualTo(Cause.WRONG_SHAPE);
    }

    @Test
    void P09_the_raw_slice_is_exactly_what_came_in_any_encoding() throws Exception {
        String cluster = "{\"cluster_id\" : \"池-😀\", \"new\":[1,{\"x\":\"é\"}], \"created_at\":1574923077927 }";
        String json = "{ \"clusters\":[ " + cluster + " , " + cluster.replace("池", "塘")
                + "],\"n\":\"后\",\"total_count\":2}";
        for (Charset charset : List.of(UTF_8, UTF_16BE, UTF_16LE, Charset.forName("UTF-32BE"),
                Charset.forName("UTF-32LE")))
            for (String mark : List.of("", "\uFEFF")) {
                var list = ClusterListPageJson.read((mark + json).getBytes(charset), ORIGIN, new ValueInterner(),
                        PoolQuery.SortBy.CREATED_AT);
                assertThat(list.total()).isEqualTo(2);
                assertThat(Objects.requireNonNull(list.entries().getFirst().value()).raw().text()).isEqualTo(cluster);
                assertThat(Objects.requireNonNull(list.entries().getLast().value()).raw().text())
                        .isEqualTo(cluster.replace("池", "塘"));
            }
    }

    @Test
    void a_list_cut_at_any_byte_is_an_error() throws Exception {
        byte[] sample = sample();
        for (int length = 0; length < sample.length - 1; length++) {
            // a number that ends with its point is wrong before the end is
            boolean point = length > 0 && sample[length - 1] == '.';
            assertThat(cause(Arrays.copyOf(sample, length))).as("%d bytes", length)
                    .isIn(Cause.TRUNCATED, point ? Cause.NOT_JSON : Cause.EMPTY);
        }
    }

    @Test
    void P14_what_is_no_strict_json_is_an_error() {
        var wrong = Map.of("{\"clusters\":[]} x", Cause.NOT_JSON, "{\"clusters\":[]}{}", Cause.NOT_JSON,
                "{\"clusters\":[]}\0\0\0", Cause.NOT_JSON, "{\"total_count\":1,\"total_count\":2,\"clusters\":[]}",
                Cause.DUPLICATE_NAME, "{\"a\":NaN,\"clusters\":[]}", Cause.NOT_JSON, "{'clusters':[]}", Cause.NOT_JSON,
                "{\"clusters\":[],}", Cause.NOT_JSON,
                "{\"clusters\":[{\"cluster_name\":\"" + "x".repeat(2_000_000) + "\"}]}", Cause.TEXT_TOO_LONG,
                "{\"a\":" + "[".repeat(100_000), Cause.TOO_DEEP, "<!DOCTYPE html>", Cause.WEB_PAGE);
        wrong.forEach((json, cause) -> assertThat(cause(json.getBytes(UTF_8)))
                .as(json.substring(0, Math.min(50, json.length())))
                .isEqualTo(cause));
        for (String document : List.of("null", "[]", "\"\"", "0"))
            assertThat(cause(document.getBytes(UTF_8))).isEqualTo(Cause.NOT_A_LIST);
        for (String document : List.of("{\"clusters\":{}}", "{\"clusters\":null}"))
            assertThat(cause(document.getBytes(UTF_8))).isEqualTo(Cause.WRONG_SHAPE);
    }

    @Test
    void any_bytes_give_a_list_or_say_why_not() throws Exception {
        var random = PropertyCases.random(1);
        byte[] sample = sample();
        for (int i = 0; i < PropertyCases.times(30_000); i++) {
            byte[] mutant = sample.clone();
            for (int n = random.nextInt(4); n >= 0; n--)
                mutant[random.nextInt(mutant.length)] = (byte) (random.nextBoolean()
                        ? "{}[],:\"0-e\\ntf".charAt(random.nextInt(14))
                        : random.nextInt(256));
            try {
                assertThat(ClusterListPageJson.read(mutant, ORIGIN, new ValueInterner(), PoolQuery.SortBy.CREATED_AT)
                        .entries()
                        .size()).isLessThan(10);
            } catch (UnreadableResponseException e) {
                assertThat(e.getMessage()).hasSizeLessThan(200);
            }
        }
    }

    @Test
    void what_repeats_is_kept_once() throws Exception {
        String cluster = "{\"owner\":\"o\",\"status\":\"odd\",\"nodes\":{\"count\":3},\"allocatable_memory\":4096.0}";
        var entries = list("{\"total_count\":2,\"clusters\":[" + cluster + "," + cluster + "]}").entries();
        var a = Objects.requireNonNull(entries.getFirst().value());
        var b = Objects.requireNonNull(entries.getLast().value());
        assertThat(a.poolNamesAndOwner().owner()).isSameAs(b.poolNamesAndOwner().owner());
        assertThat(a.status()).isSameAs(b.status());
        assertThat(a.poolNodeGroups()).isSameAs(b.poolNodeGroups());
        assertThat(a.allocatableResources()).isSameAs(b.allocatableResources());
        assertThat(a.raw().page()).isSameAs(b.raw().page());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"charging_mode\":\"COMMON\",\"max_node_count\":8,\"services_count\":{\"batch_count\":2}",
            "\"charging_mode\":1",
            "\"nodes\":[{\"specification\":\"a\",\"count\":2},{\"specification\":\"b\",\"count\":3}]",
            "\"nodes\":[{\"count\":2},{\"count\":2},{\"count\":2},{\"count\":2},{\"count\":2},{\"count\":3}]",
            "\"product_id\":\"p\",\"period_type\":\"month\",\"period_num\":3"})
    void equal_parts_of_two_pools_are_one_object_whatever_else_is_sent(String parts) throws Exception {
        var entries = list("{\"total_count\":2,\"clusters\":[{\"cluster_id\":\"a\"," + parts
                + "},{\"cluster_id\":\"b\"," + parts + "}]}").entries();
        var a = Objects.requireNonNull(entries.getFirst().value());
        var b = Objects.requireNonNull(entries.getLast().value());
        assertThat(a.knownUndocumentedFields()).isSameAs(b.knownUndocumentedFields());
        assertThat(a.poolNodeGroups()).isSameAs(b.poolNodeGroups());
        assertThat(a.billing()).isSameAs(b.billing());
    }

    @Test
    void nodes_in_another_order_are_other_nodes() throws Exception {
        String one = "{\"specification\":\"a\",\"count\":2}";
        String other = "{\"specification\":\"b\",\"count\":3}";
        var entries = list("{\"total_count\":3,\"clusters\":[{\"nodes\":[" + one + "," + other + "]},{\"nodes\":["
                + other + "," + one + "]},{\"nodes\":[" + one + "," + other + "," + one + "]}]}").entries();
        assertThat(entries).extracting(clusterListEntry -> Objects.requireNonNull(clusterListEntry.value())
                .poolNodeGroups()
                .groups()
                .stream()
                .map(group -> group.specification().asText(""))
                .toList()).containsExactly(List.of("a", "b"), List.of("b", "a"), List.of("a", "b", "a"));
    }
}
