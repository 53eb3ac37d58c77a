package poolscope.api.signin;

import poolscope.api.ApiEnvironment;
import poolscope.api.ApiTarget;
import poolscope.api.http.HttpTransport;

/// One service as one user sees it: what is asked through it shares one client, one sign-in and one budget of repeats.
/// Safe for use by several threads.
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

    /// Ends what is being asked, and the client's threads.
    @Override
    public void close() {
        transport.close();
        authenticator.close();
    }
}
