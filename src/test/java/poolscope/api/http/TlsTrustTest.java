package poolscope.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import poolscope.MovableClock;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.HttpTimeouts;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.TestCertificates;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.TestService;
import poolscope.connection.Credentials;

/// TLS is strict, and says why (P19; measured 5 in api-notes.md), over real handshakes.
@Timeout(60)
@Isolated("Sets system properties.")
class TlsTrustTest {
    @TempDir
    static Path folder;
    private static TestCertificates certificates;

    @BeforeAll
    static void make() throws Exception {
        certificates = new TestCertificates(folder);
        certificates.issue("good", TestCertificates.HERE);
        certificates.issue("elsewhere", "SAN=DNS:modelarts.example.com");
        certificates.issue("over", TestCertificates.HERE, "-startdate", "-30d", "-validity", "10");
        certificates.issue("tomorrow", TestCertificates.HERE, "-startdate", "+2d", "-validity", "10");
        certificates.selfSign("alone");
        certificates.selfSign("alone-over", "-startdate", "-30d", "-validity", "10");
    }

    @Test
    void P19_an_unknown_issuer_is_refused_by_name() throws Exception {
        var failure = failure("good", NetworkRouteAndPasswords.DEFAULT);
        assertThat(failure.name()).isEqualTo("Untrusted.UNKNOWN_ISSUER");
        assertThat(failure.failureDetails().detail()).isEqualTo("CN=Example Company CA");
    }

    @Test
    void an_address_without_tls_believes_no_certificate_at_all() throws Exception {
        var server = certificates.serve("good");
        try (var client = HttpClient.newBuilder().sslContext(TlsTrust.none().tls()).build()) {
            var request = HttpRequest.newBuilder(TestCertificates.to(server, "localhost").endpoint()).build();
            assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.discarding()))
                    .hasStackTraceContaining("no TLS here");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void P19_an_issuer_that_was_added_is_trusted_for_this_connection() throws Exception {
        assertThat(read("good", TestCertificates.trusting(certificates.ca()))).isEqualTo("read");
        assertThat(read("good", NetworkRouteAndPasswords.DEFAULT)).isEqualTo("Untrusted.UNKNOWN_ISSUER");
    }

    @Test
    void P19_a_certificate_for_another_name_is_refused_with_the_names_found() throws Exception {
        var failure = failure("elsewhere", TestCertificates.trusting(certificates.ca()));
        assertThat(failure.name()).isEqualTo("Untrusted.WRONG_NAME");
        assertThat(failure.failureDetails().detail()).isEqualTo("modelarts.example.com");
    }

    @Test
    void P19_a_certificate_whose_time_is_over_or_to_come_is_refused() throws Exception {
        var networkRouteAndPasswords = TestCertificates.trusting(certificates.ca());
        assertThat(read("over", networkRouteAndPasswords)).isEqualTo("Untrusted.EXPIRED");
        assertThat(read("tomorrow", networkRouteAndPasswords)).isEqualTo("Untrusted.NOT_YET_VALID");
    }

    @Test
    void P19_a_servers_own_certificate_can_be_added_and_stays_bound_to_its_name() throws Exception {
        assertThat(read("alone", TestCertificates.trusting(certificates.pem("alone")))).isEqualTo("read");
        assertThat(read("elsewhere", TestCertificates.trusting(certificates.pem("elsewhere"))))
                .isEqualTo("Untrusted.WRONG_NAME");
    }

    @Test
    void P19_an_added_certificate_that_has_expired_is_refused_with_its_dates() throws Exception {
        var failure = failure("alone-over", TestCertificates.trusting(certificates.pem("alone-over")));
        assertThat(failure.name()).isEqualTo("Untrusted.EXPIRED");
        assertThat(failure.failureDetails().detail()).contains("CN=alone-over")
                .containsPattern("\\d{4}-\\d\\d-\\d\\dT");
    }

    @Test
    void P19_an_added_certificate_that_expires_while_the_program_runs_is_refused_from_then_on() throws Exception {
        var real = RequestClockAndTimeouts.real();
        var clock = new MovableClock(Instant.now());
        var requestClockAndTimeouts = new RequestClockAndTimeouts(clock, real.nanoTime(), real.random(), real.sleeper(),
                HttpTimeouts.DEFAULT);
        var server = certificates.serve("alone");
        var apiTarget = new ApiTarget(TestCertificates.to(server, "127.0.0.1"), Credentials.NONE,
                TestCertificates.trusting(certificates.pem("alone")));
        try (var reader = ClusterListReader.open(apiTarget, requestClockAndTimeouts)) {
            TestService.read(reader);
            clock.advance(Duration.ofDays(400));
            assertThat(TestService.failure(reader).name()).isEqualTo("Untrusted.EXPIRED");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void P19_a_file_without_certificates_is_named_and_nothing_is_sent() throws Exception {
        var empty = Files.writeString(folder.resolve("empty.pem"), "hello");
        for (var file : new Path[]{empty, folder.resolve("missing.pem")}) {
            var failure = failure("good", TestCertificates.trusting(file));
            assertThat(failure.name())
                    .isEqualTo(file == empty ? "Untrusted.CA_FILE_NO_CERTIFICATE" : "Untrusted.CA_FILE_MISSING");
            assertThat(failure.failureDetails().detail()).isEqualTo(file.toString());
        }
    }

    @Test
    void P19_the_program_knows_when_host_names_would_not_be_checked() {
        var name = "jdk.internal.httpclient.disableHostnameVerification";
        assertThat(UnsafeJvmSettingsCheck.refusal()).isEmpty();
        try {
            for (var value : new String[]{"", "true"}) {
                System.setProperty(name, value);
                assertThat(UnsafeJvmSettingsCheck.refusal()).contains(name);
            }
            System.setProperty(name, "false");
            assertThat(UnsafeJvmSettingsCheck.refusal()).isEmpty();
        } finally {
            System.clearProperty(name);
        }
    }

    private static String read(String certificate, NetworkRouteAndPasswords networkRouteAndPasswords) throws Exception {
        HttpsServer server = certificates.serve(certificate);
        var apiTarget = new ApiTarget(TestCertificates.to(server, "127.0.0.1"), Credentials.NONE,
                networkRouteAndPasswords);
        try (var reader = ClusterListReader.open(apiTarget, RequestClockAndTimeouts.real())) {
            TestService.read(reader);
            return "read";
        } catch (ApiException e) {
            return e.failure().name();
        } finally {
            server.stop(0);
        }
    }

    private static Failure failure(String certificate, NetworkRouteAndPasswords networkRouteAndPasswords)
            throws Exception {
        HttpsServer server = certificates.serve(certificate);
        var apiTarget = new ApiTarget(TestCertificates.to(server, "127.0.0.1"), Credentials.NONE,
                networkRouteAndPasswords);
        try (var reader = ClusterListReader.open(apiTarget, RequestClockAndTimeouts.real())) {
            return TestService.failure(reader);
        } finally {
            server.stop(0);
        }
    }
}
