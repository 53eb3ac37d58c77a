package poolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.Failure.SecretUnavailable.Cause;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.TestCertificates;
import poolscope.connection.CredentialStore;
import poolscope.connection.Credentials;
import poolscope.connection.FaultyStore;
import poolscope.connection.InMemorySecretStore;
import poolscope.connection.NetworkRoute;
import poolscope.connection.ProxyChoice;
import poolscope.connection.RoutePasswords;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.Secret;
import poolscope.connection.SecretStore;
import poolscope.connection.SecretStoreFailure;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.connection.SystemSecretStoreInMemory;
import poolscope.disk.FileSystemOperations;
import poolscope.settings.ConnectionsFile;

/// An export signs in with what the window saved.
class ConnectionsFileLookupTest {
    private static final SavedConnection PROD = SavedConnection.of(new ServiceAndProject("c1", "prod / cn-north-4",
            Optional.of("cn-north-4"), URI.create("https://modelarts.example.com"), "project"), SignInMethod.TOKEN);

    @TempDir
    Path folder;
    private final SecretStore store = new InMemorySecretStore();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void save() throws Exception {
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(PROD)));
    }

    private ConnectionsFileLookup targets() {
        return targets(() -> store);
    }

    private ConnectionsFileLookup targets(Callable<SecretStore> keyStore) {
        return new ConnectionsFileLookup(ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC()),
                keyStore, told::add);
    }

    @Test
    void a_file_that_is_well_is_not_spoken_of() throws Exception {
        new CredentialStore(store).keep(PROD, Credentials.token("a-token").orThrow(), CredentialStore.Storage.SYSTEM);
        assertThat(targets().find("prod / cn-north-4", Optional.empty())).isPresent();
        Files.delete(folder.resolve("connections.json"));
        assertThat(targets().find("prod / cn-north-4", Optional.empty())).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void a_damaged_file_is_spoken_of_with_where_it_is_kept() throws Exception {
        var file = folder.resolve("connections.json");
        Files.writeString(file, Files.readString(file).substring(0, 40));
        assertThat(targets().find("prod / cn-north-4", Optional.empty())).isEmpty();
        assertThat(told).singleElement()
                .asString()
                .contains("damaged", "not one whole JSON object", "connections.json.bad-")
                .hasLineCount(1);
    }

    @Test
    void so_is_a_connection_that_makes_no_sense_beside_others() throws Exception {
        var file = folder.resolve("connections.json");
        Files.writeString(file, Files.readString(file).replace("https://modelarts.example.com", "ftp://modelarts"));
        assertThat(targets().find("prod / cn-north-4", Optional.empty())).isEmpty();
        assertThat(told).singleElement().asString().contains("damaged", "connections");
    }

    @Test
    void so_is_a_file_that_can_not_be_read_at_all() throws Exception {
        Files.delete(folder.resolve("connections.json"));
        Files.createDirectory(folder.resolve("connections.json"));
        assertThat(targets().find("prod / cn-north-4", Optional.empty())).isEmpty();
        assertThat(told).singleElement().asString().contains("connections.json can not be read: it is not a file");
    }

    @Test
    void a_saved_connection_is_found_by_its_name_with_its_kept_credentials() throws Exception {
        var token = Credentials.token("a-token").orThrow();
        new CredentialStore(store).keep(PROD, token, CredentialStore.Storage.SYSTEM);
        var target = targets().find("prod / cn-north-4", Optional.empty()).orElseThrow();
        assertThat(target.serviceAndProject()).isEqualTo(PROD.serviceAndProject());
        assertThat(target.credentials()).isEqualTo(token);
        assertThat(target.networkRouteAndPasswords().networkRoute()).isEqualTo(PROD.networkRoute());
    }

    @ParameterizedTest
    @EnumSource(SecretStoreFailure.Reason.class)
    void a_key_store_that_does_not_give_the_secret_out_is_the_failure(SecretStoreFailure.Reason reason) {
        var targets = targets(() -> new FaultyStore(reason));
        var expected = Map.of(SecretStoreFailure.Reason.ABSENT, Cause.STORE_ABSENT, SecretStoreFailure.Reason.LOCKED,
                Cause.STORE_LOCKED, SecretStoreFailure.Reason.DENIED, Cause.STORE_DENIED,
                SecretStoreFailure.Reason.SLOW, Cause.STORE_SLOW, SecretStoreFailure.Reason.DAMAGED, Cause.DAMAGED,
                SecretStoreFailure.Reason.BROKEN, Cause.STORE_BROKEN);
        assertLacking(targets, expected.get(reason), "modelarts.example.com");
    }

    @Test
    void a_secret_that_is_not_kept_is_the_failure() {
        assertLacking(targets(() -> new SystemSecretStoreInMemory()), Cause.NOT_KEPT, "modelarts.example.com");
    }

    @Test
    void without_a_key_store_nothing_but_the_absence_of_the_secret_is_said() {
        assertLacking(targets(InMemorySecretStore::new), Cause.STORE_ABSENT, "modelarts.example.com");
        assertLacking(targets(() -> {
            throw new IllegalStateException("no bus");
        }), Cause.STORE_ABSENT, "modelarts.example.com");
    }

    /// Asking the proxy without its login would be told as the proxy's refusal.
    @Test
    void the_password_of_the_proxy_is_a_secret_of_the_connection_too() throws Exception {
        var behind = PROD
                .withRoute(NetworkRoute.DEFAULT.withProxy(ProxyChoice.manual("proxy.corp:3128", "clerk").orThrow()));
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(behind)));
        new CredentialStore(store).keep(behind, Credentials.token("a-token").orThrow(), CredentialStore.Storage.SYSTEM);
        assertLacking(targets(() -> store), Cause.STORE_ABSENT, "proxy.corp:3128");
        new CredentialStore(store).keepProxyPassword(behind, Secret.ofPassword("pass").orThrow(),
                CredentialStore.Storage.SYSTEM);
        assertThat(targets().find("prod / cn-north-4", Optional.empty())
                .orElseThrow()
                .networkRouteAndPasswords()
                .proxyPassword()).isPresent();
    }

    @Test
    void the_password_of_a_proxy_that_is_not_used_is_not_needed() throws Exception {
        var behind = PROD.withSignIn(SignInMethod.NONE)
                .withRoute(NetworkRoute.DEFAULT.withProxy(ProxyChoice.manual("proxy.corp:3128", "clerk").orThrow()));
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(behind)));
        var options = (ParsedCommandLine.Export) ParsedCommandLine
                .of(new String[]{"export", "--connection", "c1", "--proxy", "none"}, System.out, System.err);
        try (var exportConnection = CommandTargetService.open(options.options().service(), targets(),
                new EnvironmentCredentials(Map.of()))) {
            assertThat(exportConnection.apiTarget().networkRouteAndPasswords()).isEqualTo(
                    new NetworkRouteAndPasswords(NetworkRoute.DEFAULT.withProxy(ProxyChoice.DIRECT), Optional.empty()));
        }
        assertLacking(targets(), Cause.STORE_ABSENT, "proxy.corp:3128");
    }

    private SavedConnection trusting(Path file) throws Exception {
        var saved = PROD.withSignIn(SignInMethod.NONE)
                .withRoute(NetworkRoute.DEFAULT.withCaFile(Optional.of(file.toAbsolutePath())));
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(saved)));
        return saved;
    }

    @Test
    void the_password_of_a_key_store_is_looked_up_only_when_it_needs_one() throws Exception {
        var certificates = new TestCertificates(folder);
        trusting(certificates.ca());
        assertThat(targets(() -> {
            throw new AssertionError("the key store is not needed");
        }).find("c1", Optional.empty()).orElseThrow().networkRouteAndPasswords().passwords())
                .isEqualTo(RoutePasswords.NONE);

        var saved = trusting(certificates.trustStore("own.p12", "PKCS12", "other"));
        assertThat(targets().find("c1", Optional.empty()).orElseThrow().networkRouteAndPasswords().passwords().caFile())
                .as("the first TLS connection says that it has none")
                .isEmpty();
        var password = Secret.ofPassword("other").orThrow();
        new CredentialStore(store).keepCaFilePassword(saved, password, CredentialStore.Storage.SYSTEM);
        assertThat(targets().find("c1", Optional.of(ProxyChoice.DIRECT))
                .orElseThrow()
                .networkRouteAndPasswords()
                .passwords()
                .caFile()).contains(password);
    }

    /// Plain http never goes through a proxy.
    @Test
    void nor_is_it_for_a_service_that_no_proxy_leads_to() throws Exception {
        var local = PROD
                .withConnection(new ServiceAndProject("c1", "prod / cn-north-4", Optional.empty(),
                        URI.create("http://127.0.0.1:8080"), "project"))
                .withSignIn(SignInMethod.NONE)
                .withRoute(NetworkRoute.DEFAULT.withProxy(ProxyChoice.manual("proxy.corp:3128", "clerk").orThrow()));
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(local)));
        assertThat(targets().find("c1", Optional.empty()).orElseThrow().networkRouteAndPasswords().proxyPassword())
                .isEmpty();
    }

    @Test
    void a_connection_without_a_sign_in_asks_no_key_store() throws Exception {
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(PROD.withSignIn(SignInMethod.NONE))));
        var target = targets(() -> {
            throw new AssertionError("asked");
        }).find("prod / cn-north-4", Optional.empty()).orElseThrow();
        assertThat(target.credentials()).isEqualTo(Credentials.NONE);
    }

    private static void assertLacking(ConnectionsFileLookup targets, Cause cause, String whose) {
        assertThatThrownBy(() -> targets.find("prod / cn-north-4", Optional.empty())).isInstanceOfSatisfying(
                ApiException.class,
                e -> assertThat(e.failure()).isInstanceOfSatisfying(Failure.SecretUnavailable.class, lacking -> {
                    assertThat(lacking.cause()).isEqualTo(cause);
                    assertThat(lacking.failureDetails().request().host()).isEqualTo(whose);
                    assertThat(lacking.failureDetails().attempts()).isZero();
                }));
    }

    @Test
    void of_several_connections_of_one_name_each_is_found_by_its_id_and_none_by_the_name() throws Exception {
        var other = PROD.withConnection(new ServiceAndProject("c2", "prod / cn-north-4", Optional.empty(),
                URI.create("https://modelarts.example.org"), "project2")).withSignIn(SignInMethod.NONE);
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(PROD.withSignIn(SignInMethod.NONE), other)));
        assertThat(targets().named("prod / cn-north-4")).extracting(ServiceAndProject::id).containsExactly("c1", "c2");
        assertThat(targets().named("c1")).isEmpty();
        assertThat(targets().find("c2", Optional.empty()).orElseThrow().serviceAndProject())
                .isEqualTo(other.serviceAndProject());
        assertThatThrownBy(() -> CommandTargetService.saved("prod / cn-north-4", Optional.empty(), targets()))
                .isInstanceOfSatisfying(ExitException.class, e -> {
                    assertThat(e.code()).isEqualTo(ExitCode.USAGE);
                    assertThat(e.sentence())
                            .isEqualTo("2 connections have the name \"prod / cn-north-4\". Give the id of one instead: "
                                    + "c1 (https://modelarts.example.com, project project), c2 (https://modelarts.example.org, project project2).");
                });
        assertThat(ExitCode.USAGE.number()).isEqualTo(2);
    }

    @Test
    void another_name_is_not_found() throws Exception {
        assertThat(targets().find("prod", Optional.empty())).isEmpty();
    }
}
