package poolscope.api.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Reads the headers that a failure needs. Malformed values count as missing.
public final class ErrorResponseHeaderReader {
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    private ErrorResponseHeaderReader() {}

    /// `Retry-After`: seconds or an HTTP date. Negative, past or very long values (over a week) are ignored (P16).
    public static Optional<Duration> retryAfter(String header, Instant now) {
        String text = header.strip();
        if (text.isEmpty()) return Optional.empty();
        Optional<Duration> wait = text.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : date(text).map(then -> Duration.between(now, then));
        return wait.filter(d -> d.isPositive() && d.compareTo(LONGEST_WAIT) <= 0);
    }

    /// The service's clock minus ours, to the second (P27).
    public static Optional<Duration> clockSkew(String dateHeader, Instant now) {
        return date(dateHeader).map(then -> Duration.ofSeconds(Duration.between(now, then).toSeconds()));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
