package poolscope.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;

/// Writes pools as items of `GET /v2/{project_id}/metrics/runtime/pools`: exact sums over their nodes.
record V2MetricsJsonWriter(V2Fleet fleet, JsonGenerator json) {
    /// By type of accelerator, which is empty for nodes without.
    private static final class Sums extends TreeMap<String, V2ResourceAmounts> {
        private static final long serialVersionUID = 1;

        void add(V2Node node, V2ResourceAmounts amounts) {
            merge(node.group().flavor().cards().type(), amounts, V2ResourceAmounts::plus);
        }

        V2ResourceAmounts all() {
            return values().stream().reduce(V2ResourceAmounts.NONE, V2ResourceAmounts::plus);
        }
    }

    void write(V2PoolSnapshot state) throws IOException {
        var usage = state.usage();
        var capacity = new Sums();
        var allocated = new Sums();
        for (var node : state.nodes()) {
            if (!node.hasResources()) continue;
            var total = V2ResourceAmounts.total(node);
            capacity.add(node, total);
            allocated.add(node, total
                    .minus(V2ResourceAmounts.free(node, usage.getOrDefault(node.ip(), V2PoolSnapshot.Usage.NONE))));
        }
        json.writeStartObject();
        json.writeObjectFieldStart("metadata");
        json.writeStringField("name", state.pool().id());
        json.writeObjectFieldStart("labels");
        json.writeStringField("os.modelarts/name", state.pool().name());
        json.writeStringField("os.modelarts/workspace.id", state.pool().workspace());
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("table");
        amounts("allocated", allocated, state.tick(), false);
        amounts("capacity", capacity, state.tick(), true);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void amounts(String field, Sums sums, long tick, boolean maximum) throws IOException {
        json.writeObjectFieldStart(field);
        values("value", sums);
        if (maximum) values("maxValue", sums);
        json.writeStringField("timestamp",
                Instant.ofEpochMilli(fleet.millis(tick)).truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeStringField("window", "1m");
        json.writeEndObject();
    }

    private void values(String field, Sums sums) throws IOException {
        json.writeObjectFieldStart(field);
        var all = sums.all();
        if (all.milliCores() % 1000 == 0) json.writeNumberField("cpu", all.milliCores() / 1000);
        else
            json.writeStringField("cpu", all.milliCores() + "m");
        json.writeStringField("memory",
                all.memoryMiB() % 1024 == 0 ? all.memoryMiB() / 1024 + "Gi" : all.memoryMiB() + "Mi");
        for (var entry : sums.entrySet())
            if (!entry.getKey().isEmpty())
                json.writeStringField(entry.getKey(), Long.toString(entry.getValue().cards()));
        json.writeEndObject();
    }
}
