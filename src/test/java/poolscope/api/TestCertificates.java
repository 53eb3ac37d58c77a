package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import poolscope.connection.NetworkRoute;
import poolscope.connection.ProxyChoice;
import poolscope.connection.RoutePasswords;
import poolscope.connection.Secret;
import poolscope.connection.ServiceAndProject;

/// Makes certificates as a company would, with the JDK's own `keytool`, and servers that show them.
public final class TestCertificates {
    private static final String PASSWORD = "changeit";
    private static final String EMPTY_LIST = "{\"total_count\":0,\"count\":0,\"clusters\":[]}";
    /// Good for this machine.
    public static final String HERE = "SAN=IP:127.0.0.1,DNS:localhost";

    private final Path folder;

    /// Has an issuer of its own, `CN=Example Company CA`.
    public TestCertificates(Path folder) throws Exception {
        this.folder = folder;
        keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Example Company CA", "-ext", "bc:c", "-keyalg", "EC",
                "-validity", "3650", "-keystore", store("ca"));
        writePem("ca");
    }

    public Path ca() {
        return folder.resolve("ca.pem");
    }

    public Path pem(String name) {
        return folder.resolve(name + ".pem");
    }

    /// A pair that the issuer has signed.
    public void issue(String name, String san, String... dates) throws Exception {
        Files.copy(Path.of(store("ca")), Path.of(store(name)));
        make(name, List.of("-signer", "ca", "-ext", san), dates);
    }

    /// A pair that nobody has signed, for this machine.
    public void selfSign(String name, String... dates) throws Exception {
        make(name, List.of("-ext", HERE), dates);
    }

    private void make(String name, List<String> more, String... dates) throws Exception {
        var command = new ArrayList<>(List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC",
                "-keystore", store(name)));
        command.addAll(more);
        command.addAll(List.of(dates));
        keytool(command.toArray(String[]::new));
        writePem(name);
    }

    /// Written here, because every start of `keytool` takes half a second.
    private void writePem(String name) throws Exception {
        var base64 = Base64.getMimeEncoder(64, new byte[]{'\n'})
                .encodeToString(keys(name).getCertificate(name).getEncoded());
        Files.writeString(pem(name), "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }

    private KeyStore keys(String name) throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(Path.of(store(name)))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    /// Answers every request with an empty list. To be stopped.
    public HttpsServer serve(String name) throws Exception {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(name)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            byte[] body = EMPTY_LIST.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    public static ServiceAndProject to(HttpsServer server, String host) {
        return ServiceAndProject
                .of(new ServiceAndProject.Draft("c", "Here", "",
                        "https://" + host + ":" + server.getAddress().getPort(), "p"))
                .orThrow();
    }

    public static NetworkRouteAndPasswords trusting(Path file) {
        return new NetworkRouteAndPasswords(new NetworkRoute(ProxyChoice.DIRECT, Optional.of(file)), Optional.empty());
    }

    /// A file with that password of a key store.
    public static NetworkRouteAndPasswords trusting(Path file, String password) {
        return new NetworkRouteAndPasswords(new NetworkRoute(ProxyChoice.DIRECT, Optional.of(file)),
                new RoutePasswords(Optional.empty(), Optional.of(Secret.ofPassword(password).orThrow())));
    }

    /// A new key store with the issuer's certificate alone.
    ///
    /// @param type
    ///            `PKCS12`, `JKS` or `JCEKS`
    public Path trustStore(String name, String type, String password) throws Exception {
        var store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setCertificateEntry("authority", keys("ca").getCertificate("ca"));
        var file = folder.resolve(name);
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    public SSLContext context(String name) throws Exception {
        var keys = keys(name);
        if (keys.containsAlias("ca")) keys.deleteEntry("ca");
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private String store(String name) {
        return folder.resolve(name + ".p12").toString();
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
