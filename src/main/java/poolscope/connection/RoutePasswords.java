package poolscope.connection;

import java.util.Optional;

/// The passwords that a [NetworkRoute] needs.
///
/// @param proxy
///            of the user of a manual proxy; empty when there is none
/// @param caFile
///            of the key store that is the CA file; empty when it needs none, or none is known
public record RoutePasswords(Optional<Secret> proxy, Optional<Secret> caFile) {
    public static final RoutePasswords NONE = new RoutePasswords(Optional.empty(), Optional.empty());
}
