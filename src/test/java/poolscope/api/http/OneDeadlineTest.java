package poolscope.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.HttpTimeouts;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.RawServer;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.SignInLockoutKey;
import poolscope.api.SignInOutcome;
import poolscope.api.check.ConnectionCheckKind;
import poolscope.api.check.ConnectionCheckResult;
import poolscope.api.check.ConnectionTestRun;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.FaultTestService;
import poolscope.api.v1.TestService;
import poolscope.connection.Credentials;
import poolscope.connection.NetworkRoute;
import poolscope.connection.ProxyChoice;
import poolscope.connection.Secret;
import poolscope.connection.SignInMethod;
import poolscope.connection.ValidationResult;

/// Waiting for the right to sign in, signing in, and the exchange have one deadline together. Time passes only as a
/// test says; who is waited for never answers, and the limit of every single step is an hour.
@Timeout(30)
class OneDeadlineTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final FailureDetails.RequestLine NO_REQUEST = new FailureDetails.RequestLine("GET", "none", "/");
    private final AtomicLong nanos = new AtomicLong();
    private final RequestClockAndTimeouts requestClockAndTimeouts = new RequestClockAndTimeouts(Clock.systemUTC(),
            nanos::get, new Random(1), _ -> {
            }, new HttpTimeouts(HOUR, HOUR, HOUR, HOUR));

    @FunctionalInterface
    private interface Waiting {
        void end() throws Exception;
    }

    /// What becomes of somebody who has an hour, of which waiting for the right to sign in takes all but a moment.
    private Failure afterWaitingFor(SignInLockoutKey signInLockoutKey, Waiting waiting) throws Exception {
        var ended = new FutureTask<Optional<Failure>>(() -> {
            try {
                waiting.end();
                return Optional.empty();
            } catch (ApiException e) {
                return Optional.of(e.failure());
            }
        });
        requestClockAndTimeouts.guard()
                .send(signInLockoutKey, Duration.ZERO, () -> FailureDetails.of(NO_REQUEST, Instant.EPOCH), attempt -> {
                    var thread = Thread.ofPlatform().daemon().start(ended);
                    while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive())
                        Thread.onSpinWait();
                    nanos.addAndGet(HOUR.minusMillis(300).toNanos());
                    attempt.endsWith(SignInOutcome.UNKNOWN);
                    return thread;
                });
        return ended.get().orElseThrow();
    }

    private static void assertTooLate(Failure failure) {
        assertThat(failure.name()).isEqualTo("Unreachable.ANSWER_TIMED_OUT");
    }

    private static NetworkRouteAndPasswords loginAt(RawServer proxy) {
        var choice = ((ValidationResult.Accepted<ProxyChoice>) ProxyChoice.manual("127.0.0.1:" + proxy.port(), "me"))
                .value();
        return new NetworkRouteAndPasswords(NetworkRoute.DEFAULT.withProxy(choice),
                Optional.of(Secret.ofPassword("word").orThrow()));
    }

    @Test
    void waiting_for_the_login_at_a_proxy_is_a_part_of_the_exchange() throws Exception {
        try (var proxy = RawServer.silent()) {
            var networkRouteAndPasswords = loginAt(proxy);
            var there = java.net.URI.create("https://modelarts.example.com");
            try (var transport = new HttpTransport(there, networkRouteAndPasswords,
                    SecretRedaction.of(FaultTestService.TOKEN, networkRouteAndPasswords), requestClockAndTimeouts)) {
                assertTooLate(afterWaitingFor(SignInLockoutKey.of(networkRouteAndPasswords),
                        () -> transport.exchange(ApiRequest.probe(there), HOUR)));
            }
        }
    }

    @Test
    void waiting_for_a_token_is_a_part_of_the_request_that_needs_it() throws Exception {
        try (var iam = RawServer.silent()) {
            var signIn = (SignInMethod.Password) SignInMethod.password("d", "u", "http://127.0.0.1:" + iam.port())
                    .orThrow();
            var user = (Credentials.Password) Credentials.password(signIn, Secret.ofPassword("word").orThrow());
            var apiTarget = ApiTarget.of(iam.connection("http"), user);
            try (var reader = ClusterListReader.open(apiTarget, requestClockAndTimeouts)) {
                var failure = afterWaitingFor(SignInLockoutKey.login(user), () -> TestService.read(reader));
                assertTooLate(failure);
                assertThat(failure.failureDetails().request().method()).isEqualTo("POST");
            }
        }
    }

    @Test
    void a_proxy_that_sends_a_byte_now_and_then_has_one_deadline_for_all_of_them() throws Exception {
        var httpTimeouts = new HttpTimeouts(HOUR, Duration.ofMinutes(1), HOUR, HOUR);
        try (var proxy = new RawServer((_, out) -> {
            while (true) {
                out.write('H');
                out.flush();
                nanos.addAndGet(Duration.ofSeconds(10).toNanos());
            }
        }); var socket = new Socket("127.0.0.1", proxy.port())) {
            var networkRouteAndPasswords = loginAt(proxy);
            var failureDetails = FailureDetails.of(new FailureDetails.RequestLine("TCP", "p", ""),
                    requestClockAndTimeouts.clock().instant());
            var connectTunnel = new ConnectTunnel(ProxyAndLogin.of(networkRouteAndPasswords),
                    SecretRedaction.of(FaultTestService.TOKEN, networkRouteAndPasswords), failureDetails,
                    FaultTestService.with(httpTimeouts, requestClockAndTimeouts));
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> connectTunnel.open(socket, "h:443"))
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void a_handshake_that_is_kept_alive_by_single_bytes_ends_all_the_same() throws Exception {
        var httpTimeouts = new HttpTimeouts(Duration.ofMillis(500), HOUR, HOUR, HOUR);
        try (var server = new RawServer((socket, out) -> {
            // a handshake record of 16 KiB that never ends
            out.write(new byte[]{0x16, 3, 3, 0x40, 0});
            while (socket.isConnected()) {
                out.write(0);
                out.flush();
                Thread.sleep(50);
            }
        })) {
            var real = FaultTestService.with(httpTimeouts, RequestClockAndTimeouts.real());
            var steps = ConnectionTestRun.of(ApiTarget.of(server.connection("https"), FaultTestService.TOKEN), real)
                    .run(_ -> {
                    });
            assertThat(steps.getLast().name()).isEqualTo(ConnectionCheckKind.TLS);
            assertThat(((ConnectionCheckResult.Outcome.Failed) steps.getLast().outcome()).failure().name())
                    .isEqualTo("Unreachable.CONNECT_TIMED_OUT");
        }
    }
}
