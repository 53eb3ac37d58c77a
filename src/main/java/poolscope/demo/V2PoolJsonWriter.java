package poolscope.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import poolscope.demo.V2Pool.Special;

/// Writes a pool as an item of `GET /v2/{project_id}/pools`.
record V2PoolJsonWriter(V2Fleet fleet, String projectId, JsonGenerator json) {
    private static final List<String> SCOPES = List.of("Train", "Infer", "Notebook");

    void write(V2PoolSnapshot state) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "Pool");
        json.writeStringField("apiVersion", "v2");
        metadata(state);
        spec(state.pool());
        status(state);
        json.writeEndObject();
    }

    private void metadata(V2PoolSnapshot state) throws IOException {
        var pool = state.pool();
        json.writeObjectFieldStart("metadata");
        json.writeStringField("name", pool.id());
        json.writeStringField("creationTimestamp", time(pool.createdTick()));
        json.writeObjectFieldStart("labels");
        json.writeStringField("os.modelarts/name", pool.name());
        json.writeStringField("os.modelarts/workspace.id", pool.workspace());
        json.writeStringField("os.modelarts/resource.id",
                "maos-" + pool.random().hex(HashRandomSalt.OWNER).substring(0, 12));
        json.writeStringField("os.modelarts/tenant.project.id", projectId);
        json.writeEndObject();
        annotations(state);
        json.writeEndObject();
    }

    private void annotations(V2PoolSnapshot state) throws IOException {
        var pool = state.pool();
        json.writeObjectFieldStart("annotations");
        json.writeStringField("os.modelarts/description", description(pool));
        json.writeStringField("os.modelarts/billing.mode", pool.isPrepaid() ? "1" : "0");
        if (pool.isPrepaid()) {
            json.writeStringField("os.modelarts/period.type",
                    pool.random().chance(HashRandomSalt.PERIOD, 0.3) ? "3" : "2");
            json.writeStringField("os.modelarts/period.num",
                    Integer.toString(1 + pool.random().below(HashRandomSalt.PERIOD, 3)));
            json.writeStringField("os.modelarts/auto.renew",
                    pool.random().chance(HashRandomSalt.DESCRIPTION, 0.5) ? "1" : "0");
            json.writeStringField("os.modelarts/order.id",
                    "CS" + pool.random().hex(HashRandomSalt.BILLING).substring(0, 14).toUpperCase(Locale.ROOT));
        }
        if (fleet.logicalPoolOf(pool, state.tick()).isPresent())
            json.writeStringField("os.modelarts.pool/subpools.count", "1");
        json.writeEndObject();
    }

    private static String description(V2Pool pool) {
        return switch (pool.special()) {
            case TRAINING -> "Large training runs";
            case LOGICAL -> "Nodes for the nightly runs";
            case INFERENCE -> "在线推理服务";
            default -> pool.random().pick(HashRandomSalt.DESCRIPTION, List.of("", "Team pool", "大模型训练专用"));
        };
    }

    private void spec(V2Pool pool) throws IOException {
        json.writeObjectFieldStart("spec");
        json.writeStringField("type", pool.parent().isPresent() ? "Logical" : "Dedicate");
        if (!pool.is(Special.LITE)) {
            json.writeArrayFieldStart("scope");
            for (var scope : scopes(pool))
                json.writeString(scope);
            json.writeEndArray();
        }
        json.writeArrayFieldStart("resources");
        for (var group : pool.groups())
            group(group, group.count());
        json.writeEndArray();
        json.writeObjectFieldStart("network");
        if (pool.is(Special.LITE)) {
            json.writeStringField("vpcId", "11111111-2222-3333-4444-555555555555");
            json.writeStringField("subnetId", "66666666-7777-8888-9999-000000000000");
        } else
            json.writeStringField("name", pool.network());
        json.writeEndObject();
        json.writeNumberField("controlMode", pool.is(Special.FROZEN) ? 8 : pool.isPrepaid() ? 1 : 0);
        json.writeEndObject();
    }

    private static List<String> scopes(V2Pool pool) {
        return switch (pool.special()) {
            case TRAINING -> SCOPES;
            case INFERENCE -> List.of("Infer");
            default -> SCOPES.subList(0, 1 + pool.random().below(HashRandomSalt.WHICH, 3));
        };
    }

    private void group(V2NodeGroup group, long count) throws IOException {
        json.writeStartObject();
        json.writeStringField("flavor", group.flavor().specification());
        json.writeNumberField("count", count);
        json.writeNumberField("maxCount", count);
        json.writeStringField("nodePool", group.nodePool());
        json.writeArrayFieldStart("azs");
        json.writeStartObject();
        json.writeStringField("az", group.zone());
        json.writeNumberField("count", count);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void status(V2PoolSnapshot state) throws IOException {
        var pool = state.pool();
        json.writeObjectFieldStart("status");
        json.writeStringField("phase", state.phase());
        json.writeStringField("message", message(state));
        if (pool.parent().isPresent()) json.writeStringField("parent", pool.parent().get().id());
        json.writeStringField("root", pool.parent().orElse(pool).id());
        if (!pool.hasNoNodes()) {
            json.writeObjectFieldStart("resources");
            for (var phase : List.of(V2Node.Phase.CREATING, V2Node.Phase.AVAILABLE, V2Node.Phase.ABNORMAL,
                    V2Node.Phase.DELETING))
                nodes(state, phase);
            json.writeEndObject();
        }
        if (!pool.is(Special.LITE)) scopeStates(pool);
        driver(pool);
        json.writeEndObject();
    }

    private static String message(V2PoolSnapshot state) {
        return switch (state.phase()) {
            case "Waiting" -> "the order is not paid";
            case "CreationFailed" -> "the flavor is sold out in the chosen AZ";
            case "Error" -> "the network of the pool is not reachable";
            case "Abnormal" -> "more than half of the nodes are not ready";
            default -> "";
        };
    }

    private void nodes(V2PoolSnapshot state, V2Node.Phase phase) throws IOException {
        if (state.count(phase) == 0) return;
        json.writeArrayFieldStart(phase.name().toLowerCase(Locale.ROOT));
        for (var group : state.pool().groups()) {
            Predicate<V2Node> inGroup = node -> node.group().nodePool().equals(group.nodePool());
            var count = state.nodes()
                    .stream()
                    .filter(inGroup)
                    .filter(node -> V2PoolSnapshot.counted(node) == phase)
                    .count();
            if (count > 0) group(group, count);
        }
        json.writeEndArray();
    }

    private void scopeStates(V2Pool pool) throws IOException {
        json.writeArrayFieldStart("scope");
        for (var scope : scopes(pool)) {
            json.writeStartObject();
            json.writeStringField("scopeType", scope);
            json.writeStringField("state",
                    pool.is(Special.CREATING) || pool.is(Special.TRAINING) && scope.equals("Notebook")
                            ? "Enabling"
                            : "Enabled");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void driver(V2Pool pool) throws IOException {
        var flavor = pool.groups().getFirst().flavor();
        if (flavor.cards().count() == 0 || pool.hasNoNodes()) return;
        json.writeObjectFieldStart("driver");
        json.writeObjectFieldStart(flavor.hasPlacement() ? "npu" : "gpu");
        json.writeStringField("version", driverVersion(flavor));
        json.writeStringField("state", pool.is(Special.DRIVER_UPGRADE) ? "Upgrading" : "Running");
        json.writeEndObject();
        json.writeEndObject();
    }

    static String driverVersion(V2Flavor flavor) {
        return flavor.hasPlacement() ? "7.1.0" : "535.54.03";
    }

    private String time(long tick) {
        return Instant.ofEpochMilli(fleet.millis(tick)).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
