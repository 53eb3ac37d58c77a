package poolscope.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import poolscope.api.signin.ConnectionSecretLookup;
import poolscope.connection.InMemorySecretStore;
import poolscope.live.BackgroundSecretStoreSearch;
import poolscope.live.ConnectionFormBackgroundJobs;
import poolscope.live.LocalCredentialLocations;
import poolscope.settings.WindowAppearance;
import poolscope.ui.ModelFixture;
import poolscope.ui.text.Texts;

class ConnectionFormControllerTest {
    private static final String SECRET = "CNRY-secret";

    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void P28_a_closed_form_lets_go_of_what_was_asked_about_and_tested(@TempDir Path folder) throws Exception {
        FxToolkit.registerPrimaryStage();
        try (var models = new ModelFixture(folder)) {
            var controller = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
                var loader = loader(models, folder);
                Parent form = loader.load();
                // lookups find nothing inside of controls without skins
                new Scene(form);
                form.applyCss();
                ((TextInputControl) form.lookup("#endpoint")).setText("https://modelarts.example.com");
                ((TextInputControl) form.lookup("#project")).setText("p");
                ((TextInputControl) form.lookup("#accessKey")).setText("AK");
                ((TextInputControl) form.lookup("#secretKey")).setText(SECRET);
                var cancel = (Button) form.lookup("#cancelForm");
                cancel.fire();
                ((Button) form.lookup("#testForm")).fire();
                ConnectionFormController loaded = loader.getController();
                assertThat(loaded).as("holds what it may be asked about")
                        .extracting("discardQuestion.value.askedValues.value.signIn.second",
                                "testedInputs.value.signIn.second")
                        .containsOnly(SECRET);
                assertThat(closed).hasValue(0);
                loaded.close();
                cancel.fire();
                return loaded;
            });
            assertThat(controller).extracting("discardQuestion", "testedInputs").containsOnly(Optional.empty());
            assertThat(closed).as("is closed once").hasValue(0);
        }
    }

    private FXMLLoader loader(ModelFixture models, Path folder) throws Exception {
        var store = new BackgroundSecretStoreSearch(InMemorySecretStore::new, models.executors);
        var model = new ConnectionFormModel(new ConnectionFormModel.Dependencies(models.saved(folder), store,
                new ConnectionFormBackgroundJobs(models.environment(),
                        new ConnectionSecretLookup(store::secrets, models.clock), models.executors),
                new LocalCredentialLocations(Map.of(), folder)), ConnectionFormInitialState.EMPTY);
        var texts = Texts.of(WindowAppearance.Language.ENGLISH);
        var controllers = Map.<Class<?>, Object>of(ConnectionFormController.class,
                new ConnectionFormController(model, texts, closed::incrementAndGet), SignInFieldsController.class,
                new SignInFieldsController(texts), IamProjectsController.class, new IamProjectsController(texts),
                MoreConnectionSettingsController.class, new MoreConnectionSettingsController(texts),
                PoolQueryController.class, new PoolQueryController(texts), NetworkRouteController.class,
                new NetworkRouteController(texts, UnaryOperator.identity()));
        var loader = new FXMLLoader(ConnectionFormController.class.getResource("ConnectionForm.fxml"), texts.bundle());
        loader.setControllerFactory(controllers::get);
        return loader;
    }
}
