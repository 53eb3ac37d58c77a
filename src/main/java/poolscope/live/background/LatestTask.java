package poolscope.live.background;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Background work of which only the newest request matters: a request that a newer one has replaced is not begun, and
/// its result is dropped.
public final class LatestTask implements AutoCloseable {
    private final BackgroundAndFxExecutors executors;
    private volatile @Nullable Object newest;
    private boolean isClosed;

    public LatestTask(BackgroundAndFxExecutors executors) {
        this.executors = executors;
    }

    /// Works in the background and publishes the result on the FX thread, unless there is a newer request by then. Does
    /// nothing once this is closed.
    ///
    /// @param work
    ///            is given a check whether its result is still wanted, so that long work can end early
    public <T> void start(Function<BooleanSupplier, T> work, Consumer<T> publish) {
        if (isClosed) return;
        var request = new Object();
        newest = request;
        BooleanSupplier isOutdated = () -> newest != request;
        executors.background().execute(() -> {
            if (isOutdated.getAsBoolean()) return;
            var result = work.apply(isOutdated);
            executors.fx().execute(() -> {
                if (!isOutdated.getAsBoolean()) publish.accept(result);
            });
        });
    }

    /// Drops the result of the newest request.
    public void cancel() {
        newest = null;
    }

    /// Drops the result of the newest request, and starts nothing any more.
    @Override
    public void close() {
        isClosed = true;
        cancel();
    }
}
