package poolscope.api;

import java.time.Duration;

/// How long the service may take (P13). Enforced whatever the service does.
///
/// @param connect
///            until the connection is established, TLS included
/// @param headers
///            until the response begins, from the start of the request
/// @param whole
///            until the last byte of the response, from the start of the request
/// @param reading
///            until the next response of a read is complete, with all attempts and the pauses between them. A read as a
///            whole has no limit as long as it brings new pools
public record HttpTimeouts(Duration connect, Duration headers, Duration whole, Duration reading) {

    public static final HttpTimeouts DEFAULT = new HttpTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(20),
            Duration.ofSeconds(30), Duration.ofSeconds(60));

    /// How long a read continues without a new pool: enough for several requests in a row that bring none.
    public Duration progress() {
        return reading.multipliedBy(3);
    }
}
