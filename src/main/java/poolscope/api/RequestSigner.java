package poolscope.api;

import java.time.Instant;
import java.util.Map;
import poolscope.connection.Credentials;
import poolscope.connection.Secret;

/// Puts into a request who asks. Asked for every request, and told when the service refuses, so that an implementation that logs
/// in can renew what it holds.
interface RequestSigner {

    /// The headers that say who asks, names in lower case.
    Map<String, String> sign(Outgoing request, Instant now) throws ApiException, InterruptedException;

    /// Told that the service refused what was signed.
    ///
    /// @return whether something was renewed, so that asking once more makes sense (P23: once, never more)
    default boolean renew(Failure.SignInRefused refusal) throws ApiException, InterruptedException {
        return false;
    }

    /// The signer for these credentials.
    static RequestSigner of(Credentials credentials, String projectId) {
        return switch (credentials) {
            case Credentials.None _ -> (_, _) -> Map.of();
            case Credentials.Token(Secret token) -> (_, _) -> Map.of("x-auth-token", token.reveal());
            case Credentials.AccessKey key -> new AkSkSigner(key, projectId);
        };
    }
}
