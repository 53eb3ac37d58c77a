package poolscope.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.TestCertificates;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.FaultTestService;
import poolscope.api.v1.TestService;

/// A CA file is taken as curl takes it, and a refused one says why; so does a server that wants a client certificate.
@Timeout(60)
class CaCertificateFileReaderTest {
    private static final String KEY = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END PRIVATE KEY-----\n";
    @TempDir
    static Path folder;
    private static TestCertificates certificates;
    private static String pem;

    @BeforeAll
    static void make() throws Exception {
        certificates = new TestCertificates(folder);
        certificates.issue("good", TestCertificates.HERE);
        pem = Files.readString(certificates.ca());
    }

    private static String read(Path ca) throws Exception {
        return read(ca, TestCertificates.trusting(ca));
    }

    private static String read(Path ca, String password) throws Exception {
        return read(ca, TestCertificates.trusting(ca, password));
    }

    private static String read(Path ca, NetworkRouteAndPasswords route) throws Exception {
        var server = certificates.serve("good");
        try (var reader = ClusterListReader.open(
                new ApiTarget(TestCertificates.to(server, "127.0.0.1"), FaultTestService.TOKEN, route),
                FaultTestService.quick(new ArrayList<>()))) {
            return TestService.read(reader).isComplete() ? "read" : "part";
        } catch (ApiException e) {
            if (e.failure().name().startsWith("Untrusted.CA_FILE"))
                assertThat(e.failure().failureDetails().detail()).isEqualTo(ca.toString());
            return e.failure().name();
        } finally {
            server.stop(0);
        }
    }

    private static Path file(String content) throws Exception {
        return Files.write(Files.createTempFile(folder, "ca", ".pem"), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_private_key_text_or_another_certificate_beside_the_certificate_is_passed_over() throws Exception {
        assertThat(read(file(KEY + pem))).isEqualTo("read");
        assertThat(read(file(pem + KEY))).isEqualTo("read");
        assertThat(read(file("subject=/CN=Example\n" + KEY + "Bag Attributes\n" + pem.replace("\n", "\r\n"))))
                .isEqualTo("read");
        assertThat(read(file(pem.replace("CERTIFICATE-----", "TRUSTED CERTIFICATE-----")))).isEqualTo("read");
    }

    @Test
    void one_certificate_as_DER_is_taken() throws Exception {
        var body = pem.replaceAll("-----[^-]+-----", "");
        var der = Files.write(folder.resolve("ca.der"), Base64.getMimeDecoder().decode(body));
        assertThat(read(der)).isEqualTo("read");
    }

    @Test
    void a_refused_file_says_why() throws Exception {
        assertThat(read(folder.resolve("missing.pem"))).isEqualTo("Untrusted.CA_FILE_MISSING");
        assertThat(read(folder)).isEqualTo("Untrusted.CA_FILE_NOT_A_FILE");
        assertThat(read(Path.of("/dev/zero"))).isEqualTo("Untrusted.CA_FILE_NOT_A_FILE");
        assertThat(read(file(""))).isEqualTo("Untrusted.CA_FILE_NO_CERTIFICATE");
        assertThat(read(file("hello"))).isEqualTo("Untrusted.CA_FILE_NO_CERTIFICATE");
        assertThat(read(file(KEY))).isEqualTo("Untrusted.CA_FILE_NO_CERTIFICATE");
        assertThat(read(file(pem.substring(0, pem.length() / 2)))).isEqualTo("Untrusted.CA_FILE_DAMAGED");
        assertThat(read(file(pem.replaceFirst("MII", "AAA")))).isEqualTo("Untrusted.CA_FILE_DAMAGED");
        var large = folder.resolve("large.pem");
        try (var out = Files.newByteChannel(large, java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.WRITE)) {
            out.position(CaCertificateFileReader.MAX_BYTES).write(java.nio.ByteBuffer.wrap(new byte[1]));
        }
        assertThat(read(large)).isEqualTo("Untrusted.CA_FILE_TOO_LARGE");
    }

    /// Made by `keytool`, each with the certificate of the authority alone.
    private static Path trustStore(String name, String type, String password, String... options) throws Exception {
        var store = folder.resolve(name);
        Files.deleteIfExists(store);
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-importcert", "-noprompt", "-alias", "authority", "-file", certificates.ca().toString(),
                "-keystore", store.toString(), "-storetype", type, "-storepass", password));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return store;
    }

    @Test
    void P19_a_trust_store_without_a_password_or_with_that_of_java_is_taken() throws Exception {
        assertThat(read(trustStore("plain.p12", "PKCS12", "changeit",
                "-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE", "-J-Dkeystore.pkcs12.macAlgorithm=NONE")))
                .isEqualTo("read");
        assertThat(read(trustStore("usual.p12", "PKCS12", "changeit"))).isEqualTo("read");
        assertThat(read(trustStore("trust.jks", "JKS", "another-password"))).isEqualTo("read");
        assertThat(read(trustStore("trust.jceks", "JCEKS", "another-password"))).isEqualTo("read");
    }

    @Test
    void P19_the_chain_beside_a_private_key_is_taken() throws Exception {
        assertThat(read(folder.resolve("good.p12"))).isEqualTo("read");
    }

    @Test
    void P19_a_key_store_that_can_not_be_opened_says_why() throws Exception {
        assertThat(read(trustStore("locked.p12", "PKCS12", "another-password")))
                .isEqualTo("Untrusted.CA_FILE_PASSWORD");
        byte[] usual = Files.readAllBytes(trustStore("usual.p12", "PKCS12", "changeit"));
        assertThat(read(Files.write(folder.resolve("cut.p12"), java.util.Arrays.copyOf(usual, usual.length / 2))))
                .isEqualTo("Untrusted.CA_FILE_DAMAGED");
        assertThat(read(Files.write(folder.resolve("x.jks"),
                new byte[]{(byte) 0xFE, (byte) 0xED, (byte) 0xFE, (byte) 0xED, 0, 0})))
                .isEqualTo("Untrusted.CA_FILE_DAMAGED");
        var empty = java.security.KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        try (var out = Files.newOutputStream(folder.resolve("empty.p12"))) {
            empty.store(out, "".toCharArray());
        }
        assertThat(read(folder.resolve("empty.p12"))).isEqualTo("Untrusted.CA_FILE_KEY_STORE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS", "JCEKS"})
    void P19_a_key_store_with_a_password_of_its_own_is_taken_with_that_password_only(String type) throws Exception {
        var store = certificates.trustStore("own." + type, type, "pass wörd");
        assertThat(read(store, "pass wörd")).isEqualTo("read");
        assertThat(read(store, "pass word")).isEqualTo("Untrusted.CA_FILE_WRONG_PASSWORD");
        assertThat(read(store, "pass wörd ")).isEqualTo("Untrusted.CA_FILE_WRONG_PASSWORD");
    }

    @Test
    void a_key_store_that_opens_without_its_own_password_needs_none() throws Exception {
        assertThat(read(certificates.trustStore("java.p12", "PKCS12", "changeit"), "something-else")).isEqualTo("read");
        assertThat(CaFilePasswordCheck.isNeeded(certificates.trustStore("java.p12", "PKCS12", "changeit"))).isFalse();
        assertThat(CaFilePasswordCheck.isNeeded(certificates.trustStore("own.jks", "JKS", "other"))).isFalse();
        assertThat(CaFilePasswordCheck.isNeeded(certificates.ca())).isFalse();
        assertThat(CaFilePasswordCheck.isNeeded(folder.resolve("missing.p12"))).isFalse();
        assertThat(CaFilePasswordCheck.isNeeded(folder)).isFalse();
        assertThat(CaFilePasswordCheck.isNeeded(certificates.trustStore("own.p12", "PKCS12", "other"))).isTrue();
    }

    @Test
    void a_key_store_with_a_password_that_is_of_no_use_says_why() throws Exception {
        var empty = java.security.KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        var file = folder.resolve("own-empty.p12");
        try (var out = Files.newOutputStream(file)) {
            empty.store(out, "other".toCharArray());
        }
        assertThat(read(file, "other")).isEqualTo("Untrusted.CA_FILE_KEY_STORE");
        byte[] whole = Files.readAllBytes(certificates.trustStore("own.p12", "PKCS12", "other"));
        assertThat(read(Files.write(folder.resolve("own-cut.p12"), java.util.Arrays.copyOf(whole, whole.length / 2)),
                "other")).isEqualTo("Untrusted.CA_FILE_DAMAGED");
        whole[whole.length - 30] ^= 1;
        assertThat(read(Files.write(folder.resolve("own-changed.p12"), whole), "other"))
                .isEqualTo("Untrusted.CA_FILE_WRONG_PASSWORD");
        assertThat(
                read(Files.write(folder.resolve("unknown.bks"), new byte[]{0, 0, 0, 2, 0, 0, 0, 20, 1, 2, 3}), "other"))
                .isEqualTo("Untrusted.CA_FILE_NO_CERTIFICATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_server_that_insists_on_a_client_certificate_says_that(String protocol) throws Exception {
        var server = asking(protocol, true);
        try {
            FaultTestService.fails(new ApiTarget(TestCertificates.to(server, "127.0.0.1"), FaultTestService.TOKEN,
                    TestCertificates.trusting(certificates.ca())), "Untrusted.CLIENT_CERTIFICATE");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_server_that_only_asks_for_a_client_certificate_is_read() throws Exception {
        var server = asking("TLSv1.3", false);
        try (var reader = ClusterListReader.open(new ApiTarget(TestCertificates.to(server, "127.0.0.1"),
                FaultTestService.TOKEN, TestCertificates.trusting(certificates.ca())),
                FaultTestService.quick(new ArrayList<>()))) {
            assertThat(TestService.read(reader).isComplete()).isTrue();
        } finally {
            server.stop(0);
        }
    }

    private static HttpsServer asking(String protocol, boolean insists) throws Exception {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.context("good")) {
            @Override
            public void configure(HttpsParameters parameters) {
                var tls = getSSLContext().getDefaultSSLParameters();
                tls.setProtocols(new String[]{protocol});
                tls.setNeedClientAuth(insists);
                if (!insists) tls.setWantClientAuth(true);
                parameters.setSSLParameters(tls);
            }
        });
        server.createContext("/", exchange -> {
            byte[] body = FaultTestService.EMPTY_LIST.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
