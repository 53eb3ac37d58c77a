package poolscope.ui.text;

/// Text from the service, made safe to draw: one line, no control characters, no invisible characters that change the
/// direction of text, limited length.
final class SafeText {
    private static final int LONGEST = 2_000;
    private static final char REPLACEMENT = '\uFFFD';

    private SafeText() {}

    static String text(String text) {
        if (isPlain(text)) return text;
        var out = new StringBuilder(Math.min(text.length(), LONGEST) + 1);
        for (int i = 0; i < text.length() && i < LONGEST; i++)
            out.append(visible(text, i));
        if (text.length() > LONGEST) out.append('…');
        return out.toString();
    }

    private static boolean isPlain(String text) {
        if (text.length() > LONGEST) return false;
        for (int i = 0; i < text.length(); i++)
            if (visible(text, i) != text.charAt(i)) return false;
        return true;
    }

    private static char visible(String text, int at) {
        char c = text.charAt(at);
        if (c == '\n' || c == '\r' || c == '\t') return ' ';
        if (Character.isISOControl(c) || turnsDirection(c)) return REPLACEMENT;
        boolean alone = Character.isSurrogate(c) && !inPair(text, at);
        return alone ? REPLACEMENT : c;
    }

    private static boolean turnsDirection(char c) {
        return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069' || c == '\u200E' || c == '\u200F'
                || c == '\uFEFF';
    }

    private static boolean inPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
