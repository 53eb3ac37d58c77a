package poolscope.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A service on loopback that answers each path as it is told, and 404 for every other one. Its project is `p`.
final class ScriptedServer implements AutoCloseable {
    static final String V1 = "/v1/p/clusters";
    static final String V2 = "/v2/p/pools";
    static final String METRICS = "/v2/p/metrics/runtime/pools";
    static final String FLAVORS = "/v1/p/resourceflavors";
    static final String EVENTS = "/v1/p/scheduled-events";

    private record Answer(int status, String body) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /// @param path
    ///            with the query where only that one is answered so; without it every query that is not named
    void answer(String path, int status, String body) {
        answers.put(path, new Answer(status, body));
    }

    /// `127.0.0.1` and the port.
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// The path and query of each request, oldest first.
    List<String> asked() {
        return List.copyOf(asked);
    }

    /// The exit code of an export of the pools.
    int export(Terminal terminal, String... more) {
        var arguments = new ArrayList<>(List.of("--endpoint", "http://" + address(), "--project", "p"));
        arguments.addAll(List.of(more));
        return terminal.export(arguments.toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        asked.add(uri.toString());
        var known = answers.get(uri.toString());
        var notFound = new Answer(404, "{\"error_code\":\"APIGW.0101\",\"error_msg\":\"The API does not exist\"}");
        var answer = known != null ? known : answers.getOrDefault(uri.getPath(), notFound);
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        try (exchange; var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
