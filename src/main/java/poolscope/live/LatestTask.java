package poolscope.live;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Background work of which only the newest result counts, such as a search while typing.
public final class LatestTask {
    private final Executor threads;
    private final AtomicReference<@Nullable Object> newest = new AtomicReference<>();

    public LatestTask(Executor threads) {
        this.threads = threads;
    }

    /// Runs the work in the background and passes its result on, on the FX thread, unless newer work was started
    /// meanwhile.
    ///
    /// @param work
    ///            gets a test of whether newer work was started, so that long work can end early
    public <T> void ask(Function<BooleanSupplier, T> work, Consumer<T> then) {
        var request = new Object();
        newest.set(request);
        BooleanSupplier overtaken = () -> newest.get() != request;
        threads.execute(() -> {
            if (overtaken.getAsBoolean()) return;
            var answer = work.apply(overtaken);
            Platform.runLater(() -> {
                if (!overtaken.getAsBoolean()) then.accept(answer);
            });
        });
    }

    /// Drops the result of the running work.
    public void forget() {
        newest.set(new Object());
    }
}
