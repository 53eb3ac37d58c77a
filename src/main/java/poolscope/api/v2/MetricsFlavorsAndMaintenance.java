package poolscope.api.v2;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import poolscope.api.json.ValueInterner;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolNodeGroups;
import poolscope.pool.ReportedNodeFlavor;
import poolscope.pool.V2OnlyPoolFields;
import poolscope.pool.node.ScheduledEvent;

/// Details from metrics, flavors and planned maintenance, to be added to pools.
///
/// @param metrics
///            by the id of the pool
/// @param flavors
///            the resources of one node of each specification, by its name
/// @param maintenance
///            start of the next maintenance, by the id of the pool
/// @param valueInterner
///            the one of this read, so that pools share equal values
record MetricsFlavorsAndMaintenance(Map<String, PoolMetrics> metrics, Map<String, ReportedNodeFlavor> flavors,
        Map<String, Instant> maintenance, ValueInterner valueInterner) {

    /// These flavors by their names.
    static Map<String, ReportedNodeFlavor> flavors(List<ResourceFlavor> all) {
        var flavors = new HashMap<String, ReportedNodeFlavor>();
        for (var flavor : all)
            if (flavor.name() instanceof FieldValue.Text(String name))
                flavors.putIfAbsent(name, new ReportedNodeFlavor(flavor.cpuCores(), flavor.memoryMiB(),
                        flavor.cardType(), flavor.cards()));
        return Map.copyOf(flavors);
    }

    /// The start of the next maintenance of each pool. Maintenance that is under way counts although it began
    /// before now.
    static Map<String, Instant> nextMaintenance(List<ScheduledEvent> events, Instant now) {
        var next = new HashMap<String, Instant>();
        for (var event : events) {
            boolean isAhead = event.isAhead() && event.beginsAt() instanceof FieldValue.Time(Instant begins)
                    && (event.startedAt().isKnown() || !begins.isBefore(now));
            if (isAhead && event.poolId() instanceof FieldValue.Text(String pool))
                next.merge(pool, ((FieldValue.Time) event.beginsAt()).instant(), (a, b) -> a.isBefore(b) ? a : b);
        }
        return Map.copyOf(next);
    }

    /// The pool with these details.
    Pool addTo(Pool pool) {
        var measured = metrics.get(pool.key());
        var before = pool.v2();
        return pool.with(measured == null ? pool.allocatableResources() : measured.capacity(),
                new V2OnlyPoolFields(before.phase(), before.message(), before.autoRenew(), cardTypes(pool, measured),
                        nextMaintenance(pool), before.setup(), measured == null ? before.free() : measured.free()));
    }

    private FieldValue nextMaintenance(Pool pool) {
        var begins = maintenance.get(pool.key());
        return begins == null ? FieldValue.ABSENT : new FieldValue.Time(begins);
    }

    private FieldValue cardTypes(Pool pool, @Nullable PoolMetrics measured) {
        return measured != null && measured.cardTypes().isKnown()
                ? measured.cardTypes()
                : valueInterner.whole(FieldValue.class, () -> cardTypes(pool.poolNodeGroups()), pool.poolNodeGroups());
    }

    private FieldValue cardTypes(PoolNodeGroups poolNodeGroups) {
        var types = new TreeSet<String>();
        for (var group : poolNodeGroups.groups()) {
            var flavor = flavors.get(group.specification().asText(""));
            var type = flavor == null ? "" : flavor.cardType().asText("");
            if (!type.isEmpty()) types.add(type);
        }
        return types.isEmpty() ? FieldValue.ABSENT : valueInterner.text(String.join(", ", types));
    }
}
