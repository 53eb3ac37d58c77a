package poolscope.cli;

import java.util.List;
import java.util.Optional;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.connection.ProxyChoice;
import poolscope.connection.ServiceAndProject;

/// Finds saved connections, with their credentials.
@FunctionalInterface
public interface SavedConnectionLookup {
    /// No connection is saved.
    SavedConnectionLookup NONE = (_, _) -> Optional.empty();

    /// All connections of exactly that name, when there are several; then one is selected by its id.
    default List<ServiceAndProject> named(String name) {
        return List.of();
    }

    /// The connections that the window shows.
    default List<ServiceAndProject> ticked() {
        return List.of();
    }

    /// The connection of exactly that name or, when none has it, of that id, with its own credentials; empty when there
    /// is none.
    ///
    /// @param proxy
    ///            replaces the connection's own, whose password is not needed then
    /// @throws ApiException
    ///             when a secret of the connection is unavailable
    Optional<ApiTarget> find(String name, Optional<ProxyChoice> proxy) throws ApiException, InterruptedException;
}
