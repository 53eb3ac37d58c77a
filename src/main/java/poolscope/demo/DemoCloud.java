package poolscope.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A cloud of one's own: serves the calls of ModelArts and IAM that the program makes, over real HTTP on loopback. All
/// methods may be called from any thread.
///
/// What `com.sun.net.httpserver` decides: `Date` is the machine's time, whatever the clock of the settings says; and an
/// answer of more than 8 KiB may wait some 40 ms for the caller's acknowledgement (Nagle) unless the JVM was started
/// with `-Dsun.net.httpserver.nodelay=true`.
public final class DemoCloud implements AutoCloseable {
    private static final int REQUESTS_KEPT = 1000;
    private static final int BODY_BYTES_KEPT = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final DemoFleet fleet;
    private final IamApi iamApi;
    private final DemoApi api;
    private final AtomicInteger received = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Deque<DemoRequest> requests = new ArrayDeque<>();
    private final Deque<Fault> script = new ArrayDeque<>();
    private @Nullable Fault lasting;

    private DemoCloud(DemoSettings settings, HttpServer server) {
        this.server = server;
        fleet = new DemoFleet(settings);
        iamApi = new IamApi(settings, fleet.plan().hashRandom());
        api = new DemoApi(settings, fleet, iamApi);
        server.setExecutor(handlers);
        server.createContext("/", this::handle);
    }

    /// Starts to serve, on 127.0.0.1 and a port that the system chooses.
    ///
    /// @throws IOException
    ///             when the system gives no port
    public static DemoCloud start(DemoSettings settings) throws IOException {
        var loopback = InetAddress.getByAddress(new byte[]{127, 0, 0, 1});
        var cloud = new DemoCloud(settings, HttpServer.create(new InetSocketAddress(loopback, 0), 0));
        cloud.server.start();
        return cloud;
    }

    /// Where the cloud answers, such as `http://127.0.0.1:43121`: of ModelArts and of IAM.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The one project that has pools, 32 hexadecimal digits.
    public String projectId() {
        return iamApi.projectId();
    }

    public DemoFleet fleet() {
        return fleet;
    }

    /// How many requests have come in since the start.
    public int requestCount() {
        return received.get();
    }

    /// The last requests, oldest first, at most 1000.
    public List<DemoRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /// How many requests are being answered now.
    public int openExchanges() {
        return open.get();
    }

    /// Adds faults to the script. Each is used up by one request, in order; after them all is well again.
    public void script(Fault... faults) {
        synchronized (script) {
            script.addAll(List.of(faults));
        }
    }

    /// From now on the fault happens to every request that the script has none for.
    public void failAll(Fault fault) {
        synchronized (script) {
            lasting = fault;
        }
    }

    /// Ends [#failAll] and forgets the rest of the script.
    public void heal() {
        synchronized (script) {
            lasting = null;
            script.clear();
        }
    }

    /// Stops to serve, at once: answers under way are cut.
    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        handlers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        open.incrementAndGet();
        try {
            var request = read(exchange);
            var requestId = fleet.plan().hashRandom().of(received.incrementAndGet()).hex(RandomStream.REQUEST);
            remember(request);
            fleet.perhapsChange();
            var responseSender = new ResponseSender(exchange, requestId, closing);
            new FaultInjector(responseSender, () -> api.answer(request)).play(nextFault());
        } finally {
            open.decrementAndGet();
        }
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

    private void remember(DemoRequest request) {
        synchronized (requests) {
            if (requests.size() == REQUESTS_KEPT) requests.removeFirst();
            requests.addLast(request);
        }
    }

    private Fault nextFault() {
        synchronized (script) {
            var next = script.pollFirst();
            if (next != null) return next;
            return lasting == null ? Fault.pass() : lasting;
        }
    }
}
