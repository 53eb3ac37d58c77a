package poolscope.api.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.api.v1.FaultTestService.EMPTY_LIST;
import static poolscope.api.v1.FaultTestService.TOKEN;
import static poolscope.api.v1.FaultTestService.fails;
import static poolscope.api.v1.FaultTestService.failsSoon;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.RawServer;
import poolscope.api.TestCertificates;
import poolscope.api.TransportTest;
import poolscope.connection.ServiceAndProject;

/// B1: the way to the service.
final class TransportFaultCases {
    private static final String HEAD = "HTTP/1.1 200 OK\r\n";

    private TransportFaultCases() {}

    static List<FaultCase> cases(TestCertificates certificates) {
        return List.of(
                new FaultCase(1, "unknown host",
                        () -> assertAttempts(fails(ServiceAndProject
                                .of(new ServiceAndProject.Draft("c", "n", "", "https://no-such-host.invalid", "p"))
                                .orThrow(), "Unreachable.NAME_UNKNOWN"), 3)),
                new FaultCase(4, "connection refused", () -> {
                    var gone = RawServer.saying("");
                    gone.close();
                    assertAttempts(fails(gone.connection("http"), "Unreachable.REFUSED"), 3);
                }), new FaultCase(5, "connect black hole", TransportFaultCases::blackHole),
                new FaultCase(6, "TLS handshake stalls", () -> {
                    try (var server = RawServer.silent()) {
                        assertAttempts(failsSoon(server.connection("https"), "Unreachable.CONNECT_TIMED_OUT"), 3);
                        TransportTest.until(() -> server.open.get() == 0);
                    }
                }), new FaultCase(7, "unknown CA", () -> {
                    var failure = refused(certificates, "good", NetworkRouteAndPasswords.DEFAULT,
                            "Untrusted.UNKNOWN_ISSUER");
                    assertThat(failure.failureDetails().detail()).isEqualTo("CN=Example Company CA");
                }), new FaultCase(8, "wrong host name", () -> {
                    var failure = refused(certificates, "elsewhere", TestCertificates.trusting(certificates.ca()),
                            "Untrusted.WRONG_NAME");
                    assertThat(failure.failureDetails().detail()).isEqualTo("modelarts.example.com");
                }), new FaultCase(9, "certificate expired or not yet valid", () -> {
                    var networkRouteAndPasswords = TestCertificates.trusting(certificates.ca());
                    refused(certificates, "over", networkRouteAndPasswords, "Untrusted.EXPIRED");
                    refused(certificates, "tomorrow", networkRouteAndPasswords, "Untrusted.NOT_YET_VALID");
                }),
                new FaultCase(10, "imported leaf that has expired",
                        () -> refused(certificates, "alone-over",
                                TestCertificates.trusting(certificates.pem("alone-over")), "Untrusted.EXPIRED")),
                new FaultCase(11, "TLS 1.0 and 1.1 only", () -> {
                    try (var server = new RawServer((_, out) -> out.write(new byte[]{0x15, 3, 1, 0, 2, 2, 70}))) {
                        assertAttempts(fails(server.connection("https"), "Untrusted.TOO_OLD"), 1);
                    }
                }), new FaultCase(12, "reset before headers", () -> {
                    try (var server = new RawServer((socket, _) -> socket.setSoLinger(true, 0))) {
                        assertAttempts(fails(server.connection("http"), "Unreachable.RESET"), 3);
                    }
                }), new FaultCase(13, "closed without an answer", () -> {
                    try (var server = RawServer.saying("")) {
                        assertAttempts(fails(server.connection("http"), "Unreachable.RESET"), 3);
                    }
                }), new FaultCase(14, "pooled connection closed while idle", () -> {
                    var keptOpen = HEAD + "Content-Length: " + EMPTY_LIST.length() + "\r\n\r\n" + EMPTY_LIST;
                    try (var server = RawServer.saying(keptOpen);
                            var reader = ClusterListReader.open(ApiTarget.of(server.connection("http"), TOKEN),
                                    FaultTestService.quick(new ArrayList<>(0)))) {
                        for (int i = 0; i < 5; i++)
                            assertThat(TestService.read(reader).isComplete()).isTrue();
                    }
                }), new FaultCase(15, "stall after headers, and a drip", TransportFaultCases::slow),
                new FaultCase(16, "truncated, with a length",
                        () -> fails(HEAD + "Content-Length: 1000\r\n\r\n{\"total_count\":", "Unreachable.RESET", 3)),
                new FaultCase(17, "truncated, chunked",
                        () -> fails(HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"tot", "Unreachable.RESET", 3)),
                new FaultCase(18, "truncated, without a length",
                        () -> fails(HEAD + "Connection: close\r\n\r\n{\"total_count\":2,\"clusters\":[{},",
                                "UnreadableAnswer.TRUNCATED", 3)),
                new FaultCase(19, "endless body", () -> {
                    try (var server = new RawServer((_, out) -> {
                        out.write((HEAD + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                        while (true)
                            out.write(new byte[1 << 20]);
                    })) {
                        fails(server.connection("http"), "UnreadableAnswer.TOO_LARGE");
                        // in three sizes of a page
                        assertThat(server.requests).hasSize(3);
                    }
                }),
                new FaultCase(20, "headers over 384 KiB",
                        () -> fails(HEAD + "X: " + "a".repeat(400_000) + "\r\n\r\n",
                                "UnreadableAnswer.HEADERS_TOO_LARGE", 1)),
                new FaultCase(21, "https to a plain port, or another service", () -> {
                    fails("SSH-2.0-OpenSSH_9.6\r\n", "UnreadableAnswer.NOT_HTTP", 1);
                    try (var server = RawServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
                        assertAttempts(fails(server.connection("https"), "Untrusted.NOT_HTTPS"), 1);
                    }
                }));
    }

    static void assertAttempts(Failure failure, int attempts) {
        assertThat(failure.failureDetails().attempts()).isEqualTo(attempts);
    }

    static Failure refused(TestCertificates certificates, String certificate,
            NetworkRouteAndPasswords networkRouteAndPasswords, String expected) throws Exception {
        var server = certificates.serve(certificate);
        try {
            var failure = fails(
                    new ApiTarget(TestCertificates.to(server, "127.0.0.1"), TOKEN, networkRouteAndPasswords), expected);
            assertAttempts(failure, 1);
            return failure;
        } finally {
            server.stop(0);
        }
    }

    /// A port whose queue is full doesn't answer: Linux drops what comes.
    private static void blackHole() throws Exception {
        var queued = new CopyOnWriteArrayList<Socket>();
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 4; i++) {
                var socket = new Socket();
                queued.add(socket);
                try {
                    socket.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()), 100);
                } catch (IOException _) {
                    // full now
                }
            }
            var there = ServiceAndProject
                    .of(new ServiceAndProject.Draft("c", "n", "", "http://127.0.0.1:" + full.getLocalPort(), "p"));
            assertAttempts(failsSoon(there.orThrow(), "Unreachable.CONNECT_TIMED_OUT"), 3);
        } finally {
            for (var socket : queued)
                socket.close();
        }
    }

    private static void slow() throws Exception {
        for (var drips : new boolean[]{false, true})
            try (var server = new RawServer((socket, out) -> {
                out.write((HEAD + "Content-Length: 100000\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                while (drips) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(50);
                }
                assertThat(socket.getInputStream().read()).isLessThan(0);
            })) {
                assertAttempts(failsSoon(server.connection("http"), "Unreachable.ANSWER_TIMED_OUT"), 3);
                TransportTest.until(() -> server.open.get() == 0);
            }
    }
}
