package poolscope.cli;

/// Makes external text safe for a terminal: one line, no control characters (P43), limited length.
final class TerminalText {
    private static final int MAX_LENGTH = 300;
    private static final char REPLACEMENT = '\uFFFD';

    private TerminalText() {}

    static String of(String text) {
        var line = new StringBuilder(Math.min(text.length(), MAX_LENGTH) + 1);
        text.codePoints().limit(MAX_LENGTH).map(TerminalText::visible).forEach(line::appendCodePoint);
        return text.codePointCount(0, text.length()) > MAX_LENGTH ? line.append("...").toString() : line.toString();
    }

    private static int visible(int c) {
        if (c == '\n' || c == '\r' || c == '\t') return ' ';
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                REPLACEMENT;
            default -> c;
        };
    }
}
