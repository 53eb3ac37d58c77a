package poolscope.live;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;

/// The saved connections as one window has ticked them, and the pools of these. The ticks of the first window are saved
/// with the connections; those of another window end with it.
public final class ConnectionsOfWindow implements AutoCloseable {
    private final ObservableConnections connections;
    private final ConnectionSources sources;
    private final ObservableTickedConnectionPools observableTickedConnectionPools;
    private final ReadOnlyObjectWrapper<SavedConnections> saved;
    /// The ids that are ticked in this window only; empty for the first window.
    private final Optional<Set<String>> ownTicks;
    private final Subscription following;

    /// Follows these connections until closed.
    ///
    /// @param ownTicks
    ///            the ids of the connections that are ticked at first; empty for the first window
    ConnectionsOfWindow(ObservableConnections connections, ConnectionSources sources,
            ObservableTickedConnectionPools observableTickedConnectionPools, Optional<Set<String>> ownTicks) {
        this.connections = connections;
        this.sources = sources;
        this.observableTickedConnectionPools = observableTickedConnectionPools;
        this.ownTicks = ownTicks.map(HashSet::new);
        saved = new ReadOnlyObjectWrapper<>(this, "saved", withTicks(connections.saved()));
        following = connections.savedProperty().subscribe(this::follow);
    }

    private void follow(SavedConnections before, SavedConnections now) {
        ownTicks.ifPresent(ids -> {
            ids.removeIf(id -> now.find(id).isEmpty());
            now.ticked().stream().map(SavedConnection::id).filter(id -> before.find(id).isEmpty()).forEach(ids::add);
        });
        saved.set(withTicks(now));
    }

    private SavedConnections withTicks(SavedConnections all) {
        return ownTicks.map(ids -> new SavedConnections(all.all()
                .stream()
                .map(one -> one.withListing(one.connectionListAppearance().withTicked(ids.contains(one.id()))))
                .toList())).orElse(all);
    }

    /// All saved connections, ticked as in this window. A new connection is ticked in all windows.
    public ReadOnlyObjectProperty<SavedConnections> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    public SavedConnections saved() {
        return saved.get();
    }

    /// The pools of the connections that are ticked in this window.
    public ObservableTickedConnectionPools observableTickedConnectionPools() {
        return observableTickedConnectionPools;
    }

    boolean isTicked(SavedConnection one) {
        return saved.get().find(one.id()).filter(found -> found.connectionListAppearance().ticked()).isPresent();
    }

    /// Ticks or unticks a connection in this window.
    public void tick(String id, boolean ticked) {
        var ids = tickedIds();
        if (ticked ? ids.add(id) : ids.remove(id)) tickOnly(ids);
    }

    /// Ticks these connections in this window and unticks all others.
    public void tickOnly(Set<String> ids) {
        ownTicks.ifPresentOrElse(own -> {
            own.clear();
            own.addAll(ids);
            saved.set(withTicks(connections.saved()));
            sources.sync();
        }, () -> connections.tickOnly(ids));
    }

    Set<String> tickedIds() {
        return saved.get().ticked().stream().map(SavedConnection::id).collect(Collectors.toCollection(HashSet::new));
    }

    /// Another window that begins with the ticks of this one.
    public ConnectionsOfWindow ofAnotherWindow() {
        return connections.newWindow(Optional.of(tickedIds()));
    }

    /// Its connections are read no longer, unless another window has them ticked.
    @Override
    public void close() {
        following.unsubscribe();
        sources.remove(this);
        observableTickedConnectionPools.close();
    }
}
