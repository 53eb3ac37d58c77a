package poolscope.live.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.change.FieldChange;
import poolscope.pool.change.PoolChange;
import poolscope.ui.ModelFixture;

/// Eight hours beside a cloud that drifts, a refresh a minute in virtual time. What the change log holds is compared
/// with the answers of the service themselves, read as plain JSON at the same moments and compared key by key.
class WatchedDayTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MINUTES = 8 * 60;
    private static final String NAME = "cluster_name";

    @TempDir
    Path folder;

    @Test
    void the_log_of_a_day_is_what_the_answers_of_the_service_say() throws Exception {
        try (var fixture = new ModelFixture(folder); var http = HttpClient.newHttpClient()) {
            var cloud = TestCloud
                    .start(TestCloudSettings.of(60).withV2Pools(40).withDrift(true).withClock(fixture.clock));
            fixture.connect("cloud", cloud);
            Instant begin = fixture.clock.instant();
            List<String> expected = new ArrayList<>();
            Map<String, Map<String, String>> before = Map.of();
            for (int minute = 0; minute <= MINUTES; minute++) {
                var now = answers(http, cloud);
                if (minute > 0) compare(before, now, fixture.clock.instant(), expected);
                before = now;
                fixture.read();
                fixture.clock.advance(Duration.ofMinutes(1));
            }

            List<String> log = new ArrayList<>();
            for (var entry : fixture.recorder.poolHistory().changesSince(begin))
                add(entry.seenAt(), entry.change(), log);

            assertThat(expected).as("enough happens in a day").hasSizeGreaterThan(100);
            assertThat(expected).as("pools come and go")
                    .anyMatch(line -> line.contains(" + "))
                    .anyMatch(line -> line.contains(" - "));
            assertThat(log).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static void compare(Map<String, Map<String, String>> before, Map<String, Map<String, String>> now,
            Instant at, List<String> into) {
        before.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> into.add(at + " - " + id));
        now.forEach((id, fields) -> {
            if (!before.containsKey(id)) into.add(at + " + " + id);
            else
                fields.forEach((name, value) -> {
                    String old = before.get(id).get(name);
                    if (!old.equals(value)) into.add(at + " " + id + " " + name + " " + old + " > " + value);
                });
        });
    }

    private static void add(Instant at, PoolChange change, List<String> into) {
        switch (change) {
            case PoolChange.Appeared(var pool) -> into.add(at + " + " + pool.key());
            case PoolChange.Gone(var pool) -> into.add(at + " - " + pool.key());
            case PoolChange.Changed(_, var pool, var fields) -> fields.stream()
                    .filter(WatchedDayTest::isCompared)
                    .forEach(field -> into.add(at + " " + pool.key() + " " + field.field().id() + " "
                            + text(field.from()) + " > " + text(field.to())));
        }
    }

    private static boolean isCompared(FieldChange change) {
        return switch (change.field()) {
            case NAME, STATUS, PHASE, NODE_COUNT, AVAILABLE_NODES, ABNORMAL_NODES, CREATING_NODES, DELETING_NODES,
                    ACCELERATORS, FREE_ACCELERATORS ->
                true;
            default -> false;
        };
    }

    private static String text(FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Number(var number) -> number.stripTrailingZeros().toPlainString();
            case FieldValue.Text(var text) -> text;
            case FieldValue.State(var status) -> status.word();
            default -> "";
        };
    }

    /// What the service answers now: by the id of each pool, its facts.
    private static Map<String, Map<String, String>> answers(HttpClient http, TestCloud cloud) throws Exception {
        Map<String, Map<String, String>> pools = new TreeMap<>();
        for (var cluster : get(http, cloud, "/v1/" + cloud.projectId() + "/clusters?limit=1000&offset=0")
                .path("clusters")) {
            var facts = facts(cluster.path(NAME).asText(), cluster.path("status").asText(), "");
            facts.put("count", nodes(cluster, "count"));
            facts.put("available_count", nodes(cluster, "available_count"));
            facts.put("allocatable_gpus", number(cluster.path("allocatable_gpus")));
            pools.put(cluster.path("cluster_id").asText(), facts);
        }
        for (var item : items(http, cloud, "/v2/" + cloud.projectId() + "/pools")) {
            var metadata = item.path("metadata");
            String phase = item.path("status").path("phase").asText();
            var facts = facts(metadata.path("labels").path("os.modelarts/name").asText(), status(phase), phase);
            count(item.path("status").path("resources"), facts);
            pools.put(metadata.path("name").asText(), facts);
        }
        for (var item : items(http, cloud, "/v2/" + cloud.projectId() + "/metrics/runtime/pools")) {
            var facts = pools.get(item.path("metadata").path("name").asText());
            // the metrics are of all workspaces, the list is of the default one
            if (facts == null) continue;
            long capacity = cards(item.path("table").path("capacity").path("value"));
            facts.put("allocatable_gpus", Long.toString(capacity));
            facts.put("free_gpus", Long.toString(capacity - cards(item.path("table").path("allocated").path("value"))));
        }
        return pools;
    }

    private static Map<String, String> facts(String name, String status, String phase) {
        Map<String, String> facts = new TreeMap<>();
        for (var field : PoolField.values())
            if (isCompared(new FieldChange(field, FieldValue.ABSENT, FieldValue.ABSENT))) facts.put(field.id(), "");
        facts.put(NAME, name);
        facts.put("status", status);
        facts.put("phase", phase);
        return facts;
    }

    private static void count(JsonNode resources, Map<String, String> facts) {
        if (resources.isMissingNode()) return;
        int all = 0;
        for (String state : List.of("available", "abnormal", "creating", "deleting")) {
            int nodes = 0;
            for (var group : resources.path(state))
                nodes += group.path("count").asInt();
            facts.put(state + "_count", Integer.toString(nodes));
            all += nodes;
        }
        facts.put("count", Integer.toString(all));
    }

    private static String status(String phase) {
        return switch (phase) {
            case "Running" -> "running";
            case "Creating" -> "deploying";
            case "Abnormal", "Error", "CreationFailed", "ScalingFailed" -> "abnormal";
            default -> phase;
        };
    }

    private static long cards(JsonNode amounts) {
        long cards = 0;
        for (var entry : amounts.properties())
            if (!List.of("cpu", "memory").contains(entry.getKey())) cards += entry.getValue().asLong();
        return cards;
    }

    /// Some pools of the cloud send their groups of nodes as a list.
    private static String nodes(JsonNode cluster, String name) {
        var groups = cluster.path("nodes");
        if (!groups.isArray()) return number(groups.path(name));
        int sum = 0;
        for (var group : groups)
            sum += group.path(name).asInt();
        return Integer.toString(sum);
    }

    private static String number(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? "" : text(new FieldValue.Number(new BigDecimal(node.asText())));
    }

    /// All pages of a list of v2.
    private static List<JsonNode> items(HttpClient http, TestCloud cloud, String path) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            var page = get(http, cloud, path + (next.isEmpty() ? "" : "?continue=" + next));
            page.path("items").forEach(items::add);
            next = page.path("metadata").path("continue").asText("");
        } while (!next.isEmpty());
        return items;
    }

    private static JsonNode get(HttpClient http, TestCloud cloud, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(cloud.endpoint() + path)).build();
        return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }
}
