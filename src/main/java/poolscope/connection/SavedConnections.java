package poolscope.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// All saved connections in the order of the list, each id once.
///
/// @param removed
///            the ids of connections that were removed and whose history is still to be deleted, in alphabetical order
public record SavedConnections(List<SavedConnection> all, SortedSet<String> removed) {
    /// No connection yet.
    public static final SavedConnections NONE = new SavedConnections(List.of());

    /// Of several connections with one id the last is kept, at the position of the first; it is not removed.
    public SavedConnections {
        Map<String, SavedConnection> byId = new LinkedHashMap<>();
        all.forEach(one -> byId.put(one.id(), one));
        all = List.copyOf(byId.values());
        SortedSet<String> gone = new TreeSet<>(removed);
        gone.removeAll(byId.keySet());
        removed = Collections.unmodifiableSortedSet(gone);
    }

    /// These connections; none was removed.
    public SavedConnections(List<SavedConnection> all) {
        this(all, Collections.emptySortedSet());
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
        return new SavedConnections(more, removed);
    }

    /// With each connection changed in that way.
    public SavedConnections withEach(UnaryOperator<SavedConnection> change) {
        return new SavedConnections(all.stream().map(change).toList(), removed);
    }

    /// Without that connection; its history is still to be deleted.
    public SavedConnections without(String id) {
        SortedSet<String> more = new TreeSet<>(removed);
        if (find(id).isPresent()) more.add(id);
        return new SavedConnections(all.stream().filter(one -> !one.id().equals(id)).toList(), more);
    }

    /// Once the history of a removed connection is deleted.
    public SavedConnections withHistoryDeleted(String id) {
        SortedSet<String> less = new TreeSet<>(removed);
        less.remove(id);
        return new SavedConnections(all, less);
    }

    /// The groups in the order of their first connection, including the empty one if a connection has no group.
    public List<String> groups() {
        return all.stream().map(one -> one.connectionListAppearance().group()).distinct().toList();
    }

    public List<SavedConnection> ticked() {
        return all.stream().filter(one -> one.connectionListAppearance().ticked()).toList();
    }
}
