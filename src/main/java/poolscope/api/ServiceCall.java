package poolscope.api;

import java.time.Duration;
import java.util.Optional;

/// Asks the service one thing until it answers or there is no sense in asking on: sign, send, judge, perhaps again.
///
/// The policy is elsewhere: [Verdict] says what happened, [RetryPolicy] whether to try again. This loop only obeys.
final class ServiceCall {
    /// Makes something of a good answer.
    @FunctionalInterface
    interface Reader<T> {
        T read(Answer answer) throws UnreadableException;
    }

    private final HttpTransport transport;
    private final Caller caller;
    private final Refusals refusals;
    private final Surroundings surroundings;
    private final RetryBudget budget = new RetryBudget();

    ServiceCall(HttpTransport transport, Caller caller, Surroundings surroundings) {
        this.transport = transport;
        this.caller = caller;
        this.refusals = new Refusals(caller.redaction(), caller.sent());
        this.surroundings = surroundings;
    }

    /// Asks as often as makes sense.
    ///
    /// @param until
    ///            [Surroundings#nanoTime] at which everything must be over
    <T> T ask(Outgoing request, Reader<T> reader, long until) throws ApiException, InterruptedException {
        for (int attempts = 1;; attempts++) {
            try {
                T result = signedIn(request, reader, until);
                budget.succeeded();
                return result;
            } catch (ApiException e) {
                pauseOrGiveUp(e.failure().with(e.failure().evidence().withAttempts(attempts)), attempts, until);
            }
        }
    }

    /// Asks once, and once more when the sign-in could be renewed in between (P23).
    <T> T signedIn(Outgoing request, Reader<T> reader, long until) throws ApiException, InterruptedException {
        Optional<T> result = once(request, reader, new Try(until, true));
        return result.isPresent() ? result.get() : once(request, reader, new Try(until, false)).orElseThrow();
    }

    /// @param mayRenew
    ///            whether a refusal may lead to another try
    private record Try(long until, boolean mayRenew) {}

    /// @return empty when the sign-in was refused and has been renewed: never unless the try may renew
    private <T> Optional<T> once(Outgoing request, Reader<T> reader, Try now) throws ApiException, InterruptedException {
        var guard = surroundings.guard();
        var held = guard.heldBack(caller.who());
        if (held.isPresent()) throw new ApiException(held.get());
        var signed = request.with(caller.signer().sign(request, surroundings.clock().instant(), left(now.until)));
        if (!guard.enter(caller.who(), left(now.until))) throw new ApiException(tooLate(request));
        SignInGuard.End end = SignInGuard.End.UNKNOWN;
        try {
            T result = answered(signed, reader, now.until);
            end = SignInGuard.End.ACCEPTED;
            return Optional.of(result);
        } catch (ApiException e) {
            boolean renewed = now.mayRenew && e.failure() instanceof Failure.SignInRefused refusal
                    && caller.signer().renew(refusal, signed);
            if (renewed) return Optional.empty();
            end = SignInGuard.End.of(e.failure());
            throw e;
        } finally {
            guard.leave(caller.who(), end);
        }
    }

    private Failure tooLate(Outgoing request) {
        return new Failure.Unreachable(Failure.Unreachable.Cause.ANSWER_TIMED_OUT,
                Evidence.of(request.asked(), surroundings.clock()
                        .instant()));
    }

    private void pauseOrGiveUp(Failure failure, int attempts, long until) throws ApiException, InterruptedException {
        // A login is not repeated: only reading can't do harm (P15).
        if (!failure.evidence().request().method().equals("GET")) throw new ApiException(failure);
        Optional<Duration> pause = RetryPolicy.pause(failure, attempts, surroundings.random().nextDouble());
        if (pause.isEmpty() || pause.get().compareTo(left(until)) >= 0 || !budget.spend()) throw new ApiException(failure);
        surroundings.sleeper().sleep(pause.get());
    }

    private <T> T answered(Outgoing request, Reader<T> reader, long until) throws ApiException, InterruptedException {
        var answer = transport.exchange(request, left(until));
        if (answer.status() != 200) throw new ApiException(refusals.of(request.asked(), answer));
        try {
            return reader.read(answer);
        } catch (UnreadableException e) {
            var failure = e.reportsFailure()
                    ? refusals.of(request.asked(), answer)
                    : e.failure(refusals.evidence(request.asked(), answer, ErrorBody.NONE), caller.redaction());
            throw new ApiException(failure);
        }
    }

    private Duration left(long until) {
        return surroundings.until(until);
    }
}
