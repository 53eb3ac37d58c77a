package poolscope.api.v2;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import poolscope.api.ApiException;
import poolscope.api.json.ValueInterner;
import poolscope.pool.FieldValue;
import poolscope.pool.InventoryPartReadOutcome.Kind;
import poolscope.pool.InventoryPartReadOutcome.State;
import poolscope.pool.Pool;
import poolscope.pool.ReportedNodeFlavor;
import poolscope.pool.node.ScheduledEvent;

/// Reads what is not in the list of pools: runtime metrics each time, flavors once, planned maintenance every
/// ten minutes.
final class MetricsFlavorsAndMaintenanceReader {
    private static final Duration MAINTENANCE_EVERY = Duration.ofMinutes(10);
    /// Once for the life of the connection.
    private static final Duration FLAVORS_EVERY = Duration.ofDays(10_000);
    /// After this, a part that the service does not offer is requested again.
    private static final Duration OFFERED_AFTER = Duration.ofMinutes(10);
    /// 2,000 entries: a page of planned maintenance has at most 100.
    private static final int MAX_MAINTENANCE_PAGES = 20;

    private final V2RequestBuilder requests;
    private final Clock clock;
    private volatile Optional<Map<String, ReportedNodeFlavor>> flavors = Optional.empty();
    private Map<String, Instant> maintenance = Map.of();
    private final OccasionalPart flavorsPart = new OccasionalPart(Kind.FLAVORS, FLAVORS_EVERY);
    private final OccasionalPart maintenancePart = new OccasionalPart(Kind.MAINTENANCE, MAINTENANCE_EVERY);
    private volatile Optional<List<ScheduledEvent>> planned = Optional.empty();

    MetricsFlavorsAndMaintenanceReader(V2RequestBuilder requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /// Planned maintenance that is not over, as it was read last; empty before it was read. For any thread.
    Optional<List<ScheduledEvent>> plannedMaintenance() {
        return planned;
    }

    /// What one node of each specification has, by its name; empty before it was read. For any thread.
    Map<String, ReportedNodeFlavor> flavors() {
        return flavors.orElse(Map.of());
    }

    /// These pools with their details.
    ///
    /// @param parts
    ///            each kind of details becomes one
    /// @param valueInterner
    ///            the one of the pools, so that they share equal values
    /// @param soFar
    ///            gets the pools with the other details before planned maintenance is read, which takes many requests
    List<Pool> addTo(List<Pool> pools, InventoryPartsReader parts, ValueInterner valueInterner,
            Consumer<List<Pool>> soFar) throws InterruptedException {
        var metrics = readMetrics(parts, valueInterner);
        var now = clock.instant();
        flavorsPart.read(now, parts, () -> readFlavors(parts));
        if (maintenancePart.isDue(now)) soFar.accept(with(pools, metrics, valueInterner));
        maintenancePart.read(now, parts, () -> readMaintenance(now, parts));
        return with(pools, metrics, valueInterner);
    }

    private List<Pool> with(List<Pool> pools, Map<String, PoolMetrics> metrics, ValueInterner valueInterner) {
        var details = new MetricsFlavorsAndMaintenance(metrics, flavors(), maintenance, valueInterner);
        return pools.stream().map(details::addTo).toList();
    }

    private Map<String, PoolMetrics> readMetrics(InventoryPartsReader parts, ValueInterner valueInterner)
            throws InterruptedException {
        var metrics = new HashMap<String, PoolMetrics>();
        parts.read(Kind.METRICS, () -> {
            var list = parts.readAll(V2PagedListAssembler.byToken(PoolMetrics::poolId), requests::runtimeMetrics,
                    response -> PoolMetricsJson.read(response, valueInterner));
            for (var one : list.items())
                if (one.poolId() instanceof FieldValue.Text(String id)) metrics.put(id, one);
            return InventoryPartsReader.stateOf(list);
        });
        return metrics;
    }

    private State readFlavors(InventoryPartsReader parts) throws ApiException, InterruptedException {
        var list = parts.readAll(V2PagedListAssembler.byToken(ResourceFlavor::name), requests::resourceFlavors,
                ResourceFlavorJson::read);
        flavors = Optional.of(MetricsFlavorsAndMaintenance.flavors(list.items()));
        return InventoryPartsReader.stateOf(list);
    }

    private State readMaintenance(Instant now, InventoryPartsReader parts) throws ApiException, InterruptedException {
        var list = parts.readAll(V2PagedListAssembler.byOffset(ScheduledEvent::id, MAX_MAINTENANCE_PAGES),
                requests::scheduledEvents, ScheduledEventJson::read);
        maintenance = MetricsFlavorsAndMaintenance.nextMaintenance(list.items(), now);
        planned = Optional.of(list.items().stream().filter(ScheduledEvent::isAhead).toList());
        return InventoryPartsReader.stateOf(list);
    }

    /// A part that is read again only after a pause, unless reading it failed. In between it is what it was.
    private static final class OccasionalPart {
        private final Kind kind;
        private final Duration every;
        private Instant nextAt = Instant.EPOCH;
        private State state = new State.Read();

        OccasionalPart(Kind kind, Duration every) {
            this.kind = kind;
            this.every = every;
        }

        boolean isDue(Instant now) {
            return !now.isBefore(nextAt);
        }

        void read(Instant now, InventoryPartsReader parts, InventoryPartsReader.Step step) throws InterruptedException {
            if (!isDue(now)) {
                parts.add(kind, state);
                return;
            }
            state = parts.read(kind, step);
            nextAt = switch (state) {
                case State.Failed _ -> now;
                case State.NotOffered _ -> now.plus(OFFERED_AFTER);
                case State.Read _, State.ReadInPart _, State.NotAsked _ -> now.plus(every);
            };
        }
    }
}
