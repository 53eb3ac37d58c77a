package poolscope.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;

/// A [PoolSource] for each connection that some window has ticked, and for the demo cloud while there is no connection.
final class ConnectionSources {
    private final PoolSources poolSources;
    private final ReadOnlyObjectProperty<SavedConnections> saved;
    private final Function<SavedConnection, PoolSource> newSource;
    private final Supplier<PoolSource> newDemo;
    private final Map<String, PoolSource> sources = new HashMap<>();
    private final List<ConnectionsOfWindow> windows = new ArrayList<>();
    private Optional<PoolSource> demo = Optional.empty();

    /// @param poolSources
    ///            gets the sources
    /// @param newDemo
    ///            opens the demo cloud; called once, when it is first shown
    ConnectionSources(PoolSources poolSources, ReadOnlyObjectProperty<SavedConnections> saved,
            Function<SavedConnection, PoolSource> newSource, Supplier<PoolSource> newDemo) {
        this.poolSources = poolSources;
        this.saved = saved;
        this.newSource = newSource;
        this.newDemo = newDemo;
    }

    ConnectionsOfWindow add(ConnectionsOfWindow window) {
        windows.add(window);
        sync();
        return window;
    }

    void remove(ConnectionsOfWindow window) {
        windows.remove(window);
        sync();
    }

    /// The state of a connection; empty while it was never ticked.
    Optional<RefreshState> state(String id) {
        return Optional.ofNullable(sources.get(id)).map(PoolSource::state);
    }

    /// Puts the connections that some window has ticked into the list, in their order, and refreshes the new ones.
    void sync() {
        var wanted = isDemo()
                ? List.of(demo())
                : saved.get().all().stream().filter(this::isTicked).map(this::source).toList();
        var before = List.copyOf(poolSources.sources());
        if (!before.equals(wanted)) poolSources.sources().setAll(wanted);
        windows.forEach(this::sync);
        before.stream().filter(poolSource -> !wanted.contains(poolSource)).forEach(PoolSource::cancel);
        wanted.stream()
                .filter(poolSource -> !before.contains(poolSource) && isUnread(poolSource.state()))
                .forEach(PoolSource::refresh);
    }

    private void sync(ConnectionsOfWindow window) {
        var wanted = isDemo() ? List.of(demo()) : window.saved().ticked().stream().map(this::source).toList();
        var shown = window.poolSources().sources();
        if (!shown.equals(wanted)) shown.setAll(wanted);
    }

    private boolean isDemo() {
        return saved.get().all().isEmpty();
    }

    private boolean isTicked(SavedConnection one) {
        return windows.isEmpty()
                ? one.connectionListAppearance().ticked()
                : windows.stream().anyMatch(window -> window.isTicked(one));
    }

    private PoolSource demo() {
        var poolSource = demo.orElseGet(newDemo);
        demo = Optional.of(poolSource);
        return poolSource;
    }

    /// A source that was removed during its first refresh is refreshed again.
    private static boolean isUnread(RefreshState state) {
        return state instanceof RefreshState.Idle || state instanceof RefreshState.Cancelled;
    }

    private PoolSource source(SavedConnection one) {
        return sources.computeIfAbsent(one.id(), _ -> newSource.apply(one));
    }

    /// Closes the source of a connection that is changed or removed.
    void drop(String id) {
        var poolSource = sources.remove(id);
        if (poolSource == null) return;
        poolSources.sources().remove(poolSource);
        poolSource.close();
    }

    /// Stops all refreshes and closes all readers.
    void close() {
        sources.values().forEach(PoolSource::close);
        demo.ifPresent(PoolSource::close);
    }
}
