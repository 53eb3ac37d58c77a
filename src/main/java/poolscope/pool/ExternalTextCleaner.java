package poolscope.pool;

import java.util.function.IntUnaryOperator;

/// Text from outside, made safe to show to people: in the window, a terminal, a table in Markdown, a diagnosis (P43).
///
/// Tabs and line ends become spaces. What nobody would see becomes U+FFFD: controls, marks that change the direction of
/// text, characters without width, halves of surrogate pairs. The two characters that join or part letters, which some
/// alphabets and emoji need, are left.
public final class ExternalTextCleaner {
    /// Stands for a character that can't be shown.
    public static final char REPLACEMENT = '\uFFFD';
    private static final int MAX_LENGTH = 2_000;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private ExternalTextCleaner() {}

    /// One line of at most 2,000 characters, and an ellipsis if the text is longer.
    public static String of(String text) {
        return of(text, MAX_LENGTH, "…");
    }

    /// One line.
    ///
    /// @param maxLength
    ///            in code points
    /// @param ellipsis
    ///            stands for the end of a longer text
    public static String of(String text, int maxLength, String ellipsis) {
        if (text.length() <= maxLength) return replaceEach(text, ExternalTextCleaner::shown);
        int length = Math.min(maxLength, text.codePointCount(0, text.length()));
        var start = text.substring(0, text.offsetByCodePoints(0, length));
        return replaceEach(start, ExternalTextCleaner::shown) + (start.length() < text.length() ? ellipsis : "");
    }

    /// Tabs and line ends become spaces; all else stays, so that the text can be used again.
    public static String onOneLine(String text) {
        return replaceEach(text, c -> breaksLine(c) ? ' ' : c);
    }

    /// The same text when no character changes, as nearly always.
    ///
    /// @param replaced
    ///            what each code point becomes
    public static String replaceEach(String text, IntUnaryOperator replaced) {
        if (text.codePoints().allMatch(c -> replaced.applyAsInt(c) == c)) return text;
        return text.codePoints()
                .map(replaced)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Whether this code point is nothing that people see, or changes how the text after it is shown. Tabs and line
    /// ends are such characters too.
    public static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER;
            default -> false;
        };
    }

    /// Whether this code point is half of a surrogate pair, alone.
    public static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static int shown(int c) {
        if (breaksLine(c)) return ' ';
        return isHidden(c) ? REPLACEMENT : c;
    }

    /// Where some program starts a new line or a new cell.
    private static boolean breaksLine(int c) {
        return switch (c) {
            case '\t', '\n', '\r', '\f', 0x0B, 0x85, 0x2028, 0x2029 -> true;
            default -> false;
        };
    }
}
