package poolscope.api.v2;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import poolscope.api.json.ValueInterner;
import poolscope.pool.Allocatable;
import poolscope.pool.FreeOnNodes;
import poolscope.pool.FreeResources;
import poolscope.pool.Nodes;
import poolscope.pool.Pool;
import poolscope.pool.ServiceFlavor;
import poolscope.pool.V2Facts;
import poolscope.pool.Value;
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
record PoolDetails(Map<String, PoolMetrics> metrics, Map<String, ServiceFlavor> flavors,
        Map<String, Instant> maintenance, ValueInterner valueInterner) {

    /// These flavors by their names.
    static Map<String, ServiceFlavor> flavors(List<ResourceFlavor> all) {
        var flavors = new HashMap<String, ServiceFlavor>();
        for (var flavor : all)
            if (flavor.name() instanceof Value.Text(String name))
                flavors.putIfAbsent(name,
                        new ServiceFlavor(flavor.cpuCores(), flavor.memoryMiB(), flavor.cardType(), flavor.cards()));
        return Map.copyOf(flavors);
    }

    /// The start of the next maintenance of each pool. Maintenance that is under way counts although it began
    /// before now.
    static Map<String, Instant> nextMaintenance(List<ScheduledEvent> events, Instant now) {
        var next = new HashMap<String, Instant>();
        for (var event : events) {
            boolean isAhead = event.isAhead() && event.beginsAt() instanceof Value.Time(Instant begins)
                    && (event.times().startedAt().isKnown() || !begins.isBefore(now));
            if (isAhead && event.poolId() instanceof Value.Text(String pool))
                next.merge(pool, ((Value.Time) event.beginsAt()).instant(), (a, b) -> a.isBefore(b) ? a : b);
        }
        return Map.copyOf(next);
    }

    /// The pool with these details.
    Pool addTo(Pool pool) {
        var measured = Optional.ofNullable(metrics.get(pool.key()));
        var maintained = Optional.ofNullable(maintenance.get(pool.key()));
        var types = measured.map(this::types).filter(Value::isKnown).orElseGet(() -> types(pool.nodes()));
        var before = pool.v2();
        var free = measured.map(this::free).orElse(before.free());
        return pool.with(measured.map(this::capacity).orElse(pool.allocatable()),
                new V2Facts(before.phase(), before.message(), before.autoRenew(), types,
                        maintained.<Value>map(Value.Time::new).orElse(Value.ABSENT), before.setup(), free));
    }

    private Allocatable capacity(PoolMetrics metrics) {
        var capacity = metrics.capacity();
        return new Allocatable(shared(capacity.cpuCores()), shared(capacity.memoryMiB()),
                sum(capacity.cards().values()));
    }

    /// Capacity minus allocated, key by key.
    private FreeResources free(PoolMetrics metrics) {
        var capacity = metrics.capacity();
        var allocated = metrics.allocated();
        var cards = capacity.cards()
                .entrySet()
                .stream()
                .map(one -> minus(one.getValue(), allocated.cards(one.getKey())))
                .toList();
        return new FreeResources(minus(capacity.cpuCores(), allocated.cpuCores()),
                minus(capacity.memoryMiB(), allocated.memoryMiB()), sum(cards), FreeOnNodes.NOT_READ,
                FreeResources.Source.METRICS);
    }

    private Value types(PoolMetrics metrics) {
        return joined(metrics.capacity().cards().keySet());
    }

    private Value types(Nodes nodes) {
        return joined(nodes.groups()
                .stream()
                .map(group -> Optional.ofNullable(flavors.get(group.specification().asText(""))))
                .flatMap(flavor -> flavor.map(ServiceFlavor::cardType).stream())
                .map(type -> type.asText(""))
                .filter(type -> !type.isEmpty())
                .collect(Collectors.toSet()));
    }

    private Value joined(Collection<String> types) {
        return types.isEmpty()
                ? Value.ABSENT
                : valueInterner.text(types.stream().sorted().collect(Collectors.joining(", ")));
    }

    private Value shared(Value amount) {
        return amount instanceof Value.Number(BigDecimal number) ? valueInterner.number(number) : amount;
    }

    /// The total of all card types; absent when there are none, and when one is unreadable.
    private Value sum(Collection<Value> cards) {
        if (cards.isEmpty()) return Value.ABSENT;
        var sum = BigDecimal.ZERO;
        for (var amount : cards) {
            if (!(amount instanceof Value.Number(BigDecimal number))) return amount;
            sum = sum.add(number);
        }
        return computed(sum);
    }

    /// Absent when only one of both has this key; zero when more is allocated than there is.
    private Value minus(Value all, Value allocated) {
        return all instanceof Value.Number(BigDecimal a) && allocated instanceof Value.Number(BigDecimal b)
                ? computed(a.subtract(b).max(BigDecimal.ZERO))
                : Value.ABSENT;
    }

    /// Without trailing zeros, as [Quantity] writes amounts of the service: 1.5 and 0.5 are 2, not 2.0.
    private Value computed(BigDecimal number) {
        return valueInterner.number(Quantity.withoutZeros(number));
    }
}
