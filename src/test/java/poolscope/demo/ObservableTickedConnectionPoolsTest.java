package poolscope.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static poolscope.demo.DemoClient.each;
import static poolscope.demo.DemoClient.ids;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.MovableClock;

class ObservableTickedConnectionPoolsTest {
    /// What a usable node offers, written down by hand from the contract's table.
    private static final Map<String, double[]> OFFERS = Map.of("modelarts.vm.cpu.2u", new double[]{1.77, 6827, 0},
            "modelarts.vm.cpu.8ud", new double[]{7.06, 27307, 0}, "modelarts.vm.gpu.v100", new double[]{7.06, 54613, 1},
            "modelarts.bm.gpu.4v100NV32.nosdi", new double[]{28.24, 218453, 4}, "modelarts.kat1.8xlarge",
            new double[]{169.44, 655360, 8});

    private static TestCloudSettings settings(int pools) {
        return TestCloudSettings.of(pools).withClock(new MovableClock());
    }

    private static List<JsonNode> rows(TestCloudSettings settings) throws Exception {
        try (var client = new DemoClient(settings)) {
            return client.list("limit=1000000").get("clusters").valueStream().toList();
        }
    }

    private static double share(List<JsonNode> rows, Predicate<JsonNode> that) {
        return (double) rows.stream().filter(that).count() / rows.size();
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13, 30, 60, 100, 5000})
    void the_youngest_sixty_pools_show_every_peculiarity(int pools) throws Exception {
        var rows = rows(settings(pools)).subList(0, Math.min(pools, 60));
        var peculiarities = Map.<String, Predicate<JsonNode>>ofEntries(
                Map.entry("no description", row -> !row.has("description")),
                Map.entry("null nodes", row -> row.get("nodes").isNull()),
                Map.entry("null owner", row -> row.get("owner").isNull()),
                Map.entry("no gpus", row -> !row.has("allocatable_gpus")),
                Map.entry("quoted time", row -> row.get("created_at").isTextual()),
                Map.entry("one kind of nodes in an array",
                        row -> row.get("nodes").isArray() && row.get("nodes").size() == 1),
                Map.entry("two kinds of nodes", row -> row.get("nodes").isArray() && row.get("nodes").size() == 2),
                Map.entry("half a card", row -> row.path("allocatable_gpus").asDouble() == 0.5),
                Map.entry("undocumented fields",
                        row -> row.has("charging_mode")
                                && row.has("max_node_count") && row.at("/services_count/realtime_count").isInt()
                                && row.at("/services_count/batch_count").isInt()),
                Map.entry("unknown field", row -> row.has("x_network")),
                Map.entry("memory as a float", row -> row.get("allocatable_memory").isDouble()),
                Map.entry("unknown flavor",
                        row -> row.at("/nodes/specification").asText().equals("modelarts.bm.snt9z.c48.preview")),
                Map.entry("unknown status", row -> row.get("status").asText().equals("scaling")),
                Map.entry("deploying", row -> row.get("status").asText().equals("deploying")),
                Map.entry("concerning", row -> row.get("status").asText().equals("concerning")),
                Map.entry("abnormal", row -> row.get("status").asText().equals("abnormal")),
                Map.entry("a Chinese name", row -> row.get("cluster_name").asText().startsWith("推理-")),
                Map.entry("a name that another has",
                        row -> rows.stream()
                                .filter(other -> other.get("cluster_name").equals(row.get("cluster_name")))
                                .count() > 1));
        peculiarities.forEach((name, peculiarity) -> assertThat(rows).as(name).anyMatch(peculiarity));
    }

    @Test
    void the_fleet_is_mixed_as_real_ones_are() throws Exception {
        var rows = rows(settings(20_000));
        Map.of("running", 0.88, "deploying", 0.04, "concerning", 0.05, "abnormal", 0.02, "scaling", 0.01)
                .forEach((status, share) -> assertThat(share(rows, row -> row.get("status").asText().equals(status)))
                        .as(status)
                        .isCloseTo(share, within(0.01)));
        assertThat(share(rows, row -> row.has("order_id"))).isCloseTo(0.4, within(0.02));
        assertThat(share(rows, row -> row.get("cluster_id").asText().matches("[0-9a-f]{32}"))).isCloseTo(0.75,
                within(0.02));
        assertThat(
                share(rows, row -> row.get("cluster_id").asText().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")))
                .isCloseTo(0.25, within(0.02));
        assertThat(share(rows, row -> row.get("cluster_name").asText().matches("[a-z0-9-]+"))).isBetween(0.4, 0.7);
        assertThat(share(rows, row -> row.get("nodes").isNull())).isBetween(0.001, 0.02);
        assertThat(share(rows, row -> row.get("allocatable_memory").isDouble())).isBetween(0.05, 0.2);
        var names = rows.stream().map(row -> row.get("cluster_name").asText()).toList();
        assertThat(Set.copyOf(names)).hasSizeBetween(18_000, 19_999);
        assertThat(rows.stream().map(row -> row.at("/nodes/specification").asText()).distinct()).hasSize(14);
    }

    @Test
    void prepaid_pools_have_all_four_fields_and_others_none() throws Exception {
        for (var row : rows(settings(500))) {
            var prepaid = row.has("product_id");
            for (var field : List.of("order_id", "period_type", "period_num"))
                assertThat(row.has(field)).isEqualTo(prepaid);
            if (!prepaid) continue;
            assertThat(row.get("period_type").textValue()).isIn("month", "year");
            assertThat(row.get("period_num").intValue()).isBetween(1, 9);
        }
    }

    @Test
    void the_numbers_follow_from_the_usable_nodes() throws Exception {
        var checked = new HashSet<String>();
        for (var row : rows(settings(3000))) {
            var nodes = row.get("nodes");
            var offer = OFFERS.get(nodes.path("specification").asText());
            if (offer == null || row.path("allocatable_gpus").asText().endsWith(".5")) continue;
            var usable = nodes.get("available_count").intValue();
            assertThat(usable).isBetween(0, nodes.get("count").intValue());
            assertThat(row.get("allocatable_cpu_cores").doubleValue()).isEqualTo(usable * offer[0],
                    Offset.offset(1e-9));
            assertThat(row.get("allocatable_memory").asLong()).isEqualTo((long) (usable * offer[1]));
            if (row.has("allocatable_gpus"))
                assertThat(row.get("allocatable_gpus").doubleValue()).isEqualTo(usable * offer[2]);
            checked.add(nodes.get("specification").asText());
        }
        assertThat(checked).isEqualTo(OFFERS.keySet());
    }

    @Test
    void pools_in_trouble_have_fewer_usable_nodes() throws Exception {
        for (var row : rows(settings(2000))) {
            if (!row.get("nodes").isObject()) continue;
            var count = row.at("/nodes/count").intValue();
            var usable = row.at("/nodes/available_count").intValue();
            if (Set.of("concerning", "abnormal").contains(row.get("status").asText()))
                assertThat(usable).isLessThan(count);
            if (row.get("status").asText().equals("running"))
                assertThat(usable).isBetween(Math.max(1, count - 1), count);
        }
    }

    @Test
    void decimals_are_written_short() throws Exception {
        try (var client = new DemoClient(settings(2000))) {
            assertThat(client.send(client.clusters("limit=2000")).body()).contains("\"allocatable_cpu_cores\":7.06,")
                    .doesNotContainPattern("\"allocatable_cpu_cores\":\\d+\\.\\d{3,}")
                    .doesNotContainPattern("allocatable_\\w+\":[0-9.]+[eE]");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 60, 5000})
    void pools_were_created_over_three_years_and_some_in_the_last_hours(int pools) throws Exception {
        var now = MovableClock.START.toEpochMilli();
        var ages = rows(settings(pools)).stream().map(row -> now - row.get("created_at").asLong()).toList();
        assertThat(ages).allMatch(age -> age >= 0 && age < Duration.ofDays(3 * 366).toMillis());
        assertThat(ages).anyMatch(age -> age < Duration.ofHours(10).toMillis());
        assertThat(ages).anyMatch(age -> age > Duration.ofDays(700).toMillis());
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() throws Exception {
        try (var one = new DemoClient(settings(200));
                var same = new DemoClient(settings(200));
                var other = new DemoClient(settings(200).withSeed(2))) {
            var body = one.send(one.clusters("")).body();
            assertThat(same.send(same.clusters("")).body()).isEqualTo(body);
            assertThat(other.send(other.clusters("")).body()).isNotEqualTo(body);
            assertThat(other.cloud.fleet().ids()).doesNotContainAnyElementsOf(one.cloud.fleet().ids());
        }
    }

    @Test
    void a_hundred_thousand_pools_are_all_different() throws Exception {
        try (var client = new DemoClient(settings(100_000))) {
            var all = client.list("limit=100000");
            assertThat(all.get("count").intValue()).isEqualTo(100_000);
            assertThat(new HashSet<>(ids(all))).hasSize(100_000);
        }
    }

    @Test
    void pools_can_be_created_and_deleted_between_requests() throws Exception {
        try (var client = new DemoClient(settings(10).withDrift(false))) {
            var fleet = client.cloud.fleet();
            var youngest = fleet.create();
            var oldest = fleet.create(MovableClock.START.minus(Duration.ofDays(4000)));
            var ids = ids(client.list(""));
            assertThat(ids).hasSize(12).startsWith(youngest).endsWith(oldest);
            assertThat(ids(client.list("sort_by=cluster_name"))).contains(youngest);
            assertThat(fleet.delete(youngest)).isTrue();
            assertThat(fleet.delete(youngest)).isFalse();
            assertThat(ids(client.list("sort_by=cluster_name"))).hasSize(11).doesNotContain(youngest);
            assertThat(fleet.ids()).hasSize(11);
        }
    }

    @SuppressWarnings("try")
    @Test
    void changes_at_random_as_often_as_the_settings_say_and_the_recorder_knows() throws Exception {
        try (var client = new DemoClient(settings(8).withDrift(false).withChangeRate(0.5));
                var recorder = client.cloud.fleet().watch()) {
            var last = Set.copyOf(client.cloud.fleet().ids());
            var stable = new HashSet<>(last);
            var ever = new HashSet<>(last);
            var changes = 0;
            for (var i = 0; i < 200; i++) {
                var seen = Set.copyOf(ids(client.list("")));
                assertThat(seen).isEqualTo(Set.copyOf(client.cloud.fleet().ids()));
                assertThat(seen.size() - last.size()).isBetween(-1, 1);
                if (!seen.equals(last)) changes++;
                stable.retainAll(seen);
                ever.addAll(seen);
                last = seen;
            }
            assertThat(changes).isBetween(70, 130);
            assertThat(recorder.stable()).isEqualTo(stable);
            assertThat(recorder.ever()).isEqualTo(ever);
            recorder.close();
            client.cloud.fleet().create();
            assertThat(recorder.ever()).isEqualTo(ever);
        }
    }

    @Test
    void an_emptied_fleet_can_grow_again() throws Exception {
        try (var client = new DemoClient(settings(2).withDrift(false))) {
            client.cloud.fleet().ids().forEach(client.cloud.fleet()::delete);
            assertThat(each(client.list(""), "cluster_id")).isEmpty();
            assertThat(ids(client.list("order=asc"))).isEmpty();
            assertThat(ids(client.list("offset=1"))).isEmpty();
            var created = client.cloud.fleet().create();
            assertThat(ids(client.list(""))).containsExactly(created);
        }
    }

    @Test
    void settings_out_of_range_are_refused() {
        assertThatThrownBy(() -> DemoCloudSettings.ofBothGenerations(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DemoCloudSettings.ofBothGenerations(2_000_001))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TestCloudSettings.of(1).withLimitCap(-1).demo())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
