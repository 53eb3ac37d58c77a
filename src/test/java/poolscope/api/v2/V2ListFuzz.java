package poolscope.api.v2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.fuzz.FuzzTarget;
import poolscope.pool.ApiGeneration;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolOrigin;

/// Lists of v2 beside the same bytes read by Jackson: no item is lost or invented, and the next page is the one that
/// was said.
public enum V2ListFuzz implements FuzzTarget {
    POOLS("items", V2ListFuzz::pools, "pools.json", "pools-failed.json", "pools-empty.json"),
    NODES("items", PoolNodeJson::read, "nodes-page-1.json", "nodes-page-2.json", "node-bare.json"),
    JOBS("items", PoolJobJson::read, "workloads.json"),
    METRICS("items", body -> PoolMetricsJson.read(body, new ValueInterner()), "runtime-metrics.json"),
    FLAVORS("items", ResourceFlavorJson::read, "resource-flavors.json"),
    EVENTS("items", PoolEventJson::read, "events.json"),
    MAINTENANCE("events", ScheduledEventJson::read, "scheduled-events.json");

    private static final PoolOrigin ORIGIN = new PoolOrigin("c", "Here", "", ApiGeneration.V2, 1, Instant.EPOCH, "");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<PoolField> NODE_COUNTS = List.of(PoolField.NODE_COUNT, PoolField.AVAILABLE_NODES,
            PoolField.ABNORMAL_NODES, PoolField.CREATING_NODES, PoolField.DELETING_NODES);

    private final String array;
    private final Reader reader;
    private final List<String> samples;

    @FunctionalInterface
    private interface Reader {
        V2ItemPage<?> read(byte[] body) throws UnreadableResponseException;
    }

    V2ListFuzz(String array, Reader reader, String... samples) {
        this.array = array;
        this.reader = reader;
        this.samples = List.of(samples);
    }

    private static V2ItemPage<Pool> pools(byte[] body) throws UnreadableResponseException {
        return V2ItemPageJson.read(body, new ValueInterner(), in -> {
            int start = in.start();
            var pool = PoolJson.read(in);
            return pool.toPool(ORIGIN, in.sliceFrom(start), in.valueInterner());
        });
    }

    @Override
    public List<byte[]> seeds() {
        var seeds = new ArrayList<>(samples.stream().map(V2Samples::sample).toList());
        seeds.add(("{\"" + array + "\":[],\"metadata\":{\"continue\":\"x\"},\"total\":3}")
                .getBytes(StandardCharsets.UTF_8));
        return seeds;
    }

    @Override
    public void check(byte[] input) throws IOException {
        V2ItemPage<?> page;
        try {
            page = reader.read(input);
        } catch (UnreadableResponseException e) {
            assertThat(e.cause()).isNotNull();
            return;
        }
        assertThat(page.items()).doesNotContainNull();
        if (input[0] == '{') compare(page, JSON.readTree(input));
    }

    private void compare(V2ItemPage<?> page, JsonNode sent) {
        var items = sent.path(array);
        var objects = Stream.iterate(0, i -> i < items.size(), i -> i + 1)
                .map(items::get)
                .filter(JsonNode::isObject)
                .toList();
        assertThat(page.items()).hasSize(objects.size());
        assertThat(page.unreadable()).isEqualTo(items.size() - objects.size());
        var next = sent.path("metadata").path("continue");
        assertThat(page.next()).isEqualTo(next.isTextual() ? next.textValue() : next.isNumber() ? page.next() : "");
        for (int i = 0; i < objects.size(); i++)
            if (page.items().get(i) instanceof Pool pool) compare(pool, objects.get(i));
    }

    /// Nothing was said of nodes: then no number of nodes is known, and above all not 0.
    private static void compare(Pool pool, JsonNode sent) {
        var name = sent.path("metadata").path("name");
        assertThat(pool.hasId()).as("%s", name)
                .isEqualTo(name.isTextual() && !name.textValue().isEmpty() || name.isNumber());
        boolean isSilent = !sent.path("status").isObject() && !sent.path("spec").isObject();
        if (isSilent)
            assertThat(NODE_COUNTS)
                    .allSatisfy(field -> assertThat(field.of(pool)).as("%s", field).isEqualTo(FieldValue.ABSENT));
    }
}
