package poolscope.api.v1;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import poolscope.api.json.JsonValueReader;
import poolscope.api.json.ValueInterner;
import poolscope.pool.AllocatableResources;
import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.KnownUndocumentedFields;
import poolscope.pool.Pool;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.PoolNodeGroups;
import poolscope.pool.PoolOrigin;
import poolscope.pool.PoolStatus;
import poolscope.pool.RawJson;

/// JSON form of a [Pool]: the document's *cluster*, table 3, and fields that are seen elsewhere (api-notes.md).
final class ClusterJson {
    private FieldValue id = FieldValue.ABSENT;
    private FieldValue name = FieldValue.ABSENT;
    private FieldValue description = FieldValue.ABSENT;
    private FieldValue tenant = FieldValue.ABSENT;
    private FieldValue project = FieldValue.ABSENT;
    private FieldValue owner = FieldValue.ABSENT;
    private FieldValue createdAt = FieldValue.ABSENT;
    private PoolStatus status = PoolStatus.NOT_REPORTED;
    private PoolNodeGroups poolNodeGroups = PoolNodeGroups.NOT_REPORTED;
    private FieldValue cpuCores = FieldValue.ABSENT;
    private FieldValue memory = FieldValue.ABSENT;
    private FieldValue gpus = FieldValue.ABSENT;
    private FieldValue productId = FieldValue.ABSENT;
    private FieldValue orderId = FieldValue.ABSENT;
    private FieldValue periodType = FieldValue.ABSENT;
    private FieldValue periodNumber = FieldValue.ABSENT;
    private FieldValue chargingMode = FieldValue.ABSENT;
    private FieldValue maxNodeCount = FieldValue.ABSENT;
    private FieldValue realtimeServices = FieldValue.ABSENT;
    private FieldValue batchServices = FieldValue.ABSENT;

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
        FieldValue specification = FieldValue.ABSENT;
        FieldValue count = FieldValue.ABSENT;
        FieldValue available = FieldValue.ABSENT;
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

    private static PoolNodeGroups.Group group(ValueInterner valueInterner, FieldValue specification, FieldValue count,
            FieldValue available) {
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
                () -> new Billing.Prepaid(productId, FieldValue.ABSENT, periodType, periodNumber), productId,
                periodType, periodNumber);
    }

    private KnownUndocumentedFields undocumented(ValueInterner valueInterner) {
        boolean any = isSent(chargingMode) || isSent(maxNodeCount) || isSent(realtimeServices) || isSent(batchServices);
        if (!any) return KnownUndocumentedFields.NONE;
        return valueInterner.whole(KnownUndocumentedFields.class,
                () -> new KnownUndocumentedFields(chargingMode, maxNodeCount, realtimeServices, batchServices),
                chargingMode, maxNodeCount, realtimeServices, batchServices);
    }

    private static boolean isSent(FieldValue fieldValue) {
        return !(fieldValue instanceof FieldValue.Absent);
    }
}
