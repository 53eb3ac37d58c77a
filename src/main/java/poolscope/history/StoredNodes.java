package poolscope.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import poolscope.pool.Nodes;

/// The nodes of a pool: of one specification as members of the pool, of several as a list `nodes` of such members.
final class StoredNodes {
    private static final String NODES = "nodes";

    private StoredNodes() {}

    static void put(Nodes nodes, Map<String, @Nullable Object> pool) {
        if (nodes.groups().size() == 1) put(nodes.groups().getFirst(), pool);
        else if (!nodes.groups().isEmpty()) pool.put(NODES, nodes.groups().stream().map(StoredNodes::members).toList());
    }

    private static Map<String, @Nullable Object> members(Nodes.Group group) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        put(group, members);
        return members;
    }

    private static void put(Nodes.Group group, Map<String, @Nullable Object> members) {
        StoredPool.put("specification", group.specification(), members);
        StoredPool.put("count", group.count(), members);
        StoredPool.put("available_count", group.available(), members);
        StoredPool.put("node_pool", group.nodePool(), members);
        StoredPool.put("abnormal_count", group.abnormal(), members);
        StoredPool.put("creating_count", group.creating(), members);
        StoredPool.put("deleting_count", group.deleting(), members);
    }

    static Nodes nodes(Map<String, @Nullable Object> pool) {
        if (pool.get(NODES) instanceof List<?> groups)
            return new Nodes(groups.stream().map(StoredNodes::group).toList());
        return new Nodes(List.of(group(pool)));
    }

    private static Nodes.Group group(@Nullable Object stored) {
        Map<?, ?> members = stored instanceof Map<?, ?> map ? map : Map.of();
        return new Nodes.Group(StoredValue.value(members.get("specification")), StoredValue.value(members.get("count")),
                StoredValue.value(members.get("available_count")), StoredValue.value(members.get("node_pool")),
                StoredValue.value(members.get("abnormal_count")), StoredValue.value(members.get("creating_count")),
                StoredValue.value(members.get("deleting_count")));
    }
}
