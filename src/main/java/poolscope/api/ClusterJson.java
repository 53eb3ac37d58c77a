package poolscope.api;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import poolscope.pool.Allocatable;
import poolscope.pool.Billing;
import poolscope.pool.Identity;
import poolscope.pool.Nodes;
import poolscope.pool.Origin;
import poolscope.pool.Pool;
import poolscope.pool.PoolStatus;
import poolscope.pool.RawJson;
import poolscope.pool.Undocumented;
import poolscope.pool.Value;

/// The wire twin of a [Pool]: the document's *cluster*, table 3, with what is seen elsewhere (api-notes.md). [#toPool] is
/// the door.
final class ClusterJson {
    private Value id = Value.ABSENT;
    private Value name = Value.ABSENT;
    private Value description = Value.ABSENT;
    private Value tenant = Value.ABSENT;
    private Value project = Value.ABSENT;
    private Value owner = Value.ABSENT;
    private Value createdAt = Value.ABSENT;
    private PoolStatus status = PoolStatus.UNSAID;
    private Nodes nodes = Nodes.UNSAID;
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
    static ClusterJson read(JsonCursor in) throws IOException {
        var cluster = new ClusterJson();
        while (in.nextField())
            cluster.readField(in);
        return cluster;
    }

    private void readField(JsonCursor in) throws IOException {
        switch (in.name()) {
            case "cluster_id" -> id = in.key();
            case "cluster_name" -> name = in.uniqueText();
            case "description" -> description = in.text();
            case "tenant" -> tenant = in.text();
            case "project" -> project = in.text();
            case "owner" -> owner = in.text();
            case "created_at" -> createdAt = in.time();
            case "status" -> status = in.status();
            case "nodes" -> nodes = nodes(in);
            case "allocatable_cpu_cores" -> cpuCores = in.quantity();
            case "allocatable_memory" -> memory = in.quantity();
            case "allocatable_gpus" -> gpus = in.quantity();
            default -> readRareField(in);
        }
    }

    private void readRareField(JsonCursor in) throws IOException {
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

    private void readServices(JsonCursor in) throws IOException {
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

    /// One object, says the document; an array of them, says the newer API.
    private static Nodes nodes(JsonCursor in) throws IOException {
        if (in.isAt(JsonToken.VALUE_NULL)) return Nodes.UNSAID;
        if (!in.isAt(JsonToken.START_ARRAY)) return nodes(in.interner(), List.of(group(in)));
        var groups = new ArrayList<Nodes.Group>();
        while (in.next() != JsonToken.END_ARRAY)
            groups.add(group(in));
        return nodes(in.interner(), groups);
    }

    private static Nodes nodes(Interner interner, List<Nodes.Group> groups) {
        return switch (groups.size()) {
            case 0 -> Nodes.UNSAID;
            case 1 -> interner.whole(Nodes.class, () -> new Nodes(groups), groups.getFirst());
            default -> interner.whole(Nodes.class, () -> new Nodes(groups), interner.sequence(groups));
        };
    }

    private static Nodes.Group group(JsonCursor in) throws IOException {
        if (!in.isAt(JsonToken.START_OBJECT)) {
            var unreadable = in.absentOrUnreadable();
            return new Nodes.Group(unreadable, unreadable, unreadable);
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
        return group(in.interner(), specification, count, available);
    }

    private static Nodes.Group group(Interner interner, Value specification, Value count, Value available) {
        return interner.whole(Nodes.Group.class, () -> new Nodes.Group(specification, count, available), specification, count,
                available);
    }

    /// The pool that this describes.
    Pool toPool(Origin origin, RawJson raw, Interner interner) {
        var identity = new Identity(id, name, description, tenant, project, owner);
        var allocatable = interner.whole(Allocatable.class, () -> new Allocatable(cpuCores, memory, gpus), cpuCores, memory,
                gpus);
        return new Pool(identity, createdAt, status, nodes, allocatable, billing(interner), undocumented(interner), origin, raw);
    }

    /// The four fields are sent for prepaid pools only.
    private Billing billing(Interner interner) {
        boolean prepaid = isSent(productId) || isSent(orderId) || isSent(periodType) || isSent(periodNumber);
        if (!prepaid) return Billing.ON_DEMAND;
        if (isSent(orderId)) return new Billing.Prepaid(productId, orderId, periodType, periodNumber);
        return interner.whole(Billing.Prepaid.class, () -> new Billing.Prepaid(productId, Value.ABSENT, periodType,
                periodNumber), productId, periodType, periodNumber);
    }

    private Undocumented undocumented(Interner interner) {
        boolean any = isSent(chargingMode) || isSent(maxNodeCount) || isSent(realtimeServices) || isSent(batchServices);
        if (!any) return Undocumented.NONE;
        return interner.whole(Undocumented.class, () -> new Undocumented(chargingMode, maxNodeCount, realtimeServices,
                batchServices), chargingMode, maxNodeCount, realtimeServices, batchServices);
    }

    private static boolean isSent(Value value) {
        return !(value instanceof Value.Absent);
    }
}
