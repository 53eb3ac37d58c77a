package poolscope.api.signin;

import java.time.Duration;
import java.util.Optional;
import poolscope.api.ApiEnvironment;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.SignInGuard;
import poolscope.api.http.ApiRequest;
import poolscope.api.http.ApiResponse;
import poolscope.api.http.ErrorResponses;
import poolscope.api.http.HttpTransport;
import poolscope.api.json.ErrorBody;
import poolscope.api.json.UnreadableException;

/// Asks the service one thing until it answers or there is no sense in asking on: sign, send, judge, perhaps again.
///
/// The policy is elsewhere: [FailureClassifier] says what happened, [RetryPolicy] whether to try again. This loop
/// only obeys.
public final class ServiceCall {
    /// Makes something of a good answer.
    @FunctionalInterface
    public interface Reader<T> {
        T read(ApiResponse apiResponse) throws UnreadableException;
    }

    private final HttpTransport transport;
    private final Authenticator authenticator;
    private final ErrorResponses errorResponses;
    private final ApiEnvironment apiEnvironment;
    private final RetryBudget budget = new RetryBudget();

    public ServiceCall(HttpTransport transport, Authenticator authenticator, ApiEnvironment apiEnvironment) {
        this.transport = transport;
        this.authenticator = authenticator;
        this.errorResponses = new ErrorResponses(authenticator.redaction(), authenticator.sent());
        this.apiEnvironment = apiEnvironment;
    }

    /// Asks as often as makes sense.
    ///
    /// @param until
    ///            [ApiEnvironment#nanoTime] at which everything must be over
    public <T> T ask(ApiRequest request, Reader<T> reader, long until) throws ApiException, InterruptedException {
        for (int attempts = 1;; attempts++) {
            try {
                T result = signedIn(request, reader, until);
                budget.succeeded();
                return result;
            } catch (ApiException e) {
                pauseOrGiveUp(e.failure().with(e.failure().failureDetails().withAttempts(attempts)), attempts, until);
            }
        }
    }

    /// Asks once, and once more when the sign-in could be renewed in between (P23).
    public <T> T signedIn(ApiRequest request, Reader<T> reader, long until) throws ApiException, InterruptedException {
        Optional<T> result = once(request, reader, new Try(until, true));
        return result.isPresent() ? result.get() : once(request, reader, new Try(until, false)).orElseThrow();
    }

    /// @param mayRenew
    ///            whether a refusal may lead to another try
    private record Try(long until, boolean mayRenew) {}

    /// @return empty when the sign-in was refused and has been renewed: never unless the try may renew
    private <T> Optional<T> once(ApiRequest request, Reader<T> reader, Try now)
            throws ApiException, InterruptedException {
        var guard = apiEnvironment.guard();
        var held = guard.heldBack(authenticator.signInIdentity());
        if (held.isPresent()) throw new ApiException(held.get());
        var signed = request
                .with(authenticator.signer().sign(request, apiEnvironment.clock().instant(), left(now.until)));
        if (!guard.enter(authenticator.signInIdentity(), left(now.until))) throw new ApiException(tooLate(request));
        SignInGuard.Outcome outcome = SignInGuard.Outcome.UNKNOWN;
        try {
            T result = answered(signed, reader, now.until);
            outcome = SignInGuard.Outcome.ACCEPTED;
            return Optional.of(result);
        } catch (ApiException e) {
            boolean renewed = now.mayRenew && e.failure() instanceof Failure.SignInRefused refusal
                    && authenticator.signer().renew(refusal, signed);
            if (renewed) return Optional.empty();
            outcome = SignInGuard.Outcome.of(e.failure());
            throw e;
        } finally {
            guard.leave(authenticator.signInIdentity(), outcome);
        }
    }

    private Failure tooLate(ApiRequest request) {
        return new Failure.Unreachable(Failure.Unreachable.Cause.ANSWER_TIMED_OUT,
                FailureDetails.of(request.requestLine(), apiEnvironment.clock().instant()));
    }

    private void pauseOrGiveUp(Failure failure, int attempts, long until) throws ApiException, InterruptedException {
        // A login is not repeated: only reading can't do harm (P15).
        if (!failure.failureDetails().request().method().equals("GET")) throw new ApiException(failure);
        Optional<Duration> pause = RetryPolicy.pause(failure, attempts, apiEnvironment.random().nextDouble());
        if (pause.isEmpty() || pause.get().compareTo(left(until)) >= 0 || !budget.spend())
            throw new ApiException(failure);
        apiEnvironment.sleeper().sleep(pause.get());
    }

    private <T> T answered(ApiRequest request, Reader<T> reader, long until) throws ApiException, InterruptedException {
        var apiResponse = transport.exchange(request, left(until));
        if (apiResponse.status() != 200) throw new ApiException(errorResponses.of(request.requestLine(), apiResponse));
        try {
            return reader.read(apiResponse);
        } catch (UnreadableException e) {
            var failure = e.reportsFailure()
                    ? errorResponses.of(request.requestLine(), apiResponse)
                    : e.failure(errorResponses.evidence(request.requestLine(), apiResponse, ErrorBody.NONE),
                            text -> authenticator.redaction().apply(text, UnreadableException.MAX_DETAIL));
            throw new ApiException(failure);
        }
    }

    private Duration left(long until) {
        return apiEnvironment.until(until);
    }
}
