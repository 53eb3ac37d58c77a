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
import poolscope.live.Fleet;
import poolscope.live.LiveConnections;
import poolscope.live.LoadState;
import poolscope.live.PoolSource;
import poolscope.live.SecondTicker;
import poolscope.live.SourcesStatus;

/// The connections as they stand in the list, and what each of them is doing as time goes by.
public final class ConnectionListModel {
    private final Fleet fleet;
    private final SecondTicker secondTicker;
    private final LiveConnections liveConnections;

    /// One connection in the list: saved or the demo cloud, on screen or not.
    ///
    /// @param forgotten
    ///            whether its secrets could not be kept over restarts although they were to be
    record Entry(Optional<SavedConnection> saved, Optional<SourcesStatus.SourceStatus> sourceStatus,
            boolean forgotten) {
        /// Nothing is in its place yet.
        static final Entry NONE = new Entry(Optional.empty(), Optional.empty(), false);

        String name() {
            return saved.map(s -> s.connection().name())
                    .or(() -> sourceStatus.map(l -> l.connection().name()))
                    .orElse("");
        }

        /// The group that it stands in, empty for none.
        String group() {
            return saved.map(s -> s.listAppearance().group()).orElse("");
        }

        boolean isTicked() {
            return saved.map(s -> s.listAppearance().ticked()).orElse(true);
        }

        /// Whether a secret that only the operator has keeps it from being read.
        boolean lacksSecret() {
            return saved.isPresent() && sourceStatus
                    .filter(l -> l.outcome() instanceof LoadState.Failed(Failure.SecretUnavailable _, var _, var _))
                    .isPresent();
        }

        /// What its service is asked for only; empty for everything.
        String narrowing() {
            return saved.map(one -> one.query().narrowing()).orElse("");
        }

        String endpoint() {
            return saved.map(s -> s.connection().address())
                    .or(() -> sourceStatus.map(SourcesStatus.SourceStatus::endpoint))
                    .orElse("");
        }
    }

    public ConnectionListModel(Fleet fleet, SecondTicker secondTicker, LiveConnections liveConnections) {
        this.fleet = fleet;
        this.secondTicker = secondTicker;
        this.liveConnections = liveConnections;
    }

    public ReadOnlyObjectProperty<SourcesStatus> sourcesStatusProperty() {
        return fleet.sourcesStatusProperty();
    }

    ReadOnlyObjectProperty<SavedConnections> savedProperty() {
        return liveConnections.savedProperty();
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return secondTicker.nowProperty();
    }

    /// The list, in its order.
    List<Entry> entries() {
        var lines = fleet.sourcesStatus().lines();
        if (liveConnections.isDemo())
            return lines.stream()
                    .map(sourceStatus -> new Entry(Optional.empty(), Optional.of(sourceStatus), false))
                    .toList();
        var groups = liveConnections.saved().groups();
        return liveConnections.saved()
                .all()
                .stream()
                .sorted(Comparator.comparingInt(one -> groups.indexOf(one.listAppearance().group())))
                .map(one -> new Entry(Optional.of(one),
                        lines.stream()
                                .filter(sourceStatus -> sourceStatus.connection().id().equals(one.id()))
                                .findFirst(),
                        liveConnections.forgottenProperty().get().contains(one.id())))
                .toList();
    }

    /// Takes all connections of a group into the list, or out of it.
    void tickGroup(String group, boolean ticked) {
        liveConnections.saved()
                .all()
                .stream()
                .filter(one -> one.listAppearance().group().equals(group))
                .forEach(one -> liveConnections.tick(one.id(), ticked));
    }

    /// The saved connection of that id; the demo cloud is none.
    public Optional<SavedConnection> saved(String id) {
        return liveConnections.saved().find(id);
    }

    /// Takes all connections into the list.
    public void tickAll() {
        liveConnections.saved().all().forEach(one -> liveConnections.tick(one.id(), true));
    }

    void tick(String id, boolean ticked) {
        liveConnections.tick(id, ticked);
    }

    /// Takes this connection into the list, and all others out of it.
    void tickOnly(SavedConnection one) {
        liveConnections.tickOnly(Set.of(one.id()));
    }

    /// Whether it is the only one in the list.
    boolean isOnlyOne(Entry entry) {
        return entry.isTicked() && entries().stream().filter(Entry::isTicked).count() == 1;
    }

    /// Reads it again, or the demo cloud; nothing happens while it is being read.
    void refresh(Optional<SavedConnection> one) {
        fleet.sources()
                .stream()
                .filter(poolSource -> one.isEmpty() || one.get().id().equals(poolSource.connection().id()))
                .forEach(PoolSource::refresh);
    }

    void remove(String id) {
        liveConnections.remove(id);
    }
}
