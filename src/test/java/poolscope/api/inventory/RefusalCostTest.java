package poolscope.api.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poolscope.MovableClock;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.HttpTimeouts;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.connection.Credentials;
import poolscope.connection.RequestedPoolLists;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.TestQueries;

/// How many requests a service receives with credentials that it refuses, when everything is requested: both
/// generations, all workspaces, metrics, specifications and maintenance. Five lock an access key.
@Timeout(60)
class RefusalCostTest {
    private static final String REFUSED = "{\"error_code\":\"APIG.0301\",\"error_msg\":\"Incorrect IAM authentication "
            + "information: %s\"}";

    /// The service's is that of this machine.
    private final MovableClock clock = new MovableClock(Instant.now());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Optional<String> refusal = Optional.empty();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        asked.add(path);
        var why = refusal;
        var body = why.map(REFUSED::formatted).orElseGet(() -> list(path)).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(why.isPresent() ? 401 : 200, body.length);
        try (exchange; var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String list(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "clusters" -> "{\"total_count\":1,\"clusters\":[{\"cluster_id\":\"old\"}]}";
            case "workspaces" -> "{\"workspaces\":[{\"id\":\"0\"},{\"id\":\"1\"}]}";
            case "scheduled-events" -> "{\"events\":[]}";
            default -> "{\"items\":[{\"metadata\":{\"name\":\"new\"}}]}";
        };
    }

    /// Credentials, and how they are refused.
    ///
    /// @param later
    ///            how long nothing was requested; for a signature less than the 15 minutes by which clocks may differ
    private record Case(Credentials credentials, String refusal, Duration later) {
        @Override
        public String toString() {
            return refusal;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(Credentials.accessKey("AK", "a-secret", "").orThrow(), "verify aksk signature fail",
                        Duration.ofMinutes(14)),
                new Case(Credentials.token("t".repeat(40)).orThrow(), "token expires", Duration.ofHours(25)));
    }

    private InventoryReader reader(Credentials credentials) {
        var serviceAndProject = new ServiceAndProject("c", "Connection", Optional.empty(),
                URI.create("http://localhost:" + server.getAddress().getPort()), "p");
        var everything = new RequestedPoolLists(RequestedPoolLists.Generations.BOTH, RequestedPoolLists.Workspaces.ALL);
        var environment = new RequestClockAndTimeouts(clock, System::nanoTime, RandomGenerator.getDefault(),
                Thread::sleep, HttpTimeouts.DEFAULT);
        return InventoryReader.open(ApiTarget.of(serviceAndProject, credentials).withQuery(TestQueries.of(everything)),
                environment);
    }

    private void assertRefused(InventoryReader reader) {
        assertThatThrownBy(() -> reader.read(_ -> {
        })).isInstanceOfSatisfying(ApiException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.SignInRefused.class));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void P23_a_new_connection_is_refused_once_however_often_it_is_read_until_a_person_acts(Case one) {
        refusal = Optional.of(one.refusal);
        try (var reader = reader(one.credentials); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            reader.prefetch(threads);
            assertRefused(reader);
            for (int time = 0; time < 24; time++) {
                assertRefused(reader);
                clock.advance(one.later.dividedBy(24));
            }
            assertThat(asked).hasSize(1);
            reader.release();
            assertRefused(reader);
            assertThat(asked).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void P23_credentials_that_were_accepted_long_ago_are_refused_once_too(Case one) throws Exception {
        try (var reader = reader(one.credentials)) {
            reader.read(_ -> {
            });
            assertThat(asked).hasSize(7);
            asked.clear();
            clock.advance(one.later);
            refusal = Optional.of(one.refusal);
            assertRefused(reader);
            assertRefused(reader);
            assertThat(asked).hasSize(1);
        }
    }

    /// A token may expire, and a key be replaced, at any moment: the next refresh is not the fifth of an hour later.
    @ParameterizedTest
    @MethodSource("cases")
    void P23_credentials_that_were_accepted_at_the_last_refresh_are_refused_once_too(Case one) throws Exception {
        for (var interval : List.of(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(4)))
            try (var reader = reader(one.credentials)) {
                refusal = Optional.empty();
                reader.read(_ -> {
                });
                asked.clear();
                clock.advance(interval);
                refusal = Optional.of(one.refusal);
                assertRefused(reader);
                assertThat(asked).as("refusals after %s", interval).hasSize(1);
            }
    }

    /// Less than the 15 seconds in which credentials count as accepted after a request that was.
    @Test
    void P23_a_token_that_expires_right_after_an_accepted_request_is_refused_once() throws Exception {
        try (var reader = reader(tokenUntil(clock.instant().plusSeconds(5)))) {
            reader.read(_ -> {
            });
            asked.clear();
            clock.advance(Duration.ofSeconds(8));
            refusal = Optional.of("token expires");
            assertRefused(reader);
            assertThat(asked).hasSize(1);
        }
    }

    /// A pasted token, as IAM packs it.
    private static Credentials tokenUntil(Instant end) {
        var json = "{\"token\":{\"expires_at\":\"%s\"}}".formatted(end);
        return Credentials.token(Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8))).orThrow();
    }
}
