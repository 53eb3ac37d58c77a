package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.connection.Canary;
import poolscope.connection.CredentialDiscovery;
import poolscope.connection.CredentialStore;
import poolscope.connection.CredentialStore.Storage;
import poolscope.connection.Credentials;
import poolscope.connection.InMemorySecretStore;
import poolscope.connection.NetworkRoute;
import poolscope.connection.ProxyChoice;
import poolscope.connection.RoutePasswords;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.Secret;
import poolscope.connection.SecretId;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.disk.FileSystemOperations;

/// P28 for what keeps connections: each secret is planted once, then everything that was written or prints is searched.
class ConnectionsCanaryTest {
    private static final long SEED = 20260301;

    @TempDir
    Path folder;

    private final Canary canary = new Canary(SEED);
    private final Credentials token = Credentials.token(canary.plant("CNRYtok-")).orThrow();
    private final Credentials pair = Credentials
            .accessKey(canary.plant("CNRYAK"), canary.plant("CNRYsk-"), canary.plant("CNRYst-"))
            .orThrow();
    private final Secret password = Secret.ofPassword(canary.plant("CNRYpw-")).orThrow();
    private final Secret proxyPassword = Secret.ofPassword(canary.plant("CNRYpx-")).orThrow();
    private final Secret caFilePassword = Secret.ofPassword(canary.plant("CNRYca-")).orThrow();
    private final SavedConnection byToken = saved("tok", SignInMethod.of(token));
    private final SavedConnection byKey = saved("key", SignInMethod.of(pair));
    private final SavedConnection byPassword = saved("pass",
            SignInMethod.password("acme", "ada", "iam.corp").orThrow());
    private final List<Object> printed = new ArrayList<>();

    @Test
    void P28_no_file_and_no_text_shows_a_secret_of_a_saved_connection() throws Exception {
        InMemorySecretStore system = new InMemorySecretStore();
        keep(new CredentialStore(system));
        saveTwiceWithDamageBetween();
        for (SavedConnection saved : List.of(byToken, byKey, byPassword)) {
            CredentialStore afterRestart = new CredentialStore(system);
            printed.addAll(List.of(saved, afterRestart.read(saved), afterRestart.proxyPassword(saved),
                    afterRestart.caFilePassword(saved)));
            for (SecretId key : SecretId.of(saved))
                printed.addAll(List.of(key, system.read(key)));
        }
        printed.addAll(List.of(token, pair, password, SavedConnections.NONE.with(byKey)));
        printed.forEach(object -> canary.assertNotIn(object.getClass().getName(), object.toString()));
        assertThat(Files.list(folder)).hasSizeGreaterThan(1);
        canary.assertNotBelow(folder);
        Thread.getAllStackTraces().keySet().forEach(thread -> canary.assertNotIn("a thread's name", thread.getName()));
        canary.assertNotIn("system properties", System.getProperties().toString());
    }

    @Test
    void P28_what_was_found_on_this_computer_prints_no_secret() {
        var found = CredentialDiscovery.search(Map.of("HW_ACCESS_KEY", canary.plant("CNRYAK"), "HW_SECRET_KEY",
                canary.plant("CNRYsk-"), "HUAWEICLOUD_SDK_AK", canary.plant("CNRYAK")), folder);
        assertThat(found).hasSize(2);
        canary.assertNotIn("what was found", found.toString());
    }

    @Test
    void P30_a_secret_in_the_wrong_box_is_refused_without_repeating_it() {
        String secret = canary.plant("CNRYsk-") + "/=";
        List.<Runnable>of(() -> ServiceAndProject.projectId(secret).orThrow(),
                () -> ProxyChoice.manual(secret, "").orThrow(),
                () -> SignInMethod.password(secret, "\n" + secret + "\n\n" + secret, secret).orThrow(),
                () -> NetworkRoute.caFile(secret).orThrow(), () -> saved(secret, SignInMethod.NONE),
                () -> new SecretId(secret, SecretId.Part.TOKEN, URI.create("https://one.corp")),
                () -> Credentials.token(secret + "\n" + secret).orThrow()).forEach(wrong -> {
                    StringWriter trace = new StringWriter();
                    catchThrowable(wrong::run).printStackTrace(new PrintWriter(trace));
                    canary.assertNotIn("an exception", trace.toString());
                });
    }

    private void keep(CredentialStore secrets) throws InterruptedException {
        assertThat(secrets.keep(byToken, token, Storage.SYSTEM)).isEmpty();
        assertThat(secrets.keep(byKey, pair, Storage.SYSTEM)).isEmpty();
        assertThat(secrets.keepPassword(byPassword, password, Storage.SYSTEM)).isEmpty();
        assertThat(secrets.keepProxyPassword(byKey, proxyPassword, Storage.SYSTEM)).isEmpty();
        assertThat(secrets.keepCaFilePassword(byKey, caFilePassword, Storage.SYSTEM)).isEmpty();
        printed.add(new RoutePasswords(Optional.of(proxyPassword), Optional.of(caFilePassword)));
    }

    private void saveTwiceWithDamageBetween() throws Exception {
        SavedConnections all = new SavedConnections(List.of(byToken, byKey, byPassword));
        ConnectionsFile file = ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC());
        file.save(all);
        Path json = folder.resolve("connections.json");
        String text = Files.readString(json);
        Files.writeString(json, text.substring(0, text.length() / 2));
        ConnectionsFile second = ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC());
        printed.add(second.load());
        second.save(all);
        printed.add(second.load());
    }

    private static SavedConnection saved(String id, SignInMethod signInMethod) {
        return SavedConnection
                .of(new ServiceAndProject(id, id, Optional.empty(), URI.create("https://modelarts.corp"), "p-1"),
                        signInMethod)
                .withRoute(NetworkRoute.DEFAULT.withProxy(ProxyChoice.manual("proxy.corp:3128", "clerk").orThrow())
                        .withCaFile(Optional.of(Path.of("/etc/company-ca.p12").toAbsolutePath())));
    }
}
