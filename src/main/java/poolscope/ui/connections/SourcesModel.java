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
import poolscope.live.Connections;
import poolscope.live.Fleet;
import poolscope.live.Ledger;
import poolscope.live.Source;
import poolscope.live.LoadState;
import poolscope.live.Ticker;

/// The connections as they stand in the list, and what each of them is doing as time goes by.
public final class SourcesModel {
    private final Fleet fleet;
    private final Ticker ticker;
    private final Connections connections;

    /// One connection in the list: saved or the demo cloud, on screen or not.
    ///
    /// @param forgotten
    ///            whether its secrets could not be kept over restarts although they were to be
    record Entry(Optional<SavedConnection> saved, Optional<Ledger.Line> line, boolean forgotten) {
        /// Nothing is in its place yet.
        static final Entry NONE = new Entry(Optional.empty(), Optional.empty(), false);

        String name() {
            return saved.map(s -> s.connection().name()).or(() -> line.map(l -> l.connection().name())).orElse("");
        }

        /// The group that it stands in, empty for none.
        String group() {
            return saved.map(s -> s.listing().group()).orElse("");
        }

        boolean isTicked() {
            return saved.map(s -> s.listing().ticked()).orElse(true);
        }

        /// Whether a secret that only the operator has keeps it from being read.
        boolean lacksSecret() {
            return saved.isPresent() && line
                    .filter(l -> l.outcome() instanceof LoadState.Failed(Failure.SecretUnavailable _, var _, var _)).isPresent();
        }

        /// What its service is asked for only; empty for everything.
        String narrowing() {
            return saved.map(one -> one.query().narrowing()).orElse("");
        }

        String endpoint() {
            return saved.map(s -> s.connection().address()).or(() -> line.map(Ledger.Line::endpoint)).orElse("");
        }
    }

    public SourcesModel(Fleet fleet, Ticker ticker, Connections connections) {
        this.fleet = fleet;
        this.ticker = ticker;
        this.connections = connections;
    }

    public ReadOnlyObjectProperty<Ledger> ledgerProperty() {
        return fleet.ledgerProperty();
    }

    ReadOnlyObjectProperty<SavedConnections> savedProperty() {
        return connections.savedProperty();
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return ticker.nowProperty();
    }

    /// The list, in its order.
    List<Entry> entries() {
        var lines = fleet.ledger().lines();
        if (connections.isDemo())
            return lines.stream().map(line -> new Entry(Optional.empty(), Optional.of(line), false)).toList();
        var groups = connections.saved().groups();
        return connections.saved().all().stream().sorted(Comparator.comparingInt(one -> groups.indexOf(one.listing().group())))
                .map(one -> new Entry(Optional.of(one),
                        lines.stream().filter(line -> line.connection().id().equals(one.id())).findFirst(),
                        connections.forgottenProperty().get().contains(one.id())))
                .toList();
    }

    /// Takes all connections of a group into the list, or out of it.
    void tickGroup(String group, boolean ticked) {
        connections.saved().all().stream().filter(one -> one.listing().group().equals(group))
                .forEach(one -> connections.tick(one.id(), ticked));
    }

    /// The saved connection of that id; the demo cloud is none.
    public Optional<SavedConnection> saved(String id) {
        return connections.saved().find(id);
    }

    /// Takes all connections into the list.
    public void tickAll() {
        connections.saved().all().forEach(one -> connections.tick(one.id(), true));
    }

    void tick(String id, boolean ticked) {
        connections.tick(id, ticked);
    }

    /// Takes this connection into the list, and all others out of it.
    void tickOnly(SavedConnection one) {
        connections.tickOnly(Set.of(one.id()));
    }

    /// Whether it is the only one in the list.
    boolean isOnlyOne(Entry entry) {
        return entry.isTicked() && entries().stream().filter(Entry::isTicked).count() == 1;
    }

    /// Reads it again, or the demo cloud; nothing happens while it is being read.
    void refresh(Optional<SavedConnection> one) {
        fleet.sources().stream().filter(source -> one.isEmpty() || one.get().id().equals(source.connection().id()))
                .forEach(Source::refresh);
    }

    void remove(String id) {
        connections.remove(id);
    }
}
