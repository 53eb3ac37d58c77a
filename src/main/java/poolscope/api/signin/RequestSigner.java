package poolscope.api.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.http.ApiRequest;

/// Puts into a request who asks. Asked for every request, and told when the service refuses, so that an implementation
/// that logs in can renew what it holds.
interface RequestSigner extends AutoCloseable {

    /// The headers that say who asks, names in lower case.
    ///
    /// @param patience
    ///            how long that may take, when somebody has to be asked for it
    Map<String, String> sign(ApiRequest request, Instant now, Duration patience)
            throws ApiException, InterruptedException;

    /// Told that the service refused what was signed.
    ///
    /// @param refused
    ///            the request as it was signed
    /// @return whether something was renewed, so that asking once more makes sense (P23: once, never more)
    default boolean renew(Failure.SignInRefused refusal, ApiRequest refused) throws ApiException, InterruptedException {
        return false;
    }

    /// Lets go of what it holds.
    @Override
    default void close() {}
}
