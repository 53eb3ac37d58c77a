package poolscope.export;

import java.util.regex.Pattern;

/// Text inside a cell's XML. What XML cannot hold at all (controls, halves of a pair of surrogates) is shown as U+FFFD,
/// and what no cell can hold, the end of a very long text, as an ellipsis.
final class XlsxTextEscaper {
    private static final int LONGEST = 32_767;
    private static final char REPLACEMENT = '\uFFFD';
    private static final char ELLIPSIS = '…';
    /// Spreadsheets read `_x0041_` as an A.
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private XlsxTextEscaper() {}

    static void append(String text, StringBuilder out) {
        var whole = text.length() > LONGEST ? cut(text) : text;
        var plain = whole.contains("_x") ? ESCAPE.matcher(whole).replaceAll("_x005F_") : whole;
        for (int i = 0; i < plain.length(); i++)
            append(plain, i, out);
    }

    private static String cut(String text) {
        int end = LONGEST - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
    }

    private static void append(String text, int at, StringBuilder out) {
        char c = text.charAt(at);
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '\t' -> out.append("&#9;");
            case '\n' -> out.append("&#10;");
            case '\r' -> out.append("&#13;");
            default -> out.append(isAllowed(text, at) ? c : REPLACEMENT);
        }
    }

    private static boolean isAllowed(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c))
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        if (Character.isLowSurrogate(c)) return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        return c >= ' ' && c < '\uFFFE' && !(c >= '\u007F' && c <= '\u009F');
    }
}
