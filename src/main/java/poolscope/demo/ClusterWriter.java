package poolscope.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HexFormat;

/// Writes a pool as the contract's `Cluster`, oddities included.
record ClusterWriter(FleetPlan plan, String projectId, JsonGenerator json) {
    void write(DemoPool pool, long tick) throws IOException {
        var traits = Traits.of(plan, pool, tick);
        var quirk = traits.quirk();
        json.writeStartObject();
        json.writeStringField("cluster_id", traits.id());
        json.writeStringField("cluster_name", traits.name());
        if (quirk != Quirk.NO_DESCRIPTION) json.writeStringField("description", traits.description());
        json.writeStringField("tenant", plan.dice().hex(Salt.OWNER));
        json.writeStringField("project", projectId);
        if (quirk == Quirk.NULL_OWNER) json.writeNullField("owner");
        else
            json.writeStringField("owner", traits.owner());
        if (quirk == Quirk.QUOTED_TIME) json.writeStringField("created_at", Long.toString(pool.createdAt()));
        else
            json.writeNumberField("created_at", pool.createdAt());
        json.writeStringField("status", traits.status());
        nodes(traits, quirk);
        allocatable(traits, quirk);
        billing(traits.dice());
        extras(traits, quirk);
        json.writeEndObject();
    }

    private void nodes(Traits traits, Quirk quirk) throws IOException {
        json.writeFieldName("nodes");
        switch (quirk) {
            case NULL_NODES -> json.writeNull();
            case NODES_IN_ARRAY, TWO_KINDS_OF_NODES -> {
                json.writeStartArray();
                node(traits.flavor(), traits.count(), traits.available());
                if (quirk == Quirk.TWO_KINDS_OF_NODES) node(traits.secondFlavor(), 2, 2);
                json.writeEndArray();
            }
            default -> node(traits.flavor(), traits.count(), traits.available());
        }
    }

    private void node(Flavor flavor, int count, int available) throws IOException {
        json.writeStartObject();
        json.writeStringField("specification", flavor.specification());
        json.writeNumberField("count", count);
        json.writeNumberField("available_count", available);
        json.writeEndObject();
    }

    /// The share of every usable node, added up.
    private void allocatable(Traits traits, Quirk quirk) throws IOException {
        var flavor = traits.flavor();
        long nodes = traits.available();
        var centiCores = nodes * flavor.allocatableCentiCores();
        var memoryMiB = nodes * flavor.allocatableMiB();
        var halfCards = 2 * nodes * flavor.accelerators();
        if (quirk == Quirk.TWO_KINDS_OF_NODES) {
            var second = traits.secondFlavor();
            centiCores += 2 * second.allocatableCentiCores();
            memoryMiB += 2 * second.allocatableMiB();
            halfCards += 4L * second.accelerators();
        }
        if (quirk == Quirk.HALF_A_CARD && halfCards > 0) halfCards--;
        number("allocatable_cpu_cores", centiCores, 100);
        if (quirk == Quirk.FLOAT_MEMORY || traits.dice().chance(Salt.FLOAT_MEMORY, 0.1))
            memory(memoryMiB + ".0");
        else
            memory(Long.toString(memoryMiB));
        if (quirk != Quirk.NO_GPUS) number("allocatable_gpus", halfCards, 2);
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

    /// Two pools in five are paid for in advance; the others bear no field at all.
    private void billing(Dice dice) throws IOException {
        if (!dice.chance(Salt.BILLING, 0.4)) return;
        var year = dice.chance(Salt.PERIOD, 0.3);
        json.writeStringField("product_id", "00301-" + (100_000 + dice.below(Salt.BILLING, 800_000)) + "-0--0");
        json.writeStringField("order_id", "CS" + HexFormat.of().withUpperCase().toHexDigits(dice.bits(Salt.BILLING)));
        json.writeStringField("period_type", year ? "year" : "month");
        json.writeNumberField("period_num", 1 + dice.below(Salt.PERIOD, year ? 3 : 9));
    }

    private void extras(Traits traits, Quirk quirk) throws IOException {
        switch (quirk) {
            case UNDOCUMENTED_FIELDS -> {
                json.writeStringField("charging_mode", traits.dice().chance(Salt.BILLING, 0.4) ? "PRE_PAID" : "POST_PAID");
                json.writeNumberField("max_node_count", traits.count() + 8);
                json.writeObjectFieldStart("services_count");
                json.writeNumberField("realtime_count", traits.dice().below(Salt.COUNT, 7));
                json.writeNumberField("batch_count", traits.dice().below(Salt.BIG, 3));
                json.writeEndObject();
            }
            case UNKNOWN_FIELD -> {
                json.writeObjectFieldStart("x_network");
                json.writeStringField("cidr", "172.16." + traits.dice().below(Salt.WHICH, 256) + ".0/24");
                json.writeBooleanField("rdma", true);
                json.writeEndObject();
            }
            default -> {
            }
        }
    }
}
