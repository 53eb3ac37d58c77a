package poolscope.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import poolscope.api.Step.Outcome;

/// *Test connection*: climbs from the host's name to the first page of pools, and stops at the first rung that doesn't hold, with
/// the reason. Sends no more than a reading would, and shows a key or password once.
public final class ConnectionCheck {
    private final Approach approach;
    private final Surroundings surroundings;

    private ConnectionCheck(Approach approach, Surroundings surroundings) {
        this.approach = approach;
        this.surroundings = surroundings;
    }

    /// Nothing is sent yet.
    public static ConnectionCheck of(Approach approach, Surroundings surroundings) {
        return new ConnectionCheck(approach, surroundings);
    }

    /// Climbs. Blocks; each step ends by the [Deadlines]; an interrupt ends it at once. That a person asked for it counts as
    /// acting: a sign-in that was held back is tried again ([SignInGuard#release]).
    ///
    /// @param each
    ///            called on this thread as each step is over
    /// @return the steps up to the first that failed, or all nine
    public List<Step> climb(Consumer<? super Step> each) throws InterruptedException {
        surroundings.guard().release(approach);
        var steps = new ArrayList<Step>();
        try (var ground = new Ground(approach.connection().endpoint(), approach.way(), surroundings);
                var heights = new Heights(approach, surroundings);
                var threads = new Threads(Executors.newVirtualThreadPerTaskExecutor())) {
            for (var name : StepName.values()) {
                var step = climb(name, ground,
                        () -> threads.call(() -> rung(name, ground, heights), patience(name)).orElseThrow(() -> ground.tooLate(
                                name)));
                steps.add(step);
                each.accept(step);
                if (step.isFailed()) break;
            }
        }
        return List.copyOf(steps);
    }

    /// A service that sends a byte now and then never lets a single read end by its own limit.
    private Duration patience(StepName name) {
        var deadlines = surroundings.deadlines();
        return switch (name) {
            case NAME, TCP, TLS -> deadlines.connect();
            case PROXY -> deadlines.headers();
            case ANSWER, CLOCK, SIGN_IN, PERMISSION, FIRST_PAGE -> deadlines.reading();
        };
    }

    private static Outcome rung(StepName name, Ground ground, Heights heights) throws ApiException, InterruptedException {
        return switch (name) {
            case NAME -> ground.name();
            case TCP -> ground.tcp();
            case PROXY -> ground.proxy();
            case TLS -> ground.tls();
            case ANSWER -> heights.answer();
            case CLOCK -> heights.clock();
            case SIGN_IN -> heights.signIn();
            case PERMISSION -> heights.permission();
            case FIRST_PAGE -> heights.firstPage();
        };
    }

    /// A step that may fail.
    @FunctionalInterface
    private interface Rung {
        Outcome climb() throws ApiException, InterruptedException;
    }

    private Step climb(StepName name, Ground ground, Rung rung) throws InterruptedException {
        long startedAt = surroundings.nanoTime().getAsLong();
        Outcome outcome;
        try {
            outcome = rung.climb();
        } catch (ApiException e) {
            outcome = new Outcome.Failed(ground.explain(name, e.failure()));
        }
        return new Step(name, Duration.ofNanos(surroundings.nanoTime().getAsLong() - startedAt), outcome);
    }

    /// Looking up a name can't be interrupted, and reading from a socket only on a virtual thread: so the steps run on such, and
    /// the caller waits.
    private record Threads(ExecutorService executor) implements AutoCloseable {
        /// @return empty when it took longer than the patience
        Optional<Outcome> call(Callable<Outcome> rung, Duration patience) throws ApiException, InterruptedException {
            var running = executor.submit(rung);
            try {
                return Optional.of(running.get(patience.toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException _) {
                return Optional.empty();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof ApiException failed) throw failed;
                throw new IllegalStateException(e.getCause());
            } finally {
                running.cancel(true);
            }
        }

        @Override
        public void close() {
            executor.shutdownNow();
        }
    }
}
