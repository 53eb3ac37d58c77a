package poolscope.api.signin;

import poolscope.api.ApiEnvironment;
import poolscope.api.ApiTarget;
import poolscope.api.http.HttpTransport;

/// One service with one user's credentials: all its calls share one client, one sign-in and one retry budget. Safe for
/// use by several threads.
public final class SignedService implements AutoCloseable {
    private final Authenticator authenticator;
    private final HttpTransport transport;
    private final ServiceCall call;

    private SignedService(ApiTarget apiTarget, ApiEnvironment apiEnvironment) {
        authenticator = Authenticator.of(apiTarget, apiEnvironment);
        transport = new HttpTransport(apiTarget.connection().endpoint(), apiTarget.networkPath(),
                authenticator.redaction(), apiEnvironment);
        call = new ServiceCall(transport, authenticator, apiEnvironment);
    }

    /// Nothing is sent yet.
    public static SignedService open(ApiTarget apiTarget, ApiEnvironment apiEnvironment) {
        return new SignedService(apiTarget, apiEnvironment);
    }

    public ServiceCall call() {
        return call;
    }

    /// Ends requests under way, and the client's threads.
    @Override
    public void close() {
        transport.close();
        authenticator.close();
    }
}
