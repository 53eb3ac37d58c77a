package poolscope.api.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import poolscope.api.ApiTarget;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.http.HttpTransport;

/// One service with one user's credentials: all its calls share one client, one sign-in and one retry budget. Safe for
/// use by several threads.
public final class SignedServiceClient implements AutoCloseable {
    private final RequestAuthentication requestAuthentication;
    private final HttpTransport transport;
    private final RetryingServiceCall call;

    private SignedServiceClient(ApiTarget apiTarget, RequestClockAndTimeouts requestClockAndTimeouts) {
        requestAuthentication = RequestAuthentication.of(apiTarget, requestClockAndTimeouts);
        transport = new HttpTransport(apiTarget.serviceAndProject().endpoint(), apiTarget.networkRouteAndPasswords(),
                requestAuthentication.secretRedaction(), requestClockAndTimeouts);
        call = new RetryingServiceCall(transport, requestAuthentication, requestClockAndTimeouts);
    }

    /// Nothing is sent yet.
    public static SignedServiceClient open(ApiTarget apiTarget, RequestClockAndTimeouts requestClockAndTimeouts) {
        return new SignedServiceClient(apiTarget,
                requestClockAndTimeouts.ofConnection(apiTarget.serviceAndProject().name()));
    }

    public RetryingServiceCall call() {
        return call;
    }

    /// As [HttpTransport#clockSkew].
    public Optional<Duration> clockSkew() {
        return transport.clockSkew();
    }

    /// When the token that signs the requests expires, by the local clock; empty when that is unknown or there is none.
    public Optional<Instant> tokenExpiry() {
        return requestAuthentication.signer().tokenExpiry(clockSkew().orElse(Duration.ZERO));
    }

    /// Ends requests under way, and the client's threads.
    @Override
    public void close() {
        transport.close();
        requestAuthentication.close();
    }
}
