package poolscope.api.v1;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import poolscope.api.json.JsonValueReader;
import poolscope.api.json.ValueInterner;
import poolscope.pool.AllocatableResources;
import poolscope.pool.Billing;
import poolscope.pool.Pool;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.PoolNodeGroups;
import poolscope.pool.PoolOrigin;
import poolscope.pool.PoolStatus;
import poolscope.pool.RawJson;
import poolscope.pool.UndocumentedFields;
import poolscope.pool.Value;

/// JSON form of a [Pool]: the document's *cluster*, table 3, and fields that are seen elsewhere (api-notes.md).
final class ClusterJson {
    private Value id = Value.ABSENT;
    private Value name = Value.ABSENT;
    private Value description = Value.ABSENT;
    private Value tenant = Value.ABSENT;
    private Value project = Value.ABSENT;
    private Value owner = Value.ABSENT;
    private Value createdAt = Value.ABSENT;
    private PoolStatus status = PoolStatus.NOT_REPORTED;
    private PoolNodeGroups poolNodeGroups = PoolNodeGroups.NOT_REPORTED;
    private Value cpuCores = Value.ABSENT;
    private Value memory = Value.ABSENT;
    private Value gpus = Value.ABSENT;
    private Value productId = Value.ABSENT;
    private Value orderId = Value.ABSENT;
    private Value periodType = Value.ABSENT;
    private Value periodNumber = Value.ABSENT;
    private Value chargingMode = Value.ABSENT;
    private Value maxNodeCount = Value.ABSENT;
    private Value realtimeServices = Value.ABSENT;
    private Value batchServices = Value.ABSENT;

    private ClusterJson() {}

    /// Reads the object at which the cursor stands.
    static ClusterJson read(JsonValueReader in) throws IOException {
        var cluster = new ClusterJson();
        while (in.nextField())
            cluster.readField(in);
        return cluster;
    }

    private void readField(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "cluster_id" -> id = in.key();
            case "cluster_name" -> name = in.uniqueText();
            case "description" -> description = in.text();
            case "tenant" -> tenant = in.text();
            case "project" -> project = in.text();
            case "owner" -> owner = in.text();
            case "created_at" -> createdAt = in.time();
            case "status" -> status = in.status();
            case "nodes" -> poolNodeGroups = nodes(in);
            case "allocatable_cpu_cores" -> cpuCores = in.quantity();
            case "allocatable_memory" -> memory = in.quantity();
            case "allocatable_gpus" -> gpus = in.quantity();
            default -> readRareField(in);
        }
    }

    private void readRareField(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "product_id" -> productId = in.text();
            case "order_id" -> orderId = in.uniqueText();
            case "period_type" -> periodType = in.text();
            case "period_num" -> periodNumber = in.count();
            case "charging_mode" -> chargingMode = in.word();
            case "max_node_count" -> maxNodeCount = in.count();
            case "services_count" -> readServices(in);
            default -> in.skip();
        }
    }

    private void readServices(JsonValueReader in) throws IOException {
        if (!in.isAt(JsonToken.START_OBJECT)) {
            realtimeServices = in.absentOrUnreadable();
            batchServices = realtimeServices;
            return;
        }
        while (in.nextField()) {
            switch (in.name()) {
                case "realtime_count" -> realtimeServices = in.count();
                case "batch_count" -> batchServices = in.count();
                default -> in.skip();
            }
        }
    }

    /// An object in the document; an array of objects in the newer API.
    private static PoolNodeGroups nodes(JsonValueReader in) throws IOException {
        if (in.isAt(JsonToken.VALUE_NULL)) return PoolNodeGroups.NOT_REPORTED;
        if (!in.isAt(JsonToken.START_ARRAY)) return nodes(in.valueInterner(), List.of(group(in)));
        var groups = new ArrayList<PoolNodeGroups.Group>();
        while (in.next() != JsonToken.END_ARRAY)
            groups.add(group(in));
        return nodes(in.valueInterner(), groups);
    }

    private static PoolNodeGroups nodes(ValueInterner valueInterner, List<PoolNodeGroups.Group> groups) {
        return groups.isEmpty()
                ? PoolNodeGroups.NOT_REPORTED
                : valueInterner.whole(PoolNodeGroups.class, () -> new PoolNodeGroups(groups), groups.toArray());
    }

    private static PoolNodeGroups.Group group(JsonValueReader in) throws IOException {
        if (!in.isAt(JsonToken.START_OBJECT)) {
            var unreadable = in.absentOrUnreadable();
            return new PoolNodeGroups.Group(unreadable, unreadable, unreadable);
        }
        Value specification = Value.ABSENT;
        Value count = Value.ABSENT;
        Value available = Value.ABSENT;
        while (in.nextField()) {
            switch (in.name()) {
                case "specification" -> specification = in.text();
                case "count" -> count = in.count();
                case "available_count" -> available = in.count();
                default -> in.skip();
            }
        }
        return group(in.valueInterner(), specification, count, available);
    }

    private static PoolNodeGroups.Group group(ValueInterner valueInterner, Value specification, Value count,
            Value available) {
        return valueInterner.whole(PoolNodeGroups.Group.class,
                () -> new PoolNodeGroups.Group(specification, count, available), specification, count, available);
    }

    /// Converts this to a pool.
    Pool toPool(PoolOrigin poolOrigin, RawJson raw, ValueInterner valueInterner) {
        var poolNamesAndOwner = new PoolNamesAndOwner(id, name, description, tenant, project, owner);
        var allocatableResources = valueInterner.whole(AllocatableResources.class,
                () -> new AllocatableResources(cpuCores, memory, gpus), cpuCores, memory, gpus);
        return new Pool(poolNamesAndOwner, createdAt, status, poolNodeGroups, allocatableResources,
                billing(valueInterner), undocumented(valueInterner), poolOrigin, raw);
    }

    /// The four fields are sent for prepaid pools only.
    private Billing billing(ValueInterner valueInterner) {
        boolean prepaid = isSent(productId) || isSent(orderId) || isSent(periodType) || isSent(periodNumber);
        if (!prepaid) return Billing.ON_DEMAND;
        if (isSent(orderId)) return new Billing.Prepaid(productId, orderId, periodType, periodNumber);
        return valueInterner.whole(Billing.Prepaid.class,
                () -> new Billing.Prepaid(productId, Value.ABSENT, periodType, periodNumber), productId, periodType,
                periodNumber);
    }

    private UndocumentedFields undocumented(ValueInterner valueInterner) {
        boolean any = isSent(chargingMode) || isSent(maxNodeCount) || isSent(realtimeServices) || isSent(batchServices);
        if (!any) return UndocumentedFields.NONE;
        return valueInterner.whole(UndocumentedFields.class,
                () -> new UndocumentedFields(chargingMode, maxNodeCount, realtimeServices, batchServices), chargingMode,
                maxNodeCount, realtimeServices, batchServices);
    }

    private static boolean isSent(Value value) {
        return !(value instanceof Value.Absent);
    }
}
