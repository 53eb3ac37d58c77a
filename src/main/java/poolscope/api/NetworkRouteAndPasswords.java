package poolscope.api;

import java.util.Optional;
import poolscope.connection.NetworkRoute;
import poolscope.connection.RoutePasswords;
import poolscope.connection.Secret;

/// How a service is reached: proxy and certificates, and their passwords.
///
/// @param networkRoute
///            which proxy, and which certificates are trusted in addition to the system's
public record NetworkRouteAndPasswords(NetworkRoute networkRoute, RoutePasswords passwords) {
    /// The system's proxy and certificates.
    public static final NetworkRouteAndPasswords DEFAULT = new NetworkRouteAndPasswords(NetworkRoute.DEFAULT,
            RoutePasswords.NONE);

    /// Without a password for the CA file.
    public NetworkRouteAndPasswords(NetworkRoute networkRoute, Optional<Secret> proxyPassword) {
        this(networkRoute, new RoutePasswords(proxyPassword, Optional.empty()));
    }

    /// Of the user of a manual proxy.
    public Optional<Secret> proxyPassword() {
        return passwords.proxy();
    }
}
