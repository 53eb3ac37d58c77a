package poolscope.live;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Work of which only the newest answer counts: what somebody typed a letter ago is of no interest any more.
public final class LatestTask {
    private final Executor threads;
    private final AtomicReference<@Nullable Object> newest = new AtomicReference<>();

    public LatestTask(Executor threads) {
        this.threads = threads;
    }

    /// Works in the background and hands the answer over on the FX thread, unless something newer was asked meanwhile.
    ///
    /// @param work
    ///            is told how to find out that it was overtaken, so that long work can end early
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

    /// Whatever is under way is of no interest any more.
    public void forget() {
        newest.set(new Object());
    }
}
