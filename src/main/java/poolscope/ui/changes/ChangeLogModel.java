package poolscope.ui.changes;

import java.time.Clock;
import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.background.LatestTask;
import poolscope.live.changes.PoolHistory;
import poolscope.live.table.GonePoolRow;
import poolscope.pool.Pool;
import poolscope.ui.pools.ChangedPoolsModel;
import poolscope.ui.pools.PoolsTableModel;

/// The change log: its lines, how they are counted, and which of them are looked for.
public final class ChangeLogModel {
    private final ChangedPoolsModel changes;
    private final PoolsTableModel pools;
    private final Past past;
    private final LatestTask latestTask;
    private final Instant startedAt;
    private final BooleanProperty stepByStep = new SimpleBooleanProperty(this, "stepByStep");
    private final StringProperty sought = new SimpleStringProperty(this, "sought", "");
    private final ReadOnlyObjectWrapper<ChangeLogLineBuilder.Content> content = new ReadOnlyObjectWrapper<>(this,
            "content", ChangeLogLineBuilder.Content.NONE);

    /// What the log is read from.
    public record Past(ObservableTickedConnectionPools observableTickedConnectionPools, PoolHistory poolHistory,
            Clock clock) {}

    /// @param latestTask
    ///            reads the log in the background
    public ChangeLogModel(ChangedPoolsModel changes, PoolsTableModel pools, Past past, LatestTask latestTask) {
        this.changes = changes;
        this.pools = pools;
        this.past = past;
        this.latestTask = latestTask;
        startedAt = past.clock().instant();
    }

    /// The log, and the moments to compare with, follow all changes until it is unsubscribed from. The choice of the
    /// base does so, which stands in the log and in the hand-over.
    Subscription open() {
        return Subscription.combine(changes.changesProperty().subscribe(_ -> read()),
                stepByStep.subscribe((_, _) -> read()));
    }

    private void read() {
        var reader = new ChangeLogLineBuilder(changes.changes(),
                past.observableTickedConnectionPools()
                        .sources()
                        .stream()
                        .map(ObservableConnectionInventory::serviceAndProject)
                        .toList(),
                stepByStep.get(), startedAt, past.clock().instant());
        var history = changes.history();
        latestTask.start(_ -> reader.read(past.poolHistory(), history), content::set);
    }

    ReadOnlyObjectProperty<ChangeLogLineBuilder.Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /// Whether every step is shown; otherwise what is different in the end.
    BooleanProperty stepByStepProperty() {
        return stepByStep;
    }

    /// A filter of pools, or words that a line has.
    StringProperty soughtProperty() {
        return sought;
    }

    ChangedPoolsModel changes() {
        return changes;
    }

    /// The zoom as a factor: 1 at 100 %.
    ObservableValue<Double> scale() {
        return pools.scale();
    }

    Instant now() {
        return past.clock().instant();
    }

    boolean isOfSeveralConnections() {
        return past.observableTickedConnectionPools().sources().size() > 1;
    }

    /// Where a pool of the log is in the table.
    enum Place {
        SHOWN,
        /// The filter hides it.
        HIDDEN,
        /// It is gone, and that was acknowledged.
        GONE
    }

    Place placeOf(Pool pool) {
        if (pools.isShown(pool)) return Place.SHOWN;
        if (pools.allPools().stream().anyMatch(pool::isSamePoolAs)) return Place.HIDDEN;
        if (changes.changes().markOf(pool).isEmpty()) return Place.GONE;
        boolean hasLine = pools.rows()
                .stream()
                .anyMatch(line -> line instanceof GonePoolRow(var gone) && gone.isSamePoolAs(pool));
        return hasLine ? Place.SHOWN : Place.HIDDEN;
    }
}
