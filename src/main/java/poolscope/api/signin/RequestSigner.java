package poolscope.api.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.http.ApiRequest;

/// Adds the credentials to requests. It signs every request, and is notified when the service refuses one, so that an
/// implementation that logs in can renew its token.
interface RequestSigner extends AutoCloseable {

    /// The headers that carry the credentials, names in lower case.
    ///
    /// @param timeout
    ///            how long that may take, when a token has to be requested first
    Map<String, String> sign(ApiRequest request, Instant now, Duration timeout)
            throws ApiException, InterruptedException;

    /// Called when the service refused a signed request.
    ///
    /// @param refused
    ///            the request as it was signed
    /// @return whether the credentials were renewed, so that the request may be sent again (P23: once, never more)
    default boolean renew(Failure.SignInRefused refusal, ApiRequest refused) throws ApiException, InterruptedException {
        return false;
    }

    /// Whether signing sends no request of its own. Such a request is signed when its turn to be sent has come, and
    /// again in the same turn after [#renew].
    default boolean signsLocally() {
        return true;
    }

    /// When the token that signs requests expires, by the local clock; empty when that is unknown or there is none.
    /// Does not block.
    ///
    /// @param clockSkew
    ///            the service's clock minus the local one
    default Optional<Instant> tokenExpiry(Duration clockSkew) {
        return Optional.empty();
    }

    /// Releases its resources.
    @Override
    default void close() {}
}
