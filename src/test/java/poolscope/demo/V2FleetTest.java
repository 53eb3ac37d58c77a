package poolscope.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import poolscope.MovableClock;

/// Compares the responses of v2 with each other; all sums are computed here, from the JSON.
class V2FleetTest {
    private final MovableClock clock = new MovableClock();
    private final DemoClient client = new DemoClient(TestCloudSettings.of(4).withV2Pools(40).withClock(clock));

    @AfterEach
    void close() {
        client.close();
    }

    private JsonNode get(String version, String path) throws Exception {
        var answer = client.send(client.to("/" + version + "/" + client.cloud.projectId() + "/" + path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return DemoClient.json(answer.body());
    }

    private List<JsonNode> pools() throws Exception {
        return get("v2", "pools").get("items").valueStream().toList();
    }

    private List<JsonNode> nodes(String pool) throws Exception {
        var nodes = new ArrayList<JsonNode>();
        for (var token = ""; token != null;) {
            var page = get("v2", "pools/" + pool + "/nodes" + (token.isEmpty() ? "" : "?continue=" + token));
            page.get("items").forEach(nodes::add);
            token = page.at("/metadata/continue").textValue();
        }
        return nodes;
    }

    private List<JsonNode> jobs(String pool) throws Exception {
        var jobs = new ArrayList<JsonNode>();
        for (var total = 1; jobs.size() < total;) {
            var page = get("v2", "pools/" + pool + "/workloads?offset=" + jobs.size());
            total = page.get("total").intValue();
            page.get("items").forEach(jobs::add);
        }
        return jobs;
    }

    private static String id(JsonNode item) {
        return item.at("/metadata/name").textValue();
    }

    private static String phase(JsonNode item) {
        return item.at("/status/phase").textValue();
    }

    private static boolean isLogical(JsonNode pool) {
        return pool.at("/spec/type").asText().equals("Logical");
    }

    /// Milli-cores, MiB, or a number of cards.
    private static long amount(JsonNode quantity) {
        var text = quantity.asText();
        if (text.endsWith("m")) return Long.parseLong(text.substring(0, text.length() - 1));
        if (text.endsWith("Mi")) return Long.parseLong(text.substring(0, text.length() - 2));
        if (text.endsWith("Gi")) return 1024 * Long.parseLong(text.substring(0, text.length() - 2));
        return Long.parseLong(text);
    }

    private static long cores(JsonNode quantity) {
        return quantity.asText().endsWith("m") ? amount(quantity) : 1000 * amount(quantity);
    }

    private static long cards(JsonNode resources) {
        return resources.propertyStream()
                .filter(entry -> entry.getKey().contains("/"))
                .mapToLong(entry -> amount(entry.getValue()))
                .sum();
    }

    private static long placement(JsonNode bits) {
        assertThat(bits.asText()).matches("[01]{16}");
        return Long.parseLong(bits.asText(), 2);
    }

    private interface Check {
        void at(JsonNode pool) throws Exception;
    }

    /// At 12 moments, the last of them after 3 days.
    private void always(Check check) throws Exception {
        for (var i = 0; i < 12; i++) {
            for (var pool : pools())
                check.at(pool);
            clock.advance(Duration.ofSeconds(i < 6 ? 20 * 31 * (i + 1) : 3600L * 7 * (i - 4)));
        }
    }

    // ---- lists, metrics, nodes, jobs

    @Test
    void the_list_counts_the_nodes_by_state_and_node_pool() throws Exception {
        always(pool -> {
            if (!pool.at("/status").has("resources")) {
                assertThat(nodes(id(pool))).isEmpty();
                return;
            }
            var counted = new TreeMap<String, Integer>();
            for (var node : nodes(id(pool)))
                counted.merge(
                        (phase(node).equals("Checking") ? "Available" : phase(node)).toLowerCase(Locale.ROOT) + " "
                                + node.at("/spec/flavor").asText() + " "
                                + node.at("/metadata/labels").get("os.modelarts.node/nodepool").asText(),
                        1, Integer::sum);
            var listed = new TreeMap<String, Integer>();
            pool.at("/status/resources").propertyStream().forEach(bucket -> {
                for (var group : bucket.getValue())
                    listed.put(
                            bucket.getKey() + " " + group.get("flavor").asText() + " " + group.get("nodePool").asText(),
                            group.get("count").intValue());
            });
            assertThat(listed).as(id(pool)).isEqualTo(counted);
        });
    }

    @Test
    void metrics_are_the_sums_of_the_nodes() throws Exception {
        for (var i = 0; i < 6; i++) {
            var checked = 0;
            for (var metrics : get("v2", "metrics/runtime/pools").get("items")) {
                long[] capacity = new long[3];
                long[] free = new long[3];
                for (var node : nodes(id(metrics))) {
                    var status = node.get("status");
                    if (!status.has("resources")) continue;
                    add(capacity, status.get("resources"));
                    add(free, status.get("availableResources"));
                }
                assertThat(sums(metrics.at("/table/capacity/value"))).isEqualTo(capacity);
                var allocated = sums(metrics.at("/table/allocated/value"));
                for (var at = 0; at < 3; at++)
                    assertThat(allocated[at]).isEqualTo(capacity[at] - free[at]);
                checked++;
            }
            assertThat(checked).isGreaterThan(30);
            clock.advance(Duration.ofMinutes(47));
        }
    }

    private static void add(long[] sums, JsonNode resources) {
        sums[0] += cores(resources.get("cpu"));
        sums[1] += amount(resources.get("memory"));
        sums[2] += cards(resources);
    }

    private static long[] sums(JsonNode value) {
        var cards = value.propertyStream()
                .filter(entry -> !Set.of("cpu", "memory").contains(entry.getKey()))
                .mapToLong(entry -> amount(entry.getValue()))
                .sum();
        return new long[]{cores(value.get("cpu")), amount(value.get("memory")), cards};
    }

    @Test
    void jobs_take_what_their_nodes_lack_and_no_card_twice() throws Exception {
        always(pool -> {
            var nodes = new HashMap<String, JsonNode>();
            for (var node : nodes(id(pool)))
                if (node.at("/status").has("privateIp")) nodes.put(node.at("/status/privateIp").asText(), node);
            var taken = new HashMap<String, Long>();
            var bits = new HashMap<String, Long>();
            var cores = new HashMap<String, Long>();
            for (var job : jobs(id(pool)))
                for (var share : job.path("nodes")) {
                    var ip = share.get("hostIp").asText();
                    assertThat(phase(nodes.get(ip))).isEqualTo("Available");
                    taken.merge(ip, cards(share.get("resourceRequirement")), Long::sum);
                    cores.merge(ip, cores(share.at("/resourceRequirement/cpu")), Long::sum);
                    if (!share.has("npuTopologyPlacement")) continue;
                    var own = placement(share.get("npuTopologyPlacement"));
                    assertThat(bits.getOrDefault(ip, 0L) & own).isZero();
                    bits.merge(ip, own, (one, other) -> one | other);
                }
            nodes.forEach((ip, node) -> {
                var resources = node.at("/status/resources");
                var free = node.at("/status/availableResources");
                assertThat(cards(resources) - cards(free)).isEqualTo(taken.getOrDefault(ip, 0L));
                assertThat(cards(free)).isNotNegative();
                assertThat(cores(free.get("cpu"))).isBetween(0L,
                        cores(resources.get("cpu")) - cores.getOrDefault(ip, 0L));
                var placed = node.at("/metadata/annotations").get("os.modelarts/npu-topology-placement");
                if (placed == null) return;
                assertThat(placement(placed)).isEqualTo(bits.getOrDefault(ip, 0L));
                assertThat(Long.bitCount(placement(placed))).isEqualTo((int) (cards(resources) - cards(free)));
            });
        });
    }

    @Test
    void names_and_addresses_of_nodes_and_ids_of_jobs_and_pools_are_unique() throws Exception {
        var ids = new HashSet<String>();
        for (var pool : pools()) {
            assertThat(id(pool)).matches("[a-z0-9-]{36,63}").matches(ids::add);
            var names = nodes(id(pool)).stream().map(V2FleetTest::id).toList();
            assertThat(names).doesNotHaveDuplicates();
            if (!isLogical(pool)) for (var job : jobs(id(pool)))
                assertThat(job.get("jobUUID").asText()).matches(ids::add);
        }
    }

    @Test
    void queued_jobs_have_the_positions_from_one_and_running_ones_none() throws Exception {
        always(pool -> {
            var place = 0;
            for (var job : jobs(id(pool))) {
                assertThat(job.get("createTime").asLong()).isLessThanOrEqualTo(clock.millis());
                if (job.get("status").asText().equals("Running")) {
                    assertThat(job.get("pendingPosition").intValue()).isEqualTo(-1);
                    assertThat(job.get("hostIps").asText().split(",")).hasSameSizeAs(job.get("nodes"));
                } else
                    assertThat(job.get("pendingPosition").intValue()).isEqualTo(++place);
            }
        });
    }

    // ---- drift

    @Test
    void the_newest_event_says_what_the_list_says() throws Exception {
        var changed = new HashSet<String>();
        var before = new HashMap<String, String>();
        for (var i = 0; i < 90; i++) {
            for (var pool : pools()) {
                var counts = counts(pool);
                var last = before.put(id(pool), counts);
                if (last == null || last.equals(counts)) continue;
                var newest = get("v1", "events?resource=pools&name=" + id(pool)).get("items")
                        .valueStream()
                        .filter(event -> event.get("reason").asText().equals("PoolResourcesStatusChange"))
                        .findFirst()
                        .orElseThrow();
                assertThat(newest.get("message").asText()).contains("from " + last + " to " + counts + ",");
                assertThat(Instant.parse(newest.get("lastTimestamp").asText()))
                        .isBetween(clock.instant().minusSeconds(20), clock.instant());
                changed.add(id(pool));
            }
            clock.advance(Duration.ofSeconds(20));
        }
        assertThat(changed).hasSizeGreaterThan(3);
    }

    private static String counts(JsonNode pool) {
        var text = new ArrayList<String>();
        for (var state : List.of("available", "abnormal", "creating", "deleting")) {
            var sum = 0;
            for (var group : pool.at("/status/resources/" + state))
                sum += group.get("count").intValue();
            text.add(Integer.toString(sum));
        }
        return String.join("/", text);
    }

    @Test
    void nothing_changes_within_a_tick_and_something_in_an_hour() throws Exception {
        var body = pools();
        clock.advance(Duration.ofMillis(19_999));
        assertThat(pools()).isEqualTo(body);
        clock.advance(Duration.ofHours(1));
        assertThat(pools()).isNotEqualTo(body);
    }

    @Test
    void pools_are_created_run_and_are_deleted() throws Exception {
        var first = Set.copyOf(pools().stream().map(V2FleetTest::id).toList());
        assertThat(first).hasSize(40);
        var phases = new HashMap<String, Set<String>>();
        for (var i = 0; i < 1000; i++) {
            for (var pool : pools())
                if (!first.contains(id(pool))) phases.computeIfAbsent(id(pool), _ -> new HashSet<>()).add(phase(pool));
            clock.advance(Duration.ofMinutes(4));
        }
        assertThat(phases.values()).anyMatch(seen -> seen.containsAll(Set.of("Creating", "Running", "Deleting")));
    }

    // ---- what there is

    @Test
    void the_fleet_shows_every_kind_of_pool_node_and_job() throws Exception {
        var seen = new TreeMap<String, Integer>();
        for (var pool : pools()) {
            seen.merge("pool " + phase(pool), 1, Integer::sum);
            seen.merge("type " + pool.at("/spec/type").asText(), 1, Integer::sum);
            seen.merge("billing " + pool.at("/metadata/annotations").get("os.modelarts/billing.mode").asText(), 1,
                    Integer::sum);
            pool.at("/status/driver")
                    .forEach(driver -> seen.merge("driver " + driver.get("state").asText(), 1, Integer::sum));
            for (var node : nodes(id(pool))) {
                seen.merge("node " + phase(node), 1, Integer::sum);
                var labels = node.at("/metadata/labels");
                if (labels.get("os.modelarts.node/ha.redundant.enabled").asText().equals("true"))
                    seen.merge("spare " + phase(node), 1, Integer::sum);
                if (labels.get("os.modelarts/billing.status").asText().equals("1"))
                    seen.merge("frozen", 1, Integer::sum);
                if (labels.has("os.modelarts.node/elastic.quota")) seen.merge("sub-pool", 1, Integer::sum);
                if (node.at("/metadata/annotations").has("os.modelarts.node/drain"))
                    seen.merge("draining", 1, Integer::sum);
                for (var taint : node.at("/status/taints"))
                    seen.merge("taint " + taint.get("key").asText(), 1, Integer::sum);
                seen.merge("flavor " + node.at("/spec/flavor").asText(), 1, Integer::sum);
            }
            for (var job : jobs(id(pool)))
                seen.merge("job " + job.get("type").asText() + " " + job.get("status").asText(), 1, Integer::sum);
        }
        for (var event : get("v1", "scheduled-events").get("events"))
            seen.merge("maintenance " + event.get("state").asText(), 1, Integer::sum);
        assertThat(seen.keySet()).contains("pool Running", "pool Creating", "pool Abnormal", "pool Error",
                "pool Waiting", "pool Deleting", "type Logical", "type Dedicate", "billing 0", "billing 1",
                "driver Upgrading", "driver Running", "node Available", "node Abnormal", "node Creating",
                "node Deleting", "node Checking", "spare Available", "spare Abnormal", "frozen", "sub-pool", "draining",
                "taint team", "taint os.modelarts.node/isolated", "flavor modelarts.bm.snt9.xlarge.8",
                "flavor modelarts.p3.8xlarge.public", "flavor modelarts.vm.gpu.tnt004", "flavor modelarts.vm.cpu.8ud",
                "job train Running", "job notebook Running", "job infer Running", "job train Queue",
                "job train Pending", "maintenance inquiring", "maintenance scheduled");
    }

    @Test
    void metrics_are_of_physical_pools_that_are_not_being_created() throws Exception {
        var measured = new HashSet<String>();
        get("v2", "metrics/runtime/pools").get("items").forEach(item -> measured.add(id(item)));
        for (var pool : pools())
            assertThat(measured.contains(id(pool))).as(phase(pool))
                    .isEqualTo(!isLogical(pool) && Set.of("Running", "Abnormal", "Deleting").contains(phase(pool)));
    }

    @Test
    void the_logical_pool_has_nodes_of_its_parent_and_the_jobs_on_them() throws Exception {
        always(pool -> {
            if (!isLogical(pool)) return;
            var parent = pool.at("/status/parent").asText();
            assertThat(nodes(parent)).containsAll(nodes(id(pool)));
            assertThat(jobs(parent).stream().map(job -> job.get("jobUUID")))
                    .containsAll(jobs(id(pool)).stream().map(job -> job.get("jobUUID")).toList());
        });
    }

    @Test
    void the_same_seed_and_time_give_the_same_bytes_however_often_they_are_asked() throws Exception {
        try (var other = new DemoClient(TestCloudSettings.of(4).withV2Pools(40).withClock(clock))) {
            for (var i = 0; i < 50; i++) {
                clock.advance(Duration.ofMinutes(11));
                pools();
            }
            for (var path : List.of("v2/%s/pools", "v2/%s/metrics/runtime/pools", "v1/%s/scheduled-events")) {
                var request = "/" + path.replace("%s", client.cloud.projectId());
                assertThat(other.send(other.to(request)).body()).isEqualTo(client.send(client.to(request)).body());
            }
        }
    }

    @Test
    void maintenance_is_of_nodes_that_there_are_and_in_the_state_that_the_time_says() throws Exception {
        var states = new HashMap<String, Set<String>>();
        for (var i = 0; i < 40; i++) {
            var events = get("v1", "scheduled-events");
            assertThat(events.get("count").intValue()).isEqualTo(events.get("events").size());
            for (var event : events.get("events")) {
                if (i % 10 == 0)
                    assertThat(nodes(event.get("poolName").asText()).stream().map(V2FleetTest::id))
                            .contains(event.get("nodeName").asText());
                var ahead = Instant.parse(event.get("notBefore").asText()).isAfter(clock.instant());
                var state = event.get("state").asText();
                assertThat(Set.of("inquiring", "scheduled").contains(state)).as(event.toString()).isEqualTo(ahead);
                assertThat(event.has("finishTime")).isEqualTo(state.equals("completed"));
                states.computeIfAbsent(event.get("id").asText(), _ -> new HashSet<>()).add(state);
            }
            clock.advance(Duration.ofHours(5));
        }
        assertThat(states.values()).contains(Set.of("scheduled", "completed"));
    }

    @Test
    void flavors_describe_the_nodes() throws Exception {
        var cards = new HashMap<String, Long>();
        for (var flavor : get("v1", "resourceflavors").get("items"))
            cards.put(id(flavor), flavor.at("/spec/npu/size").asLong() + flavor.at("/spec/gpu/size").asLong());
        for (var pool : pools())
            for (var node : nodes(id(pool)))
                assertThat(cards(node.at("/status/resources"))).isBetween(0L,
                        cards.get(node.at("/spec/flavor").asText()));
    }

    @Test
    void workspaces_and_failed_pools_are_listed_when_asked_for() throws Exception {
        var workspaces = get("v1", "workspaces").get("workspaces");
        assertThat(workspaces.size()).isEqualTo(2);
        var other = get("v2", "pools?workspaceId=" + workspaces.get(1).get("id").asText()).get("items");
        assertThat(other.size()).isPositive();
        assertThat(other).allMatch(pool -> !id(pool).isEmpty());
        assertThat(pools().stream().map(V2FleetTest::id)).doesNotContain(id(other.get(0)));
        var failed = get("v2", "pools?status=failed").get("items");
        assertThat(failed).allMatch(pool -> phase(pool).equals("CreationFailed")).isNotEmpty();
        var counts = get("v2", "statistics/pools").at("/statistics/status");
        assertThat(counts.get("failed").intValue()).isEqualTo(failed.size());
        assertThat(counts.valueStream().mapToInt(JsonNode::intValue).sum())
                .isEqualTo(pools().size() + other.size() + failed.size());
    }

    @Test
    void nodes_come_in_pages() throws Exception {
        var pool = pools().stream()
                .filter(large -> large.at("/metadata/labels/os.modelarts~1name").asText().equals("maple"))
                .findFirst()
                .orElseThrow();
        var first = get("v2", "pools/" + id(pool) + "/nodes");
        assertThat(first.get("items").size()).isEqualTo(500);
        assertThat(first.at("/metadata/remainingItemCount").intValue()).isEqualTo(120);
        assertThat(nodes(id(pool))).hasSize(620);
        assertThat(get("v2", "pools/" + id(pool) + "/nodes?limit=7").get("items").size()).isEqualTo(7);
        var all = get("v2", "pools/" + id(pool) + "/workloads?limit=3&offset=2");
        assertThat(all.get("items").size()).isEqualTo(3);
        assertThat(all.get("total").intValue()).isGreaterThan(500);
    }

    @Test
    void an_unknown_pool_and_a_bad_parameter_are_refused() throws Exception {
        var project = client.cloud.projectId();
        Map.of("/v2/" + project + "/pools/pool-x/nodes", 404, "/v2/" + project + "/pools?status=odd", 400,
                "/v2/0123456789abcdef0123456789abcdef/pools", 403, "/v2/" + project + "/nothing", 404)
                .forEach((path, status) -> assertThat(status(path)).as(path).isEqualTo(status));
    }

    private int status(String path) {
        try {
            return client.send(client.to(path)).statusCode();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void half_of_a_fleet_of_both_generations_is_v2() {
        assertThat(DemoCloudSettings.ofBothGenerations(240))
                .extracting(DemoCloudSettings::pools, DemoCloudSettings::v2Pools)
                .containsExactly(120, 120);
        assertThat(DemoCloudSettings.ofBothGenerations(7))
                .extracting(DemoCloudSettings::pools, DemoCloudSettings::v2Pools)
                .containsExactly(4, 3);
    }
}
