package poolscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table in Markdown, numbers to the right. For people: text from the service is shown, never interpreted (P43), so
/// it can't become a link, a picture, a mention of somebody or another row.
///
/// A backslash is not enough for what is looked for in the finished text: addresses, mentions, numbers of issues, emoji
/// by name, formulas. There the sign stands in an element of its own, which is not to be seen and parts it from
/// what follows.
final class MarkdownWriter<R> implements RowWriter<R> {
    private static final String MARKS = "\\|`*_[]~";
    private static final char REPLACEMENT = '\uFFFD';

    private final RowLayout<R> layout;
    private final CellText cellText;
    private final Writer text;

    MarkdownWriter(OutputStream out, RowLayout<R> layout) {
        this.layout = layout;
        cellText = new CellText(layout.zone(), MarkdownWriter::escape);
        text = Utf8Writer.on(out);
    }

    @Override
    public void begin() throws IOException {
        writeRow(layout.headers().stream().map(MarkdownWriter::escape));
        writeRow(layout.units().stream().map(unit -> unit.isNumeric() ? "---:" : "---"));
    }

    @Override
    public void write(R row) throws IOException {
        writeRow(layout.columns().stream().map(column -> cellText.of(column.value().apply(row)).orElse("")));
    }

    @Override
    public void end() throws IOException {
        text.flush();
    }

    private void writeRow(Stream<String> row) throws IOException {
        text.write(row.collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String escape(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n');
        var escaped = new StringBuilder(lines.length());
        for (int i = 0; i < lines.length(); i++)
            escape(lines, i, escaped);
        return escaped.toString();
    }

    private static void escape(String text, int at, StringBuilder out) {
        char c = text.charAt(at);
        switch (c) {
            case '\n' -> out.append("<br>");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '\t' -> out.append(' ');
            default -> {
                if (isSought(text, at)) {
                    out.append("<span>").append(c).append("</span>");
                    return;
                }
                if (MARKS.indexOf(c) >= 0 && !(c == '_' && isWithinWord(text, at))) out.append('\\');
                out.append(isInvisible(c) ? REPLACEMENT : c);
            }
        }
    }

    /// `@somebody`, `a@example.com`, `#1`, `GH-1`, `http://`, `:smile:`, `www.`, `$x$`.
    private static boolean isSought(String text, int at) {
        boolean isFollowed = at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
        return switch (text.charAt(at)) {
            case '@', '#', ':' -> isFollowed;
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

    /// Controls, and signs that turn the direction of what follows.
    private static boolean isInvisible(char c) {
        boolean turns = c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069' || c == '\u200E'
                || c == '\u200F';
        return turns || Character.isISOControl(c) || c == '\uFEFF';
    }
}
