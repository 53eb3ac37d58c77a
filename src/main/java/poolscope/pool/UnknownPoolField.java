package poolscope.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the service sent of a pool beyond the catalogue of [PoolField].
///
/// @param name
///            as it came; of what stands inside another field, after the name of that field and a point
/// @param json
///            as it came
public record UnknownPoolField(String name, String json) {
    private static final String NODES = "nodes";
    private static final String SERVICES = "services_count";

    private static final Set<String> OF_POOLS = Set.of("cluster_id", "cluster_name", "description", "tenant", "project",
            "owner", "created_at", "status", "allocatable_cpu_cores", "allocatable_memory", "allocatable_gpus",
            "product_id", "order_id", "period_type", "period_num", "charging_mode", "max_node_count");
    private static final Set<String> OF_NODES = Set.of("specification", "count", "available_count");
    private static final Set<String> OF_SERVICES = Set.of("realtime_count", "batch_count");

    /// The fields of a pool that have no place of their own, in the order in which they came.
    public static List<UnknownPoolField> of(RawJson raw) {
        var others = new ArrayList<UnknownPoolField>();
        for (var member : TopLevelJsonSplitter.of(raw.text()))
            switch (member.name()) {
                case NODES -> inside(member, OF_NODES, others);
                case SERVICES -> inside(member, OF_SERVICES, others);
                default -> {
                    if (!OF_POOLS.contains(member.name()))
                        others.add(new UnknownPoolField(member.name(), member.value()));
                }
            }
        return List.copyOf(others);
    }

    /// Of an object its members, of an array those of its elements.
    private static void inside(TopLevelJsonSplitter.Member outer, Set<String> known, List<UnknownPoolField> others) {
        for (var member : TopLevelJsonSplitter.of(outer.value()))
            if (member.name().isEmpty())
                inside(new TopLevelJsonSplitter.Member(outer.name(), member.value()), known, others);
            else if (!known.contains(member.name()))
                others.add(new UnknownPoolField(outer.name() + "." + member.name(), member.value()));
    }
}
