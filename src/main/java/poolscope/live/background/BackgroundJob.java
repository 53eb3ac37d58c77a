package poolscope.live.background;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A background task with progress, such as writing a file. One at a time; a new one cancels the running one.
public final class BackgroundJob<T> implements AutoCloseable {
    private static final Duration CLOSING_TIMEOUT = Duration.ofSeconds(1);

    /// The work. It is interrupted when it is cancelled.
    @FunctionalInterface
    public interface Work<T> {
        /// @param progress
        ///            receives the amount done; may be called at every change
        T run(LongConsumer progress) throws Exception;
    }

    /// State of the task.
    public sealed interface State<T> {
        /// Nothing was started, or the task was cancelled.
        record Idle<T>() implements State<T> {}

        record Running<T>() implements State<T> {}

        record Done<T>(T result) implements State<T> {}

        record Failed<T>(Throwable why) implements State<T> {}
    }

    private final BackgroundAndFxExecutors executors;
    private final ReadOnlyObjectWrapper<State<T>> state = new ReadOnlyObjectWrapper<>(this, "state",
            new State.Idle<>());
    private final ReadOnlyLongWrapper progress = new ReadOnlyLongWrapper(this, "progress");
    private @Nullable Run run;

    public BackgroundJob(BackgroundAndFxExecutors executors) {
        this.executors = executors;
    }

    public ReadOnlyObjectProperty<State<T>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The amount done, in the work's own unit.
    public ReadOnlyLongProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return state.get() instanceof State.Running;
    }

    public void start(Work<T> work) {
        if (run != null) run.cancel();
        var next = new Run(work);
        run = next;
        progress.set(0);
        state.set(new State.Running<>());
        executors.background().execute(next);
    }

    /// Cancels the running task, or forgets the result.
    public void cancel() {
        var last = run;
        run = null;
        if (last != null) last.cancel();
        state.set(new State.Idle<>());
    }

    /// Cancels the running task and waits a moment for its cleanup, because the program is about to end.
    @Override
    public void close() {
        var last = run;
        cancel();
        if (last != null) last.await();
    }

    private final class Run implements Runnable {
        private static final long SHOWN = -1;

        private final CountDownLatch ended = new CountDownLatch(1);
        private final AtomicLong newestProgress = new AtomicLong(SHOWN);
        private final FutureTask<T> task;

        Run(Work<T> work) {
            Callable<T> counted = () -> {
                try {
                    return work.run(this::onProgress);
                } finally {
                    ended.countDown();
                }
            };
            task = new FutureTask<>(counted) {
                @Override
                protected void done() {
                    executors.fx().execute(Run.this::publish);
                }
            };
        }

        @Override
        public void run() {
            task.run();
        }

        void cancel() {
            task.cancel(true);
        }

        /// Keeps the FX thread's queue short: at most one update waits there.
        private void onProgress(long done) {
            if (newestProgress.getAndSet(done) == SHOWN) executors.fx().execute(this::showProgress);
        }

        private void showProgress() {
            long done = newestProgress.getAndSet(SHOWN);
            if (run == this) progress.set(done);
        }

        private void publish() {
            if (run != this || task.isCancelled()) return;
            state.set(task.state() == Future.State.SUCCESS
                    ? new State.Done<>(task.resultNow())
                    : new State.Failed<>(task.exceptionNow()));
        }

        /// Work that was cancelled before it began never counts down: then this waits for the whole timeout.
        void await() {
            try {
                if (!ended.await(CLOSING_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS))
                    System.getLogger(BackgroundJob.class.getName())
                            .log(System.Logger.Level.WARNING, "Cancelled work did not end in time");
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
