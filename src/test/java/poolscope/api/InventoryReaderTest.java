package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;

class InventoryReaderTest {

    @Test
    void P02_one_request_when_one_is_enough() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var asked = new ArrayList<String>();
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] body = ListJsonTest.sample();
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        var connection = Connection.of(new Connection.Draft("c", "Here", "", "http://127.0.0.1:" + server.getAddress().getPort(),
                "p1")).orThrow();
        try (var reader = InventoryReader.open(connection, Credentials.NONE, Surroundings.real())) {
            var inventory = reader.read(PoolQuery.ALL, _ -> {
            });
            assertThat(inventory.isComplete()).isTrue();
            assertThat(inventory.pools()).hasSize(1);
            assertThat(asked).containsExactly("GET /v1/p1/clusters?offset=0&limit=1000&sort_by=created_at&order=desc");
        } finally {
            server.stop(0);
        }
    }
}
