package poolscope.live;

import java.time.Clock;
import java.util.function.Consumer;
import javafx.application.Platform;
import poolscope.pool.PoolField;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.table.PoolSet;
import poolscope.pool.table.ValueCounts;

/// Counts the values of a field in the background, because 100,000 different names take too long for the FX thread.
public final class ValueCounter {
    private final BackgroundThreads backgroundThreads;
    private final Clock clock;

    public ValueCounter(BackgroundThreads backgroundThreads, Clock clock) {
        this.backgroundThreads = backgroundThreads;
        this.clock = clock;
    }

    /// Counts, and calls `then` on the FX thread.
    public void count(PoolSet set, PoolFilter filter, PoolField field, Consumer<ValueCounts> then) {
        backgroundThreads.execute(() -> {
            var counts = ValueCounts.of(set, filter, field, clock.instant());
            Platform.runLater(() -> then.accept(counts));
        });
    }
}
