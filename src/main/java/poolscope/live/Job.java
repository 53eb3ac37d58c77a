package poolscope.live;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;

/// A background task with progress, such as writing a file. One at a time; a new one cancels the running one.
public final class Job<T> implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

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

    private final BackgroundThreads backgroundThreads;
    private final ReadOnlyObjectWrapper<State<T>> state = new ReadOnlyObjectWrapper<>(this, "state",
            new State.Idle<>());
    private final ReadOnlyLongWrapper progress = new ReadOnlyLongWrapper(this, "progress");
    private @Nullable Trip<T> trip;

    public Job(BackgroundThreads backgroundThreads) {
        this.backgroundThreads = backgroundThreads;
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
        if (trip != null) trip.cancel();
        var next = new Trip<>(work);
        trip = next;
        progress.set(0);
        next.workDoneProperty().subscribe(done -> {
            if (trip == next) progress.set(Math.max(0, done.longValue()));
        });
        next.setOnSucceeded(_ -> turn(next, new State.Done<>(next.getValue())));
        next.setOnFailed(_ -> turn(next, new State.Failed<>(next.getException())));
        next.setOnCancelled(_ -> turn(next, new State.Idle<>()));
        state.set(new State.Running<>());
        backgroundThreads.execute(next);
    }

    private void turn(Trip<T> which, State<T> now) {
        if (trip == which) state.set(now);
    }

    /// Cancels the running task, or forgets the result.
    public void cancel() {
        if (trip != null) trip.cancel();
        trip = null;
        state.set(new State.Idle<>());
    }

    /// Cancels the running task and waits a moment for its cleanup, because the program is about to end.
    @Override
    public void close() {
        var last = trip;
        cancel();
        if (last != null) last.await();
    }

    private static final class Trip<T> extends Task<T> {
        private final Work<T> work;
        private final CountDownLatch over = new CountDownLatch(1);

        Trip(Work<T> work) {
            this.work = work;
        }

        @Override
        protected T call() throws Exception {
            try {
                return work.run(done -> updateProgress(done, Long.MAX_VALUE));
            } finally {
                over.countDown();
            }
        }

        /// A task that was never started is waited for too; that is rare, and the wait is short.
        void await() {
            try {
                if (!over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                    System.getLogger(Job.class.getName())
                            .log(System.Logger.Level.WARNING, "Work did not end when it was told to");
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
