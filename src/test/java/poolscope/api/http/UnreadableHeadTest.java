package poolscope.api.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.HttpTimeouts;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.RawServer;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.FaultTestService;
import poolscope.api.v1.TestService;

/// An answer whose head can't be read leaves nothing behind while the reader lives, and harms nobody else.
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class UnreadableHeadTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    /// A whole answer, as far as the JDK's client looks: kept open for the next request while the service does.
    private static final String TWO_LENGTHS = OK + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}";
    static final List<String> HEADS = List.of("SSH-2.0-OpenSSH_9.6\r\n", "HTTP/1.1 xyz OK\r\n\r\n", "HTTP/1.1\r\n\r\n",
            "\r\n\r\n", OK + "X Y: z\r\n\r\n{}", OK + "Content-Length: x\r\n\r\n{}",
            OK + "Content-Length: 99999999999999999999\r\n\r\n{}", OK + "Content-Length: -1\r\n\r\n{}", TWO_LENGTHS,
            OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}", OK + "X: " + "a".repeat(400_000) + "\r\n\r\n",
            OK + "X: y\r\n".repeat(70_000) + "\r\n", "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n");

    static final List<String> KEPT_OPEN = HEADS.stream().filter(head -> !head.equals(TWO_LENGTHS)).toList();

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @FieldSource("HEADS")
    void no_socket_stays_open_at_the_clients_end_after_the_service_has_closed_it(String head) throws Exception {
        try (var server = RawServer.saying(head);
                var reader = ClusterListReader.open(ApiTarget.of(server.connection("http"), FaultTestService.TOKEN),
                        FaultTestService.quick(new CopyOnWriteArrayList<>()))) {
            for (int i = 0; i < 3; i++)
                assertThat(TestService.failure(reader).name()).isNotEmpty();
            assertThat(server.requests).isNotEmpty();
            untilNoneIsOpenTo(server.port());
        }
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @FieldSource("KEPT_OPEN")
    void no_socket_stays_open_although_the_service_does_not_close_it(String head) throws Exception {
        var over = new CountDownLatch(1);
        var httpTimeouts = new HttpTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(1),
                Duration.ofSeconds(5));
        try (var server = new RawServer((_, out) -> {
            out.write(head.getBytes(ISO_8859_1));
            out.flush();
            over.await();
        });
                var reader = ClusterListReader.open(ApiTarget.of(server.connection("http"), FaultTestService.TOKEN),
                        FaultTestService.with(httpTimeouts, FaultTestService.quick(new CopyOnWriteArrayList<>())))) {
            assertThat(TestService.failure(reader).name()).isNotEmpty();
            untilNoneIsOpenTo(server.port());
            over.countDown();
        }
    }

    private static void untilNoneIsOpenTo(int port) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (openTo(port) > 0) {
            assertThat(System.nanoTime()).as("%s open", openTo(port)).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /// Sockets of this computer that lead to this port and are not closed at their own end.
    private static long openTo(int port) {
        return Stream.of("/proc/self/net/tcp", "/proc/self/net/tcp6")
                .flatMap(UnreadableHeadTest::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(field -> field[2].endsWith(":%04X".formatted(port)))
                .filter(field -> field[3].equals("01") || field[3].equals("08"))
                .count();
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream().skip(1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_exchange_under_way_goes_on_when_another_of_the_same_transport_fails_in_its_head() throws Exception {
        var asked = new CountDownLatch(1);
        var failed = new CountDownLatch(1);
        try (var server = new RawServer((_, out) -> {
            if (asked.getCount() == 0) {
                out.write("SSH-2.0-OpenSSH_9.6\r\n".getBytes(ISO_8859_1));
                return;
            }
            asked.countDown();
            failed.await();
            out.write(RawServer.ok("{}").getBytes(ISO_8859_1));
        });
                var transport = new HttpTransport(server.connection("http").endpoint(),
                        NetworkRouteAndPasswords.DEFAULT,
                        SecretRedaction.of(FaultTestService.TOKEN, NetworkRouteAndPasswords.DEFAULT),
                        FaultTestService.quick(new CopyOnWriteArrayList<>()));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var knock = ApiRequest.probe(server.connection("http").endpoint());
            Callable<ApiResponse> exchange = () -> transport.exchange(knock, Duration.ofSeconds(30));
            var first = threads.submit(exchange);
            asked.await();
            var second = threads.submit(exchange);
            assertThat(second).failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(ApiException.class);
            failed.countDown();
            assertThat(first.get().status()).isEqualTo(200);
        }
    }
}
