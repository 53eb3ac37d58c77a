package poolscope.demo;

import java.io.IOException;
import java.util.function.Supplier;

/// Answers requests in the place of the cloud, which by itself is open to everybody and never fails. Tests put faults
/// and access control here.
@FunctionalInterface
interface DemoRequestInterceptor {
    /// Every request gets its normal response.
    static DemoRequestInterceptor none() {
        return (_, sender, normal) -> sender.send(normal.get());
    }

    /// Called on a thread of the request's own.
    ///
    /// @param normal
    ///            what the cloud would answer; computed when asked for
    /// @throws IOException
    ///             when the caller has gone; the connection is closed, without an ending if the response had begun
    void handle(DemoRequest request, ResponseSender sender, Supplier<DemoResponse> normal) throws IOException;

    /// Called when the cloud closes: ends every wait.
    default void close() {}
}
