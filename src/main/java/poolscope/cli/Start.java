package poolscope.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/// What the arguments ask for.
public sealed interface Start {

    /// The window.
    record Window(Options options) implements Start {}

    /// Pools on standard output or in a file.
    ///
    /// @param configFolder
    ///            where saved connections are, when not in the usual place
    record Export(ExportOptions options, Optional<Path> configFolder) implements Start {}

    /// Nothing more: help was asked for, or an argument is wrong, and what is to be said has been said.
    ///
    /// @param exit
    ///            0 or 2
    record Over(int exit) implements Start {}

    /// Reads the arguments.
    static Start of(String[] arguments, PrintStream out, PrintStream err) {
        return new Arguments(out, err).parse(arguments);
    }
}
