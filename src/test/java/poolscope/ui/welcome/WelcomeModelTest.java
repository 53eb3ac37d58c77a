package poolscope.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.api.signin.ConnectionSecretLookup;
import poolscope.connection.CredentialStore;
import poolscope.connection.InMemorySecretStore;
import poolscope.live.ConnectionFormBackgroundJobs;
import poolscope.live.LocalCredentialLocations;
import poolscope.live.ObservableConnections;
import poolscope.settings.WindowAppearance;
import poolscope.ui.ModelFixture;

class WelcomeModelTest {
    private static final Map<String, String> WHOLE = Map.of("HW_ACCESS_KEY", "CNRYAK", "HW_SECRET_KEY", "CNRYsk",
            "HW_PROJECT_ID", "p-1", "HW_REGION_NAME", "cn-north-4");

    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ObservableConnections connections;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        connections = fixture.saved(folder);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private WelcomeModel with(Map<String, String> environment) {
        var store = new CredentialStore(new InMemorySecretStore());
        return new WelcomeModel(fixture.settings, connections,
                new ConnectionFormBackgroundJobs(fixture.environment(),
                        new ConnectionSecretLookup(() -> store, fixture.clock), fixture.executors),
                new LocalCredentialLocations(environment, folder));
    }

    @Test
    void it_is_shown_while_there_is_no_connection_and_nobody_dismissed_it() {
        var model = with(Map.of());
        assertThat(model.shown().getValue()).isTrue();
        model.dismiss();
        assertThat(model.shown().getValue()).isFalse();
        assertThat(fixture.settings.settings().window().welcomeShown()).as("for good").isFalse();
    }

    @Test
    void access_keys_of_other_tools_are_searched_for_once_in_the_background() {
        var environment = new HashMap<>(WHOLE);
        var model = with(environment);
        model.searchCredentials();
        assertThat(model.foundProperty().get()).isEmpty();
        fixture.run();
        assertThat(model.foundProperty().get()).singleElement()
                .extracting(WelcomeModel::label)
                .isEqualTo("HW_…, cn-north-4");
        model.searchCredentials();
        assertThat(fixture.executor.waiting()).isZero();
    }

    @Test
    void an_access_key_without_its_secret_is_not_offered() {
        var model = with(Map.of("HW_ACCESS_KEY", "CNRYAK"));
        model.searchCredentials();
        fixture.run();
        assertThat(model.foundProperty().get()).isEmpty();
    }

    @Test
    void a_key_of_which_the_project_is_not_known_needs_the_form() {
        var model = with(Map.of("HW_ACCESS_KEY", "CNRYAK", "HW_SECRET_KEY", "CNRYsk"));
        model.searchCredentials();
        fixture.run();
        assertThat(model.connect(model.foundProperty().get().getFirst())).isFalse();
        assertThat(connections.isDemo()).isTrue();
    }

    @Test
    void the_language_is_a_setting() {
        with(Map.of()).setLanguage(WindowAppearance.Language.CHINESE);
        assertThat(fixture.settings.settings().windowAppearance().language())
                .isEqualTo(WindowAppearance.Language.CHINESE);
    }
}
