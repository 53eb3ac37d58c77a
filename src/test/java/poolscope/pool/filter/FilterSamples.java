package poolscope.pool.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import poolscope.pool.AllocatableResources;
import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.KnownUndocumentedFields;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolFreeCardFields;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.PoolNodeGroups;
import poolscope.pool.PoolOrigin;
import poolscope.pool.PoolStatus;
import poolscope.pool.RawJson;
import poolscope.pool.V2OnlyPoolFields;
import poolscope.pool.V2PoolConfiguration;

/// Pools made of the few facts that a test is about; everything else is absent.
public final class FilterSamples {
    public static final Instant NOW = Instant.parse("2026-03-01T08:55:12Z");

    private final Map<PoolField, FieldValue> values = new EnumMap<>(PoolField.class);
    private PoolStatus status = PoolStatus.of("running");
    private String connection = "prod";

    public static FilterSamples pool() {
        return new FilterSamples();
    }

    public FilterSamples with(PoolField field, FieldValue fieldValue) {
        values.put(field, fieldValue);
        return this;
    }

    public FilterSamples with(PoolField field, String text) {
        return with(field, FieldValue.text(text));
    }

    public FilterSamples with(PoolField field, double number) {
        return with(field, new FieldValue.Number(BigDecimal.valueOf(number)));
    }

    public FilterSamples status(String word) {
        status = PoolStatus.of(word);
        return this;
    }

    FilterSamples connection(String name) {
        connection = name;
        return this;
    }

    FilterSamples created(String instant) {
        return with(PoolField.CREATED_AT, new FieldValue.Time(Instant.parse(instant)));
    }

    private FieldValue of(PoolField field) {
        return values.getOrDefault(field, FieldValue.ABSENT);
    }

    public Pool make() {
        var poolNamesAndOwner = new PoolNamesAndOwner(of(PoolField.ID), of(PoolField.NAME), of(PoolField.DESCRIPTION),
                of(PoolField.TENANT), of(PoolField.PROJECT), of(PoolField.OWNER));
        var poolNodeGroups = new PoolNodeGroups(List.of(new PoolNodeGroups.Group(of(PoolField.SPECIFICATION),
                of(PoolField.NODE_COUNT), of(PoolField.AVAILABLE_NODES), FieldValue.ABSENT,
                of(PoolField.ABNORMAL_NODES), of(PoolField.CREATING_NODES), of(PoolField.DELETING_NODES))));
        var allocatableResources = new AllocatableResources(of(PoolField.CPU_CORES), of(PoolField.MEMORY),
                of(PoolField.ACCELERATORS));
        var billing = of(PoolField.ORDER_ID).isKnown()
                ? new Billing.Prepaid(of(PoolField.PRODUCT_ID), of(PoolField.ORDER_ID), of(PoolField.PERIOD_TYPE),
                        of(PoolField.PERIOD_NUMBER))
                : Billing.ON_DEMAND;
        var knownUndocumentedFields = new KnownUndocumentedFields(of(PoolField.CHARGING_MODE), of(PoolField.MAX_NODES),
                of(PoolField.REALTIME_SERVICES), of(PoolField.BATCH_SERVICES));
        var free = new FreeResources(of(PoolField.FREE_CPU_CORES), of(PoolField.FREE_MEMORY),
                of(PoolField.FREE_ACCELERATORS),
                new PoolFreeCardFields(FieldValue.ABSENT, Collections.emptySortedMap(),
                        of(PoolField.LARGEST_FREE_BLOCK), of(PoolField.WHOLE_FREE_NODES), 0, FieldValue.ABSENT),
                FreeResources.Source.METRICS);
        var setup = new V2PoolConfiguration(of(PoolField.POOL_TYPE), of(PoolField.PARENT), of(PoolField.SCOPE),
                of(PoolField.WORKSPACE), of(PoolField.NETWORK), of(PoolField.DRIVER));
        var v2 = new V2OnlyPoolFields(of(PoolField.PHASE), of(PoolField.MESSAGE), of(PoolField.AUTO_RENEW),
                of(PoolField.ACCELERATOR), of(PoolField.NEXT_MAINTENANCE), setup, free);
        var poolOrigin = new PoolOrigin("c1", connection, "cn-north-4", 1, NOW, "");
        return new Pool(poolNamesAndOwner, of(PoolField.CREATED_AT), status, poolNodeGroups, allocatableResources,
                billing, knownUndocumentedFields, v2, poolOrigin, RawJson.NONE);
    }

    /// Some value that such a field can have, another one for another number.
    public static FieldValue valueOf(PoolField field, int number) {
        return switch (field.unit()) {
            case TEXT, ID -> FieldValue.text("value " + number);
            case STATUS -> new FieldValue.State(PoolStatus.of("word " + number));
            case COUNT, CORES, MEBIBYTES, CARDS -> FieldValue.Number.of(number);
            case PORTION -> new FieldValue.Portion(BigDecimal.valueOf(number), BigDecimal.valueOf(5_000));
            case TIME -> new FieldValue.Time(NOW.plusMillis(number));
            case DAY -> new FieldValue.Day(LocalDate.EPOCH.plusDays(number));
        };
    }

    /// Whether the pool is hidden although it might match: a value that decides is absent, unreadable or too long for
    /// the pattern.
    static boolean hidesUnknown(PoolFilter filter, Pool pool, Instant now) {
        return !filter.matches(pool, now) && FilterEvaluator.of(filter, pool, now) == FilterEvaluator.UNKNOWN;
    }
}
