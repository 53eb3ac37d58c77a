package poolscope.ui.details;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import poolscope.live.background.LatestTask;
import poolscope.live.changes.PoolHistory;
import poolscope.live.table.PoolRow;
import poolscope.pool.Pool;
import poolscope.pool.change.NetChangesCalculator;
import poolscope.pool.change.PoolChange;
import poolscope.pool.change.PoolKey;
import poolscope.pool.change.RecordedReadingOfConnection;
import poolscope.ui.pools.ChangedPoolsModel;
import poolscope.ui.pools.PoolsTableModel;

/// The last changes of the pool that the details are of.
public final class SelectedPoolChangesModel implements AutoCloseable {
    private static final Duration LOOKED_BACK = Duration.ofDays(1);
    private static final int MOST = 10;
    private static final Supplier<ReadOnlyObjectProperty<Pool>> NO_POOL = () -> new ReadOnlyObjectWrapper<Pool>()
            .getReadOnlyProperty();

    private final PoolsTableModel pools;
    private final Past past;
    private final LatestTask latestTask;
    private final Subscription subscription;
    private boolean isOutdated;
    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(this, "content", Content.NONE);

    /// What is read of earlier times.
    public record Past(PoolHistory poolHistory, Clock clock) {}

    /// A change of the pool, and when it was seen.
    record Step(Instant seenAt, PoolChange change) {}

    /// @param since
    ///            since when changes were looked for; empty when nothing is kept
    /// @param steps
    ///            visible changes, newest first
    record Content(Optional<Instant> since, List<Step> steps) {
        static final Content NONE = new Content(Optional.empty(), List.of());
    }

    /// @param latestTask
    ///            looks for the changes in the background
    public SelectedPoolChangesModel(PoolsTableModel pools, ChangedPoolsModel changes, Past past,
            LatestTask latestTask) {
        this.pools = pools;
        this.past = past;
        this.latestTask = latestTask;
        pools.currentProperty().subscribe((_, _) -> {
            content.set(Content.NONE);
            read();
        });
        pools.currentProperty()
                .flatMap(row -> row.map(PoolRow::poolProperty).orElseGet(NO_POOL))
                .subscribe(this::onRefreshed);
        subscription = changes.changesProperty().subscribe((_, _) -> {
            if (isOutdated) read();
            isOutdated = false;
        });
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        latestTask.close();
    }

    /// What a refresh changed may be shown before it was recorded, or after that: it is read now, and once more when
    /// the changes were counted. A refresh that left the pool as it was costs nothing.
    private void onRefreshed(@Nullable Pool before, @Nullable Pool now) {
        if (before == null || now == null || !before.isSamePoolAs(now)
                || NetChangesCalculator.difference(before, now).isEmpty())
            return;
        isOutdated = true;
        read();
    }

    ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    private void read() {
        var key = pools.currentProperty().get().map(PoolRow::pool).map(PoolKey::of);
        if (key.isEmpty()) {
            latestTask.cancel();
            return;
        }
        var from = past.clock().instant().minus(LOOKED_BACK);
        latestTask.start(isOutdated -> contentOf(key.get(), from, isOutdated), content::set);
    }

    private Content contentOf(PoolKey key, Instant from, BooleanSupplier isOutdated) {
        var first = past.poolHistory().earliest(key.connectionId());
        var steps = new Steps(key);
        past.poolHistory().forEachReading(key.connectionId(), from, reading -> {
            steps.add(reading);
            return !isOutdated.getAsBoolean();
        });
        return new Content(first.map(moment -> moment.isBefore(from) ? from : moment), List.copyOf(steps.newestFirst));
    }

    /// The changes of one pool, gathered reading by reading: those of all pools may be more than memory can hold.
    private static final class Steps {
        private final PoolKey key;
        private final Deque<Step> newestFirst = new ArrayDeque<>();
        private boolean isKnown;
        private @Nullable Pool known;

        Steps(PoolKey key) {
            this.key = key;
        }

        void add(RecordedReadingOfConnection reading) {
            var found = reading.pools().stream().filter(pool -> pool.key().equals(key.key())).findFirst();
            if (found.isEmpty() && !reading.isWhole() && !reading.gone().contains(key.key())) return;
            var now = found.orElse(null);
            if (isKnown)
                NetChangesCalculator.difference(known, now)
                        .ifPresent(change -> newestFirst.addFirst(new Step(reading.readAt(), change)));
            if (newestFirst.size() > MOST) newestFirst.removeLast();
            isKnown = true;
            known = now;
        }
    }
}
