package poolscope.export;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.pool.ExternalTextCleaner;

/// The rows of a table in Markdown, for people: text is shown, never interpreted (P43), so it can't become a link, a
/// picture, a mention of somebody or another row.
///
/// A backslash is not enough for what is looked for in the finished text: addresses, mentions, numbers of issues, emoji
/// by name, formulas. There the character stands in an element of its own, which is not to be seen and separates it from
/// what follows.
public final class MarkdownTableFormatter {
    /// A colon in a time of day: no emoji is called so, and nothing follows that could be an address.
    private static final Pattern TIME = Pattern.compile("[0-9]:[0-9]{2}(?![0-9])");
    private static final String MARKS = "\\|`*_[]~";

    private MarkdownTableFormatter() {}

    /// A whole table; every row has as many cells as the header.
    public static String of(List<String> header, List<List<String>> rows) {
        var table = new StringBuilder(row(header.stream().map(MarkdownTableFormatter::escape)));
        table.append(row(header.stream().map(_ -> "---")));
        rows.forEach(cells -> table.append(row(cells.stream().map(MarkdownTableFormatter::escape))));
        return table.toString();
    }

    /// A line with its end.
    ///
    /// @param cells
    ///            escaped
    static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /// The text as it stands in a cell.
    static String escape(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n');
        var escaped = new StringBuilder(lines.length());
        for (int i = 0; i < lines.length(); i = lines.offsetByCodePoints(i, 1))
            escape(lines, i, escaped);
        return escaped.toString();
    }

    private static void escape(String text, int at, StringBuilder out) {
        int c = text.codePointAt(at);
        switch (c) {
            case '\n' -> out.append("<br>");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '\t' -> out.append(' ');
            default -> {
                if (isSought(text, at)) {
                    out.append("<span>").append((char) c).append("</span>");
                    return;
                }
                if (MARKS.indexOf(c) >= 0 && !(c == '_' && isWithinWord(text, at))) out.append('\\');
                out.appendCodePoint(ExternalTextCleaner.isHidden(c) ? ExternalTextCleaner.REPLACEMENT : c);
            }
        }
    }

    /// `@somebody`, `a@example.com`, `#1`, `GH-1`, `http://`, `:smile:`, `www.`, `$x$`.
    private static boolean isSought(String text, int at) {
        boolean isFollowed = at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
        return switch (text.charAt(at)) {
            case '@', '#' -> isFollowed;
            case ':' -> isFollowed && !TIME.matcher(text).region(Math.max(0, at - 1), text.length()).lookingAt();
            case '$' -> true;
            case '.' -> text.regionMatches(true, at - 3, "www", 0, 3);
            case '-' -> isFollowed && text.regionMatches(true, at - 2, "GH", 0, 2);
            default -> false;
        };
    }

    /// `gpu_pool_7` is read as it is, and reads better so.
    private static boolean isWithinWord(String text, int at) {
        return at > 0 && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }
}
