package poolscope.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// Maintenance of a node, which is published a week before it begins and listed for two days after it.
///
/// @param published
///            epoch ms
/// @param now
///            epoch ms
record V2NodeMaintenance(V2Pool pool, V2Node node, long published, long now) {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    /// From one maintenance of a node to the next.
    private static final int DAYS_BETWEEN = 9;

    static Stream<V2NodeMaintenance> of(V2PoolSnapshot state, long now) {
        if (state.pool().parent().isPresent()) return Stream.empty();
        return state.nodes()
                .stream()
                .filter(node -> node.key().chance(HashRandomSalt.MAINTENANCE, 0.02))
                .filter(V2Node::hasResources)
                .map(node -> new V2NodeMaintenance(state.pool(), node, published(node, now), now));
    }

    private static long published(V2Node node, long now) {
        var day = now / DAY;
        return (day - Math.floorMod(day + node.key().below(HashRandomSalt.AGE, DAYS_BETWEEN), DAYS_BETWEEN)) * DAY;
    }

    private DeterministicHashRandom key() {
        return node.key().of(published);
    }

    private long begin() {
        return published + 7 * DAY;
    }

    private String state() {
        if (now >= begin() + HOUR) return "completed";
        if (now >= begin()) return "executing";
        return key().chance(HashRandomSalt.EVENT, 0.4) ? "inquiring" : "scheduled";
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", "evt-" + key().hex(HashRandomSalt.MAINTENANCE).substring(0, 12));
        json.writeStringField("catalog", "hardware");
        json.writeStringField("type",
                key().pick(HashRandomSalt.WHICH, List.of("localdisk-recovery", "node_reboot", "system-maintenance")));
        json.writeStringField("description", "");
        json.writeStringField("state", state());
        json.writeStringField("instanceType", pool.is(V2Pool.Special.LITE) ? "lite-cluster" : "standard");
        json.writeStringField("nodeName", node.name());
        json.writeStringField("poolName", pool.id());
        json.writeStringField("poolDisplayName", pool.name());
        json.writeStringField("publishTime", time(published));
        json.writeStringField("notBefore", time(begin()));
        if (now >= begin()) json.writeStringField("startTime", time(begin()));
        if (now >= begin() + HOUR) json.writeStringField("finishTime", time(begin() + HOUR));
        json.writeEndObject();
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
