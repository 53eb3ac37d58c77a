package poolscope.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import poolscope.demo.V2Pool.Special;

/// Writes nodes as items of `GET /v2/{project_id}/pools/{pool}/nodes`.
record V2NodeJsonWriter(V2Fleet fleet, V2PoolSnapshot state, Map<String, V2PoolSnapshot.Usage> usage,
        JsonGenerator json) {
    /// @param number
    ///            of the node in the pool, from 0
    void write(int number) throws IOException {
        var node = state.nodes().get(number);
        json.writeStartObject();
        json.writeStringField("kind", "Node");
        json.writeStringField("apiVersion", "v2");
        json.writeObjectFieldStart("metadata");
        json.writeStringField("name", node.name());
        json.writeStringField("creationTimestamp", time(node.createdTick()));
        labels(node, number);
        annotations(node);
        json.writeEndObject();
        json.writeObjectFieldStart("spec");
        json.writeStringField("flavor", node.group().flavor().specification());
        json.writeEndObject();
        status(node);
        json.writeEndObject();
    }

    private void labels(V2Node node, int number) throws IOException {
        var frozen = physical().is(Special.FROZEN)
                || physical().isPrepaid() && node.key().chance(HashRandomSalt.AGE, 0.01);
        json.writeObjectFieldStart("labels");
        json.writeStringField("os.modelarts.node/nodepool", node.group().nodePool());
        json.writeStringField("os.modelarts/resource.id", "maos-node-" + node.name());
        json.writeStringField("os.modelarts/billing.status", frozen ? "1" : "0");
        json.writeStringField("os.modelarts.node/ha.redundant.enabled", Boolean.toString(node.spare()));
        var logical = state.pool().parent().isPresent()
                ? Optional.of(state.pool())
                : fleet.logicalPoolOf(state.pool(), state.tick());
        if (logical.isPresent() && number < V2Fleet.LOGICAL_NODES)
            json.writeStringField("os.modelarts.node/elastic.quota", logical.get().id());
        if (node.group().flavor().hasPlacement())
            json.writeStringField("cce.kubectl.kubernetes.io/cabinet", "rack-" + (1 + number / 4));
        json.writeEndObject();
    }

    private void annotations(V2Node node) throws IOException {
        json.writeObjectFieldStart("annotations");
        json.writeStringField("os.modelarts/billing.mode", physical().isPrepaid() ? "1" : "0");
        if (node.group().flavor().hasPlacement() && node.hasResources())
            json.writeStringField("os.modelarts/npu-topology-placement", bits(taken(node).bits()));
        if (node.isDraining()) json.writeStringField("os.modelarts.node/drain", "draining");
        if (node.key().chance(HashRandomSalt.LOCK, 0.02))
            json.writeStringField("os.modelarts.node/lock.action", "delete");
        json.writeEndObject();
    }

    private void status(V2Node node) throws IOException {
        json.writeObjectFieldStart("status");
        json.writeStringField("phase", node.phase().word());
        json.writeStringField("az", node.group().zone());
        if (node.hasResources()) {
            json.writeStringField("privateIp", node.ip());
            resources("resources", node, V2ResourceAmounts.total(node));
            resources("availableResources", node, V2ResourceAmounts.free(node, taken(node)));
            json.writeObjectFieldStart("os");
            json.writeStringField("name", "EulerOS 2.10");
            json.writeEndObject();
            driver(node);
        }
        taints(node);
        json.writeEndObject();
    }

    private void resources(String field, V2Node node, V2ResourceAmounts amounts) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("cpu", amounts.milliCores() + "m");
        json.writeStringField("memory", amounts.memoryMiB() + "Mi");
        var cards = node.group().flavor().cards();
        if (cards.count() > 0) json.writeStringField(cards.resource(), Long.toString(amounts.cards()));
        json.writeEndObject();
    }

    private void driver(V2Node node) throws IOException {
        var flavor = node.group().flavor();
        if (flavor.cards().count() == 0) return;
        json.writeObjectFieldStart("driver");
        json.writeStringField("phase", driverPhase(node));
        json.writeStringField("version", V2PoolJsonWriter.driverVersion(flavor));
        json.writeEndObject();
    }

    private String driverPhase(V2Node node) {
        if (node.phase() == V2Node.Phase.ABNORMAL) return "Abnormal";
        return physical().is(Special.DRIVER_UPGRADE) && node.key().chance(HashRandomSalt.WHICH, 0.5)
                ? "Updating"
                : "Running";
    }

    private void taints(V2Node node) throws IOException {
        json.writeArrayFieldStart("taints");
        if (node.isIsolated()) taint("os.modelarts.node/isolated", "A0501" + node.isolationCode(), node);
        if (physical().is(Special.LITE)) taint("team", "cedar", node);
        json.writeEndArray();
    }

    private void taint(String key, String value, V2Node node) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", key);
        json.writeStringField("value", value);
        json.writeStringField("effect", "NoSchedule");
        json.writeStringField("timeAdded", time(node.sinceTick()));
        json.writeEndObject();
    }

    /// The pool that was bought: a logical one has its nodes only.
    private V2Pool physical() {
        return state.pool().parent().orElse(state.pool());
    }

    private V2PoolSnapshot.Usage taken(V2Node node) {
        return usage.getOrDefault(node.ip(), V2PoolSnapshot.Usage.NONE);
    }

    /// Sixteen digits; the rightmost one is the first card.
    static String bits(int bits) {
        return "0".repeat(Integer.numberOfLeadingZeros(bits | 1) - 16) + Integer.toBinaryString(bits);
    }

    private String time(long tick) {
        return Instant.ofEpochMilli(fleet.millis(tick)).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
