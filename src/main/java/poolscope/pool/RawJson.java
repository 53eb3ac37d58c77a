package poolscope.pool;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The exact bytes that a pool was read from: a slice of the answer, shared with the other pools of the page.
///
/// @param page
///            UTF-8, never modified
/// @param from
///            first byte
/// @param to
///            byte after the last
public record RawJson(byte[] page, int from, int to) {

    /// Nothing was kept.
    public static final RawJson NONE = new RawJson(new byte[0], 0, 0);

    /// Where the text stood, without the page that it stood in.
    RawJson withoutText() {
        return new RawJson(NONE.page, from, from);
    }

    /// The JSON text as it came; empty when it was not kept.
    public String text() {
        return length() == 0 ? "" : new String(page, from, to - from, StandardCharsets.UTF_8);
    }

    /// The same text with line breaks and two blanks a level, for reading. Nothing but white space differs.
    public String indented() {
        return JsonFormatter.indent(text());
    }

    private int length() {
        return to - from;
    }

    /// Two slices are equal when they say the same.
    @Override
    public boolean equals(Object other) {
        return other instanceof RawJson r && length() == r.length()
                && (length() == 0 || Arrays.equals(page, from, to, r.page, r.from, r.to));
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
