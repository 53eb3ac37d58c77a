package poolscope.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HexFormat;

/// Writes a pool as the document's `Cluster`, with its [PoolQuirk].
record ClusterJsonWriter(FleetGeneratorSettings plan, String projectId, JsonGenerator json) {
    void write(V1Pool pool, long tick) throws IOException {
        var poolGenerator = PoolGenerator.of(plan, pool, tick);
        var poolQuirk = poolGenerator.poolQuirk();
        json.writeStartObject();
        json.writeStringField("cluster_id", poolGenerator.id());
        json.writeStringField("cluster_name", poolGenerator.name());
        if (poolQuirk != PoolQuirk.NO_DESCRIPTION) json.writeStringField("description", poolGenerator.description());
        json.writeStringField("tenant", plan.hashRandom().hex(RandomSalt.OWNER));
        json.writeStringField("project", projectId);
        if (poolQuirk == PoolQuirk.NULL_OWNER) json.writeNullField("owner");
        else
            json.writeStringField("owner", poolGenerator.owner());
        if (poolQuirk == PoolQuirk.QUOTED_TIME) json.writeStringField("created_at", Long.toString(pool.createdAt()));
        else
            json.writeNumberField("created_at", pool.createdAt());
        json.writeStringField("status", poolGenerator.status());
        nodes(poolGenerator, poolQuirk);
        allocatable(poolGenerator, poolQuirk);
        billing(poolGenerator.hashRandom());
        extras(poolGenerator, poolQuirk);
        json.writeEndObject();
    }

    private void nodes(PoolGenerator poolGenerator, PoolQuirk poolQuirk) throws IOException {
        json.writeFieldName("nodes");
        switch (poolQuirk) {
            case NULL_NODES -> json.writeNull();
            case NODES_IN_ARRAY, TWO_KINDS_OF_NODES -> {
                json.writeStartArray();
                node(poolGenerator.v1Flavor(), poolGenerator.count(), poolGenerator.available());
                if (poolQuirk == PoolQuirk.TWO_KINDS_OF_NODES) node(poolGenerator.secondFlavor(), 2, 2);
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
    private void allocatable(PoolGenerator poolGenerator, PoolQuirk poolQuirk) throws IOException {
        var v1Flavor = poolGenerator.v1Flavor();
        long nodes = poolGenerator.available();
        var centiCores = nodes * v1Flavor.allocatableCentiCores();
        var memoryMiB = nodes * v1Flavor.allocatableMiB();
        var halfCards = 2 * nodes * v1Flavor.accelerators();
        if (poolQuirk == PoolQuirk.TWO_KINDS_OF_NODES) {
            var second = poolGenerator.secondFlavor();
            centiCores += 2 * second.allocatableCentiCores();
            memoryMiB += 2 * second.allocatableMiB();
            halfCards += 4L * second.accelerators();
        }
        if (poolQuirk == PoolQuirk.HALF_A_CARD && halfCards > 0) halfCards--;
        number("allocatable_cpu_cores", centiCores, 100);
        if (poolQuirk == PoolQuirk.FLOAT_MEMORY || poolGenerator.hashRandom().chance(RandomSalt.FLOAT_MEMORY, 0.1))
            memory(memoryMiB + ".0");
        else
            memory(Long.toString(memoryMiB));
        if (poolQuirk != PoolQuirk.NO_GPUS) number("allocatable_gpus", halfCards, 2);
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
    private void billing(HashRandom hashRandom) throws IOException {
        if (!hashRandom.chance(RandomSalt.BILLING, 0.4)) return;
        var year = hashRandom.chance(RandomSalt.PERIOD, 0.3);
        json.writeStringField("product_id",
                "00301-" + (100_000 + hashRandom.below(RandomSalt.BILLING, 800_000)) + "-0--0");
        json.writeStringField("order_id",
                "CS" + HexFormat.of().withUpperCase().toHexDigits(hashRandom.bits(RandomSalt.BILLING)));
        json.writeStringField("period_type", year ? "year" : "month");
        json.writeNumberField("period_num", 1 + hashRandom.below(RandomSalt.PERIOD, year ? 3 : 9));
    }

    private void extras(PoolGenerator poolGenerator, PoolQuirk poolQuirk) throws IOException {
        switch (poolQuirk) {
            case UNDOCUMENTED_FIELDS -> {
                json.writeStringField("charging_mode",
                        poolGenerator.hashRandom().chance(RandomSalt.BILLING, 0.4) ? "PRE_PAID" : "POST_PAID");
                json.writeNumberField("max_node_count", poolGenerator.count() + 8);
                json.writeObjectFieldStart("services_count");
                json.writeNumberField("realtime_count", poolGenerator.hashRandom().below(RandomSalt.COUNT, 7));
                json.writeNumberField("batch_count", poolGenerator.hashRandom().below(RandomSalt.BIG, 3));
                json.writeEndObject();
            }
            case UNKNOWN_FIELD -> {
                json.writeObjectFieldStart("x_network");
                json.writeStringField("cidr",
                        "172.16." + poolGenerator.hashRandom().below(RandomSalt.WHICH, 256) + ".0/24");
                json.writeBooleanField("rdma", true);
                json.writeEndObject();
            }
            default -> {
            }
        }
    }
}
