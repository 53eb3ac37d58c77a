package poolscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where an export speaks.
///
/// @param rows
///            the rows and nothing else, as UTF-8
/// @param words
///            everything else
/// @param showsProgress
///            whether somebody watches the words appear
public record OutputStreams(OutputStream rows, PrintStream words, boolean showsProgress) {

    /// This process's own.
    public static OutputStreams ofProcess() {
        var rows = new FileOutputStream(FileDescriptor.out);
        return new OutputStreams(isTerminal(1) ? new TerminalOutput(rows) : rows, System.err, isTerminal(2));
    }

    /// Whether that file descriptor is a terminal. Java only tells whether standard input and output both are; Linux
    /// knows better.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal(int descriptor) {
        try {
            var device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException _) {
            var console = System.console();
            return console != null && console.isTerminal();
        }
    }
}
