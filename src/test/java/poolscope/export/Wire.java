package poolscope.export;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import poolscope.api.ApiEnvironment;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;
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

    private Wire() {}

    /// The pools of a demo cloud.
    static List<Pool> demo(int pools) throws Exception {
        try (var cloud = TestCloud.start(TestCloudSettings.of(pools))) {
            return read(cloud.endpoint(), cloud.projectId());
        }
    }

    /// The pools that a service sent as these JSON objects.
    static List<Pool> pools(String... clusters) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = ("{\"total_count\":" + clusters.length + ",\"clusters\":[" + String.join(",", clusters)
                    + "]}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        try {
            return read(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "p1");
        } finally {
            server.stop(0);
        }
    }

    /// What the service sent for a pool.
    static JsonNode json(Pool pool) throws Exception {
        return EXACT.readTree(pool.raw().text());
    }

    static byte[] bytes(ExportRequest exportRequest) throws Exception {
        var out = new ByteArrayOutputStream();
        var _ = exportRequest.writeTo(out);
        return out.toByteArray();
    }

    static String text(ExportRequest exportRequest) throws Exception {
        return new String(bytes(exportRequest), StandardCharsets.UTF_8);
    }

    private static List<Pool> read(URI endpoint, String project) throws Exception {
        var connection = new Connection("c", "Here", java.util.Optional.of("cn-north-4"), endpoint, project);
        try (var reader = InventoryReader.open(connection, Credentials.NONE, ApiEnvironment.real())) {
            return reader.read(_ -> {
            }).pools();
        }
    }
}
