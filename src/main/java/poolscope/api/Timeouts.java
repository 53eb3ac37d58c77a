package poolscope.api;

import java.time.Duration;

/// How long the service may take (P13). All are enforced whatever the service does.
///
/// @param connect
///            until the connection stands, TLS included
/// @param headers
///            until the answer begins, from the start of the request
/// @param whole
///            until the last byte of the answer, from the start of the request
/// @param reading
///            until the next answer of a reading is there, with all tries and the pauses between them. The whole of a
///            reading has no limit as long as it gets on
public record Timeouts(Duration connect, Duration headers, Duration whole, Duration reading) {

    public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20),
            Duration.ofSeconds(30), Duration.ofSeconds(60));

    /// How long a reading goes on without a pool that is new: enough for some questions in a row that bring none.
    public Duration progress() {
        return reading.multipliedBy(3);
    }
}
