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

/// A [ObservableConnectionInventory] for each connection that some window has ticked, and for the demo cloud while
/// there is no connection.
final class ConnectionSources {
    private final ObservableTickedConnectionPools observableTickedConnectionPools;
    private final ReadOnlyObjectProperty<SavedConnections> saved;
    private final Function<SavedConnection, ObservableConnectionInventory> newSource;
    private final Supplier<ObservableConnectionInventory> newDemo;
    private final Map<String, ObservableConnectionInventory> sources = new HashMap<>();
    private final List<ConnectionsOfWindow> windows = new ArrayList<>();
    private Optional<ObservableConnectionInventory> demo = Optional.empty();

    /// @param observableTickedConnectionPools
    ///            gets the sources
    /// @param newDemo
    ///            opens the demo cloud; called once, when it is first shown
    ConnectionSources(ObservableTickedConnectionPools observableTickedConnectionPools,
            ReadOnlyObjectProperty<SavedConnections> saved,
            Function<SavedConnection, ObservableConnectionInventory> newSource,
            Supplier<ObservableConnectionInventory> newDemo) {
        this.observableTickedConnectionPools = observableTickedConnectionPools;
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
        return Optional.ofNullable(sources.get(id)).map(ObservableConnectionInventory::state);
    }

    /// Puts the connections that some window has ticked into the list, in their order, and refreshes the new ones.
    void sync() {
        var wanted = isDemo()
                ? List.of(demo())
                : saved.get().all().stream().filter(this::isTicked).map(this::source).toList();
        var before = List.copyOf(observableTickedConnectionPools.sources());
        if (!before.equals(wanted)) observableTickedConnectionPools.sources().setAll(wanted);
        windows.forEach(this::sync);
        before.stream()
                .filter(observableConnectionInventory -> !wanted.contains(observableConnectionInventory))
                .forEach(ObservableConnectionInventory::cancel);
        wanted.stream()
                .filter(observableConnectionInventory -> !before.contains(observableConnectionInventory)
                        && isUnread(observableConnectionInventory.state()))
                .forEach(ObservableConnectionInventory::refresh);
    }

    private void sync(ConnectionsOfWindow window) {
        var wanted = isDemo() ? List.of(demo()) : window.saved().ticked().stream().map(this::source).toList();
        var shown = window.observableTickedConnectionPools().sources();
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

    private ObservableConnectionInventory demo() {
        var observableConnectionInventory = demo.orElseGet(newDemo);
        demo = Optional.of(observableConnectionInventory);
        return observableConnectionInventory;
    }

    /// A source that was removed during its first refresh is refreshed again.
    private static boolean isUnread(RefreshState state) {
        return state instanceof RefreshState.Idle || state instanceof RefreshState.Cancelled;
    }

    private ObservableConnectionInventory source(SavedConnection one) {
        return sources.computeIfAbsent(one.id(), _ -> newSource.apply(one));
    }

    /// Closes the source of a connection that is changed or removed.
    void drop(String id) {
        var observableConnectionInventory = sources.remove(id);
        if (observableConnectionInventory == null) return;
        observableTickedConnectionPools.sources().remove(observableConnectionInventory);
        observableConnectionInventory.close();
    }

    /// Stops all refreshes and closes all readers.
    void close() {
        sources.values().forEach(ObservableConnectionInventory::close);
        demo.ifPresent(ObservableConnectionInventory::close);
    }
}
