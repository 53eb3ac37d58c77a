package poolscope.connection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All connections that an operator keeps, in the order of the list; each id once.
public record SavedConnections(List<SavedConnection> all) {
    /// No connection yet.
    public static final SavedConnections NONE = new SavedConnections(List.of());

    /// Of several with one id the last one counts, in the place of the first.
    public SavedConnections {
        Map<String, SavedConnection> byId = new LinkedHashMap<>();
        all.forEach(one -> byId.put(one.id(), one));
        all = List.copyOf(byId.values());
    }

    public Optional<SavedConnection> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// What the service of that connection is asked for; everything when it is not saved, as the demo cloud.
    public PoolQuery query(Connection connection) {
        return find(connection.id()).map(SavedConnection::query).orElse(PoolQuery.ALL);
    }

    /// The connections of exactly that name; files of before may hold several.
    public List<SavedConnection> named(String name) {
        return all.stream().filter(one -> one.connection().name().equals(name)).toList();
    }

    /// Whether another connection than this one has its name.
    public boolean isNameTaken(SavedConnection connection) {
        return named(connection.connection().name()).stream().anyMatch(one -> !one.id().equals(connection.id()));
    }

    /// With this connection in the place of the one with its id, or at the end.
    public SavedConnections with(SavedConnection connection) {
        List<SavedConnection> more = new ArrayList<>(all);
        more.add(connection);
        return new SavedConnections(more);
    }

    public SavedConnections without(String id) {
        return new SavedConnections(all.stream().filter(one -> !one.id().equals(id)).toList());
    }

    /// With the connection at that place of the list.
    ///
    /// @param index
    ///            from 0; beyond the ends means at the end
    public SavedConnections moved(String id, int index) {
        List<SavedConnection> others = new ArrayList<>(without(id).all);
        find(id).ifPresent(one -> others.add(Math.clamp(index, 0, others.size()), one));
        return new SavedConnections(others);
    }

    /// The groups in the order in which they first stand in the list, the empty one among them if a connection
    /// has none.
    public List<String> groups() {
        return all.stream().map(one -> one.listAppearance().group()).distinct().toList();
    }

    public List<SavedConnection> ticked() {
        return all.stream().filter(one -> one.listAppearance().ticked()).toList();
    }
}
