package poolscope.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// Planned maintenance of a node.
record V2Maintenance(V2Pool pool, V2Node node, long tick) {
    private static final long DAY = Duration.ofDays(1).toMillis();

    static Stream<V2Maintenance> of(V2PoolState state) {
        if (state.pool().parent().isPresent()) return Stream.empty();
        return state.nodes()
                .stream()
                .filter(node -> node.key().chance(RandomStream.MAINTENANCE, 0.02))
                .filter(V2Node::hasResources)
                .map(node -> new V2Maintenance(state.pool(), node, state.tick()));
    }

    void write(V2Fleet fleet, JsonGenerator json) throws IOException {
        var state = List.of("inquiring", "scheduled", "scheduled", "completed")
                .get(node.key().below(RandomStream.MAINTENANCE, 4));
        var days = node.key().below(RandomStream.AGE, 5);
        var today = fleet.millis(tick) / DAY * DAY;
        json.writeStartObject();
        json.writeStringField("id", "evt-" + node.key().hex(RandomStream.MAINTENANCE).substring(0, 12));
        json.writeStringField("catalog", "hardware");
        json.writeStringField("type", node.key()
                .pick(RandomStream.WHICH, List.of("localdisk-recovery", "node_reboot", "system-maintenance")));
        json.writeStringField("description", "");
        json.writeStringField("state", state);
        json.writeStringField("instanceType", pool.is(V2Pool.Special.LITE) ? "lite-cluster" : "standard");
        json.writeStringField("nodeName", node.name());
        json.writeStringField("poolName", pool.id());
        json.writeStringField("poolDisplayName", pool.name());
        json.writeStringField("publishTime", time(today - 7 * DAY));
        if (state.equals("completed")) {
            json.writeStringField("startTime", time(today - 2 * DAY));
            json.writeStringField("finishTime", time(today - 2 * DAY + DAY / 24));
        } else
            json.writeStringField("notBefore", time(today + (1 + days) * DAY));
        json.writeEndObject();
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
