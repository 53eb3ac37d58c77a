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
    /// From the character that stands in an element: `@somebody`, `a@example.com`, `#1`, `GH-1`, `http://`, `:smile:`,
    /// `www.`, `$x$`. A colon of a port, a time of day or a label is none of these.
    private static final Pattern SOUGHT = Pattern.compile("""
            @\\S | \\# [0-9] | \\$ | (?<=www) \\. | (?<= \\b GH) - [0-9]
            | : (// | ([+-]1 | 100 | 1234 | [0-9_+-]* [a-z] [a-z0-9_+-]*) :)
            """, Pattern.COMMENTS | Pattern.CASE_INSENSITIVE);
    private static final String SOUGHT_STARTS = "@#$.-:";
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
            case '<' -> out.append(isComparison(text, at) ? "<" : "&lt;");
            case '>' -> out.append(isComparison(text, at) ? ">" : "&gt;");
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

    /// `free>=8` and `gpu<4` are read as they are: no element begins with a digit or an equals sign, and no quotation
    /// behind a letter.
    private static boolean isComparison(String text, int at) {
        if (at == 0 || at + 1 == text.length()) return false;
        char next = text.charAt(at + 1);
        return Character.isLetterOrDigit(text.codePointBefore(at)) && (next == '=' || next >= '0' && next <= '9');
    }

    private static boolean isSought(String text, int at) {
        return SOUGHT_STARTS.indexOf(text.charAt(at)) >= 0
                && SOUGHT.matcher(text).region(at, text.length()).useTransparentBounds(true).lookingAt();
    }

    /// `gpu_pool_7` is read as it is, and reads better so.
    private static boolean isWithinWord(String text, int at) {
        return at > 0 && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }
}
