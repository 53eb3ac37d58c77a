package poolscope.cli;

import java.util.Optional;
import poolscope.api.ApiException;
import poolscope.api.Approach;

/// The connections that the operator has saved, by name, each with what it signs in with.
@FunctionalInterface
public interface Targets {
    /// Nothing is saved.
    Targets NONE = _ -> Optional.empty();

    /// The connection of exactly that name, with its own credentials; empty when none is saved.
    ///
    /// @throws ApiException
    ///             when a secret of the connection is not at hand
    Optional<Approach> named(String name) throws ApiException, InterruptedException;
}
