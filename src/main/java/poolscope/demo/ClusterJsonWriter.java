package poolscope.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HexFormat;

/// Writes a pool as the document's `Cluster`, with its [UnusualPoolFeature].
record ClusterJsonWriter(DemoFleetPlan plan, String projectId, JsonGenerator json) {
    void write(V1Pool pool, long tick) throws IOException {
        var poolGenerator = PoolGenerator.of(plan, pool, tick);
        var unusualPoolFeature = poolGenerator.unusualPoolFeature();
        json.writeStartObject();
        json.writeStringField("cluster_id", poolGenerator.id());
        json.writeStringField("cluster_name", poolGenerator.name());
        if (unusualPoolFeature != UnusualPoolFeature.NO_DESCRIPTION)
            json.writeStringField("description", poolGenerator.description());
        json.writeStringField("tenant", plan.deterministicHashRandom().hex(HashRandomSalt.OWNER));
        json.writeStringField("project", projectId);
        if (unusualPoolFeature == UnusualPoolFeature.NULL_OWNER) json.writeNullField("owner");
        else
            json.writeStringField("owner", poolGenerator.owner());
        if (unusualPoolFeature == UnusualPoolFeature.QUOTED_TIME)
            json.writeStringField("created_at", Long.toString(pool.createdAt()));
        else
            json.writeNumberField("created_at", pool.createdAt());
        json.writeStringField("status", poolGenerator.status());
        nodes(poolGenerator, unusualPoolFeature);
        allocatable(poolGenerator, unusualPoolFeature);
        billing(poolGenerator.deterministicHashRandom());
        extras(poolGenerator, unusualPoolFeature);
        json.writeEndObject();
    }

    private void nodes(PoolGenerator poolGenerator, UnusualPoolFeature unusualPoolFeature) throws IOException {
        json.writeFieldName("nodes");
        switch (unusualPoolFeature) {
            case NULL_NODES -> json.writeNull();
            case NODES_IN_ARRAY, TWO_KINDS_OF_NODES -> {
                json.writeStartArray();
                node(poolGenerator.v1Flavor(), poolGenerator.count(), poolGenerator.available());
                if (unusualPoolFeature == UnusualPoolFeature.TWO_KINDS_OF_NODES)
                    node(poolGenerator.secondFlavor(), 2, 2);
                json.writeEndArray();
            }
            default -> node(poolGenerator.v1Flavor(), poolGenerator.count(), poolGenerator.available());
        }
    }

    private void node(V1Flavor v1Flavor, int count, int available) throws IOException {
        json.writeStartObject();
        json.writeStringField("specification", v1Flavor.specification());
        json.writeNumberField("count", count);
        json.writeNumberField("available_count", available);
        json.writeEndObject();
    }

    /// The sum over the usable nodes.
    private void allocatable(PoolGenerator poolGenerator, UnusualPoolFeature unusualPoolFeature) throws IOException {
        var v1Flavor = poolGenerator.v1Flavor();
        long nodes = poolGenerator.available();
        var centiCores = nodes * v1Flavor.allocatableCentiCores();
        var memoryMiB = nodes * v1Flavor.allocatableMiB();
        var halfCards = 2 * nodes * v1Flavor.accelerators();
        if (unusualPoolFeature == UnusualPoolFeature.TWO_KINDS_OF_NODES) {
            var second = poolGenerator.secondFlavor();
            centiCores += 2 * second.allocatableCentiCores();
            memoryMiB += 2 * second.allocatableMiB();
            halfCards += 4L * second.accelerators();
        }
        if (unusualPoolFeature == UnusualPoolFeature.HALF_A_CARD && halfCards > 0) halfCards--;
        number("allocatable_cpu_cores", centiCores, 100);
        if (unusualPoolFeature == UnusualPoolFeature.FLOAT_MEMORY
                || poolGenerator.deterministicHashRandom().chance(HashRandomSalt.FLOAT_MEMORY, 0.1))
            memory(memoryMiB + ".0");
        else
            memory(Long.toString(memoryMiB));
        if (unusualPoolFeature != UnusualPoolFeature.NO_GPUS) number("allocatable_gpus", halfCards, 2);
    }

    private void memory(String literal) throws IOException {
        json.writeFieldName("allocatable_memory");
        json.writeNumber(literal);
    }

    /// Whole numbers without a point, others as short as they can be: 7.06, never 7.0599999.
    private void number(String field, long parts, int partsOfOne) throws IOException {
        if (parts % partsOfOne == 0) json.writeNumberField(field, parts / partsOfOne);
        else
            json.writeNumberField(field, (double) parts / partsOfOne);
    }

    /// Two pools in five are paid for in advance; the others have none of the fields.
    private void billing(DeterministicHashRandom deterministicHashRandom) throws IOException {
        if (!deterministicHashRandom.chance(HashRandomSalt.BILLING, 0.4)) return;
        var year = deterministicHashRandom.chance(HashRandomSalt.PERIOD, 0.3);
        json.writeStringField("product_id",
                "00301-" + (100_000 + deterministicHashRandom.below(HashRandomSalt.BILLING, 800_000)) + "-0--0");
        json.writeStringField("order_id", "CS"
                + HexFormat.of().withUpperCase().toHexDigits(deterministicHashRandom.bits(HashRandomSalt.BILLING)));
        json.writeStringField("period_type", year ? "year" : "month");
        json.writeNumberField("period_num", 1 + deterministicHashRandom.below(HashRandomSalt.PERIOD, year ? 3 : 9));
    }

    private void extras(PoolGenerator poolGenerator, UnusualPoolFeature unusualPoolFeature) throws IOException {
        switch (unusualPoolFeature) {
            case UNDOCUMENTED_FIELDS -> {
                json.writeStringField("charging_mode",
                        poolGenerator.deterministicHashRandom().chance(HashRandomSalt.BILLING, 0.4)
                                ? "PRE_PAID"
                                : "POST_PAID");
                json.writeNumberField("max_node_count", poolGenerator.count() + 8);
                json.writeObjectFieldStart("services_count");
                json.writeNumberField("realtime_count",
                        poolGenerator.deterministicHashRandom().below(HashRandomSalt.COUNT, 7));
                json.writeNumberField("batch_count",
                        poolGenerator.deterministicHashRandom().below(HashRandomSalt.BIG, 3));
                json.writeEndObject();
            }
            case UNKNOWN_FIELD -> {
                json.writeObjectFieldStart("x_network");
                json.writeStringField("cidr",
                        "172.16." + poolGenerator.deterministicHashRandom().below(HashRandomSalt.WHICH, 256) + ".0/24");
                json.writeBooleanField("rdma", true);
                json.writeEndObject();
            }
            default -> {
            }
        }
    }
}
