package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import poolscope.connection.Checked;
import poolscope.connection.Credentials;
import poolscope.connection.ProxyChoice;
import poolscope.connection.Route;
import poolscope.connection.Secret;
import poolscope.connection.SignIn;

/// Waiting for the right to sign in, signing in, and the exchange have one deadline together. Time passes only as a test says;
/// who is waited for never answers, and the limit of every single step is an hour.
@Timeout(30)
class OneDeadlineTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private final AtomicLong nanos = new AtomicLong();
    private final Surroundings surroundings = new Surroundings(Clock.systemUTC(), nanos::get, new Random(1), _ -> {
    }, new Deadlines(HOUR, HOUR, HOUR, HOUR));

    @FunctionalInterface
    private interface Waiting {
        void end() throws Exception;
    }

    /// What becomes of somebody who has an hour, of which waiting for the right to sign in takes all but a moment.
    private Failure afterWaitingFor(Who who, Waiting waiting) throws Exception {
        var guard = surroundings.guard();
        assertThat(guard.enter(who, Duration.ZERO)).isTrue();
        var ended = new FutureTask<Optional<Failure>>(() -> {
            try {
                waiting.end();
                return Optional.empty();
            } catch (ApiException e) {
                return Optional.of(e.failure());
            }
        });
        var thread = Thread.ofPlatform().daemon().start(ended);
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive())
            Thread.onSpinWait();
        nanos.addAndGet(HOUR.minusMillis(300).toNanos());
        guard.leave(who, SignInGuard.End.UNKNOWN);
        return ended.get().orElseThrow();
    }

    private static void assertTooLate(Failure failure) {
        assertThat(failure.name()).isEqualTo("Unreachable.ANSWER_TIMED_OUT");
    }

    private static RawServer silent() throws IOException {
        return new RawServer((socket, _) -> assertThat(socket.getInputStream().readAllBytes()).isNotNull());
    }

    private static Way loginAt(RawServer proxy) {
        var choice = ((Checked.Accepted<ProxyChoice>) ProxyChoice.manual("127.0.0.1:" + proxy.port(), "me")).value();
        return new Way(Route.USUAL.withProxy(choice), Optional.of(Secret.ofPassword("word").orThrow()));
    }

    @Test
    void waiting_for_the_login_at_a_proxy_is_a_part_of_the_exchange() throws Exception {
        try (var proxy = silent()) {
            var way = loginAt(proxy);
            var there = java.net.URI.create("https://modelarts.example.com");
            try (var transport = new HttpTransport(there, way, Redaction.of(FaultStand.TOKEN, way), surroundings)) {
                assertTooLate(afterWaitingFor(Who.of(way), () -> transport.exchange(Outgoing.knock(there), HOUR)));
            }
        }
    }

    @Test
    void waiting_for_a_token_is_a_part_of_the_request_that_needs_it() throws Exception {
        try (var iam = silent()) {
            var signIn = (SignIn.Password) SignIn.password("d", "u", "http://127.0.0.1:" + iam.port()).orThrow();
            var user = (Credentials.Password) Credentials.password(signIn, Secret.ofPassword("word").orThrow());
            var approach = Approach.of(iam.connection("http"), user);
            try (var reader = InventoryReader.open(approach, surroundings)) {
                var failure = afterWaitingFor(Who.login(user), () -> Stand.read(reader));
                assertTooLate(failure);
                assertThat(failure.evidence().request().method()).isEqualTo("POST");
            }
        }
    }

    @Test
    void a_proxy_that_sends_a_byte_now_and_then_has_one_deadline_for_all_of_them() throws Exception {
        var deadlines = new Deadlines(HOUR, Duration.ofMinutes(1), HOUR, HOUR);
        try (var proxy = new RawServer((_, out) -> {
            while (true) {
                out.write('H');
                out.flush();
                nanos.addAndGet(Duration.ofSeconds(10).toNanos());
            }
        }); var socket = new Socket("127.0.0.1", proxy.port())) {
            var way = loginAt(proxy);
            var evidence = Evidence.of(new Evidence.Asked("TCP", "p", ""), surroundings.clock().instant());
            var tunnel = new Tunnel(ProxyUse.of(way), Redaction.of(FaultStand.TOKEN, way), evidence,
                    surroundings.with(deadlines));
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> tunnel.open(socket, "h:443")).isInstanceOf(
                    java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void a_handshake_that_is_kept_alive_by_single_bytes_ends_all_the_same() throws Exception {
        var deadlines = new Deadlines(Duration.ofMillis(500), HOUR, HOUR, HOUR);
        try (var server = new RawServer((socket, out) -> {
            // a handshake record of 16 KiB that never ends
            out.write(new byte[]{0x16, 3, 3, 0x40, 0});
            while (socket.isConnected()) {
                out.write(0);
                out.flush();
                Thread.sleep(50);
            }
        })) {
            var real = Surroundings.real().with(deadlines);
            var steps = ConnectionCheck.of(Approach.of(server.connection("https"), FaultStand.TOKEN), real).climb(_ -> {
            });
            assertThat(steps.getLast().name()).isEqualTo(StepName.TLS);
            assertThat(((Step.Outcome.Failed) steps.getLast().outcome()).failure().name()).isEqualTo(
                    "Unreachable.CONNECT_TIMED_OUT");
        }
    }
}
