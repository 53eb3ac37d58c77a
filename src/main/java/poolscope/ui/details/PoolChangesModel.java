package poolscope.ui.details;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.live.EarlierPools;
import poolscope.live.LatestTask;
import poolscope.live.PoolRow;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.NetChanges;
import poolscope.pool.change.PoolKey;
import poolscope.ui.pools.ChangesModel;
import poolscope.ui.pools.PoolsModel;

/// The last changes of the pool that the details are of.
public final class PoolChangesModel {
    private static final Duration LOOKED_BACK = Duration.ofDays(7);
    private static final int MOST = 10;

    private final PoolsModel pools;
    private final Past past;
    private final LatestTask latestTask;
    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(this, "content", Content.NONE);

    /// What is read of earlier times.
    public record Past(EarlierPools earlierPools, Clock clock) {}

    /// @param since
    ///            since when changes were looked for; empty when nothing is kept
    /// @param entries
    ///            visible changes, newest first
    record Content(Optional<Instant> since, List<ChangeLogEntry> entries) {
        static final Content NONE = new Content(Optional.empty(), List.of());
    }

    /// @param latestTask
    ///            looks for the changes in the background
    public PoolChangesModel(PoolsModel pools, ChangesModel changes, Past past, LatestTask latestTask) {
        this.pools = pools;
        this.past = past;
        this.latestTask = latestTask;
        pools.currentProperty().subscribe((_, _) -> {
            content.set(Content.NONE);
            read();
        });
        changes.changesProperty().subscribe((_, _) -> read());
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
        latestTask.start(_ -> contentOf(key.get(), from), content::set);
    }

    private Content contentOf(PoolKey key, Instant from) {
        var first = past.earlierPools().moments(key.connectionId()).stream().findFirst();
        var entries = past.earlierPools()
                .changesSince(from)
                .stream()
                .filter(entry -> entry.change().key().equals(key))
                .filter(entry -> NetChanges.visible(entry.change()).isPresent())
                .toList()
                .reversed();
        return new Content(first.map(moment -> moment.isBefore(from) ? from : moment),
                entries.stream().limit(MOST).toList());
    }
}
