package poolscope.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Serves the calls of ModelArts that the program makes, over real HTTP on loopback. All methods may be called from any
/// thread.
///
/// What `com.sun.net.httpserver` decides: `Date` is the machine's time, whatever the clock of the settings says; and a
/// response of more than 8 KiB may wait some 40 ms for the caller's acknowledgement (Nagle) unless the JVM was started
/// with `-Dsun.net.httpserver.nodelay=true`.
public final class DemoCloud implements AutoCloseable {
    private static final int BODY_BYTES_KEPT = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
    private final DemoRequestInterceptor filter;
    private final V1Fleet fleet;
    private final DemoModelArtsApi api;
    private final AtomicInteger received = new AtomicInteger();

    private DemoCloud(DemoCloudSettings settings, DemoRequestInterceptor filter, HttpServer server) {
        this.filter = filter;
        this.server = server;
        fleet = new V1Fleet(settings);
        api = new DemoModelArtsApi(settings, fleet);
        server.setExecutor(handlers);
        server.createContext("/", this::handle);
    }

    /// Starts to serve, on 127.0.0.1 and a port that the system chooses.
    ///
    /// @throws IOException
    ///             when the system gives no port
    public static DemoCloud start(DemoCloudSettings settings) throws IOException {
        return start(settings, DemoRequestInterceptor.none());
    }

    /// @param filter
    ///            is handed every request
    static DemoCloud start(DemoCloudSettings settings, DemoRequestInterceptor filter) throws IOException {
        var loopback = InetAddress.getByAddress(new byte[]{127, 0, 0, 1});
        var cloud = new DemoCloud(settings, filter, HttpServer.create(new InetSocketAddress(loopback, 0), 0));
        cloud.server.start();
        return cloud;
    }

    /// Where the cloud answers, such as `http://127.0.0.1:43121`.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The one project that has pools, 32 hexadecimal digits.
    public String projectId() {
        return fleet.plan().projectId();
    }

    public V1Fleet fleet() {
        return fleet;
    }

    /// Stops to serve, at once: responses under way are cut.
    @Override
    public void close() {
        filter.close();
        server.stop(0);
        handlers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var request = read(exchange);
        var requestId = fleet.plan()
                .deterministicHashRandom()
                .of(received.incrementAndGet())
                .hex(HashRandomSalt.REQUEST);
        filter.handle(request, new ResponseSender(exchange, requestId), () -> api.answer(request));
    }

    private static DemoRequest read(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, List<String>>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        var uri = exchange.getRequestURI();
        var query = uri.getRawQuery();
        var body = new String(exchange.getRequestBody().readNBytes(BODY_BYTES_KEPT), StandardCharsets.ISO_8859_1);
        return new DemoRequest(exchange.getRequestMethod(), uri.getRawPath(), query == null ? "" : query, headers,
                body);
    }
}
