package poolscope.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All saved connections in the order of the list, each id once.
public record SavedConnections(List<SavedConnection> all) {
    /// No connection yet.
    public static final SavedConnections NONE = new SavedConnections(List.of());

    /// Of several connections with one id the last is kept, at the position of the first.
    public SavedConnections {
        Map<String, SavedConnection> byId = new LinkedHashMap<>();
        all.forEach(one -> byId.put(one.id(), one));
        all = List.copyOf(byId.values());
    }

    public Optional<SavedConnection> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// The query of that connection; all pools when it is not saved, as the demo cloud.
    public PoolQuery query(ServiceAndProject serviceAndProject) {
        return find(serviceAndProject.id()).map(SavedConnection::query).orElse(PoolQuery.ALL);
    }

    /// The own interval of that connection; empty when it has none, as the demo cloud.
    public Optional<Duration> refreshEvery(ServiceAndProject serviceAndProject) {
        return find(serviceAndProject.id()).flatMap(SavedConnection::refreshEvery);
    }

    /// The connections of exactly that name; older files may contain several.
    public List<SavedConnection> named(String name) {
        return all.stream().filter(one -> one.serviceAndProject().name().equals(name)).toList();
    }

    /// Whether another connection has the same name.
    public boolean isNameTaken(SavedConnection connection) {
        return named(connection.serviceAndProject().name()).stream().anyMatch(one -> !one.id().equals(connection.id()));
    }

    /// With this connection instead of the one with its id, or at the end.
    public SavedConnections with(SavedConnection connection) {
        List<SavedConnection> more = new ArrayList<>(all);
        more.add(connection);
        return new SavedConnections(more);
    }

    public SavedConnections without(String id) {
        return new SavedConnections(all.stream().filter(one -> !one.id().equals(id)).toList());
    }

    /// The groups in the order of their first connection, including the empty one if a connection has no group.
    public List<String> groups() {
        return all.stream().map(one -> one.connectionListAppearance().group()).distinct().toList();
    }

    public List<SavedConnection> ticked() {
        return all.stream().filter(one -> one.connectionListAppearance().ticked()).toList();
    }
}
