package poolscope.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import poolscope.fuzz.FuzzTarget;

/// The times in headers: whatever they say, the wait is positive and within its limit, or there is none.
public final class ResponseHeaderFuzz implements FuzzTarget {
    private static final Instant NOW = Instant.parse("2026-03-01T08:55:12Z");
    private static final Duration LONGEST = Duration.ofDays(7);

    @Override
    public List<byte[]> seeds() {
        return Stream
                .of("120", "0", "-1", "604800", "Sun, 01 Mar 2026 08:56:12 GMT", "Sun, 1 Mar 2026 08:56 +0800",
                        "999999999", " 7 ")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void check(byte[] input) {
        String header = new String(input, StandardCharsets.ISO_8859_1);
        var wait = ErrorResponseHeaderReader.retryAfter(header, NOW);
        wait.ifPresent(it -> assertThat(it).isPositive().isLessThanOrEqualTo(LONGEST));
        if (header.matches("[1-9][0-9]{0,4}")) assertThat(wait).contains(Duration.ofSeconds(Long.parseLong(header)));
        var skew = ErrorResponseHeaderReader.clockSkew(header, NOW);
        skew.ifPresent(it -> assertThat(it.getNano()).isZero());
    }
}
