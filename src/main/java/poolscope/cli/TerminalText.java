package poolscope.cli;

/// Text that came from outside, made safe for a terminal: one line, no controls that it would obey (P43), not endless.
final class TerminalText {
    private static final int LONGEST = 300;
    private static final char REPLACEMENT = '\uFFFD';

    private TerminalText() {}

    static String of(String text) {
        var line = new StringBuilder(Math.min(text.length(), LONGEST) + 1);
        text.codePoints().limit(LONGEST).map(TerminalText::visible).forEach(line::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST ? line.append("...").toString() : line.toString();
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
