package poolscope.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/// What the arguments ask for.
public sealed interface Invocation {

    /// The window.
    record Window(WindowOptions windowOptions) implements Invocation {}

    /// Pools on standard output or in a file.
    ///
    /// @param configFolder
    ///            where saved connections are, when not in the usual place
    record Export(ExportOptions options, Optional<Path> configFolder) implements Invocation {}

    /// Nothing more: help was asked for, or an argument is wrong, and what is to be said has been said.
    ///
    /// @param exit
    ///            0 or 2
    record Exit(int exit) implements Invocation {}

    /// Reads the arguments.
    static Invocation of(String[] arguments, PrintStream out, PrintStream err) {
        return new ArgumentParser(out, err).parse(arguments);
    }
}
