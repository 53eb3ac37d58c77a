package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.api.v1.FaultTestService.TOKEN;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import poolscope.api.check.ConnectionCheckKind;
import poolscope.api.check.ConnectionCheckResult;
import poolscope.api.check.ConnectionTestRun;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.FaultTestService;
import poolscope.api.v1.TestService;
import poolscope.connection.NetworkRoute;
import poolscope.connection.ProxyChoice;

/// A proxy that fails is told as the proxy, by the reading and by *Test connection*, and never as the service.
@Timeout(60)
class ProxyCauseTest {
    @TempDir
    static Path folder;
    private static TestCertificates certificates;

    @BeforeAll
    static void make() throws Exception {
        certificates = new TestCertificates(folder);
        certificates.issue("good", TestCertificates.HERE);
    }

    private static void bothSay(String proxy, String expected, String detail) throws Exception {
        var server = certificates.serve("good");
        try {
            var networkRoute = new NetworkRoute(ProxyChoice.manual(proxy, "").orThrow(),
                    Optional.of(certificates.ca()));
            var serviceAndProject = poolscope.connection.ServiceAndProject
                    .of(new poolscope.connection.ServiceAndProject.Draft("c", "n", "",
                            "https://modelarts.example.com:" + server.getAddress().getPort(), "p"))
                    .orThrow();
            var apiTarget = new ApiTarget(serviceAndProject, TOKEN,
                    new NetworkRouteAndPasswords(networkRoute, Optional.empty()));
            try (var reader = ClusterListReader.open(apiTarget, FaultTestService.quick(new ArrayList<>()))) {
                var failure = TestService.failure(reader);
                assertThat(failure.name()).isEqualTo(expected);
                assertThat(failure.failureDetails().detail()).isEqualTo(detail);
            }
            var steps = ConnectionTestRun.of(apiTarget, RequestClockAndTimeouts.real()).run(_ -> {
            });
            assertThat(steps.getLast().outcome()).isInstanceOfSatisfying(ConnectionCheckResult.Outcome.Failed.class,
                    failed -> {
                        assertThat(failed.failure().name()).isEqualTo(expected);
                        assertThat(failed.failure().failureDetails().detail()).isEqualTo(detail);
                    });
        } finally {
            server.stop(0);
        }
    }

    @Test
    void an_unknown_proxy() throws Exception {
        bothSay("no-such-proxy.invalid:3128", "Proxy.NAME_UNKNOWN", "no-such-proxy.invalid:3128");
    }

    @Test
    void a_proxy_where_nothing_listens() throws Exception {
        int port;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        bothSay("127.0.0.1:" + port, "Proxy.NOTHING_LISTENS", "127.0.0.1:" + port);
    }

    @Test
    void a_server_that_is_no_proxy_is_named_as_such() throws Exception {
        for (var said : List.of("SSH-2.0-OpenSSH_9.6\r\n\r\n", "")) {
            try (var other = RawServer.saying(said)) {
                var networkRoute = new NetworkRoute(ProxyChoice.manual("127.0.0.1:" + other.port(), "").orThrow(),
                        Optional.empty());
                var serviceAndProject = poolscope.connection.ServiceAndProject
                        .of(new poolscope.connection.ServiceAndProject.Draft("c", "n", "",
                                "https://modelarts.example.com", "p"))
                        .orThrow();
                var apiTarget = new ApiTarget(serviceAndProject, TOKEN,
                        new NetworkRouteAndPasswords(networkRoute, Optional.empty()));
                FaultTestService.fails(apiTarget, "Proxy.NO_PROXY");
                var steps = ConnectionTestRun.of(apiTarget, RequestClockAndTimeouts.real()).run(_ -> {
                });
                assertThat(steps.getLast().name()).isEqualTo(ConnectionCheckKind.PROXY);
                assertThat(steps.getLast().outcome()).isInstanceOfSatisfying(ConnectionCheckResult.Outcome.Failed.class,
                        failed -> assertThat(failed.failure().name()).isEqualTo("Proxy.NO_PROXY"));
            }
        }
    }

    @Test
    void without_a_proxy_the_service_is_what_refuses() throws IOException, Exception {
        var gone = RawServer.saying("");
        gone.close();
        FaultTestService.fails(gone.connection("http"), "Unreachable.REFUSED");
    }
}
