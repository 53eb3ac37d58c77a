package poolscope.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.node.ScheduledEvent;

/// Maintenance that begins within seven days, or has begun and is not over.
///
/// @param event
///            empty when only its time is known
public record ComingMaintenance(Pool pool, Instant begins, Optional<ScheduledEvent> event) {
    private static final Duration AHEAD = Duration.ofDays(7);

    /// In the order of time.
    static List<ComingMaintenance> of(HandOverReportInput facts, List<Pool> pools) {
        Map<String, Pool> byId = new HashMap<>();
        pools.forEach(pool -> byId.put(pool.poolOrigin().connectionId() + "\n" + pool.key(), pool));
        var events = facts.sources()
                .stream()
                .flatMap(source -> source.maintenance()
                        .stream()
                        .flatMap(List::stream)
                        .flatMap(event -> Stream
                                .ofNullable(byId.get(source.connectionId() + "\n" + event.poolId().asText("")))
                                .flatMap(pool -> of(pool, event))));
        var known = facts.sources()
                .stream()
                .filter(source -> source.maintenance().isPresent())
                .map(HandOverReportInput.Source::connectionId)
                .toList();
        var times = pools.stream()
                .filter(pool -> !known.contains(pool.poolOrigin().connectionId()))
                .flatMap(pool -> pool.v2().nextMaintenance() instanceof FieldValue.Time(var begins)
                        ? Stream.of(new ComingMaintenance(pool, begins, Optional.empty()))
                        : Stream.empty());
        var end = facts.now().plus(AHEAD);
        return Stream.concat(events, times)
                .filter(one -> !one.begins.isAfter(end))
                .sorted(Comparator.comparing(ComingMaintenance::begins))
                .toList();
    }

    private static Stream<ComingMaintenance> of(Pool pool, ScheduledEvent event) {
        return event.isAhead() && event.beginsAt() instanceof FieldValue.Time(var begins)
                ? Stream.of(new ComingMaintenance(pool, begins, Optional.of(event)))
                : Stream.empty();
    }
}
