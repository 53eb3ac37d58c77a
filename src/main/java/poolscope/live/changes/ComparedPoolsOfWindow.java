package poolscope.live.changes;

import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import poolscope.live.ObservableTickedConnectionPools;

/// The pools of the connections that one window has ticked, with what changed in them, in one update.
public final class ComparedPoolsOfWindow implements AutoCloseable {
    private final ObservableTickedConnectionPools whole;
    private final ObservableTickedConnectionPools ofWindow;
    private final ObservableValue<PoolsWithChanges> all;
    private final ReadOnlyObjectWrapper<PoolsWithChanges> poolsWithChanges;
    private final Subscription following;

    /// @param whole
    ///            the connections that some window has ticked
    /// @param ofWindow
    ///            those of this window
    /// @param all
    ///            the pools of the whole
    public ComparedPoolsOfWindow(ObservableTickedConnectionPools whole, ObservableTickedConnectionPools ofWindow,
            ObservableValue<PoolsWithChanges> all) {
        this.whole = whole;
        this.ofWindow = ofWindow;
        this.all = all;
        poolsWithChanges = new ReadOnlyObjectWrapper<>(this, "poolsWithChanges", current());
        following = Subscription.combine(all.subscribe((_, _) -> update()),
                ofWindow.poolsProperty().subscribe((_, _) -> updateIfCompared()));
    }

    public ReadOnlyObjectProperty<PoolsWithChanges> poolsWithChangesProperty() {
        return poolsWithChanges.getReadOnlyProperty();
    }

    /// Pools that were read again wait until they have been compared; what the window ticks or unticks does not wait.
    private void updateIfCompared() {
        if (whole.poolsProperty().get() == all.getValue().pools()) update();
    }

    private void update() {
        poolsWithChanges.set(current());
    }

    private PoolsWithChanges current() {
        if (ofWindow.sources().equals(whole.sources())) return all.getValue();
        var ids = ofWindow.sources()
                .stream()
                .map(source -> source.serviceAndProject().id())
                .collect(Collectors.toSet());
        return new PoolsWithChanges(ofWindow.poolsProperty().get(), all.getValue().changes().ofConnections(ids));
    }

    @Override
    public void close() {
        following.unsubscribe();
    }
}
