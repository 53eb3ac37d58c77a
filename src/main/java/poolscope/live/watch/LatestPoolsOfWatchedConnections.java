package poolscope.live.watch;

import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import poolscope.connection.ServiceAndProject;
import poolscope.pool.Inventory;
import poolscope.pool.watch.ConnectionPoolsAfterRefresh;
import poolscope.pool.watch.WatchEvaluationResult;
import poolscope.pool.watch.WatchRule;
import poolscope.pool.watch.WatchState;

/// The newest reading of each ticked connection, for the watch rules. For the FX thread, except the
/// returned evaluation.
final class LatestPoolsOfWatchedConnections {
    private static final System.Logger LOG = System.getLogger(LatestPoolsOfWatchedConnections.class.getName());

    private final Map<String, Newest> inventories = new LinkedHashMap<>();
    private Map<String, ConnectionPoolsAfterRefresh> readings = Map.of();

    private record Newest(ConnectionPoolsAfterRefresh.Source source, Inventory inventory) {
        boolean isOf(ConnectionPoolsAfterRefresh reading) {
            return reading.scope().equals(source.scope()) && reading.readAt().equals(inventory.readAt());
        }
    }

    /// What a connection's pools are known by after an evaluation, and what it found.
    record Evaluated(Map<String, ConnectionPoolsAfterRefresh> readings, WatchEvaluationResult round) {}

    /// A piece of background work.
    @FunctionalInterface
    interface Evaluation {
        /// Never throws: an error of this program is logged and finds nothing.
        Evaluated run();
    }

    void retain(Collection<String> connectionIds) {
        inventories.keySet().retainAll(connectionIds);
    }

    /// Takes what was read of a connection.
    ///
    /// @return whether it is another reading than the one before
    boolean add(ServiceAndProject serviceAndProject, Inventory read) {
        if (read.coverage() instanceof Inventory.Coverage.SoFar) return false;
        var newest = new Newest(
                new ConnectionPoolsAfterRefresh.Source(serviceAndProject.id(), serviceAndProject.name(),
                        serviceAndProject.address() + " " + serviceAndProject.projectId() + " " + read.narrowing()),
                read);
        var before = inventories.put(serviceAndProject.id(), newest);
        return before == null || !before.source().equals(newest.source())
                || !before.inventory().readAt().equals(read.readAt());
    }

    /// The evaluation of these rules.
    ///
    /// @param order
    ///            the ids of the ticked connections
    Evaluation evaluation(List<String> order, List<WatchRule> rules, WatchState before, ZoneId zone) {
        var newest = order.stream().flatMap(id -> Optional.ofNullable(inventories.get(id)).stream()).toList();
        var known = readings;
        return () -> {
            try {
                var now = read(newest, known);
                return new Evaluated(now, WatchEvaluationResult.evaluate(rules, before, now.values(), zone));
            } catch (RuntimeException | Error e) {
                LOG.log(System.Logger.Level.ERROR, "The evaluation of the watch rules met an error of this program", e);
                return new Evaluated(known, WatchEvaluationResult.NONE);
            }
        };
    }

    private static Map<String, ConnectionPoolsAfterRefresh> read(List<Newest> newest,
            Map<String, ConnectionPoolsAfterRefresh> known) {
        Map<String, ConnectionPoolsAfterRefresh> now = new LinkedHashMap<>();
        for (var one : newest) {
            var id = one.source().connectionId();
            var earlier = Optional.ofNullable(known.get(id));
            now.put(id, earlier.filter(one::isOf)
                    .orElseGet(() -> ConnectionPoolsAfterRefresh.after(earlier, one.source(), one.inventory())));
        }
        return now;
    }

    /// Keeps what an evaluation has read.
    void keep(Evaluated evaluated) {
        readings = evaluated.readings();
    }
}
