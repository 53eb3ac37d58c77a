package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.TestService;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;
import poolscope.pool.Inventory;

/// Faults on the way, below and beside HTTP (B1 to B3 in promises.md).
@Timeout(30)
@Execution(ExecutionMode.CONCURRENT)
public class TransportTest {
    /// For services that never answer. Whoever answers has the usual time: a busy machine may be slow.
    private static final HttpTimeouts SHORT = new HttpTimeouts(Duration.ofMillis(400), Duration.ofMillis(400),
            Duration.ofMillis(600), Duration.ofSeconds(5));
    private static final String EMPTY_LIST = "{\"total_count\":0,\"count\":0,\"clusters\":[]}";

    private final ConcurrentLinkedQueue<Duration> pauses = new ConcurrentLinkedQueue<>();

    private HttpTimeouts httpTimeouts = HttpTimeouts.DEFAULT;

    private RequestClockAndTimeouts quick() {
        var real = RequestClockAndTimeouts.real();
        return new RequestClockAndTimeouts(real.clock(), real.nanoTime(), real.random(), pauses::add, httpTimeouts);
    }

    private Inventory read(ServiceAndProject serviceAndProject, Credentials credentials)
            throws ApiException, InterruptedException {
        try (var reader = ClusterListReader.open(ApiTarget.of(serviceAndProject, credentials), quick())) {
            return reader.read(_ -> {
            });
        }
    }

    private Failure failure(ServiceAndProject serviceAndProject) throws InterruptedException {
        try {
            throw new AssertionError("read " + read(serviceAndProject, Credentials.NONE));
        } catch (ApiException e) {
            return e.failure();
        }
    }

    /// As [#failure], and the client has closed every connection while the reader is still open.
    private Failure failureThatCloses(RawServer server, String scheme) throws InterruptedException {
        try (var reader = ClusterListReader.open(ApiTarget.of(server.connection(scheme), Credentials.NONE), quick())) {
            var failure = TestService.failure(reader);
            until(() -> server.open.get() == 0);
            return failure;
        }
    }

    private Failure failureOf(String answer) throws Exception {
        try (var server = RawServer.saying(answer)) {
            return failure(server.connection("http"));
        }
    }

    public static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void an_unknown_host_a_dead_port_and_a_dead_service_are_told_apart() throws Exception {
        var unknown = ServiceAndProject
                .of(new ServiceAndProject.Draft("c", "n", "", "https://no-such-host.invalid", "p"))
                .orThrow();
        assertThat(((Failure.Unreachable) failure(unknown)).cause()).isEqualTo(Failure.Unreachable.Cause.NAME_UNKNOWN);
        ServiceAndProject gone;
        try (var server = RawServer.saying("")) {
            gone = server.connection("http");
            assertThat(((Failure.Unreachable) failure(gone)).cause()).isEqualTo(Failure.Unreachable.Cause.RESET);
        }
        var refused = failure(gone);
        assertThat(((Failure.Unreachable) refused).cause()).isEqualTo(Failure.Unreachable.Cause.REFUSED);
        assertThat(refused.failureDetails().attempts()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"})
    void P13_a_service_that_falls_silent_is_left_and_the_exchange_closed(String beginning) throws Exception {
        httpTimeouts = SHORT;
        try (var server = new RawServer((socket, out) -> {
            out.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            assertThat(socket.getInputStream().read()).isLessThan(0);
        })) {
            var failure = (Failure.Unreachable) failureThatCloses(server, "http");
            assertThat(failure.cause()).isEqualTo(Failure.Unreachable.Cause.ANSWER_TIMED_OUT);
        }
    }

    @Test
    void P13_a_service_that_drips_is_left_and_the_exchange_closed() throws Exception {
        httpTimeouts = SHORT;
        try (var server = new RawServer((socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            socket.setSoTimeout(50);
            while (true) {
                out.write(' ');
                out.flush();
                try {
                    if (socket.getInputStream().read() < 0) return;
                } catch (java.net.SocketTimeoutException _) {
                    // goes on dripping
                }
            }
        })) {
            assertThat(((Failure.Unreachable) failureThatCloses(server, "http")).cause())
                    .isEqualTo(Failure.Unreachable.Cause.ANSWER_TIMED_OUT);
        }
    }

    @Test
    void P13_a_handshake_that_stalls_ends() throws Exception {
        httpTimeouts = SHORT;
        try (var server = RawServer.silent()) {
            assertThat(((Failure.Unreachable) failureThatCloses(server, "https")).cause())
                    .isEqualTo(Failure.Unreachable.Cause.CONNECT_TIMED_OUT);
        }
    }

    @Test
    void an_interrupt_ends_the_reading_at_once_and_closes_the_exchange() throws Exception {
        var asked = new CountDownLatch(1);
        try (var server = new RawServer((socket, _) -> {
            asked.countDown();
            assertThat(socket.getInputStream().read()).isLessThan(0);
        });
                var reader = ClusterListReader.open(ApiTarget.of(server.connection("http"), Credentials.NONE),
                        RequestClockAndTimeouts.real())) {
            var thrown = new AtomicReference<Exception>();
            var thread = Thread.ofVirtual().start(() -> {
                try {
                    reader.read(_ -> {
                    });
                } catch (ApiException | InterruptedException e) {
                    thrown.set(e);
                }
            });
            asked.await();
            thread.interrupt();
            assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
            until(() -> server.open.get() == 0);
        }
    }

    @Test
    void closing_the_reader_ends_a_reading() throws Exception {
        var asked = new CountDownLatch(1);
        try (var server = new RawServer((socket, _) -> {
            asked.countDown();
            assertThat(socket.getInputStream().read()).isLessThan(0);
        })) {
            var reader = ClusterListReader.open(ApiTarget.of(server.connection("http"), Credentials.NONE),
                    RequestClockAndTimeouts.real());
            var thrown = new AtomicReference<Exception>();
            var thread = Thread.ofVirtual().start(() -> {
                try {
                    reader.read(_ -> {
                    });
                } catch (ApiException | InterruptedException e) {
                    thrown.set(e);
                }
            });
            asked.await();
            reader.close();
            assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
            assertThat(thrown.get()).isInstanceOf(ApiException.class);
            until(() -> server.open.get() == 0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"HTTP/1.1 200 OK\\r\\nContent-Length: 900\\r\\n\\r\\n{|RESET",
            "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\n{|RESET"})
    void an_answer_that_breaks_off_is_asked_for_again(String answer, Failure.Unreachable.Cause cause) throws Exception {
        var failure = (Failure.Unreachable) failureOf(answer.translateEscapes());
        assertThat(failure.cause()).isEqualTo(cause);
        assertThat(failure.failureDetails().attempts()).isEqualTo(3);
    }

    @Test
    void a_list_that_ends_in_the_middle_is_never_half_a_list() throws Exception {
        var failure = (Failure.UnreadableAnswer) failureOf(
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"total_count\":2,\"clusters\":[{},");
        assertThat(failure.cause()).isEqualTo(Failure.UnreadableAnswer.Cause.TRUNCATED);
        assertThat(failure.failureDetails().attempts()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.6\r\n", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n{}",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}", "HTTP/1.1 200 OK\r\nX Y: z\r\n\r\n{}"})
    void what_speaks_no_http_is_named_and_not_asked_again(String answer) throws Exception {
        var failure = (Failure.UnreadableAnswer) failureOf(answer);
        assertThat(failure.cause()).isEqualTo(Failure.UnreadableAnswer.Cause.NOT_HTTP);
        assertThat(failure.failureDetails().attempts()).isEqualTo(1);
    }

    @Test
    void https_to_a_plain_port_is_named() throws Exception {
        try (var server = RawServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertThat(((Failure.Untrusted) failure(server.connection("https"))).cause())
                    .isEqualTo(Failure.Untrusted.Cause.NOT_HTTPS);
        }
    }

    @Test
    void P14_an_endless_body_is_cut() throws Exception {
        try (var server = new RawServer((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            while (true)
                out.write(new byte[64 * 1024]);
        })) {
            assertThat(((Failure.UnreadableAnswer) failureThatCloses(server, "http")).cause())
                    .isEqualTo(Failure.UnreadableAnswer.Cause.TOO_LARGE);
        }
    }

    @Test
    void P14_endless_headers_are_cut() throws Exception {
        var answer = "HTTP/1.1 200 OK\r\nX: " + "a".repeat(400_000) + "\r\n\r\n";
        assertThat(((Failure.UnreadableAnswer) failureOf(answer)).cause())
                .isEqualTo(Failure.UnreadableAnswer.Cause.HEADERS_TOO_LARGE);
    }

    @Test
    void a_body_packed_unasked_is_unpacked_within_bounds() throws Exception {
        assertThat(readPacked("gzip", gzip(EMPTY_LIST.getBytes(StandardCharsets.UTF_8))).pools()).isEmpty();
        assertThat(packedFailure("gzip", gzip(new byte[20 * 1024 * 1024])))
                .isEqualTo(Failure.UnreadableAnswer.Cause.TOO_LARGE);
        assertThat(packedFailure("gzip", new byte[]{1, 2, 3})).isEqualTo(Failure.UnreadableAnswer.Cause.DAMAGED_GZIP);
        assertThat(packedFailure("br", new byte[]{1, 2, 3})).isEqualTo(Failure.UnreadableAnswer.Cause.ENCODED);
    }

    private Failure.UnreadableAnswer.Cause packedFailure(String encoding, byte[] body) throws Exception {
        try {
            throw new AssertionError("read " + readPacked(encoding, body));
        } catch (ApiException e) {
            return ((Failure.UnreadableAnswer) e.failure()).cause();
        }
    }

    private Inventory readPacked(String encoding, byte[] body) throws Exception {
        try (var server = new RawServer((_, out) -> {
            String head = "HTTP/1.1 200 OK\r\nContent-Encoding: " + encoding + "\r\nContent-Length: " + body.length
                    + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
        })) {
            return read(server.connection("http"), Credentials.NONE);
        }
    }

    public static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void P21_no_redirect_is_followed_and_no_token_goes_elsewhere(int status) throws Exception {
        try (var elsewhere = RawServer.saying(RawServer.ok(EMPTY_LIST));
                var server = RawServer.saying("HTTP/1.1 " + status + " Moved\r\nLocation: http://127.0.0.1:"
                        + elsewhere.port() + "/steal\r\nContent-Length: 0\r\n\r\n")) {
            var failure = (Failure.UnreadableAnswer) failure(server.connection("http"));
            assertThat(failure.cause()).isEqualTo(Failure.UnreadableAnswer.Cause.REDIRECTED);
            assertThat(failure.failureDetails().detail()).isEqualTo("127.0.0.1");
            assertThat(elsewhere.requests).isEmpty();
        }
    }

    @Test
    void P23_a_refused_token_is_sent_once_and_the_body_of_the_401_arrives() throws Exception {
        String body = "{\"error_code\":\"APIG.0301\",\"error_msg\":\"Incorrect IAM authentication information: decrypt token fail\",\"request_id\":\"r-1\"}";
        try (var server = RawServer
                .saying("HTTP/1.1 401 Unauthorized\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)) {
            var failure = new ArrayList<Failure>();
            try {
                read(server.connection("http"), Credentials.token("CANARYtoken").orThrow());
            } catch (ApiException e) {
                failure.add(e.failure());
                assertThat(e.getMessage()).doesNotContain("CANARY");
            }
            assertThat(((Failure.SignInRefused) failure.getFirst()).cause())
                    .isEqualTo(Failure.SignInRefused.Cause.TOKEN_INVALID);
            assertThat(failure.getFirst().failureDetails().requestId()).isEqualTo("r-1");
            assertThat(server.requests).singleElement().asString().containsIgnoringCase("x-auth-token: CANARYtoken");
        }
    }

    @Test
    void P15_trouble_that_passes_is_not_seen_and_the_pauses_are_short() throws Exception {
        var asked = new AtomicInteger();
        try (var server = new RawServer((_,
                out) -> out.write((asked.incrementAndGet() < 3
                        ? "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        : RawServer.ok(EMPTY_LIST)).getBytes(StandardCharsets.ISO_8859_1)))) {
            assertThat(read(server.connection("http"), Credentials.NONE).isComplete()).isTrue();
            assertThat(asked).hasValue(3);
            assertThat(pauses).hasSize(2).allMatch(pause -> pause.compareTo(Duration.ofMillis(200)) <= 0);
        }
    }

    @Test
    void P07_only_an_empty_list_with_a_total_of_zero_means_no_pools() throws Exception {
        for (String body : new String[]{"{\"clusters\":[]}", "{\"total_count\":3,\"clusters\":[]}",
                "{\"total_count\":0}", "{}", "{\"total_count\":0,\"clusters\":null}",
                "{\"total_count\":0,\"clusters\":{}}", "null", "[]", "", "  ", "<html><title>Login</title>",
                "{\"total_count\":0,\"clusters\":[],\"is_success\":false}"})
            assertThat(failureOf(RawServer.ok(body))).as(body).isInstanceOf(Failure.UnreadableAnswer.class);
        assertThat(((Failure.UnreadableAnswer) failureOf(RawServer.ok("<html><title>Login</title>"))).failureDetails()
                .detail()).isEqualTo("Login");
        try (var server = RawServer.saying(RawServer.ok(EMPTY_LIST))) {
            assertThat(read(server.connection("http"), Credentials.NONE).pools()).isEmpty();
        }
    }
}
