package poolscope.cli;

import java.io.PrintStream;
import poolscope.api.Progress;

/// How far the reading is, on one line of a terminal that is overwritten and in the end wiped.
final class ProgressLine {
    private final PrintStream words;
    private final boolean isShown;
    private int length;

    ProgressLine(OutputStreams outputStreams) {
        words = outputStreams.words();
        isShown = outputStreams.showsProgress();
    }

    void show(Progress progress) {
        var all = progress.expected() < 0 ? "" : " of " + progress.expected();
        long counted = progress.expected() < 0 ? progress.pools() : progress.expected();
        write(progress.pools() + all + (counted == 1 ? " pool read" : " pools read"));
    }

    /// @param text
    ///            without anything from outside
    void show(String text) {
        write(text);
    }

    void wipe() {
        write("");
        if (isShown) words.print('\r');
    }

    private void write(String line) {
        if (!isShown) return;
        words.print('\r' + line + " ".repeat(Math.max(0, length - line.length())));
        words.flush();
        length = line.length();
    }
}
