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

/// One piece of work that the window waits for without standing still, such as writing a file. One at a time; a new one
/// ends the one before.
public final class Job<T> implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /// The work. It is interrupted when nobody wants it any more.
    @FunctionalInterface
    public interface Work<T> {
        /// @param progress
        ///            takes how much is done; may be told as often as it changes
        T run(LongConsumer progress) throws Exception;
    }

    /// How it stands.
    public sealed interface State<T> {
        /// Nothing was asked, or what was asked was stopped.
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

    /// How much is done, in the work's own units.
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

    /// Stops what is running, or forgets how it ended.
    public void cancel() {
        if (trip != null) trip.cancel();
        trip = null;
        state.set(new State.Idle<>());
    }

    /// Stops what is running and gives it a moment to tidy up: the program is about to end.
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

        /// What was never begun has nothing to tidy up, but takes the patience; that is rare and short.
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
