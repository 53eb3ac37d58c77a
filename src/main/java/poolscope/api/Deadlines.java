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
///            all requests and pauses of one reading
public record Deadlines(Duration connect, Duration headers, Duration whole, Duration reading) {

    public static final Deadlines DEFAULT = new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30),
            Duration.ofSeconds(60));
}
