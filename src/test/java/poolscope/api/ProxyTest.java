package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.api.check.ConnectionCheckKind;
import poolscope.api.check.ConnectionCheckResult;
import poolscope.api.check.ConnectionTestRun;
import poolscope.api.http.ProxyAndLogin;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.FaultTestService;
import poolscope.api.v1.TestService;
import poolscope.connection.Credentials;
import poolscope.connection.NetworkRoute;
import poolscope.connection.ProxyChoice;
import poolscope.connection.TestQueries;

/// Proxies work, and are told apart from the service (P20; faults B2 in promises.md), end to end through `CONNECT`
/// and TLS.
@Timeout(60)
@Isolated("Sets the proxy selector of the whole JVM.")
class ProxyTest {
    private static final Credentials TOKEN = Credentials.token("MIIFtoken0123456789").orThrow();
    @TempDir
    static Path folder;
    private static TestCertificates certificates;
    private HttpsServer server;
    private RequestClockAndTimeouts requestClockAndTimeouts;

    @BeforeAll
    static void make() throws Exception {
        certificates = new TestCertificates(folder);
        certificates.issue("good", TestCertificates.HERE);
    }

    @BeforeEach
    void serve() throws Exception {
        server = certificates.serve("good");
        var real = RequestClockAndTimeouts.real();
        requestClockAndTimeouts = new RequestClockAndTimeouts(real.clock(), real.nanoTime(), real.random(), _ -> {
        }, HttpTimeouts.DEFAULT);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private ClusterListReader reader(NetworkRouteAndPasswords networkRouteAndPasswords) {
        return ClusterListReader.open(
                new ApiTarget(TestCertificates.to(server, "localhost"), TOKEN, networkRouteAndPasswords),
                requestClockAndTimeouts);
    }

    private static NetworkRoute networkRoute() {
        return new NetworkRoute(ProxyChoice.DIRECT, Optional.of(certificates.ca()));
    }

    @Test
    void P20_a_host_that_the_exceptions_name_is_reached_directly_and_never_sees_the_login_of_the_proxy()
            throws Exception {
        try (var proxy = new ConnectProxy(ConnectProxy.TUNNEL)) {
            var through = proxy.way("me", "secret-password", networkRoute());
            var manual = (ProxyChoice.Manual) through.networkRoute().proxy();
            assertThat(TestService.read(readerOf(through, manual, "example.com")).isComplete()).isTrue();
            assertThat(proxy.heads).hasSize(1);
            var direct = direct(through, manual, "localhost");
            assertThat(ProxyAndLogin.of(direct, server(direct)).authorization()).isEmpty();
            assertThat(TestService.read(reader(direct)).isComplete()).isTrue();
            assertThat(proxy.heads).as("requests at the proxy").hasSize(1);
        }
    }

    private ClusterListReader readerOf(NetworkRouteAndPasswords route, ProxyChoice.Manual manual, String exceptions) {
        return reader(direct(route, manual, exceptions));
    }

    private URI server(NetworkRouteAndPasswords route) {
        return new ApiTarget(TestCertificates.to(server, "localhost"), TOKEN, route).serviceAndProject().endpoint();
    }

    private static NetworkRouteAndPasswords direct(NetworkRouteAndPasswords route, ProxyChoice.Manual manual,
            String exceptions) {
        var choice = new ProxyChoice.Manual(manual.host(), manual.port(), manual.user(), exceptions);
        return new NetworkRouteAndPasswords(route.networkRoute().withProxy(choice), route.proxyPassword());
    }

    @Test
    void a_proxy_that_repeats_the_login_is_not_quoted_with_it() throws Exception {
        var login = Base64.getEncoder().encodeToString("me:secret-password".getBytes(StandardCharsets.UTF_8));
        try (var proxy = new ConnectProxy(
                "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"not " + login + "\"\r\n\r\n")) {
            var apiTarget = new ApiTarget(TestCertificates.to(server, "localhost"), TOKEN,
                    proxy.way("me", "secret-password", networkRoute()));
            var steps = ConnectionTestRun.of(apiTarget, requestClockAndTimeouts).run(_ -> {
            });
            assertThat(steps.getLast().name()).isEqualTo(ConnectionCheckKind.PROXY);
            var failure = ((ConnectionCheckResult.Outcome.Failed) steps.getLast().outcome()).failure();
            assertThat(failure.failureDetails().detail()).startsWith("Basic realm=\"not ")
                    .doesNotContain(login)
                    .doesNotContain(login.substring(5, 11));
        }
    }

    @Test
    void what_is_not_encrypted_goes_through_no_proxy_and_takes_no_login_along() throws Exception {
        try (var proxy = new ConnectProxy("HTTP/1.1 502 Bad Gateway\r\n\r\n");
                var plain = RawServer.saying(RawServer.ok(FaultTestService.EMPTY_LIST))) {
            var networkRouteAndPasswords = proxy.way("me", "password", NetworkRoute.DEFAULT);
            for (var host : java.util.List.of("127.0.0.1", "localhost")) {
                var draft = new poolscope.connection.ServiceAndProject.Draft("c", "n", "",
                        "http://" + host + ":" + plain.port(), "p");
                var apiTarget = new ApiTarget(poolscope.connection.ServiceAndProject.of(draft).orThrow(), TOKEN,
                        networkRouteAndPasswords);
                try (var reader = ClusterListReader.open(apiTarget, requestClockAndTimeouts)) {
                    assertThat(TestService.read(reader).isComplete()).isTrue();
                }
                var v1Only = TestQueries.V1_ONLY;
                assertThat(ConnectionTestRun.of(apiTarget.withQuery(v1Only), requestClockAndTimeouts).run(_ -> {
                })).hasSize(ConnectionCheckKind.values().length).noneMatch(ConnectionCheckResult::isFailed);
            }
            assertThat(proxy.heads).isEmpty();
            assertThat(plain.requests).isNotEmpty()
                    .noneMatch(request -> request.toLowerCase(java.util.Locale.ROOT).contains("proxy-authorization"));
        }
    }

    @Test
    void P20_a_login_at_the_proxy_works_through_connect_and_goes_to_the_proxy_only() throws Exception {
        var atOrigin = new CopyOnWriteArrayList<String>();
        server.createContext("/v1", exchange -> {
            atOrigin.addAll(exchange.getRequestHeaders().keySet());
            byte[] body = "{\"error_code\":\"APIG.0301\",\"error_msg\":\"decrypt token fail\"}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        try (var proxy = new ConnectProxy(ConnectProxy.TUNNEL);
                var reader = reader(proxy.way("me", "pass:wörd", networkRoute()))) {
            var failure = TestService.failure(reader);
            assertThat(failure.failureDetails().code()).isEqualTo("APIG.0301");
            assertThat(failure.failureDetails().status()).isEqualTo(401);
            var login = Base64.getEncoder().encodeToString("me:pass:wörd".getBytes(StandardCharsets.UTF_8));
            assertThat(proxy.heads).singleElement()
                    .asString()
                    .startsWith("CONNECT localhost:")
                    .contains("Proxy-Authorization: Basic " + login + "\r\n")
                    .doesNotContain("MIIF");
            assertThat(atOrigin).contains("X-auth-token").doesNotContain("Proxy-authorization");
        }
    }

    @Test
    void P20_a_wrong_proxy_password_is_shown_once_and_not_again_before_a_person_acts() throws Exception {
        try (var proxy = new ConnectProxy(
                "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"corp\"\r\n"
                        + "Content-Length: 0\r\n\r\n")) {
            var networkRouteAndPasswords = proxy.way("me", "wrong", networkRoute());
            try (var reader = reader(networkRouteAndPasswords)) {
                for (int i = 0; i < 3; i++) {
                    var failure = TestService.failure(reader);
                    assertThat(failure.name()).isEqualTo("Proxy.LOGIN_REQUIRED");
                    assertThat(failure.failureDetails().detail()).contains("Basic");
                    assertThat(failure.failureDetails().status()).isEqualTo(407);
                }
                assertThat(proxy.heads).hasSize(1);
                requestClockAndTimeouts.guard()
                        .release(new ApiTarget(TestCertificates.to(server, "localhost"), TOKEN,
                                networkRouteAndPasswords));
                TestService.failure(reader);
                assertThat(proxy.heads).hasSize(2);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            407 Proxy Authentication Required | Proxy.LOGIN_REQUIRED | 1
            403 Forbidden                     | Proxy.REFUSED        | 1
            502 Bad Gateway                   | Proxy.CANNOT_REACH   | 3
            504 Gateway Timeout               | Proxy.CANNOT_REACH   | 3
            """)
    void P20_what_the_proxy_says_is_never_taken_for_the_services_word(String answer, String failure, int tries)
            throws Exception {
        try (var proxy = new ConnectProxy(
                "HTTP/1.1 " + answer + "\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>no</p>");
                var reader = reader(proxy.way("", "", networkRoute()))) {
            assertThat(TestService.failure(reader).name()).isEqualTo(failure);
            assertThat(proxy.heads).hasSize(tries);
        }
    }

    @Test
    void P20_without_a_proxy_none_is_asked() throws Exception {
        try (var proxy = new ConnectProxy(ConnectProxy.TUNNEL);
                var reader = reader(new NetworkRouteAndPasswords(networkRoute(), Optional.empty()))) {
            assertThat(TestService.read(reader).pools()).isEmpty();
            assertThat(proxy.heads).isEmpty();
        }
    }

    @Test
    void P20_the_systems_proxy_is_asked_for_anew_each_time() throws Exception {
        var usual = java.net.ProxySelector.getDefault();
        try (var proxy = new ConnectProxy(ConnectProxy.TUNNEL)) {
            var choice = (ProxyChoice.Manual) proxy.way("", "", networkRoute()).networkRoute().proxy();
            java.net.ProxySelector.setDefault(
                    java.net.ProxySelector.of(new java.net.InetSocketAddress(choice.host(), choice.port())));
            try (var reader = reader(
                    new NetworkRouteAndPasswords(networkRoute().withProxy(ProxyChoice.SYSTEM), Optional.empty()))) {
                assertThat(TestService.read(reader).pools()).isEmpty();
            }
            assertThat(proxy.heads).hasSize(1);
        } finally {
            java.net.ProxySelector.setDefault(usual);
        }
    }
}
