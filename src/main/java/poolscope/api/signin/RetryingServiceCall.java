package poolscope.api.signin;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.SignInLockoutGuard;
import poolscope.api.SignInOutcome;
import poolscope.api.http.ApiRequest;
import poolscope.api.http.ApiResponse;
import poolscope.api.http.ErrorResponseFailureReader;
import poolscope.api.http.HttpTransport;
import poolscope.api.json.ErrorResponseBody;
import poolscope.api.json.UnreadableResponseException;

/// One request to the service with its retries: signs, sends, classifies the response and repeats while that may help.
///
/// [ErrorResponseFailureReader] classifies a failure, [RetryPolicy] decides whether to try again; this class runs
/// the loop.
public final class RetryingServiceCall {
    /// Reads a successful response.
    @FunctionalInterface
    public interface Reader<T> {
        T read(ApiResponse apiResponse) throws UnreadableResponseException;
    }

    private final HttpTransport transport;
    private final RequestAuthentication requestAuthentication;
    private final ErrorResponseFailureReader errorResponseFailureReader;
    private final RequestClockAndTimeouts requestClockAndTimeouts;
    private final RetryBudget budget = new RetryBudget();

    public RetryingServiceCall(HttpTransport transport, RequestAuthentication requestAuthentication,
            RequestClockAndTimeouts requestClockAndTimeouts) {
        this.transport = transport;
        this.requestAuthentication = requestAuthentication;
        this.errorResponseFailureReader = new ErrorResponseFailureReader(requestAuthentication.secretRedaction(),
                requestAuthentication.sent());
        this.requestClockAndTimeouts = requestClockAndTimeouts;
    }

    /// Sends the request, and again as long as [RetryPolicy] says so.
    ///
    /// @param until
    ///            [RequestClockAndTimeouts#nanoTime] by which all attempts must have ended
    public <T> T ask(ApiRequest request, Reader<T> reader, long until) throws ApiException, InterruptedException {
        return ask(request, reader, until, () -> true);
    }

    /// The same for callers that count their requests.
    ///
    /// @param mayRepeat
    ///            asked before the request is sent again
    public <T> T ask(ApiRequest request, Reader<T> reader, long until, BooleanSupplier mayRepeat)
            throws ApiException, InterruptedException {
        for (int attempts = 1;; attempts++) {
            try {
                T result = signedIn(request, reader, until);
                budget.succeeded();
                return result;
            } catch (ApiException e) {
                var failure = e.failure().with(e.failure().failureDetails().withAttempts(attempts));
                var pause = pauseBeforeRepeat(failure, attempts, until);
                if (!budget.spend() || !mayRepeat.getAsBoolean()) throw new ApiException(failure);
                requestClockAndTimeouts.sleeper().sleep(pause);
            }
        }
    }

    /// Sends the request once, and once more when the sign-in was refused and could be renewed (P23).
    public <T> T signedIn(ApiRequest request, Reader<T> reader, long until) throws ApiException, InterruptedException {
        Optional<T> result = once(request, reader, new Try(until, true));
        return result.isPresent() ? result.get() : once(request, reader, new Try(until, false)).orElseThrow();
    }

    /// @param mayRenew
    ///            whether a refused sign-in may be renewed
    private record Try(long until, boolean mayRenew) {}

    /// @return empty when the sign-in was refused and has been renewed: only when the try may renew
    private <T> Optional<T> once(ApiRequest request, Reader<T> reader, Try now)
            throws ApiException, InterruptedException {
        var guard = requestClockAndTimeouts.guard();
        var held = guard.heldBack(requestAuthentication.signInLockoutKey());
        if (held.isPresent()) throw new ApiException(held.get());
        var signer = requestAuthentication.signer();
        Optional<ApiRequest> signedBefore = signer.signsLocally()
                ? Optional.empty()
                : Optional.of(signed(request, now.until));
        return guard.send(requestAuthentication.signInLockoutKey(), left(now.until),
                () -> FailureDetails.of(request.requestLine(), requestClockAndTimeouts.clock().instant()), attempt -> {
                    try {
                        var signed = signedBefore.isPresent() ? signedBefore.get() : signed(request, now.until);
                        return inTurn(request, signed, reader, now, attempt);
                    } finally {
                        // after the response, which may have said how far the clocks differ
                        signer.tokenExpiry(transport.clockSkew().orElse(Duration.ZERO)).ifPresent(attempt::expiresAt);
                    }
                });
    }

    private <T> Optional<T> inTurn(ApiRequest request, ApiRequest signed, Reader<T> reader, Try now,
            SignInLockoutGuard.Attempt attempt) throws ApiException, InterruptedException {
        var signer = requestAuthentication.signer();
        try {
            return Optional.of(answered(signed, reader, now.until));
        } catch (ApiException e) {
            boolean renewed = now.mayRenew && e.failure() instanceof Failure.SignInRefused refusal
                    && signer.renew(refusal, signed);
            if (!renewed) throw e;
            // In the same turn: readers that share the key would otherwise be refused one after the other.
            if (signer.signsLocally()) return Optional.of(answered(signed(request, now.until), reader, now.until));
            attempt.endsWith(SignInOutcome.RENEWED);
            return Optional.empty();
        }
    }

    private ApiRequest signed(ApiRequest request, long until) throws ApiException, InterruptedException {
        return request.with(
                requestAuthentication.signer().sign(request, requestClockAndTimeouts.clock().instant(), left(until)));
    }

    private Duration pauseBeforeRepeat(Failure failure, int attempts, long until) throws ApiException {
        // Only GET is repeated: repeated sign-ins could lock the user (P15).
        if (!failure.failureDetails().request().method().equals("GET")) throw new ApiException(failure);
        Optional<Duration> pause = RetryPolicy.pause(failure, attempts, requestClockAndTimeouts.random().nextDouble());
        if (pause.isEmpty() || pause.get().compareTo(left(until)) >= 0) throw new ApiException(failure);
        return pause.get();
    }

    private <T> T answered(ApiRequest request, Reader<T> reader, long until) throws ApiException, InterruptedException {
        var apiResponse = transport.exchange(request, left(until));
        if (apiResponse.status() != 200)
            throw new ApiException(errorResponseFailureReader.of(request.requestLine(), apiResponse));
        try {
            return reader.read(apiResponse);
        } catch (UnreadableResponseException e) {
            var failure = e.reportsFailure()
                    ? errorResponseFailureReader.of(request.requestLine(), apiResponse)
                    : e.failure(
                            errorResponseFailureReader.failureDetails(request.requestLine(), apiResponse,
                                    ErrorResponseBody.NONE),
                            text -> requestAuthentication.secretRedaction()
                                    .apply(text, UnreadableResponseException.MAX_DETAIL));
            throw new ApiException(failure);
        }
    }

    private Duration left(long until) {
        return requestClockAndTimeouts.until(until);
    }
}
