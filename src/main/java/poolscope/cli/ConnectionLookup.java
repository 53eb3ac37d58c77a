package poolscope.cli;

import java.util.List;
import java.util.Optional;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.connection.Connection;
import poolscope.connection.ProxyChoice;

/// The connections that the operator has saved, by name, each with what it signs in with.
@FunctionalInterface
public interface ConnectionLookup {
    /// Nothing is saved.
    ConnectionLookup NONE = (_, _) -> Optional.empty();

    /// The connections of exactly that name, when there are several; one of them is meant by its id.
    default List<Connection> ofOneName(String name) {
        return List.of();
    }

    /// The connection of exactly that name or, when none has it, of that id, with its own credentials; empty when none
    /// is saved.
    ///
    /// @param proxy
    ///            goes before the connection's own, whose password is not needed then
    /// @throws ApiException
    ///             when a secret of the connection is not at hand
    Optional<ApiTarget> named(String name, Optional<ProxyChoice> proxy) throws ApiException, InterruptedException;
}
