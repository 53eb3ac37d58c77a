package poolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.connection.KeptSecrets;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.SecretStore;
import poolscope.connection.SessionOnly;
import poolscope.connection.SignIn;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.FileOps;

/// An export signs in with what the window saved.
class SavedTargetsTest {
    private static final SavedConnection PROD = SavedConnection.of(
            new Connection("c1", "prod / cn-north-4", Optional.of("cn-north-4"), URI.create("https://modelarts.example.com"),
                    "project"),
            SignIn.TOKEN);

    @TempDir
    Path folder;
    private final SecretStore store = new SessionOnly();

    @BeforeEach
    void save() throws Exception {
        ConnectionsFile.in(folder, FileOps.ofDisk(), Clock.systemUTC()).save(new SavedConnections(List.of(PROD)));
    }

    private SavedTargets targets() {
        return new SavedTargets(ConnectionsFile.in(folder, FileOps.ofDisk(), Clock.systemUTC()), () -> store);
    }

    @Test
    void a_saved_connection_is_found_by_its_name_with_its_kept_credentials() throws Exception {
        var token = Credentials.token("a-token").orThrow();
        new KeptSecrets(store).keep(PROD, token, KeptSecrets.Keeping.SYSTEM);
        var target = targets().named("prod / cn-north-4").orElseThrow();
        assertThat(target.connection()).isEqualTo(PROD.connection());
        assertThat(target.credentials()).isEqualTo(token);
        assertThat(target.way().route()).isEqualTo(PROD.route());
    }

    @Test
    void without_a_kept_secret_the_environment_is_left_to_be_asked() {
        assertThat(targets().named("prod / cn-north-4").orElseThrow().credentials()).isEqualTo(Credentials.NONE);
    }

    @Test
    void another_name_is_not_found() {
        assertThat(targets().named("prod")).isEmpty();
    }

    @Test
    void a_key_store_that_breaks_does_not_break_the_export() {
        var broken = new SavedTargets(ConnectionsFile.in(folder, FileOps.ofDisk(), Clock.systemUTC()), () -> {
            throw new IllegalStateException("no bus");
        });
        assertThat(broken.named("prod / cn-north-4").orElseThrow().credentials()).isEqualTo(Credentials.NONE);
    }
}
