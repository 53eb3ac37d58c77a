package poolscope.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.connection.CredentialStore.Storage;
import poolscope.connection.CredentialStore.StoredCredentials;
import poolscope.connection.SecretStore.Lookup;
import poolscope.connection.SecretStoreFailure.Reason;

class CredentialStoreTest {
    private static final Credentials TOKEN = Credentials.token("CNRYtok-1").orThrow();
    private static final Credentials PAIR = Credentials.accessKey("CNRYAK", "CNRYsk", "").orThrow();
    private static final Credentials TEMPORARY = Credentials.accessKey("CNRYAK", "CNRYsk", "CNRYsecurity").orThrow();
    private static final Secret PASSWORD = Secret.ofPassword("CNRY pass").orThrow();
    private static final SavedConnection SAVED = SavedConnectionTest.saved("one", "https://one.corp");

    private final InMemorySecretStore system = new InMemorySecretStore();
    private final CredentialStore secrets = new CredentialStore(system);

    @Test
    void what_was_kept_in_the_system_is_there_after_a_restart() throws Exception {
        for (Credentials credentials : new Credentials[]{TOKEN, PAIR, TEMPORARY, Credentials.NONE}) {
            SavedConnection saved = SAVED.withSignIn(SignInMethod.of(credentials));
            assertThat(secrets.keep(saved, credentials, Storage.SYSTEM)).isEmpty();
            assertThat(new CredentialStore(system).read(saved)).isEqualTo(new StoredCredentials.Complete(credentials));
        }
    }

    @Test
    void what_was_kept_for_this_session_is_asked_for_after_a_restart() throws Exception {
        secrets.keep(SAVED, TOKEN, Storage.SYSTEM);
        secrets.keep(SAVED, TOKEN, Storage.SESSION);
        assertThat(secrets.read(SAVED)).isEqualTo(new StoredCredentials.Complete(TOKEN));
        assertThat(new CredentialStore(system).read(SAVED)).isEqualTo(new StoredCredentials.Missing());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void P29_a_store_that_fails_means_this_session_only_and_is_told(Reason reason) throws Exception {
        var failure = new SecretStoreFailure(reason, "test");
        CredentialStore failing = new CredentialStore(new FaultyStore(reason));
        assertThat(failing.read(SAVED)).isEqualTo(new StoredCredentials.Failed(failure));
        assertThat(failing.keep(SAVED, TOKEN, Storage.SYSTEM)).contains(failure);
        assertThat(failing.read(SAVED)).isEqualTo(new StoredCredentials.Complete(TOKEN));
        assertThat(failing.forget(SAVED)).contains(failure);
        assertThat(failing.read(SAVED)).isEqualTo(new StoredCredentials.Failed(failure));
    }

    @Test
    void a_secret_is_for_this_session_only_unless_the_systems_store_took_it() throws Exception {
        var parts = Set.of(SecretId.Part.TOKEN);
        secrets.keep(SAVED, TOKEN, Storage.SYSTEM);
        assertThat(secrets.isForSessionOnly(SAVED, parts)).isEqualTo(system.kind() == SecretStore.Kind.THIS_SESSION);
        var lasting = new CredentialStore(new SystemSecretStoreInMemory());
        lasting.keep(SAVED, TOKEN, Storage.SYSTEM);
        assertThat(lasting.isForSessionOnly(SAVED, parts)).isFalse();
        lasting.keep(SAVED, TOKEN, Storage.SESSION);
        assertThat(lasting.isForSessionOnly(SAVED, parts)).isTrue();
        assertThat(lasting.isForSessionOnly(SAVED, Set.of(SecretId.Part.CA_FILE_PASSWORD))).isFalse();
        lasting.forget(SAVED);
        assertThat(lasting.isForSessionOnly(SAVED, parts)).isFalse();
        var failing = new CredentialStore(new FaultyStore(Reason.DENIED));
        failing.keep(SAVED, TOKEN, Storage.SYSTEM);
        assertThat(failing.isForSessionOnly(SAVED, parts)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void P29_why_the_systems_store_can_not_be_used_is_why_a_secret_is_not_at_hand(Reason reason) throws Exception {
        CredentialStore inMemory = new CredentialStore(
                new InMemorySecretStore(new SecretStoreFailure(reason, "libsecret-1.so.0")));
        assertThat(inMemory.read(SAVED))
                .isEqualTo(new StoredCredentials.Failed(new SecretStoreFailure(reason, "libsecret-1.so.0")));
        assertThat(inMemory.keep(SAVED, TOKEN, Storage.SYSTEM)).isEmpty();
        assertThat(inMemory.read(SAVED)).isEqualTo(new StoredCredentials.Complete(TOKEN));
    }

    @Test
    void a_password_is_recalled_with_the_place_it_belongs_to() throws Exception {
        SavedConnection saved = SAVED.withSignIn(SignInMethod.password("acme", "ada", "iam.corp").orThrow());
        assertThat(secrets.read(saved)).isEqualTo(new StoredCredentials.Missing());
        secrets.keepPassword(saved, PASSWORD, Storage.SYSTEM);
        assertThat(new CredentialStore(system).read(saved))
                .isEqualTo(new StoredCredentials.ByPassword((SignInMethod.Password) saved.signInMethod(), PASSWORD));
        SavedConnection moved = saved.withSignIn(SignInMethod.password("acme", "ada", "iam.evil").orThrow());
        assertThat(new CredentialStore(system).read(moved)).isEqualTo(new StoredCredentials.Missing());
    }

    @Test
    void a_proxys_password_belongs_to_that_proxy() throws Exception {
        SavedConnection saved = SAVED
                .withRoute(NetworkRoute.DEFAULT.withProxy(ProxyChoice.manual("proxy.corp:3128", "clerk").orThrow()));
        secrets.keepProxyPassword(saved, PASSWORD, Storage.SYSTEM);
        assertThat(secrets.proxyPassword(saved)).isEqualTo(new Lookup.Found(PASSWORD));
        SavedConnection other = saved
                .withRoute(NetworkRoute.DEFAULT.withProxy(ProxyChoice.manual("proxy.evil:3128", "clerk").orThrow()));
        assertThat(secrets.proxyPassword(other)).isEqualTo(new Lookup.Nothing());
        assertThat(secrets.proxyPassword(SAVED)).isEqualTo(new Lookup.Nothing());
    }

    @Test
    void the_password_of_a_CA_file_belongs_to_that_file() throws Exception {
        SavedConnection saved = SAVED
                .withRoute(NetworkRoute.DEFAULT.withCaFile(Optional.of(Path.of("/etc/公司 ca.p12").toAbsolutePath())));
        secrets.keepCaFilePassword(saved, PASSWORD, Storage.SYSTEM);
        assertThat(new CredentialStore(system).caFilePassword(saved)).isEqualTo(new Lookup.Found(PASSWORD));
        SavedConnection other = saved
                .withRoute(NetworkRoute.DEFAULT.withCaFile(Optional.of(Path.of("/tmp/ca.p12").toAbsolutePath())));
        assertThat(secrets.caFilePassword(other)).isEqualTo(new Lookup.Nothing());
        assertThat(secrets.caFilePassword(SAVED)).isEqualTo(new Lookup.Nothing());
        assertThat(secrets.forgetOutdated(saved, other)).isEmpty();
        assertThat(new CredentialStore(system).caFilePassword(saved)).isEqualTo(new Lookup.Nothing());
        SecretId.of(saved).forEach(id -> assertThat(id.name()).matches("[\\x21-\\x7E]+"));
    }

    @Test
    void P32_changing_the_endpoint_asks_for_the_secret_again_and_forgets_the_old_one() throws Exception {
        secrets.keep(SAVED, TOKEN, Storage.SYSTEM);
        var old = SAVED.serviceAndProject();
        SavedConnection moved = SAVED.withConnection(new ServiceAndProject(old.id(), old.name(), old.region(),
                URI.create("https://evil.corp"), old.projectId()));
        assertThat(secrets.read(moved)).isEqualTo(new StoredCredentials.Missing());
        assertThat(secrets.forgetOutdated(SAVED, moved)).isEmpty();
        assertThat(secrets.read(SAVED)).isEqualTo(new StoredCredentials.Missing());
        assertThat(new CredentialStore(system).read(SAVED)).isEqualTo(new StoredCredentials.Missing());
    }

    @Test
    void an_edit_that_changes_no_place_forgets_nothing() throws Exception {
        secrets.keep(SAVED, TOKEN, Storage.SYSTEM);
        SavedConnection edited = SAVED.withListing(new ConnectionListAppearance("prod", ConnectionColour.RED, false));
        assertThat(secrets.forgetOutdated(SAVED, edited)).isEmpty();
        assertThat(secrets.read(edited)).isEqualTo(new StoredCredentials.Complete(TOKEN));
    }

    @Test
    void P29_deleting_a_connection_deletes_its_secrets() throws Exception {
        SavedConnection saved = SAVED.withSignIn(SignInMethod.of(TEMPORARY))
                .withRoute(NetworkRoute.DEFAULT.withProxy(ProxyChoice.manual("proxy.corp:3128", "clerk").orThrow()));
        secrets.keep(saved, TEMPORARY, Storage.SYSTEM);
        secrets.keepProxyPassword(saved, PASSWORD, Storage.SYSTEM);
        assertThat(secrets.forget(saved)).isEmpty();
        for (SecretId key : SecretId.of(saved)) {
            assertThat(system.read(key)).isEqualTo(new Lookup.Nothing());
        }
        assertThat(secrets.read(saved)).isEqualTo(new StoredCredentials.Missing());
    }

    @Test
    void a_temporary_key_without_its_security_token_is_asked_for() throws Exception {
        SavedConnection saved = SAVED.withSignIn(SignInMethod.of(PAIR));
        secrets.keep(saved, PAIR, Storage.SYSTEM);
        assertThat(secrets.read(saved.withSignIn(new SignInMethod.AccessKey("RYAK", true))))
                .isEqualTo(new StoredCredentials.Missing());
    }

    @Test
    void credentials_of_another_kind_than_the_sign_in_are_a_bug() {
        assertThatThrownBy(() -> secrets.keep(SAVED, PAIR, Storage.SYSTEM)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The connection has no ACCESS_KEY");
    }

    @Test
    void P28_nothing_that_holds_a_secret_prints_it() throws Exception {
        secrets.keep(SAVED, TOKEN, Storage.SYSTEM);
        assertThat(String.valueOf(secrets.read(SAVED))).doesNotContain("CNRY");
        assertThat(new StoredCredentials.ByPassword(new SignInMethod.Password("d", "u", URI.create("https://iam.corp")),
                PASSWORD).toString()).doesNotContain("CNRY");
        assertThat(new Lookup.Found(PASSWORD).toString()).doesNotContain("CNRY");
        assertThat(Optional.of(TEMPORARY).toString()).doesNotContain("CNRYs");
        var command = new ProcessRunner.Command("security", java.util.List.of("-i"), "CNRY", java.time.Duration.ZERO);
        assertThat(command.toString() + new ProcessRunner.Result.Exited(0, "CNRY")).doesNotContain("CNRY");
    }
}
