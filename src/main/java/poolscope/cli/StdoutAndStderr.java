package poolscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The output streams of an export.
///
/// @param out
///            the rows and nothing else, as UTF-8
/// @param err
///            messages and progress
/// @param showsProgress
///            whether `err` is a terminal
public record StdoutAndStderr(OutputStream out, PrintStream err, boolean showsProgress) {

    /// The streams of this process.
    public static StdoutAndStderr ofProcess() {
        var rows = new FileOutputStream(FileDescriptor.out);
        return new StdoutAndStderr(isTerminal(1) ? new TerminalSafeOutputStream(rows) : rows, System.err,
                isTerminal(2));
    }

    /// Whether that file descriptor is a terminal. Java only reports whether both standard input and output are, so
    /// Linux is asked directly.
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
