package poolscope.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.HttpTimeouts;
import poolscope.api.RawServer;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;
import poolscope.pool.Inventory;
import poolscope.pool.Pool;

/// What most cases of the catalogue need: a reader with short deadlines and no real pauses, in front of a raw socket.
public final class FaultTestService {
    /// For what never comes; too short for a handshake on a busy machine.
    private static final HttpTimeouts SHORT = new HttpTimeouts(Duration.ofMillis(300), Duration.ofMillis(300),
            Duration.ofMillis(400), Duration.ofSeconds(5));
    public static final String EMPTY_LIST = "{\"total_count\":0,\"count\":0,\"clusters\":[]}";
    public static final Credentials TOKEN = Credentials.token("MIIFcanary0123456789").orThrow();

    private FaultTestService() {}

    public static RequestClockAndTimeouts quick(List<Duration> pauses) {
        var real = RequestClockAndTimeouts.real();
        return new RequestClockAndTimeouts(real.clock(), real.nanoTime(), real.random(), pauses::add,
                HttpTimeouts.DEFAULT);
    }

    /// Status line, a body of JSON, and the connection closed.
    public static String answer(String status, String body) {
        return answer(status, "", body);
    }

    /// @param headers
    ///            each with its line end
    static String answer(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    public static byte[] ok(byte[] body) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    public static String coded(String code, String message) {
        return "{\"error_code\":\"" + code + "\",\"error_msg\":\"" + message + "\",\"request_id\":\"r-1\"}";
    }

    /// Every request gets these bytes: this failure comes of it after so many requests, and no list.
    public static Failure fails(byte[] answer, String failure, int requests) throws Exception {
        try (var server = new RawServer((_, out) -> out.write(answer))) {
            var found = fails(server.connection("http"), failure);
            assertThat(server.requests).as("requests").hasSize(requests);
            return found;
        }
    }

    public static Failure fails(String answer, String failure, int requests) throws Exception {
        return fails(answer.getBytes(StandardCharsets.ISO_8859_1), failure, requests);
    }

    /// As [#fails], and the requests are counted by who asks.
    public static Failure fails(ServiceAndProject serviceAndProject, String failure) throws Exception {
        return fails(ApiTarget.of(serviceAndProject, TOKEN), failure);
    }

    public static Failure fails(ApiTarget apiTarget, String failure) throws Exception {
        return fails(apiTarget, failure, quick(new CopyOnWriteArrayList<>()));
    }

    /// As [#fails], for a service that would keep the program waiting.
    static Failure failsSoon(ServiceAndProject serviceAndProject, String failure) throws Exception {
        return fails(ApiTarget.of(serviceAndProject, TOKEN), failure, with(SHORT, quick(new CopyOnWriteArrayList<>())));
    }

    private static Failure fails(ApiTarget apiTarget, String failure, RequestClockAndTimeouts requestClockAndTimeouts)
            throws Exception {
        try (var reader = ClusterListReader.open(apiTarget, requestClockAndTimeouts)) {
            var found = TestService.failure(reader);
            assertThat(found.name()).isEqualTo(failure);
            assertThat(found.toString()).doesNotContain("canary");
            return found;
        }
    }

    /// What is read when every request gets these bytes.
    static Inventory reads(byte[] answer) throws Exception {
        try (var server = new RawServer((_, out) -> out.write(answer));
                var reader = ClusterListReader.open(ApiTarget.of(server.connection("http"), TOKEN),
                        quick(new CopyOnWriteArrayList<>()))) {
            return TestService.read(reader);
        }
    }

    static Inventory reads(String json) throws Exception {
        return reads(ok(json.getBytes(StandardCharsets.UTF_8)));
    }

    /// Rows with these fields each, and a total that fits.
    static Inventory rows(String... rows) throws Exception {
        return reads("{\"total_count\":" + rows.length + ",\"count\":" + rows.length + ",\"clusters\":["
                + String.join(",", rows) + "]}");
    }

    static Pool pool(String fields) throws Exception {
        return Objects.requireNonNull(rows("{\"cluster_id\":\"a\"," + fields + "}").pools().getFirst());
    }

    /// The same with other timeouts.
    public static RequestClockAndTimeouts with(HttpTimeouts httpTimeouts, RequestClockAndTimeouts other) {
        return new RequestClockAndTimeouts(other.clock(), other.nanoTime(), other.random(), other.sleeper(),
                httpTimeouts, other.log(), other.guard());
    }
}
