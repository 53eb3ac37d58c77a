package poolscope.ui.connections;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import poolscope.api.Failure;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.SignInMethod;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.ConnectionsOfWindow;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableConnections;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.RefreshState;
import poolscope.live.background.SecondTicker;

/// The list of connections, with their status.
public final class ConnectionListModel {
    private final ConnectionsOfWindow ofWindow;
    private final ObservableTickedConnectionPools observableTickedConnectionPools;
    private final SecondTicker secondTicker;
    private final ObservableConnections observableConnections;

    /// One connection in the list: saved or the demo cloud.
    ///
    /// @param forgotten
    ///            whether its secrets were to be stored across restarts, but could not be
    /// @param tokenExpiry
    ///            when its token expires, by the local clock; empty when that is unknown
    record Entry(Optional<SavedConnection> saved, Optional<AllConnectionsStatus.SourceStatus> sourceStatus,
            boolean forgotten, Optional<Instant> tokenExpiry) {
        /// A list cell without a connection.
        static final Entry NONE = new Entry(Optional.empty(), Optional.empty(), false, Optional.empty());

        /// Whether its token is renewed without the operator.
        boolean isTokenRenewed() {
            return saved.filter(one -> one.signInMethod() instanceof SignInMethod.Password).isPresent();
        }

        String name() {
            return saved.map(s -> s.serviceAndProject().name())
                    .or(() -> sourceStatus.map(l -> l.serviceAndProject().name()))
                    .orElse("");
        }

        /// The group, empty for none.
        String group() {
            return saved.map(s -> s.connectionListAppearance().group()).orElse("");
        }

        boolean isTicked() {
            return saved.map(s -> s.connectionListAppearance().ticked()).orElse(true);
        }

        /// Whether it can't be read because a secret is missing that only the operator has.
        boolean lacksSecret() {
            return saved.isPresent() && sourceStatus
                    .filter(l -> l.outcome() instanceof RefreshState.Failed(Failure.SecretUnavailable _, var _, var _))
                    .isPresent();
        }

        /// The filter of its query; empty when all pools are requested.
        String narrowing() {
            return saved.map(one -> one.query().narrowing()).orElse("");
        }

        String endpoint() {
            return saved.map(s -> s.serviceAndProject().address())
                    .or(() -> sourceStatus.map(AllConnectionsStatus.SourceStatus::endpoint))
                    .orElse("");
        }
    }

    /// @param ofWindow
    ///            the connections of the window that has the list
    public ConnectionListModel(ConnectionsOfWindow ofWindow, SecondTicker secondTicker,
            ObservableConnections observableConnections) {
        this.ofWindow = ofWindow;
        observableTickedConnectionPools = ofWindow.observableTickedConnectionPools();
        this.secondTicker = secondTicker;
        this.observableConnections = observableConnections;
    }

    public ReadOnlyObjectProperty<AllConnectionsStatus> allConnectionsStatusProperty() {
        return observableTickedConnectionPools.allConnectionsStatusProperty();
    }

    ReadOnlyObjectProperty<SavedConnections> savedProperty() {
        return ofWindow.savedProperty();
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return secondTicker.nowProperty();
    }

    /// The list, in its order.
    List<Entry> entries() {
        var lines = observableTickedConnectionPools.allConnectionsStatus().lines();
        if (observableConnections.isDemo())
            return lines.stream()
                    .map(sourceStatus -> new Entry(Optional.empty(), Optional.of(sourceStatus), false,
                            Optional.empty()))
                    .toList();
        var groups = ofWindow.saved().groups();
        return ofWindow.saved()
                .all()
                .stream()
                .sorted(Comparator.comparingInt(one -> groups.indexOf(one.connectionListAppearance().group())))
                .map(one -> new Entry(Optional.of(one),
                        lines.stream()
                                .filter(sourceStatus -> sourceStatus.serviceAndProject().id().equals(one.id()))
                                .findFirst(),
                        observableConnections.forgottenProperty().get().contains(one.id()), tokenExpiry(one.id())))
                .toList();
    }

    private Optional<Instant> tokenExpiry(String id) {
        return observableTickedConnectionPools.sources()
                .stream()
                .filter(source -> source.serviceAndProject().id().equals(id))
                .findFirst()
                .flatMap(ObservableConnectionInventory::tokenExpiry);
    }

    /// Ticks or unticks all connections of a group.
    void tickGroup(String group, boolean ticked) {
        ofWindow.saved()
                .all()
                .stream()
                .filter(one -> one.connectionListAppearance().group().equals(group))
                .forEach(one -> ofWindow.tick(one.id(), ticked));
    }

    /// The saved connection of that id; empty for the demo cloud.
    public Optional<SavedConnection> saved(String id) {
        return ofWindow.saved().find(id);
    }

    /// Ticks all connections.
    public void tickAll() {
        ofWindow.saved().all().forEach(one -> ofWindow.tick(one.id(), true));
    }

    void tick(String id, boolean ticked) {
        ofWindow.tick(id, ticked);
    }

    /// Ticks this connection and unticks all others.
    void tickOnly(SavedConnection one) {
        ofWindow.tickOnly(Set.of(one.id()));
    }

    /// Whether no other connection is ticked.
    boolean isOnlyOne(Entry entry) {
        return entry.isTicked() && entries().stream().filter(Entry::isTicked).count() == 1;
    }

    /// Reads the connection, or the demo cloud, again; does nothing while it is being read.
    void refresh(Optional<SavedConnection> one) {
        observableTickedConnectionPools.sources()
                .stream()
                .filter(observableConnectionInventory -> one.isEmpty()
                        || one.get().id().equals(observableConnectionInventory.serviceAndProject().id()))
                .forEach(ObservableConnectionInventory::refresh);
    }

    void remove(String id) {
        observableConnections.remove(id);
    }
}
