package poolscope.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.util.Subscription;
import poolscope.connection.Connection;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.change.ChangeLogEntry;

/// Records what each refresh of each connection brought, in the background, one after the other.
public final class HistoryRecorder implements AutoCloseable {

    /// One refresh, recorded: [EarlierPools] knows it.
    ///
    /// @param entries
    ///            what is different from what was known before; empty when nothing is
    public record Recorded(String connectionId, Instant readAt, List<ChangeLogEntry> entries) {
        public Recorded {
            entries = List.copyOf(entries);
        }
    }

    private final PoolSources poolSources;
    private final TaskExecutors executors;
    private final RecentHistory history = new RecentHistory();
    private final ReadOnlyObjectWrapper<Optional<Recorded>> newest = new ReadOnlyObjectWrapper<>(this, "newest",
            Optional.empty());
    private final ListChangeListener<PoolSource> onSources = _ -> watch();
    private Subscription watching = Subscription.EMPTY;

    /// Starts to record.
    ///
    /// @param executors
    ///            the background one runs one piece of work after the other
    public HistoryRecorder(PoolSources poolSources, TaskExecutors executors) {
        this.poolSources = poolSources;
        this.executors = executors;
        poolSources.sources().addListener(onSources);
        watch();
    }

    /// What was recorded.
    public EarlierPools earlierPools() {
        return history;
    }

    /// The newest refresh that was recorded, also one that brought no change.
    public ReadOnlyObjectProperty<Optional<Recorded>> newestProperty() {
        return newest.getReadOnlyProperty();
    }

    private void watch() {
        watching.unsubscribe();
        watching = poolSources.sources()
                .stream()
                .map(source -> source.inventoryProperty()
                        .subscribe((_, now) -> now.ifPresent(read -> record(source.connection(), read))))
                .reduce(Subscription.EMPTY, Subscription::and);
    }

    private void record(Connection connection, Inventory read) {
        if (read.coverage() instanceof Coverage.SoFar) return;
        executors.background().execute(() -> {
            var entries = history.add(connection, read);
            var recorded = new Recorded(connection.id(), read.readAt(), entries);
            executors.fx().execute(() -> newest.set(Optional.of(recorded)));
        });
    }

    /// Stops recording.
    @Override
    public void close() {
        watching.unsubscribe();
        poolSources.sources().removeListener(onSources);
    }
}
