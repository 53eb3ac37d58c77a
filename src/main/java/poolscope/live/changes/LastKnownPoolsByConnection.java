package poolscope.live.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import poolscope.connection.ServiceAndProject;
import poolscope.history.HistoryListIdentity;
import poolscope.history.KnownPoolsAtTime;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Pool;

/// The pools of the ticked connections, connection by connection, as files keep them. For the FX thread.
public final class LastKnownPoolsByConnection {
    private LastKnownPoolsByConnection() {}

    /// The last known pools of each connection that was read; each pool once, also when two connections list it.
    public static List<KnownPoolsAtTime> of(ObservableTickedConnectionPools observableTickedConnectionPools) {
        Map<String, List<Pool>> pools = new HashMap<>();
        for (var pool : observableTickedConnectionPools.poolsProperty().get().pools())
            pools.computeIfAbsent(pool.poolOrigin().connectionId(), _ -> new ArrayList<>()).add(pool);
        return observableTickedConnectionPools.sources()
                .stream()
                .flatMap(source -> source.inventory()
                        .map(read -> new KnownPoolsAtTime(identity(source.serviceAndProject(), read.narrowing()),
                                read.readAt(),
                                read.isComplete()
                                        || read.coverage() instanceof Coverage.Earlier(var isWhole) && isWhole,
                                pools.getOrDefault(source.serviceAndProject().id(), List.of())))
                        .stream())
                .toList();
    }

    /// Which list of a connection it is.
    ///
    /// @param narrowing
    ///            what the service was asked for only; empty when it was asked for everything
    static HistoryListIdentity identity(ServiceAndProject serviceAndProject, String narrowing) {
        return new HistoryListIdentity(serviceAndProject.id(), serviceAndProject.name(),
                serviceAndProject.region().orElse(""), serviceAndProject.address(), serviceAndProject.projectId(),
                narrowing);
    }
}
