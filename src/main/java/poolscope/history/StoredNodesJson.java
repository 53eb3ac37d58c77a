package poolscope.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import poolscope.pool.PoolNodeGroups;

/// The nodes of a pool: of one specification as members of the pool, of several as a list `nodes` of such members.
final class StoredNodesJson {
    private static final String NODES = "nodes";

    private StoredNodesJson() {}

    static void put(PoolNodeGroups poolNodeGroups, Map<String, @Nullable Object> pool) {
        if (poolNodeGroups.groups().size() == 1) put(poolNodeGroups.groups().getFirst(), pool);
        else if (!poolNodeGroups.groups().isEmpty())
            pool.put(NODES, poolNodeGroups.groups().stream().map(StoredNodesJson::members).toList());
    }

    private static Map<String, @Nullable Object> members(PoolNodeGroups.Group group) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        put(group, members);
        return members;
    }

    private static void put(PoolNodeGroups.Group group, Map<String, @Nullable Object> members) {
        StoredPoolJson.put("specification", group.specification(), members);
        StoredPoolJson.put("count", group.count(), members);
        StoredPoolJson.put("available_count", group.available(), members);
        StoredPoolJson.put("node_pool", group.nodePool(), members);
        StoredPoolJson.put("abnormal_count", group.abnormal(), members);
        StoredPoolJson.put("creating_count", group.creating(), members);
        StoredPoolJson.put("deleting_count", group.deleting(), members);
    }

    static PoolNodeGroups nodes(Map<String, @Nullable Object> pool) {
        if (pool.get(NODES) instanceof List<?> groups)
            return new PoolNodeGroups(groups.stream().map(StoredNodesJson::group).toList());
        return new PoolNodeGroups(List.of(group(pool)));
    }

    private static PoolNodeGroups.Group group(@Nullable Object stored) {
        Map<?, ?> members = stored instanceof Map<?, ?> map ? map : Map.of();
        return new PoolNodeGroups.Group(StoredValueJson.value(members.get("specification")),
                StoredValueJson.value(members.get("count")), StoredValueJson.value(members.get("available_count")),
                StoredValueJson.value(members.get("node_pool")), StoredValueJson.value(members.get("abnormal_count")),
                StoredValueJson.value(members.get("creating_count")),
                StoredValueJson.value(members.get("deleting_count")));
    }
}
