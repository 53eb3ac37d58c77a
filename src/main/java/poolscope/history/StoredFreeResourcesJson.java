package poolscope.history;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.FreeResources.Source;
import poolscope.pool.PoolFreeCardFields;
import poolscope.pool.PoolFreeCardFields.Obstacle;

/// Free resources of a pool of v2 as members of the pool, and how its free cards are distributed as a member `on_nodes`
/// of several, while that is known.
final class StoredFreeResourcesJson {
    private static final String SOURCE = "free_source";
    private static final String ON_NODES = "on_nodes";
    private static final String NOT_USABLE = "not_usable";
    private static final String CARDS_PER_NODE = "cards_per_node";

    private StoredFreeResourcesJson() {}

    static void put(FreeResources free, Map<String, @Nullable Object> pool) {
        StoredPoolJson.put("free_cpu_cores", free.cpuCores(), pool);
        StoredPoolJson.put("free_memory", free.memoryMiB(), pool);
        StoredPoolJson.put("free_gpus", free.accelerators(), pool);
        if (free.source() != Source.NONE) pool.put(SOURCE, free.source().name());
        if (free.onNodes().equals(PoolFreeCardFields.NOT_READ)) return;
        Map<String, @Nullable Object> onNodes = new LinkedHashMap<>();
        StoredPoolJson.put("usable", free.onNodes().usable(), onNodes);
        Map<String, @Nullable Object> notUsable = new LinkedHashMap<>();
        free.onNodes().notUsable().forEach((obstacle, cards) -> notUsable.put(obstacle.name(), cards));
        onNodes.put(NOT_USABLE, notUsable);
        StoredPoolJson.put("largest_free_block", free.onNodes().largestBlock(), onNodes);
        StoredPoolJson.put("whole_free_nodes", free.onNodes().wholeNodes(), onNodes);
        onNodes.put(CARDS_PER_NODE, BigDecimal.valueOf(free.onNodes().cardsPerNode()));
        StoredPoolJson.putTime("read_at", free.onNodes().readAt(), onNodes);
        pool.put(ON_NODES, onNodes);
    }

    static FreeResources free(Map<String, @Nullable Object> pool) {
        var source = Arrays.stream(Source.values())
                .filter(one -> one.name().equals(pool.get(SOURCE)))
                .findFirst()
                .orElse(Source.NONE);
        return new FreeResources(StoredValueJson.value(pool.get("free_cpu_cores")),
                StoredValueJson.value(pool.get("free_memory")), StoredValueJson.value(pool.get("free_gpus")),
                pool.get(ON_NODES) instanceof Map<?, ?> onNodes ? onNodes(onNodes) : PoolFreeCardFields.NOT_READ,
                source);
    }

    private static PoolFreeCardFields onNodes(Map<?, ?> stored) {
        SortedMap<Obstacle, BigDecimal> notUsable = new TreeMap<>();
        if (stored.get(NOT_USABLE) instanceof Map<?, ?> byObstacle) for (var obstacle : Obstacle.values())
            if (StoredValueJson.value(byObstacle.get(obstacle.name())) instanceof FieldValue.Number(var cards))
                notUsable.put(obstacle, cards);
        return new PoolFreeCardFields(StoredValueJson.value(stored.get("usable")), notUsable,
                StoredValueJson.value(stored.get("largest_free_block")),
                StoredValueJson.value(stored.get("whole_free_nodes")),
                StoredPoolJson.number(stored.get(CARDS_PER_NODE)).orElse(0),
                StoredValueJson.time(stored.get("read_at")));
    }
}
