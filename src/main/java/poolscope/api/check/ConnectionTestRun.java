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
import poolscope.api.check.ConnectionCheckResult.Outcome;

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

    /// Runs the checks. Blocks; every check ends within the [poolscope.api.HttpTimeouts]; an interrupt ends the run at
    /// once. Because a person asked for it, a sign-in that was held back is tried again
    /// ([poolscope.api.SignInLockoutGuard#release(ApiTarget)]).
    ///
    /// @param each
    ///            called on this thread after each check
    /// @return the results up to the first failure, or all nine
    public List<ConnectionCheckResult> run(Consumer<? super ConnectionCheckResult> each) throws InterruptedException {
        requestClockAndTimeouts.guard().release(apiTarget);
        var steps = new ArrayList<ConnectionCheckResult>();
        try (var networkConnectionChecks = new NetworkConnectionChecks(apiTarget.serviceAndProject().endpoint(),
                apiTarget.networkRouteAndPasswords(), requestClockAndTimeouts);
                var serviceConnectionChecks = new ServiceConnectionChecks(apiTarget, requestClockAndTimeouts);
                var threads = new Threads(Executors.newVirtualThreadPerTaskExecutor())) {
            for (var name : ConnectionCheckKind.values()) {
                var connectionCheckResult = run(name, networkConnectionChecks,
                        () -> threads
                                .call(() -> check(name, networkConnectionChecks, serviceConnectionChecks),
                                        timeout(name))
                                .orElseThrow(() -> networkConnectionChecks.tooLate(name)));
                steps.add(connectionCheckResult);
                each.accept(connectionCheckResult);
                if (connectionCheckResult.isFailed()) break;
            }
        }
        return List.copyOf(steps);
    }

    /// A timeout for the whole check, because a service that sends a byte now and then keeps within the timeout of
    /// each read.
    private Duration timeout(ConnectionCheckKind name) {
        var httpTimeouts = requestClockAndTimeouts.httpTimeouts();
        return switch (name) {
            case NAME, TCP, TLS -> httpTimeouts.connect();
            case PROXY -> httpTimeouts.headers();
            case ANSWER, CLOCK, SIGN_IN, PERMISSION, FIRST_PAGE -> httpTimeouts.reading();
        };
    }

    private static Outcome check(ConnectionCheckKind name, NetworkConnectionChecks networkConnectionChecks,
            ServiceConnectionChecks serviceConnectionChecks) throws ApiException, InterruptedException {
        return switch (name) {
            case NAME -> networkConnectionChecks.name();
            case TCP -> networkConnectionChecks.tcp();
            case PROXY -> networkConnectionChecks.proxy();
            case TLS -> networkConnectionChecks.tls();
            case ANSWER -> serviceConnectionChecks.answer();
            case CLOCK -> serviceConnectionChecks.clock();
            case SIGN_IN -> serviceConnectionChecks.signIn();
            case PERMISSION -> serviceConnectionChecks.permission();
            case FIRST_PAGE -> serviceConnectionChecks.firstPage();
        };
    }

    /// A check, which may fail.
    @FunctionalInterface
    private interface Check {
        Outcome run() throws ApiException, InterruptedException;
    }

    private ConnectionCheckResult run(ConnectionCheckKind name, NetworkConnectionChecks networkConnectionChecks,
            Check check) throws InterruptedException {
        long startedAt = requestClockAndTimeouts.nanoTime().getAsLong();
        Outcome outcome;
        try {
            outcome = check.run();
        } catch (ApiException e) {
            outcome = new Outcome.Failed(networkConnectionChecks.explain(name, e.failure()));
        }
        return new ConnectionCheckResult(name,
                Duration.ofNanos(requestClockAndTimeouts.nanoTime().getAsLong() - startedAt), outcome);
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
