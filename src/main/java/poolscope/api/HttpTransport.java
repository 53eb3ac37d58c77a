package poolscope.api;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One bounded exchange at a time with one service. The only owner of threads in this package: its client's.
///
/// Settings as RELIABILITY.md E.1: HTTP/1.1, no redirect followed (the JDK forwards `X-Auth-Token` to the new host), no
/// `Authenticator` (it destroys the service's 401 body), an own deadline over the whole body (`HttpRequest.timeout` ends with the
/// headers on JDK 25), a bounded body.
final class HttpTransport implements AutoCloseable {
    /// 16 MiB (P14).
    static final int MAX_BODY = 16 * 1024 * 1024;

    private final URI endpoint;
    private final Surroundings surroundings;
    private final ExecutorService executor;
    private final HttpClient client;

    HttpTransport(URI endpoint, Surroundings surroundings) {
        this.endpoint = endpoint;
        this.surroundings = surroundings;
        this.executor = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http ", 0).factory());
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(surroundings.deadlines().connect()).executor(executor).build();
    }

    /// Sends and waits for the whole answer, whatever its status.
    ///
    /// @param patience
    ///            at most this long, and never longer than [Deadlines#whole]
    /// @throws ApiException
    ///             when no whole answer came
    /// @throws InterruptedException
    ///             when interrupted; the exchange is really over then, not only abandoned
    Answer exchange(Outgoing outgoing, Duration patience) throws ApiException, InterruptedException {
        var call = client.sendAsync(request(outgoing), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BODY));
        try {
            var response = await(call, shorter(patience, surroundings.deadlines().whole()));
            return Unpacking.unpack(response, surroundings.clock().instant());
        } catch (TimeoutException | IOException e) {
            throw new ApiException(TransportFaults.failure(e, Evidence.of(outgoing.asked(), surroundings.clock().instant())));
        }
    }

    private HttpRequest request(Outgoing outgoing) {
        if (!isOurs(outgoing.uri())) throw new IllegalStateException("a secret must not go to another host (P32)");
        var request = HttpRequest.newBuilder(outgoing.uri()).method(outgoing.method(), HttpRequest.BodyPublishers.noBody())
                .timeout(surroundings.deadlines().headers());
        outgoing.headers().forEach(request::setHeader);
        return request.build();
    }

    private boolean isOurs(URI uri) {
        return uri.getScheme().equals(endpoint.getScheme()) && uri.getHost().equals(endpoint.getHost())
                && uri.getPort() == endpoint
                        .getPort();
    }

    /// Some nonsense of a server (a length that is no number) comes out of the JDK as a runtime exception; it is the service's
    /// fault too. `orTimeout` would return in time and leak the exchange; cancelling with `true` ends it (measured on JDK 25).
    private static HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> call, Duration patience) throws IOException,
            TimeoutException, InterruptedException {
        try {
            return call.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) throw io;
            if (e.getCause() instanceof Error error) throw error;
            throw new ProtocolException("the HTTP client could not read the answer");
        } finally {
            call.cancel(true);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /// Ends every exchange and the client's threads.
    @Override
    public void close() {
        client.shutdownNow();
        executor.shutdownNow();
    }
}
