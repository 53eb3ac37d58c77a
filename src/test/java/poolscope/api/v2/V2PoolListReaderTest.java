package poolscope.api.v2;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import poolscope.api.ApiTarget;
import poolscope.api.ReadMemoryLimit;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.signin.SignedServiceClient;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;
import poolscope.pool.Inventory.Reason;

class V2PoolListReaderTest {
    private static final int TEXT = 1000;

    @Test
    void P14_pages_that_bring_new_pools_for_ever_end_when_their_memory_is_used_up() throws Exception {
        var pages = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            int page = pages.incrementAndGet();
            var body = ("{\"metadata\":{\"continue\":\"" + page + "\"},\"items\":[{\"metadata\":{\"name\":\"p-" + page
                    + "\",\"text\":\"" + "x".repeat(TEXT) + "\"}}]}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (exchange; var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        var serviceAndProject = new ServiceAndProject("c", "Connection", Optional.empty(),
                URI.create("http://localhost:" + server.getAddress().getPort()), "p");
        var apiTarget = ApiTarget.of(serviceAndProject, Credentials.NONE);
        try (var service = SignedServiceClient.open(apiTarget, RequestClockAndTimeouts.real())) {
            var reader = new V2PoolListReader(apiTarget, RequestClockAndTimeouts.real(), service,
                    new ReadMemoryLimit(50 * TEXT));
            var read = reader.read(_ -> {
            });
            assertThat(read.pools().size()).isBetween(25, 50);
            assertThat(read.gap()).contains(Reason.TOO_LARGE);
        } finally {
            server.stop(0);
        }
    }
}
