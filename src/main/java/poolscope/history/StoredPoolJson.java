package poolscope.history;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import poolscope.pool.AllocatableResources;
import poolscope.pool.ApiGeneration;
import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.KnownUndocumentedFields;
import poolscope.pool.Pool;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.PoolOrigin;
import poolscope.pool.PoolStatus;
import poolscope.pool.RawJson;
import poolscope.pool.V2OnlyPoolFields;
import poolscope.pool.V2PoolConfiguration;

/// A pool as the members of a JSON object, named as the fields of exports are. What is absent has no member. Everything
/// is kept but the raw JSON.
final class StoredPoolJson {
    private static final String PREPAID = "prepaid";
    private static final String STATUS = "status";
    private static final String API = "api";
    private static final String PAGE = "page";
    private static final String BYTE = "byte";

    private final Map<String, @Nullable Object> members;

    private StoredPoolJson(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    static Map<String, @Nullable Object> of(Pool pool) {
        var stored = new StoredPoolJson(new LinkedHashMap<>());
        stored.putIdentity(pool);
        StoredNodesJson.put(pool.poolNodeGroups(), stored.members);
        stored.put("allocatable_cpu_cores", pool.allocatableResources().cpuCores());
        stored.put("allocatable_memory", pool.allocatableResources().memoryMiB());
        stored.put("allocatable_gpus", pool.allocatableResources().accelerators());
        if (pool.billing() instanceof Billing.Prepaid prepaid) stored.putPrepaid(prepaid);
        stored.put("charging_mode", pool.knownUndocumentedFields().chargingMode());
        stored.put("max_node_count", pool.knownUndocumentedFields().maxNodeCount());
        stored.put("realtime_count", pool.knownUndocumentedFields().realtimeServices());
        stored.put("batch_count", pool.knownUndocumentedFields().batchServices());
        if (!pool.v2().equals(V2OnlyPoolFields.NONE)) stored.putV2(pool.v2());
        return stored.members;
    }

    private void putIdentity(Pool pool) {
        put("cluster_id", pool.poolNamesAndOwner().id());
        put("cluster_name", pool.poolNamesAndOwner().name());
        if (!pool.status().equals(PoolStatus.NOT_REPORTED)) members.put(STATUS, pool.status().word());
        put("description", pool.poolNamesAndOwner().description());
        put("tenant", pool.poolNamesAndOwner().tenant());
        put("project", pool.poolNamesAndOwner().project());
        put("owner", pool.poolNamesAndOwner().owner());
        putTime("created_at", pool.createdAt(), members);
        putTime("status_since", pool.statusSince(), members);
        members.put(API, pool.poolOrigin().api().id());
        if (pool.hasId()) return;
        members.put(PAGE, BigDecimal.valueOf(pool.poolOrigin().page()));
        members.put(BYTE, BigDecimal.valueOf(pool.raw().from()));
    }

    private void putPrepaid(Billing.Prepaid prepaid) {
        members.put(PREPAID, true);
        put("product_id", prepaid.productId());
        put("order_id", prepaid.orderId());
        put("period_type", prepaid.periodType());
        put("period_num", prepaid.periodNumber());
    }

    private void putV2(V2OnlyPoolFields v2) {
        put("phase", v2.phase());
        put("message", v2.message());
        put("auto_renew", v2.autoRenew());
        put("accelerator", v2.accelerator());
        putTime("next_maintenance", v2.nextMaintenance(), members);
        put("pool_type", v2.setup().type());
        put("parent", v2.setup().parent());
        put("scope", v2.setup().scope());
        put("workspace", v2.setup().workspaceId());
        if (!v2.setup().workspace().equals(v2.setup().workspaceId())) put("workspace_named", v2.setup().workspace());
        put("network", v2.setup().network());
        put("driver", v2.setup().driver());
        StoredFreeResourcesJson.put(v2.free(), members);
    }

    private void put(String name, FieldValue fieldValue) {
        put(name, fieldValue, members);
    }

    static void put(String name, FieldValue fieldValue, Map<String, @Nullable Object> members) {
        var stored = StoredValueJson.of(fieldValue);
        if (stored != null) members.put(name, stored);
    }

    static void putTime(String name, FieldValue fieldValue, Map<String, @Nullable Object> members) {
        var stored = StoredValueJson.ofTime(fieldValue);
        if (stored != null) members.put(name, stored);
    }

    /// The pool that these members describe. Never fails: unknown members are ignored, unreadable ones become
    /// unreadable values.
    ///
    /// @param origin
    ///            where the pools of that list came from
    static Pool pool(Map<String, @Nullable Object> members, PoolOrigin origin) {
        return new StoredPoolJson(members).pool(origin);
    }

    private Pool pool(PoolOrigin origin) {
        var identity = new PoolNamesAndOwner(value("cluster_id"), value("cluster_name"), value("description"),
                value("tenant"), value("project"), value("owner"));
        var allocatableResources = new AllocatableResources(value("allocatable_cpu_cores"), value("allocatable_memory"),
                value("allocatable_gpus"));
        var undocumented = new KnownUndocumentedFields(value("charging_mode"), value("max_node_count"),
                value("realtime_count"), value("batch_count"));
        var status = PoolStatus.of(members.get(STATUS) instanceof String word ? word : "");
        int from = number(BYTE);
        return new Pool(identity, StoredValueJson.time(members.get("created_at")), status,
                StoredNodesJson.nodes(members), allocatableResources, billing(), undocumented, v2(), origin(origin),
                new RawJson(RawJson.NONE.page(), from, from), StoredValueJson.time(members.get("status_since")));
    }

    private PoolOrigin origin(PoolOrigin of) {
        var api = members.get(API) instanceof String id && id.equals(ApiGeneration.V2.id())
                ? ApiGeneration.V2
                : ApiGeneration.V1;
        int page = number(PAGE);
        return api == of.api() && page == of.page()
                ? of
                : new PoolOrigin(of.connectionId(), of.connection(), of.region(), api, page, of.readAt(), "");
    }

    private Billing billing() {
        return Boolean.TRUE.equals(members.get(PREPAID))
                ? new Billing.Prepaid(value("product_id"), value("order_id"), value("period_type"), value("period_num"))
                : Billing.ON_DEMAND;
    }

    private V2OnlyPoolFields v2() {
        var id = value("workspace");
        var named = value("workspace_named");
        var setup = new V2PoolConfiguration(value("pool_type"), value("parent"), value("scope"),
                named.isKnown() ? named : id, id, value("network"), value("driver"));
        return new V2OnlyPoolFields(value("phase"), value("message"), value("auto_renew"), value("accelerator"),
                StoredValueJson.time(members.get("next_maintenance")), setup, StoredFreeResourcesJson.free(members));
    }

    private FieldValue value(String name) {
        return StoredValueJson.value(members.get(name));
    }

    private int number(String name) {
        return number(members.get(name)).orElse(0);
    }

    /// The number, when it is a whole one.
    static Optional<Integer> number(@Nullable Object stored) {
        return StoredValueJson.value(stored) instanceof FieldValue.Number(var number) && number.scale() == 0
                && number.precision() < 10 ? Optional.of(number.intValue()) : Optional.empty();
    }
}
