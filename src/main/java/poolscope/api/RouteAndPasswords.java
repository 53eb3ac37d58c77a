package poolscope.api;

import java.util.Optional;
import poolscope.connection.NetworkRoute;
import poolscope.connection.Secret;

/// How a service is reached: proxy and certificates, and the proxy's password.
///
/// @param networkRoute
///            which proxy, and which certificates are trusted in addition to the system's
/// @param proxyPassword
///            of the user of a manual proxy
public record RouteAndPasswords(NetworkRoute networkRoute, Optional<Secret> proxyPassword) {
    /// The system's proxy and certificates.
    public static final RouteAndPasswords DEFAULT = new RouteAndPasswords(NetworkRoute.DEFAULT, Optional.empty());
}
