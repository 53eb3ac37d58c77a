package poolscope.ui;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A service on loopback that answers every request with the list of pools of v1 that a test gives it.
public final class ListService implements AutoCloseable {
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String body = list(List.of());

    /// One pool as the service sends it.
    ///
    /// @param cards
    ///            `allocatable_gpus`; its cores are as many, and its memory 1024 MiB for each
    public record SentPool(String id, String name, String status, String specification, int nodes, int available,
            int cards) {
        public static SentPool of(String name, int cards) {
            return new SentPool("id-" + name, name, "running", "spec", 4, 4, cards);
        }

        public SentPool withStatus(String word) {
            return new SentPool(id, name, word, specification, nodes, available, cards);
        }

        public SentPool withNodes(String specification, int nodes, int available) {
            return new SentPool(id, name, status, specification, nodes, available, cards);
        }

        private String json() {
            return """
                    {"cluster_id":"%s","cluster_name":"%s","status":"%s","allocatable_gpus":%d,\
                    "allocatable_cpu_cores":%d,"allocatable_memory":%d,\
                    "nodes":{"specification":"%s","count":%d,"available_count":%d}}""".formatted(id, name, status,
                    cards, cards, 1024 * cards, specification, nodes, available);
        }
    }

    public ListService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// From now on there are these pools.
    public void has(SentPool... pools) {
        status = 200;
        body = list(List.of(pools));
    }

    /// From now on every request is refused.
    public void refuse(int httpStatus) {
        status = httpStatus;
        body = "{\"error_code\":\"ModelArts.0104\",\"error_msg\":\"refused\"}";
    }

    private static String list(List<SentPool> pools) {
        return "{\"total_count\":%d,\"count\":%d,\"clusters\":[%s]}".formatted(pools.size(), pools.size(),
                String.join(",", pools.stream().map(SentPool::json).toList()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange; var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
