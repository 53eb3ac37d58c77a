package poolscope.api.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.api.v1.FaultTestService.TOKEN;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import poolscope.api.ApiTarget;
import poolscope.api.ConnectProxy;
import poolscope.api.Failure;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.TestCertificates;
import poolscope.connection.NetworkRoute;
import poolscope.connection.ProxyChoice;

/// B2: a proxy on the way.
final class ProxyFaultCases {
    private static final String LOGIN = "407 Proxy Authentication Required";
    private static final String BASIC = "Proxy-Authenticate: Basic realm=\"corp\"\r\n";

    private ProxyFaultCases() {}

    static List<FaultCase> cases(TestCertificates certificates) {
        var networkRoute = new NetworkRoute(ProxyChoice.DIRECT, Optional.of(certificates.ca()));
        var stand = new ProxyFaultCases.Behind(certificates, networkRoute);
        return List.of(new FaultCase(23, "407 without credentials", () -> {
            var failure = stand.fails(FaultTestService.answer(LOGIN, BASIC, ""), "", "Proxy.LOGIN_REQUIRED", 1);
            assertThat(failure.failureDetails().detail()).contains("Basic");
        }), new FaultCase(24, "Basic login over CONNECT, disabled by the JDK's default", () -> {
            try (var proxy = new ConnectProxy(ConnectProxy.TUNNEL)) {
                assertThat(stand.reads(proxy.way("me", "secret", networkRoute))).isZero();
                assertThat(proxy.heads).singleElement().asString().contains("Proxy-Authorization: Basic ");
            }
        }), new FaultCase(25, "407 to a wrong password",
                () -> stand.fails(FaultTestService.answer(LOGIN, BASIC, ""), "wrong", "Proxy.LOGIN_REQUIRED", 1)),
                new FaultCase(26, "407 without a scheme, or Negotiate only", () -> {
                    stand.fails(FaultTestService.answer(LOGIN, ""), "", "Proxy.LOGIN_REQUIRED", 1);
                    var failure = stand.fails(FaultTestService.answer(LOGIN, "Proxy-Authenticate: Negotiate\r\n", ""),
                            "", "Proxy.LOGIN_REQUIRED", 1);
                    assertThat(failure.failureDetails().detail()).contains("Negotiate");
                }),
                new FaultCase(27, "407 without a body",
                        () -> stand.fails("HTTP/1.1 407\r\n" + BASIC + "\r\n", "", "Proxy.LOGIN_REQUIRED", 1)),
                new FaultCase(28, "CONNECT refused with a web page",
                        () -> stand.fails(
                                FaultTestService.answer("403 Forbidden", "<html><title>Policy</title></html>"), "",
                                "Proxy.REFUSED", 1)),
                new FaultCase(29, "proxy that cannot reach the service", () -> {
                    for (var status : List.of("502 Bad Gateway", "503 Unavailable", "504 Gateway Timeout"))
                        stand.fails(FaultTestService.answer(status, ""), "", "Proxy.CANNOT_REACH", 3);
                }), new FaultCase(30, "login page of a captive portal", () -> {
                    var failure = FaultTestService.fails(
                            FaultTestService.answer("200 OK", "Content-Type: text/html\r\n",
                                    "<!DOCTYPE html><html><head><title>Guest Wi-Fi</title>"),
                            "UnreadableAnswer.WEB_PAGE", 1);
                    assertThat(failure.failureDetails().detail()).isEqualTo("Guest Wi-Fi");
                }), new FaultCase(31, "the system's proxy changes while running", stand::change));
    }

    private record Behind(TestCertificates certificates, NetworkRoute networkRoute) {

        Failure fails(String answer, String password, String expected, int tries) throws Exception {
            var server = certificates.serve("good");
            try (var proxy = new ConnectProxy(answer)) {
                var networkRouteAndPasswords = proxy.way(password.isEmpty() ? "" : "me", password, networkRoute);
                var apiTarget = new ApiTarget(TestCertificates.to(server, "localhost"), TOKEN,
                        networkRouteAndPasswords);
                try (var reader = ClusterListReader.open(apiTarget, FaultTestService.quick(new ArrayList<>()))) {
                    var failure = TestService.failure(reader);
                    assertThat(failure.name()).isEqualTo(expected);
                    // a password that was refused is not shown again before a person acts
                    if (!password.isEmpty()) assertThat(TestService.failure(reader)).isEqualTo(failure);
                    assertThat(proxy.heads).hasSize(tries);
                    assertThat(proxy.heads.toString()).doesNotContain("canary");
                    return failure;
                }
            } finally {
                server.stop(0);
            }
        }

        int reads(NetworkRouteAndPasswords networkRouteAndPasswords) throws Exception {
            var server = certificates.serve("good");
            try (var reader = ClusterListReader.open(
                    new ApiTarget(TestCertificates.to(server, "localhost"), TOKEN, networkRouteAndPasswords),
                    FaultTestService.quick(new ArrayList<>()))) {
                return TestService.read(reader).pools().size();
            } finally {
                server.stop(0);
            }
        }

        void change() throws Exception {
            var usual = ProxySelector.getDefault();
            var current = new AtomicReference<>(usual);
            ProxySelector.setDefault(new ProxySelector() {
                @Override
                public List<Proxy> select(URI uri) {
                    return current.get().select(uri);
                }

                @Override
                public void connectFailed(URI uri, SocketAddress address, IOException thrown) {
                    throw new AssertionError(thrown);
                }
            });
            var server = certificates.serve("good");
            var networkRouteAndPasswords = new NetworkRouteAndPasswords(networkRoute.withProxy(ProxyChoice.SYSTEM),
                    Optional.empty());
            try (var one = new ConnectProxy(ConnectProxy.TUNNEL);
                    var other = new ConnectProxy(FaultTestService.answer("403 Forbidden", ""));
                    var reader = ClusterListReader.open(
                            new ApiTarget(TestCertificates.to(server, "localhost"), TOKEN, networkRouteAndPasswords),
                            FaultTestService.quick(new ArrayList<>()))) {
                current.set(selector(one));
                TestService.read(reader);
                current.set(selector(other));
                assertThat(TestService.failure(reader).name()).isEqualTo("Proxy.REFUSED");
            } finally {
                ProxySelector.setDefault(usual);
                server.stop(0);
            }
        }

        private ProxySelector selector(ConnectProxy proxy) {
            var choice = (ProxyChoice.Manual) proxy.way("", "", networkRoute).networkRoute().proxy();
            return ProxySelector.of(new InetSocketAddress(choice.host(), choice.port()));
        }
    }
}
