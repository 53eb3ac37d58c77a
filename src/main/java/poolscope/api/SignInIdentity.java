package poolscope.api;

import java.util.List;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.connection.ProxyChoice;
import poolscope.connection.Secret;

/// The name under which a request signs in, and where, for counting refusals: a service locks a name, whatever secret
/// was sent with it.
///
/// @param name
///            the key or user, and the service, project or proxy; empty without sign-in
/// @param secret
///            the secret that goes with the name; one that was refused is not sent again
/// @param atOnce
///            how many requests may run under this name at a time, which limits how many can be refused together
public record SignInIdentity(List<Object> name, Object secret, int atOnce) {
    /// Two refusals in five minutes are the most (P23).
    private static final int KEYS_AT_ONCE = 2;
    private static final int PROXIES_AT_ONCE = 64;
    /// No sign-in, so nothing to count.
    public static final SignInIdentity NOBODY = new SignInIdentity(List.of(), "", Integer.MAX_VALUE);

    /// For requests to the service of a connection.
    public static SignInIdentity of(Credentials credentials, Connection connection) {
        return switch (credentials) {
            case Credentials.None _ -> NOBODY;
            case Credentials.Token(Secret token) -> new SignInIdentity(List.of("token", token), token, KEYS_AT_ONCE);
            case Credentials.AccessKey key -> new SignInIdentity(List.of("key", key.accessKey()), key, KEYS_AT_ONCE);
            case Credentials.Password user -> new SignInIdentity(
                    List.of("project", connection.endpoint(), connection.projectId(), user.domain(), user.user()), user,
                    KEYS_AT_ONCE);
        };
    }

    /// For requests to IAM that belong to no project.
    public static SignInIdentity ofDomain(Credentials credentials) {
        return switch (credentials) {
            case Credentials.None _ -> NOBODY;
            case Credentials.Token(Secret token) -> new SignInIdentity(List.of("token", token), token, KEYS_AT_ONCE);
            case Credentials.AccessKey key -> new SignInIdentity(List.of("key", key.accessKey()), key, KEYS_AT_ONCE);
            case Credentials.Password user ->
                new SignInIdentity(List.of("domain", user.iam(), user.domain(), user.user()), user, KEYS_AT_ONCE);
        };
    }

    /// For token requests to IAM.
    public static SignInIdentity login(Credentials.Password user) {
        return new SignInIdentity(List.of("user", user.iam(), user.domain(), user.user()), user, 1);
    }

    /// For the login at the proxy.
    public static SignInIdentity of(RouteAndProxyPassword routeAndProxyPassword) {
        if (!(routeAndProxyPassword.networkRoute().proxy() instanceof ProxyChoice.Manual proxy)
                || proxy.user().isEmpty())
            return NOBODY;
        return new SignInIdentity(List.of("proxy", proxy.address(), proxy.user().get()),
                routeAndProxyPassword.proxyPassword(), PROXIES_AT_ONCE);
    }

    boolean isNobody() {
        return name.isEmpty();
    }

    /// Neither name nor secret: the name may hold a token.
    @Override
    public String toString() {
        return isNobody() ? "Who[nobody]" : "Who[" + name.getFirst() + "]";
    }
}
