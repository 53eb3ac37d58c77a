package poolscope.cli;

import java.util.Optional;

/// The connections that the operator has saved, by name, each with what it signs in with.
@FunctionalInterface
public interface Targets {
    /// Nothing is saved.
    Targets NONE = _ -> Optional.empty();

    /// The connection of exactly that name, with its credentials; empty when none is saved.
    Optional<Target> named(String name);
}
