package poolscope.cli;

import java.io.PrintStream;
import poolscope.api.ReadProgress;

/// Shows the progress in one line of a terminal, which is overwritten and finally cleared.
final class ProgressLine {
    private final PrintStream err;
    private final boolean isShown;
    private int length;

    ProgressLine(StdoutAndStderr stdoutAndStderr) {
        err = stdoutAndStderr.err();
        isShown = stdoutAndStderr.showsProgress();
    }

    void show(ReadProgress readProgress) {
        var all = readProgress.expected() < 0 ? "" : " of " + readProgress.expected();
        long counted = readProgress.expected() < 0 ? readProgress.pools() : readProgress.expected();
        write(readProgress.pools() + all + (counted == 1 ? " pool read" : " pools read"));
    }

    /// @param text
    ///            contains no external text
    void show(String text) {
        write(text);
    }

    void clear() {
        write("");
        if (isShown) err.print('\r');
    }

    private void write(String line) {
        if (!isShown) return;
        err.print('\r' + line + " ".repeat(Math.max(0, length - line.length())));
        err.flush();
        length = line.length();
    }
}
