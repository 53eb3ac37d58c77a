package poolscope.api.v2;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Parses times as RFC 3339 writes them.
final class Rfc3339TimeParser {
    private static final String WHOLE_SECOND = "0000-00-00T00:00:00Z";

    private Rfc3339TimeParser() {}

    /// @throws java.time.DateTimeException
    ///             when it is no such time
    static Instant instant(String text) {
        if (!text.endsWith("Z")) return OffsetDateTime.parse(text).toInstant();
        return isWholeSecond(text) ? wholeSecond(text) : Instant.parse(text);
    }

    private static boolean isWholeSecond(String text) {
        if (text.length() != WHOLE_SECOND.length()) return false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (WHOLE_SECOND.charAt(i) == '0' ? c < '0' || c > '9' : c != WHOLE_SECOND.charAt(i)) return false;
        }
        return true;
    }

    /// The same as [Instant#parse] in a tenth of its time: a list of pools has one such time for each.
    private static Instant wholeSecond(String text) {
        int hour = digits(text, 11, 13);
        int second = digits(text, 17, 19);
        // midnight at the end of a day, and a leap second
        if (hour == 24 || second == 60) return Instant.parse(text);
        return LocalDateTime
                .of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10), hour, digits(text, 14, 16), second)
                .toInstant(ZoneOffset.UTC);
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
