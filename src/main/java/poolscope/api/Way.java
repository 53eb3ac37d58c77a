package poolscope.api;

import java.util.Optional;
import poolscope.connection.Route;
import poolscope.connection.Secret;

/// The way to a service: the route, and the one secret that belongs to it.
///
/// @param route
///            which proxy, and which certificates are trusted besides the system's
/// @param proxyPassword
///            of the user of a manual proxy
public record Way(Route route, Optional<Secret> proxyPassword) {
    /// The system's proxy and certificates.
    public static final Way USUAL = new Way(Route.USUAL, Optional.empty());
}
