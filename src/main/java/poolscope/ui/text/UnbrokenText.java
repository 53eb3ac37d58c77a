package poolscope.ui.text;

/// Keeps a text on one line where a longer text around it is wrapped.
final class UnbrokenText {
    private static final char NO_BREAK_SPACE = '\u00a0';
    /// Has no width. The word joiner U+2060 would be its successor, but Java's line breaking ignores that one.
    private static final char NO_BREAK = '\ufeff';
    /// The first character of the blocks whose characters a line may break between without a space: radicals,
    /// ideographs, wide punctuation.
    private static final char FIRST_WIDE = '\u2e80';

    private UnbrokenText() {}

    /// Returns the text with spaces that do not break, and with a joiner at each wide character, where a line could
    /// break as well.
    static String of(String text) {
        var unbroken = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i > 0 && (c >= FIRST_WIDE || text.charAt(i - 1) >= FIRST_WIDE)
                    && !Character.isSurrogatePair(text.charAt(i - 1), c))
                unbroken.append(NO_BREAK);
            unbroken.append(c == ' ' ? NO_BREAK_SPACE : c);
        }
        return unbroken.toString();
    }
}
