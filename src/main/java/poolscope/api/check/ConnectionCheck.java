package poolscope.api.check;

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
import poolscope.api.ApiEnvironment;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.check.CheckResult.Outcome;

/// *Test connection*: climbs from the host's name to the first page of pools, and stops at the first rung that doesn't
/// hold, with the reason. Sends no more than a reading would, and shows a key or password once.
public final class ConnectionCheck {
    private final ApiTarget apiTarget;
    private final ApiEnvironment apiEnvironment;

    private ConnectionCheck(ApiTarget apiTarget, ApiEnvironment apiEnvironment) {
        this.apiTarget = apiTarget;
        this.apiEnvironment = apiEnvironment;
    }

    /// Nothing is sent yet.
    public static ConnectionCheck of(ApiTarget apiTarget, ApiEnvironment apiEnvironment) {
        return new ConnectionCheck(apiTarget, apiEnvironment);
    }

    /// Climbs. Blocks; each step ends by the [Timeouts]; an interrupt ends it at once. That a person asked for it
    /// counts as acting: a sign-in that was held back is tried again ([SignInGuard#release]).
    ///
    /// @param each
    ///            called on this thread as each step is over
    /// @return the steps up to the first that failed, or all nine
    public List<CheckResult> run(Consumer<? super CheckResult> each) throws InterruptedException {
        apiEnvironment.guard().release(apiTarget);
        var steps = new ArrayList<CheckResult>();
        try (var transportChecks = new TransportChecks(apiTarget.connection().endpoint(), apiTarget.networkPath(),
                apiEnvironment);
                var serviceChecks = new ServiceChecks(apiTarget, apiEnvironment);
                var threads = new Threads(Executors.newVirtualThreadPerTaskExecutor())) {
            for (var name : CheckKind.values()) {
                var checkResult = run(name, transportChecks,
                        () -> threads.call(() -> rung(name, transportChecks, serviceChecks), timeout(name))
                                .orElseThrow(() -> transportChecks.tooLate(name)));
                steps.add(checkResult);
                each.accept(checkResult);
                if (checkResult.isFailed()) break;
            }
        }
        return List.copyOf(steps);
    }

    /// A service that sends a byte now and then never lets a single read end by its own limit.
    private Duration timeout(CheckKind name) {
        var timeouts = apiEnvironment.timeouts();
        return switch (name) {
            case NAME, TCP, TLS -> timeouts.connect();
            case PROXY -> timeouts.headers();
            case ANSWER, CLOCK, SIGN_IN, PERMISSION, FIRST_PAGE -> timeouts.reading();
        };
    }

    private static Outcome rung(CheckKind name, TransportChecks transportChecks, ServiceChecks serviceChecks)
            throws ApiException, InterruptedException {
        return switch (name) {
            case NAME -> transportChecks.name();
            case TCP -> transportChecks.tcp();
            case PROXY -> transportChecks.proxy();
            case TLS -> transportChecks.tls();
            case ANSWER -> serviceChecks.answer();
            case CLOCK -> serviceChecks.clock();
            case SIGN_IN -> serviceChecks.signIn();
            case PERMISSION -> serviceChecks.permission();
            case FIRST_PAGE -> serviceChecks.firstPage();
        };
    }

    /// A step that may fail.
    @FunctionalInterface
    private interface Check {
        Outcome climb() throws ApiException, InterruptedException;
    }

    private CheckResult run(CheckKind name, TransportChecks transportChecks, Check check) throws InterruptedException {
        long startedAt = apiEnvironment.nanoTime().getAsLong();
        Outcome outcome;
        try {
            outcome = check.climb();
        } catch (ApiException e) {
            outcome = new Outcome.Failed(transportChecks.explain(name, e.failure()));
        }
        return new CheckResult(name, Duration.ofNanos(apiEnvironment.nanoTime().getAsLong() - startedAt), outcome);
    }

    /// Looking up a name can't be interrupted, and reading from a socket only on a virtual thread: so the steps run on
    /// such, and the caller waits.
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
