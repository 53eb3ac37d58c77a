package poolscope.pool;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The catalogue: every fact about a pool, once. Table columns, details, text search, filter, export, diff and the
/// words for them all come from this list. To add a fact, add a line here and one in each bundle.
public enum PoolField {
    NAME("cluster_name", Group.IDENTITY, Unit.TEXT, p -> p.poolNamesAndOwner().name()),
    STATUS("status", Group.IDENTITY, Unit.STATUS, p -> new FieldValue.State(p.status())),
    CONNECTION("connection", Group.SOURCE, Unit.TEXT, p -> FieldValue.text(p.poolOrigin().connection())),
    REGION("region", Group.SOURCE, Unit.TEXT, p -> sent(p.poolOrigin().region())),
    NODES("nodes", Group.NODES, Unit.PORTION, p -> p.poolNodeGroups().portion()),
    CPU_CORES("allocatable_cpu_cores", Group.ALLOCATABLE, Unit.CORES, p -> p.allocatableResources().cpuCores()),
    MEMORY("allocatable_memory", Group.ALLOCATABLE, Unit.MEBIBYTES, p -> p.allocatableResources().memoryMiB()),
    ACCELERATORS("allocatable_gpus", Group.ALLOCATABLE, Unit.CARDS, p -> p.allocatableResources().accelerators()),
    FREE_CPU_CORES("free_cpu_cores", Group.FREE, Unit.CORES, p -> p.v2().free().cpuCores()),
    FREE_MEMORY("free_memory", Group.FREE, Unit.MEBIBYTES, p -> p.v2().free().memoryMiB()),
    FREE_ACCELERATORS("free_gpus", Group.FREE, Unit.CARDS, p -> p.v2().free().accelerators()),
    LARGEST_FREE_BLOCK("largest_free_block", Group.FREE, Unit.CARDS, p -> p.v2().free().onNodes().largestBlock()),
    WHOLE_FREE_NODES("whole_free_nodes", Group.FREE, Unit.COUNT, p -> p.v2().free().onNodes().wholeNodes()),
    ACCELERATOR("accelerator", Group.ALLOCATABLE, Unit.TEXT, p -> p.v2().accelerator()),
    SPECIFICATION("specification", Group.NODES, Unit.TEXT, p -> p.poolNodeGroups().specification()),
    CREATED_AT("created_at", Group.TIME, Unit.TIME, Pool::createdAt),
    OWNER("owner", Group.IDENTITY, Unit.TEXT, p -> p.poolNamesAndOwner().owner()),
    NODE_COUNT("count", Group.NODES, Unit.COUNT, p -> p.poolNodeGroups().count()),
    AVAILABLE_NODES("available_count", Group.NODES, Unit.COUNT, p -> p.poolNodeGroups().available()),
    UNAVAILABLE_NODES("unavailable_count", Group.NODES, Unit.COUNT, p -> p.poolNodeGroups().unavailable()),
    ABNORMAL_NODES("abnormal_count", Group.NODES, Unit.COUNT, p -> p.poolNodeGroups().abnormal()),
    CREATING_NODES("creating_count", Group.NODES, Unit.COUNT, p -> p.poolNodeGroups().creating()),
    DELETING_NODES("deleting_count", Group.NODES, Unit.COUNT, p -> p.poolNodeGroups().deleting()),
    MAX_NODES("max_node_count", Group.NODES, Unit.COUNT, p -> p.knownUndocumentedFields().maxNodeCount()),
    PERIOD_TYPE("period_type", Group.BILLING, Unit.TEXT, p -> prepaid(p, Billing.Prepaid::periodType)),
    PERIOD_NUMBER("period_num", Group.BILLING, Unit.COUNT, p -> prepaid(p, Billing.Prepaid::periodNumber)),
    ESTIMATED_END("estimated_end", Group.BILLING, Unit.DAY, PoolField::estimatedEnd),
    ORDER_ID("order_id", Group.BILLING, Unit.ID, p -> prepaid(p, Billing.Prepaid::orderId)),
    PRODUCT_ID("product_id", Group.BILLING, Unit.ID, p -> prepaid(p, Billing.Prepaid::productId)),
    CHARGING_MODE("charging_mode", Group.BILLING, Unit.TEXT, p -> p.knownUndocumentedFields().chargingMode()),
    AUTO_RENEW("auto_renew", Group.BILLING, Unit.TEXT, p -> p.v2().autoRenew()),
    NEXT_MAINTENANCE("next_maintenance", Group.TIME, Unit.TIME, p -> p.v2().nextMaintenance()),
    PHASE("phase", Group.IDENTITY, Unit.TEXT, p -> p.v2().phase()),
    MESSAGE("message", Group.IDENTITY, Unit.TEXT, p -> p.v2().message()),
    POOL_TYPE("pool_type", Group.SETUP, Unit.TEXT, p -> p.v2().setup().type()),
    PARENT("parent", Group.SETUP, Unit.ID, p -> p.v2().setup().parent()),
    SCOPE("scope", Group.SETUP, Unit.TEXT, p -> p.v2().setup().scope()),
    WORKSPACE("workspace", Group.SETUP, Unit.TEXT, p -> p.v2().setup().workspace()),
    NETWORK("network", Group.SETUP, Unit.ID, p -> p.v2().setup().network()),
    DRIVER("driver", Group.SETUP, Unit.TEXT, p -> p.v2().setup().driver()),
    DESCRIPTION("description", Group.IDENTITY, Unit.TEXT, p -> p.poolNamesAndOwner().description()),
    ID("cluster_id", Group.IDENTITY, Unit.ID, p -> p.poolNamesAndOwner().id()),
    TENANT("tenant", Group.IDENTITY, Unit.ID, p -> p.poolNamesAndOwner().tenant()),
    PROJECT("project", Group.IDENTITY, Unit.ID, p -> p.poolNamesAndOwner().project()),
    API("api", Group.SOURCE, Unit.TEXT, p -> p.poolOrigin().api().fieldValue()),
    REALTIME_SERVICES("realtime_count", Group.SERVICES, Unit.COUNT,
            p -> p.knownUndocumentedFields().realtimeServices()),
    BATCH_SERVICES("batch_count", Group.SERVICES, Unit.COUNT, p -> p.knownUndocumentedFields().batchServices()),
    STATUS_SINCE("status_since", Group.TIME, Unit.TIME, Pool::statusSince),
    BOUGHT("bought", Group.BILLING, Unit.TEXT, p -> prepaid(p, Billing.Prepaid::bought));

    /// Fields that belong together, in the order of the details pane.
    public enum Group {
        NODES, ALLOCATABLE, FREE, BILLING, IDENTITY, SETUP, TIME, SERVICES, SOURCE
    }

    /// What a field's value is measured in; decides alignment and how it is written for people.
    public enum Unit {
        /// Words.
        TEXT,
        /// An opaque key; cut in the middle when there is no room.
        ID,
        /// A [PoolStatus].
        STATUS,
        /// A whole number of things.
        COUNT,
        /// A part of a whole.
        PORTION,
        /// CPU cores, fractions allowed.
        CORES,
        /// MiB (2^20 bytes).
        MEBIBYTES,
        /// Accelerator cards, fractions allowed.
        CARDS,
        /// A moment.
        TIME,
        /// A day of the calendar.
        DAY;

        /// Whether values of this unit are numbers: right-aligned, sorted as numbers, summed where it makes sense.
        public boolean isNumeric() {
            return switch (this) {
                case COUNT, PORTION, CORES, MEBIBYTES, CARDS -> true;
                case TEXT, ID, STATUS, TIME, DAY -> false;
            };
        }
    }

    private final String id;
    private final Group group;
    private final Unit unit;
    private final Function<Pool, FieldValue> read;

    PoolField(String id, Group group, Unit unit, Function<Pool, FieldValue> read) {
        this.id = id;
        this.group = group;
        this.unit = unit;
        this.read = read;
    }

    /// The document's name of the field where it has one; used in settings, exports and the filter language.
    public String id() {
        return id;
    }

    public Group group() {
        return group;
    }

    public Unit unit() {
        return unit;
    }

    /// Whether adding it up over several pools means something: months of one pool and years of another do not, nor do
    /// blocks of cards that are not on one node.
    public boolean isSummed() {
        return unit.isNumeric() && group != Group.BILLING && this != LARGEST_FREE_BLOCK;
    }

    /// Whether v1 never says it, so that its absence in a pool of v1 is nothing to show.
    public boolean isOnlyInV2() {
        return switch (this) {
            case ACCELERATOR, ABNORMAL_NODES, CREATING_NODES, DELETING_NODES, PHASE, MESSAGE, AUTO_RENEW,
                    NEXT_MAINTENANCE ->
                true;
            default -> group == Group.FREE || group == Group.SETUP;
        };
    }

    /// Whether it is known only once the nodes of the pool were read.
    public boolean isFromNodes() {
        return this == LARGEST_FREE_BLOCK || this == WHOLE_FREE_NODES;
    }

    /// Whether the program calculates it by assumptions: it is shown in brackets, and only to who asked for estimates.
    public boolean isEstimated() {
        return this == ESTIMATED_END;
    }

    /// Whether the program makes it from other fields or from earlier readings: the service does not send it.
    public boolean isDerived() {
        return this == STATUS_SINCE || this == BOUGHT;
    }

    /// All fields, or all but the estimated ones.
    public static List<PoolField> all(boolean withEstimates) {
        return Arrays.stream(values()).filter(field -> withEstimates || !field.isEstimated()).toList();
    }

    /// What this field says of the pool.
    public FieldValue of(Pool pool) {
        return read.apply(pool);
    }

    /// As [#of], but as the service identifies the value: of a workspace the id, whose name is read only with the list
    /// of all workspaces.
    public FieldValue identity(Pool pool) {
        return this == WORKSPACE ? pool.v2().setup().workspaceId() : of(pool);
    }

    /// The field of that id.
    public static Optional<PoolField> ofId(String id) {
        return Arrays.stream(values()).filter(field -> field.id.equals(id)).findFirst();
    }

    private static FieldValue sent(String text) {
        return text.isEmpty() ? FieldValue.ABSENT : FieldValue.text(text);
    }

    private static FieldValue estimatedEnd(Pool pool) {
        return switch (EstimatedPrepaidEnd.of(pool)) {
            case EstimatedPrepaidEnd.On on -> new FieldValue.Day(on.end());
            case EstimatedPrepaidEnd.None _ -> FieldValue.ABSENT;
        };
    }

    private static FieldValue prepaid(Pool pool, Function<Billing.Prepaid, FieldValue> part) {
        return switch (pool.billing()) {
            case Billing.OnDemand _ -> FieldValue.ABSENT;
            case Billing.Prepaid prepaid -> part.apply(prepaid);
        };
    }
}
