package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.TestService;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;
import poolscope.demo.AccessRequirement;
import poolscope.demo.Fault;

/// Every request leaves a line, and nothing secret.
@Timeout(30)
class RequestLogTest {

    @Test
    void every_request_leaves_a_line_with_its_status_and_request_id() throws Exception {
        try (var testService = new TestService(AccessRequirement.token("another-token-0123456789"));
                var reader = testService.reader(testService.password(TestService.PASSWORD))) {
            testService.cloud.script(Fault.pass(), Fault.forbidden());
            TestService.failure(reader);
            TestService.read(reader);
            var log = testService.requestClockAndTimeouts.log().entries();
            var host = testService.cloud.endpoint().getRawAuthority();
            var path = "/v1/" + testService.cloud.projectId() + "/clusters";
            assertThat(log).extracting(entry -> entry.request().method()).containsExactly("POST", "GET", "GET");
            assertThat(log).extracting(RequestLog.Entry::status).containsExactly(201, 403, 200);
            assertThat(log).extracting(entry -> entry.request().path()).containsExactly("/v3/auth/tokens", path, path);
            assertThat(log).allSatisfy(entry -> {
                assertThat(entry.request().host()).isEqualTo(host);
                assertThat(entry.request().connection()).isNotEmpty();
                assertThat(entry.requestId()).isNotEmpty();
                assertThat(entry.failure()).isEmpty();
            });
            assertThat(log.getLast().request().query()).startsWith("offset=0&limit=").contains("sort_by=");
            assertThat(log).hasSize(testService.cloud.requestCount());
        }
    }

    @Test
    void a_request_is_running_until_it_is_cancelled() throws Exception {
        try (var testService = new TestService(AccessRequirement.token("another-token-0123456789"));
                var reader = testService.reader(Credentials.token("another-token-0123456789").orThrow())) {
            testService.cloud.failAll(new Fault.Stall());
            var log = testService.requestClockAndTimeouts.log();
            var reading = Thread.ofVirtual().start(() -> {
                try {
                    TestService.read(reader);
                } catch (Exception e) {
                    // expected: it is cancelled
                }
            });
            while (log.running().isEmpty())
                Thread.onSpinWait();
            assertThat(log.entries()).isEmpty();
            var running = log.running().getFirst();
            reading.interrupt();
            reading.join();
            assertThat(log.running()).isEmpty();
            assertThat(log.entries()).extracting(RequestLog.Entry::request).containsExactly(running);
            assertThat(log.entries().getFirst().failure()).isEqualTo(RequestLog.Entry.GIVEN_UP);
        }
    }

    @Test
    void of_two_equal_running_requests_only_the_finished_one_is_not_running_any_more() {
        var log = new RequestLog();
        var one = request();
        var other = request();
        log.begin(one);
        log.begin(other);
        log.add(new RequestLog.Entry(one, 200, "", 1, ""));
        log.end(one);
        assertThat(log.running()).hasSize(1).first().isSameAs(other);
    }

    private static RequestLog.Request request() {
        return new RequestLog.Request(Instant.EPOCH, "prod", "GET", "h", "/", "");
    }

    @Test
    void a_request_without_an_answer_says_why() throws Exception {
        var nobody = new ServiceAndProject("c", "n", java.util.Optional.empty(), URI.create("http://127.0.0.1:1"), "p");
        var real = RequestClockAndTimeouts.real();
        var requestClockAndTimeouts = new RequestClockAndTimeouts(real.clock(), real.nanoTime(), real.random(), _ -> {
        }, HttpTimeouts.DEFAULT);
        try (var reader = ClusterListReader.open(ApiTarget.of(nobody, Credentials.NONE), requestClockAndTimeouts)) {
            TestService.failure(reader);
        }
        assertThat(requestClockAndTimeouts.log().entries()).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.status()).isZero();
            assertThat(entry.failure()).isEqualTo("Unreachable.REFUSED");
        });
    }

    @Test
    void P28_a_request_id_that_repeats_the_token_is_masked() throws Exception {
        var token = "MIIFcanaryTokenWithManyLetters";
        try (var server = RawServer
                .saying("HTTP/1.1 500 X\r\nX-Request-Id: " + token + "\r\nContent-Length: 0\r\n\r\n")) {
            var real = RequestClockAndTimeouts.real();
            var requestClockAndTimeouts = new RequestClockAndTimeouts(real.clock(), real.nanoTime(), real.random(),
                    _ -> {
                    }, HttpTimeouts.DEFAULT);
            try (var reader = ClusterListReader.open(
                    ApiTarget.of(server.connection("http"), Credentials.token(token).orThrow()),
                    requestClockAndTimeouts)) {
                TestService.failure(reader);
            }
            assertThat(requestClockAndTimeouts.log().entries().toString()).doesNotContain("canar").contains("•••");
        }
    }

    @Test
    void only_the_last_two_thousand_are_kept() {
        var log = new RequestLog();
        for (int i = 0; i < 2_500; i++)
            log.add(new RequestLog.Entry(request(), 200, "", i, ""));
        assertThat(log.entries()).hasSize(2_000);
        assertThat(log.entries().getFirst().millis()).isEqualTo(500);
    }
}
