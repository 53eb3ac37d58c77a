package poolscope.api.check;

import java.util.Optional;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.ClockSkew;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.check.ConnectionCheckResult.Outcome;
import poolscope.api.http.ApiRequest;
import poolscope.api.http.ApiResponse;
import poolscope.api.http.ErrorResponseHeaderReader;
import poolscope.api.http.HttpTransport;
import poolscope.api.signin.RequestAuthentication;
import poolscope.api.signin.RetryingServiceCall;
import poolscope.connection.Credentials;

/// The checks of *Test connection* that need the service, from its first response to the first page of pools: the
/// requests of a normal read, each sent once. The sign-in is tried once, even when it fails.
final class ServiceConnectionChecks implements AutoCloseable {
    private final ApiTarget apiTarget;
    private final RequestClockAndTimeouts requestClockAndTimeouts;
    private final RequestAuthentication requestAuthentication;
    private final HttpTransport transport;
    private final PoolListChecks lists;
    private final ApiRequest probe;
    private volatile Optional<ApiResponse> apiResponse = Optional.empty();

    ServiceConnectionChecks(ApiTarget apiTarget, RequestClockAndTimeouts forAll) {
        var requestClockAndTimeouts = forAll.ofConnection(apiTarget.serviceAndProject().name());
        this.apiTarget = apiTarget;
        this.probe = ApiRequest.probe(apiTarget.serviceAndProject().endpoint());
        this.requestClockAndTimeouts = requestClockAndTimeouts;
        this.requestAuthentication = RequestAuthentication.of(apiTarget, requestClockAndTimeouts);
        this.transport = new HttpTransport(apiTarget.serviceAndProject().endpoint(),
                apiTarget.networkRouteAndPasswords(), requestAuthentication.secretRedaction(), requestClockAndTimeouts);
        this.lists = new PoolListChecks(apiTarget, requestClockAndTimeouts,
                new RetryingServiceCall(transport, requestAuthentication, requestClockAndTimeouts));
    }

    /// Whether the service responds to a request without sign-in.
    Outcome answer() throws ApiException, InterruptedException {
        var first = transport.exchange(probe, requestClockAndTimeouts.httpTimeouts().whole());
        apiResponse = Optional.of(first);
        return new Outcome.Passed("HTTP " + first.status());
    }

    /// The `Date` of that response compared with our clock. A difference of more than 15 minutes spoils the first
    /// signature, not the second (P27), so it is no failure yet.
    Outcome clock() {
        if (apiResponse.isEmpty()) throw new IllegalStateException("the clock is compared with the first response");
        var apiResponse = this.apiResponse.get();
        var skew = ErrorResponseHeaderReader.clockSkew(apiResponse.header("date"), apiResponse.at());
        if (skew.isEmpty()) return new Outcome.Skipped(ConnectionCheckResult.Why.NO_DATE);
        return ClockSkew.isNotable(skew.get())
                ? new Outcome.ClocksDiffer(skew.get())
                : new Outcome.ClocksAgree(skew.get());
    }

    /// Requests one pool. A refusal for any other reason shows that the sign-in was accepted.
    Outcome signIn() throws InterruptedException {
        if (apiTarget.credentials() instanceof Credentials.None)
            return new Outcome.Skipped(ConnectionCheckResult.Why.NO_SIGN_IN);
        return lists.signInFailure().<Outcome>map(Outcome.Failed::new).orElse(new Outcome.Passed(""));
    }

    Outcome permission() throws InterruptedException {
        return lists.permission();
    }

    Outcome firstPage() throws ApiException, InterruptedException {
        return lists.firstPage();
    }

    @Override
    public void close() {
        transport.close();
        requestAuthentication.close();
    }
}
