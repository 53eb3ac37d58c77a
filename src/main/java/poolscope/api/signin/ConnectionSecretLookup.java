package poolscope.api.signin;

import java.time.Clock;
import java.util.Optional;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.Failure.SecretUnavailable.Cause;
import poolscope.api.FailureDetails;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.http.CaFilePasswordCheck;
import poolscope.api.http.ProxyAndLogin;
import poolscope.connection.CredentialStore;
import poolscope.connection.CredentialStore.StoredCredentials;
import poolscope.connection.Credentials;
import poolscope.connection.ProxyChoice;
import poolscope.connection.RoutePasswords;
import poolscope.connection.SavedConnection;
import poolscope.connection.Secret;
import poolscope.connection.SecretId;
import poolscope.connection.SecretStore;
import poolscope.connection.SecretStore.Lookup;
import poolscope.connection.SecretStoreFailure;
import poolscope.connection.SignInMethod;

/// Finds the secrets of a saved connection, and only those. When one of them is unavailable, nothing is sent: neither
/// with other credentials nor without.
public final class ConnectionSecretLookup {
    private final Store store;
    private final Clock clock;

    /// Where secrets are kept.
    @FunctionalInterface
    public interface Store {
        /// Opens the store, which may take seconds; called only when a secret is needed.
        CredentialStore find() throws InterruptedException;
    }

    /// Secrets just typed by a person; they take precedence over stored ones.
    public record Typed(Optional<Credentials> credentials, RoutePasswords passwords) {
        public static final Typed NOTHING = new Typed(Optional.empty(), RoutePasswords.NONE);
    }

    public ConnectionSecretLookup(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// The target of requests for a saved connection. Waits for the key store when the connection has a secret; the key
    /// store may be asking a person to unlock it.
    ///
    /// @throws ApiException
    ///             [Failure.SecretUnavailable] when a secret of the connection is unavailable; nothing was sent
    public ApiTarget target(SavedConnection saved) throws ApiException, InterruptedException {
        return target(saved, Typed.NOTHING);
    }

    /// As [#target(SavedConnection)], with what was typed.
    public ApiTarget target(SavedConnection saved, Typed typed) throws ApiException, InterruptedException {
        var credentials = typed.credentials().isPresent() ? typed.credentials().get() : kept(saved);
        var ofProxy = typed.passwords().proxy();
        var ofCaFile = typed.passwords().caFile();
        var passwords = new RoutePasswords(ofProxy.isPresent() ? ofProxy : keptForProxy(saved),
                ofCaFile.isPresent() ? ofCaFile : keptForCaFile(saved));
        return new ApiTarget(saved.serviceAndProject(), credentials,
                new NetworkRouteAndPasswords(saved.networkRoute(), passwords), saved.query());
    }

    private Credentials kept(SavedConnection saved) throws ApiException, InterruptedException {
        if (saved.signInMethod() instanceof SignInMethod.None) return Credentials.NONE;
        var secrets = store.find();
        String host = saved.serviceAndProject().endpoint().getRawAuthority();
        return switch (secrets.read(saved)) {
            case StoredCredentials.Complete(Credentials credentials) -> credentials;
            case StoredCredentials.ByPassword(SignInMethod.Password signIn, Secret password) ->
                Credentials.password(signIn, password);
            case StoredCredentials.Missing _ -> throw unavailable(saved, host, missingFrom(secrets), "");
            case StoredCredentials.Failed(SecretStoreFailure failure) ->
                throw unavailable(saved, host, causeOf(failure), failure.details());
        };
    }

    private Optional<Secret> keptForProxy(SavedConnection saved) throws ApiException, InterruptedException {
        if (SecretId.find(saved, SecretId.Part.PROXY_PASSWORD).isEmpty() || !usesProxy(saved)) return Optional.empty();
        var secrets = store.find();
        String host = saved.networkRoute().proxy() instanceof ProxyChoice.Manual manual ? manual.address() : "";
        return switch (secrets.proxyPassword(saved)) {
            case Lookup.Found(Secret password) -> Optional.of(password);
            case Lookup.Nothing _ -> throw unavailable(saved, host, missingFrom(secrets), "");
            case Lookup.Failed(SecretStoreFailure failure) ->
                throw unavailable(saved, host, causeOf(failure), failure.details());
        };
    }

    /// When the store has none, the failure of the first TLS connection says that the file has a password.
    private Optional<Secret> keptForCaFile(SavedConnection saved) throws ApiException, InterruptedException {
        var file = saved.networkRoute().caFile();
        if (file.isEmpty() || !CaFilePasswordCheck.isNeeded(file.get())) return Optional.empty();
        return switch (store.find().caFilePassword(saved)) {
            case Lookup.Found(Secret password) -> Optional.of(password);
            case Lookup.Nothing _ -> Optional.empty();
            case Lookup.Failed(SecretStoreFailure failure) -> throw unavailable(saved,
                    saved.serviceAndProject().endpoint().getRawAuthority(), causeOf(failure), failure.details());
        };
    }

    /// Whether the service, or IAM before it, is reached through the connection's proxy: with https only.
    private static boolean usesProxy(SavedConnection saved) {
        return ProxyAndLogin.mayReach(saved.serviceAndProject().endpoint(), saved.networkRoute())
                || saved.signInMethod() instanceof SignInMethod.Password password
                        && ProxyAndLogin.mayReach(password.iam(), saved.networkRoute());
    }

    private static Cause missingFrom(CredentialStore secrets) {
        return secrets.kind() == SecretStore.Kind.THIS_SESSION ? Cause.STORE_ABSENT : Cause.NOT_KEPT;
    }

    private static Cause causeOf(SecretStoreFailure failure) {
        return switch (failure.reason()) {
            case ABSENT -> Cause.STORE_ABSENT;
            case LOCKED -> Cause.STORE_LOCKED;
            case DENIED -> Cause.STORE_DENIED;
            case SLOW -> Cause.STORE_SLOW;
            case DAMAGED -> Cause.DAMAGED;
            case BROKEN -> Cause.STORE_BROKEN;
        };
    }

    /// @param host
    ///            the host that the secret is for: the service or the proxy
    private ApiException unavailable(SavedConnection saved, String host, Cause cause, String detail) {
        var unsent = new FailureDetails.RequestLine("GET", host,
                "/v1/" + saved.serviceAndProject().projectId() + "/clusters");
        return new ApiException(new Failure.SecretUnavailable(cause,
                FailureDetails.of(unsent, clock.instant()).withDetail(detail).withAttempts(0)));
    }
}
