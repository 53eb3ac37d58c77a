package poolscope.cli;

import java.util.Optional;

/// The connections that the operator has saved, by name.
@FunctionalInterface
public interface SavedConnections {
    /// Nothing is saved.
    SavedConnections NONE = _ -> Optional.empty();

    /// The connection of exactly that name, with its credentials; empty when none is saved.
    Optional<Target> named(String name);
}
