package poolscope.api.signin;

import java.util.Map;
import poolscope.api.ApiTarget;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.SignInLockoutKey;
import poolscope.api.http.SecretRedaction;
import poolscope.api.http.SentCredentialsKind;
import poolscope.connection.Credentials;
import poolscope.connection.Secret;

/// Credentials in the form that requests use.
///
/// @param signer
///            adds them to a request
/// @param sent
///            their kind
/// @param signInLockoutKey
///            for counting refusals
/// @param secretRedaction
///            removes the secrets from responses
public record RequestAuthentication(RequestSigner signer, SentCredentialsKind sent, SignInLockoutKey signInLockoutKey,
        SecretRedaction secretRedaction) implements AutoCloseable {

    /// For requests to the service of a connection.
    public static RequestAuthentication of(ApiTarget apiTarget, RequestClockAndTimeouts requestClockAndTimeouts) {
        var secretRedaction = SecretRedaction.of(apiTarget.credentials(), apiTarget.networkRouteAndPasswords());
        String project = apiTarget.serviceAndProject().projectId();
        RequestSigner signer = switch (apiTarget.credentials()) {
            case Credentials.None _ -> (_, _, _) -> Map.of();
            case Credentials.Token(Secret token) -> new TokenSigner(token);
            case Credentials.AccessKey key -> new AkSkSigner(key, project);
            case Credentials.Password user -> new PasswordSigner(TokenRequest.forProject(user, project),
                    apiTarget.networkRouteAndPasswords(), secretRedaction, requestClockAndTimeouts);
        };
        return new RequestAuthentication(signer, SentCredentialsKind.of(apiTarget.credentials()),
                SignInLockoutKey.of(apiTarget.credentials(), apiTarget.serviceAndProject()), secretRedaction);
    }

    /// For requests to IAM that belong to no project.
    static RequestAuthentication ofIam(Credentials credentials, NetworkRouteAndPasswords networkRouteAndPasswords,
            RequestClockAndTimeouts requestClockAndTimeouts) {
        var secretRedaction = SecretRedaction.of(credentials, networkRouteAndPasswords);
        RequestSigner signer = switch (credentials) {
            case Credentials.None _ -> (_, _, _) -> Map.of();
            case Credentials.Token(Secret token) -> new TokenSigner(token);
            case Credentials.AccessKey key -> new AkSkSigner(key, "");
            case Credentials.Password user -> new PasswordSigner(TokenRequest.forDomain(user), networkRouteAndPasswords,
                    secretRedaction, requestClockAndTimeouts);
        };
        return new RequestAuthentication(signer, SentCredentialsKind.of(credentials),
                SignInLockoutKey.ofDomain(credentials), secretRedaction);
    }

    @Override
    public void close() {
        signer.close();
    }
}
