package poolscope.api;

import java.time.Duration;
import java.util.List;
import poolscope.connection.Credentials;
import poolscope.connection.ProxyChoice;
import poolscope.connection.Secret;
import poolscope.connection.ServiceAndProject;

/// The name under which a request signs in, and where, for counting refusals: a service locks a name, whatever secret
/// was sent with it.
///
/// @param name
///            the key or user, and the service, project or proxy; empty without sign-in
/// @param secret
///            the secret that goes with the name; one that was refused is not sent again
/// @param atOnce
///            how many requests may run under this name at a time, which limits how many can be refused together
/// @param acceptedFor
///            how long after a request that was accepted the secret counts as accepted
public record SignInLockoutKey(List<Object> name, Object secret, int atOnce, Duration acceptedFor) {
    /// Two refusals in five minutes are the most (P23).
    private static final int KEYS_AT_ONCE = 2;
    /// A token expires and a key is replaced at any moment, so each refresh begins with one request alone; refreshes
    /// are at least 30 seconds apart. The requests of one refresh follow each other faster than this.
    private static final Duration KEY_ACCEPTED_FOR = Duration.ofSeconds(15);
    private static final int PROXIES_AT_ONCE = 64;
    /// The login at a proxy does not expire, and a service that is slow must not hold up the others behind that proxy.
    private static final Duration PROXY_ACCEPTED_FOR = Duration.ofMinutes(5);
    /// No sign-in, so nothing to count.
    public static final SignInLockoutKey NOBODY = new SignInLockoutKey(List.of(), "", Integer.MAX_VALUE, Duration.ZERO);

    private static SignInLockoutKey key(List<Object> name, Object secret) {
        return new SignInLockoutKey(name, secret, KEYS_AT_ONCE, KEY_ACCEPTED_FOR);
    }

    /// For requests to the service of a connection.
    public static SignInLockoutKey of(Credentials credentials, ServiceAndProject serviceAndProject) {
        return switch (credentials) {
            case Credentials.None _ -> NOBODY;
            case Credentials.Token(Secret token) -> key(List.of("token", token), token);
            case Credentials.AccessKey key -> key(List.of("key", key.accessKey()), key);
            case Credentials.Password user -> key(List.of("project", serviceAndProject.endpoint(),
                    serviceAndProject.projectId(), user.domain(), user.user()), user);
        };
    }

    /// For requests to IAM that belong to no project.
    public static SignInLockoutKey ofDomain(Credentials credentials) {
        return switch (credentials) {
            case Credentials.None _ -> NOBODY;
            case Credentials.Token(Secret token) -> key(List.of("token", token), token);
            case Credentials.AccessKey key -> key(List.of("key", key.accessKey()), key);
            case Credentials.Password user -> key(List.of("domain", user.iam(), user.domain(), user.user()), user);
        };
    }

    /// For token requests to IAM.
    public static SignInLockoutKey login(Credentials.Password user) {
        return new SignInLockoutKey(List.of("user", user.iam(), user.domain(), user.user()), user, 1, KEY_ACCEPTED_FOR);
    }

    /// For the login at the proxy.
    public static SignInLockoutKey of(NetworkRouteAndPasswords networkRouteAndPasswords) {
        if (!(networkRouteAndPasswords.networkRoute().proxy() instanceof ProxyChoice.Manual proxy)
                || proxy.user().isEmpty())
            return NOBODY;
        return new SignInLockoutKey(List.of("proxy", proxy.address(), proxy.user().get()),
                networkRouteAndPasswords.proxyPassword().<Object>map(password -> password).orElse(""), PROXIES_AT_ONCE,
                PROXY_ACCEPTED_FOR);
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
