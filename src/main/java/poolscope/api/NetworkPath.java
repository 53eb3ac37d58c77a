package poolscope.api;

import java.util.Optional;
import poolscope.connection.NetworkRoute;
import poolscope.connection.Secret;

/// The way to a service: the route, and the one secret that belongs to it.
///
/// @param networkRoute
///            which proxy, and which certificates are trusted besides the system's
/// @param proxyPassword
///            of the user of a manual proxy
public record NetworkPath(NetworkRoute networkRoute, Optional<Secret> proxyPassword) {
    /// The system's proxy and certificates.
    public static final NetworkPath DEFAULT = new NetworkPath(NetworkRoute.DEFAULT, Optional.empty());
}
