package poolscope.cli;

import poolscope.pool.ExternalTextCleaner;

/// External text in a message of one line; the ellipsis is ASCII, which every terminal has.
final class TerminalText {
    private static final int MAX_LENGTH = 300;

    private TerminalText() {}

    static String of(String text) {
        return ExternalTextCleaner.of(text, MAX_LENGTH, "...");
    }
}
