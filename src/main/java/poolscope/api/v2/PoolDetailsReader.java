package poolscope.api.v2;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import poolscope.api.json.ValueInterner;
import poolscope.pool.InventoryPart.Kind;
import poolscope.pool.Pool;
import poolscope.pool.ServiceFlavor;
import poolscope.pool.Value;
import poolscope.pool.node.ScheduledEvent;

/// Reads what is not in the list of pools: runtime metrics each time, flavors once, planned maintenance every
/// ten minutes.
final class PoolDetailsReader {
    private static final Duration MAINTENANCE_EVERY = Duration.ofMinutes(10);

    private final V2RequestBuilder requests;
    private final Clock clock;
    private volatile Optional<Map<String, ServiceFlavor>> flavors = Optional.empty();
    private Map<String, Instant> maintenance = Map.of();
    private Instant maintenanceAt = Instant.EPOCH;
    private volatile Optional<List<ScheduledEvent>> planned = Optional.empty();

    PoolDetailsReader(V2RequestBuilder requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /// Planned maintenance that is not over, as it was read last; empty before it was read. For any thread.
    Optional<List<ScheduledEvent>> plannedMaintenance() {
        return planned;
    }

    /// What one node of each specification has, by its name; empty before it was read. For any thread.
    Map<String, ServiceFlavor> flavors() {
        return flavors.orElse(Map.of());
    }

    /// These pools with their details.
    ///
    /// @param parts
    ///            each kind of details becomes one
    /// @param valueInterner
    ///            the one of the pools, so that they share equal values
    List<Pool> addTo(List<Pool> pools, InventoryPartsReader parts, ValueInterner valueInterner)
            throws InterruptedException {
        var metrics = readMetrics(parts, valueInterner);
        if (flavors.isEmpty()) readFlavors(parts);
        readMaintenance(parts);
        var details = new PoolDetails(metrics, flavors(), maintenance, valueInterner);
        return pools.stream().map(details::addTo).toList();
    }

    private Map<String, PoolMetrics> readMetrics(InventoryPartsReader parts, ValueInterner valueInterner)
            throws InterruptedException {
        var metrics = new HashMap<String, PoolMetrics>();
        parts.read(Kind.METRICS, () -> {
            var list = parts.readAll(ContinueTokenPaging.byToken(PoolMetrics::poolId), requests::runtimeMetrics,
                    response -> PoolMetricsJson.read(response, valueInterner));
            for (var one : list.items())
                if (one.poolId() instanceof Value.Text(String id)) metrics.put(id, one);
        });
        return metrics;
    }

    private void readFlavors(InventoryPartsReader parts) throws InterruptedException {
        parts.read(Kind.FLAVORS, () -> {
            var list = parts.readAll(ContinueTokenPaging.byToken(ResourceFlavor::name), requests::resourceFlavors,
                    ResourceFlavorJson::read);
            flavors = Optional.of(PoolDetails.flavors(list.items()));
        });
    }

    private void readMaintenance(InventoryPartsReader parts) throws InterruptedException {
        var now = clock.instant();
        if (Duration.between(maintenanceAt, now).compareTo(MAINTENANCE_EVERY) < 0) return;
        parts.read(Kind.MAINTENANCE, () -> {
            var list = parts.readAll(ContinueTokenPaging.byOffset(ScheduledEvent::id), requests::scheduledEvents,
                    ScheduledEventJson::read);
            maintenance = PoolDetails.nextMaintenance(list.items(), now);
            planned = Optional.of(list.items().stream().filter(ScheduledEvent::isAhead).toList());
            maintenanceAt = now;
        });
    }
}
