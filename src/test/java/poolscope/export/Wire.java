package poolscope.export;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.pool.Pool;

/// Pools as the program really gets them: over HTTP, through its own reader.
final class Wire {
    /// Reads numbers with all their digits.
    static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Map<Pool, String> SENT = Collections.synchronizedMap(new IdentityHashMap<>());

    private Wire() {}

    /// The pools of a demo cloud.
    static List<Pool> demo(int pools) throws Exception {
        var bodies = Collections.synchronizedList(new ArrayList<byte[]>());
        try (var cloud = TestCloud.start(TestCloudSettings.of(pools)); var client = HttpClient.newHttpClient()) {
            var relay = serve(exchange -> relay(client, cloud.endpoint(), exchange, bodies));
            try {
                var read = read(endpoint(relay), cloud.projectId());
                remember(read, bodies);
                return read;
            } finally {
                relay.stop(0);
            }
        }
    }

    /// The pools that a service sent as these JSON objects.
    static List<Pool> pools(String... clusters) throws Exception {
        byte[] body = ("{\"total_count\":" + clusters.length + ",\"clusters\":[" + String.join(",", clusters) + "]}")
                .getBytes(StandardCharsets.UTF_8);
        var server = serve(exchange -> answer(exchange, 200, body));
        try {
            var read = read(endpoint(server), "p1");
            if (read.size() == clusters.length) for (int i = 0; i < clusters.length; i++)
                SENT.put(read.get(i), clusters[i]);
            return read;
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer serve(HttpHandler handler) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), 0), 0);
        server.createContext("/", handler);
        server.start();
        return server;
    }

    private static URI endpoint(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void relay(HttpClient client, URI to, HttpExchange exchange, List<byte[]> bodies)
            throws IOException {
        try {
            var answer = client.send(HttpRequest.newBuilder(to.resolve(exchange.getRequestURI())).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            bodies.add(answer.body());
            answer(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /// Keeps what went over the wire for each pool, taken from the answers and not from the pool.
    private static void remember(List<Pool> pools, List<byte[]> bodies) throws IOException {
        var byId = new HashMap<String, JsonNode>();
        for (byte[] body : bodies)
            EXACT.readTree(body).path("clusters").forEach(one -> byId.put(one.path("cluster_id").asText(), one));
        for (var pool : pools)
            SENT.put(pool, Objects.requireNonNull(byId.get(pool.poolNamesAndOwner().id().asText(""))).toString());
    }

    /// What the service sent for a pool, as the test sent it or saw it on its way: not what the program kept of it.
    static JsonNode json(Pool pool) throws IOException {
        return EXACT.readTree(Objects.requireNonNull(SENT.get(pool), "nobody knows what was sent for it"));
    }

    static byte[] bytes(PoolsExportContent poolsExportContent) throws Exception {
        var out = new ByteArrayOutputStream();
        var _ = poolsExportContent.writeTo(out);
        return out.toByteArray();
    }

    static String text(PoolsExportContent poolsExportContent) throws Exception {
        return new String(bytes(poolsExportContent), StandardCharsets.UTF_8);
    }

    private static List<Pool> read(URI endpoint, String project) throws Exception {
        var serviceAndProject = new ServiceAndProject("c", "Here", java.util.Optional.of("cn-north-4"), endpoint,
                project);
        try (var reader = InventoryReader.open(serviceAndProject, Credentials.NONE, RequestClockAndTimeouts.real())) {
            return reader.read(_ -> {
            }).pools();
        }
    }
}
