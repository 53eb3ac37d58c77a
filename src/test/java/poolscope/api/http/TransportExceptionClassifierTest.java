package poolscope.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.v1.ClusterListReader;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;

class TransportExceptionClassifierTest {
    private static final FailureDetails EVIDENCE = FailureDetails.of(new FailureDetails.RequestLine("GET", "h", "/"),
            Instant.EPOCH);

    private static Failure of(Exception thrown) {
        return TransportExceptionClassifier.failure(thrown, EVIDENCE);
    }

    private static Failure.Untrusted.Cause tls(String message, @Nullable Exception cause) {
        var thrown = new SSLHandshakeException(message);
        if (cause != null) thrown.initCause(cause);
        return ((Failure.Untrusted) of(thrown)).cause();
    }

    @Test
    void P19_what_is_wrong_with_a_certificate_is_told_apart() {
        assertThat(tls("PKIX path building failed", new CertPathBuilderException("unable to find")))
                .isEqualTo(Failure.Untrusted.Cause.UNKNOWN_ISSUER);
        assertThat(tls("x", new CertificateExpiredException("NotAfter: Mon")))
                .isEqualTo(Failure.Untrusted.Cause.EXPIRED);
        assertThat(tls("x", new CertificateNotYetValidException("NotBefore: Mon")))
                .isEqualTo(Failure.Untrusted.Cause.NOT_YET_VALID);
        assertThat(tls("x", new CertPathValidatorException("validity check failed", null, null, -1,
                CertPathValidatorException.BasicReason.EXPIRED))).isEqualTo(Failure.Untrusted.Cause.EXPIRED);
        assertThat(tls("x", new CertificateException("No subject alternative DNS name matching h found.")))
                .isEqualTo(Failure.Untrusted.Cause.WRONG_NAME);
        assertThat(tls("Received fatal alert: protocol_version", null)).isEqualTo(Failure.Untrusted.Cause.TOO_OLD);
        assertThat(tls("Unsupported or unrecognized SSL message", null)).isEqualTo(Failure.Untrusted.Cause.NOT_HTTPS);
        assertThat(tls("Received fatal alert: internal_error", null)).isEqualTo(Failure.Untrusted.Cause.OTHER);
    }

    @Test
    void P20_a_proxys_refusal_is_the_proxys() {
        assertThat(((Failure.Proxy) of(new IOException("Tunnel failed, got: 403"))).cause())
                .isEqualTo(Failure.Proxy.Cause.REFUSED);
        assertThat(((Failure.Proxy) of(new IOException("Tunnel failed, got: 502"))).cause())
                .isEqualTo(Failure.Proxy.Cause.CANNOT_REACH);
    }

    @Test
    void a_network_without_a_way_is_told_from_a_dead_port() {
        var noRoute = new ConnectException("x");
        noRoute.initCause(new NoRouteToHostException("x"));
        assertThat(((Failure.Unreachable) of(noRoute)).cause()).isEqualTo(Failure.Unreachable.Cause.NO_ROUTE);
        for (var reason : List.of(new SocketException("\u7f51\u7edc\u4e0d\u53ef\u8fbe"),
                new BindException("Permission denied"),
                new NoRouteToHostException("\u6ca1\u6709\u5230\u4e3b\u673a\u7684\u8def\u7531"))) {
            var connecting = new ConnectException(reason.getMessage());
            connecting.initCause(reason);
            assertThat(((Failure.Unreachable) of(connecting)).cause()).as(reason.toString())
                    .isEqualTo(Failure.Unreachable.Cause.NO_ROUTE);
            assertThat(((Failure.Unreachable) TransportExceptionClassifier.connecting(reason, EVIDENCE)).cause())
                    .isEqualTo(Failure.Unreachable.Cause.NO_ROUTE);
        }
        var refused = new ConnectException("Connection refused");
        assertThat(((Failure.Unreachable) TransportExceptionClassifier.connecting(refused, EVIDENCE)).cause())
                .isEqualTo(Failure.Unreachable.Cause.REFUSED);
        refused.initCause(new ClosedChannelException());
        assertThat(((Failure.Unreachable) of(refused)).cause()).isEqualTo(Failure.Unreachable.Cause.REFUSED);
        assertThat(((Failure.Unreachable) of(new ConnectException())).cause())
                .isEqualTo(Failure.Unreachable.Cause.REFUSED);
        assertThat(((Failure.Unreachable) of(new IOException("something new"))).cause())
                .isEqualTo(Failure.Unreachable.Cause.OTHER);
    }

    @Test
    void P19_a_certificate_of_an_unknown_issuer_is_refused_once_over_real_tls(@TempDir Path folder) throws Exception {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
        server.start();
        var serviceAndProject = ServiceAndProject
                .of(new ServiceAndProject.Draft("c", "n", "", "https://127.0.0.1:" + server.getAddress().getPort(),
                        "p"))
                .orThrow();
        try (var reader = ClusterListReader.open(ApiTarget.of(serviceAndProject, Credentials.NONE),
                RequestClockAndTimeouts.real())) {
            throw new AssertionError("read " + reader.read(_ -> {
            }));
        } catch (ApiException e) {
            assertThat(((Failure.Untrusted) e.failure()).cause()).isEqualTo(Failure.Untrusted.Cause.UNKNOWN_ISSUER);
            assertThat(e.failure().failureDetails().attempts()).isEqualTo(1);
        } finally {
            server.stop(0);
        }
    }

    private static SSLContext selfSigned(Path folder) throws Exception {
        var store = folder.resolve("store.p12");
        var keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "SAN=IP:127.0.0.1", "-storetype",
                "PKCS12", "-storepass", "changeit", "-keystore", store.toString()).redirectErrorStream(true).start();
        assertThat(keytool.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
