package poolscope.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/// What the arguments request.
public sealed interface ParsedCommandLine {

    /// Opens the window.
    record Window(WindowOptions windowOptions) implements ParsedCommandLine {}

    /// Runs an export.
    ///
    /// @param configFolder
    ///            where saved connections are; empty for the default folder
    record Export(ExportOptions options, Optional<Path> configFolder) implements ParsedCommandLine {}

    /// Writes a hand-over.
    ///
    /// @param configFolder
    ///            where saved connections and the history are; empty for the default folder
    record Report(ReportOptions options, Optional<Path> configFolder) implements ParsedCommandLine {}

    /// Ends the program: help was printed, or an argument is wrong and the error was printed.
    ///
    /// @param exit
    ///            exit code, 0 or 2
    record Exit(int exit) implements ParsedCommandLine {}

    /// Parses the arguments.
    static ParsedCommandLine of(String[] arguments, PrintStream out, PrintStream err) {
        return new ArgumentParser(out, err).parse(arguments);
    }
}
