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
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.check.CheckResult.Outcome;

/// *Test connection*: runs the checks from the host name to the first page of pools in order, and stops at the first
/// that fails. Sends no more requests than a normal read, and sends a key or password once.
public final class ConnectionTestRun {
    private final ApiTarget apiTarget;
    private final RequestClockAndTimeouts requestClockAndTimeouts;

    private ConnectionTestRun(ApiTarget apiTarget, RequestClockAndTimeouts requestClockAndTimeouts) {
        this.apiTarget = apiTarget;
        this.requestClockAndTimeouts = requestClockAndTimeouts;
    }

    /// Sends nothing yet.
    public static ConnectionTestRun of(ApiTarget apiTarget, RequestClockAndTimeouts requestClockAndTimeouts) {
        return new ConnectionTestRun(apiTarget, requestClockAndTimeouts);
    }

    /// Runs the checks. Blocks; every check ends within the [poolscope.api.Timeouts]; an interrupt ends the run at
    /// once. Because a person asked for it, a sign-in that was held back is tried again
    /// ([poolscope.api.SignInLockoutGuard#release(ApiTarget)]).
    ///
    /// @param each
    ///            called on this thread after each check
    /// @return the results up to the first failure, or all nine
    public List<CheckResult> run(Consumer<? super CheckResult> each) throws InterruptedException {
        requestClockAndTimeouts.guard().release(apiTarget);
        var steps = new ArrayList<CheckResult>();
        try (var transportChecks = new TransportChecks(apiTarget.connection().endpoint(), apiTarget.routeAndPasswords(),
                requestClockAndTimeouts);
                var serviceChecks = new ServiceChecks(apiTarget, requestClockAndTimeouts);
                var threads = new Threads(Executors.newVirtualThreadPerTaskExecutor())) {
            for (var name : CheckKind.values()) {
                var checkResult = run(name, transportChecks,
                        () -> threads.call(() -> check(name, transportChecks, serviceChecks), timeout(name))
                                .orElseThrow(() -> transportChecks.tooLate(name)));
                steps.add(checkResult);
                each.accept(checkResult);
                if (checkResult.isFailed()) break;
            }
        }
        return List.copyOf(steps);
    }

    /// A timeout for the whole check, because a service that sends a byte now and then keeps within the timeout of
    /// each read.
    private Duration timeout(CheckKind name) {
        var timeouts = requestClockAndTimeouts.timeouts();
        return switch (name) {
            case NAME, TCP, TLS -> timeouts.connect();
            case PROXY -> timeouts.headers();
            case ANSWER, CLOCK, SIGN_IN, PERMISSION, FIRST_PAGE -> timeouts.reading();
        };
    }

    private static Outcome check(CheckKind name, TransportChecks transportChecks, ServiceChecks serviceChecks)
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

    /// A check, which may fail.
    @FunctionalInterface
    private interface Check {
        Outcome run() throws ApiException, InterruptedException;
    }

    private CheckResult run(CheckKind name, TransportChecks transportChecks, Check check) throws InterruptedException {
        long startedAt = requestClockAndTimeouts.nanoTime().getAsLong();
        Outcome outcome;
        try {
            outcome = check.run();
        } catch (ApiException e) {
            outcome = new Outcome.Failed(transportChecks.explain(name, e.failure()));
        }
        return new CheckResult(name, Duration.ofNanos(requestClockAndTimeouts.nanoTime().getAsLong() - startedAt),
                outcome);
    }

    /// Runs checks on virtual threads while the caller waits: a name lookup can't be interrupted, and a read from a
    /// socket only on a virtual thread.
    private record Threads(ExecutorService executor) implements AutoCloseable {
        /// @return empty when the timeout passed first
        Optional<Outcome> call(Callable<Outcome> check, Duration timeout) throws ApiException, InterruptedException {
            var running = executor.submit(check);
            try {
                return Optional.of(running.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
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
