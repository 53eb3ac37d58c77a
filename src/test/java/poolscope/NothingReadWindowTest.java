package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.connection.CredentialStore;
import poolscope.connection.RoutePasswords;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.disk.FileSystemOperations;
import poolscope.live.ObservableConnections;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.SummaryVisibility;
import poolscope.settings.WindowAppearance;

/// What the window says while no pools were read, and when there are none.
class NothingReadWindowTest {
    @TempDir
    Path folder;
    private final List<TestCloud> clouds = new ArrayList<>();

    @AfterEach
    void closeClouds() {
        clouds.forEach(TestCloud::close);
    }

    private TestCloud cloud(int pools) throws Exception {
        var cloud = TestCloud.start(AppFixture.still(pools));
        clouds.add(cloud);
        return cloud;
    }

    private AppFixture open(TestCloud demo, TestCloud... saved) throws Exception {
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(saved).stream().map(NothingReadWindowTest::connection).toList()));
        return AppFixture.open(demo, folder, WindowAppearance.Theme.LIGHT);
    }

    private static SavedConnection connection(TestCloud cloud) {
        return SavedConnection.of(
                new ServiceAndProject("mine", "mine", Optional.empty(), cloud.endpoint(), cloud.projectId()),
                SignInMethod.NONE);
    }

    /// In place of the demo data, as the form does it.
    private static void save(AppFixture app, TestCloud cloud) {
        app.fx(() -> {
            app.appComposition.observableConnections()
                    .keep(connection(cloud), new ObservableConnections.Typed(Optional.empty(), RoutePasswords.NONE,
                            CredentialStore.Storage.SESSION));
            return true;
        });
    }

    private static void showCharts(AppFixture app) {
        app.fx(() -> {
            if (!app.appComposition.summary().summaryVisibility().getValue().charts())
                app.appComposition.summary().toggle(SummaryVisibility.Part.CHARTS);
            return true;
        });
    }

    private static void askForOneCard(AppFixture app) {
        app.hands().push(KeyCode.SHORTCUT, KeyCode.J);
        app.until("the fit finder is open", () -> app.find("#fit").isVisible());
        app.fx(() -> {
            ((TextField) app.find("#fitNodes")).setText("1");
            ((TextField) app.find("#fitAccelerators")).setText("8");
            return true;
        });
    }

    private static void says(AppFixture app, String query, String text) {
        app.until(query + " says: " + text, () -> ((Label) app.find(query)).getText().equals(text));
    }

    @Test
    void after_a_failed_first_reading_every_part_says_that_nothing_was_read() throws Exception {
        var own = cloud(4);
        own.failAll(Fault.forbidden());
        try (var app = open(TestCloud.start(AppFixture.still(40))).untilRead()) {
            showCharts(app);
            save(app, own);
            app.until("it failed", () -> app.find("#emptyStateEdit").isVisible());
            askForOneCard(app);
            says(app, "#fitAnswer", "No pools were read: whether one fits is not known.");
            says(app, "#checkStatus", "No nodes to check: no pools were read.");
            for (var chart : List.of("#statusesNote", "#allocatableNote", "#unavailableNote"))
                says(app, chart, "Nothing to draw: no pools were read.");
            says(app, "#sources", "no pools were read");
            says(app, "#summary-title", "No pools were read");
            app.until("the status bar says it", () -> app.find(".status-bar") instanceof StatusBar bar
                    && bar.getText().equals("No pools were read"));
            own.heal();
            app.fx(() -> {
                app.appComposition.observableTickedConnectionPools().refresh();
                return true;
            });
            app.until("it was read", () -> app.table().getItems().size() == 4);
            says(app, "#sources", "");
            says(app, "#statusesNote", "");
        }
    }

    @Test
    void where_a_service_has_no_pools_the_charts_and_the_status_bar_say_so() throws Exception {
        try (var app = AppFixture.open(0)) {
            showCharts(app);
            for (var chart : List.of("#statusesNote", "#allocatableNote", "#unavailableNote"))
                says(app, chart, "Nothing to draw: no pools are shown.");
            assertThat(app.<String>fx(() -> ((StatusBar) app.find(".status-bar")).getText())).isEqualTo("No pools");
            assertThat(app.text("#sources")).isEmpty();
        }
    }

    @Test
    void statuses_of_the_demo_data_go_with_them() throws Exception {
        var own = cloud(4);
        own.failAll(Fault.forbidden());
        try (var app = open(
                TestCloud.start(TestCloudSettings.of(240).withV2Pools(40).withClock(AppFixture.NOON).withDrift(false)))
                .untilRead()) {
            app.until("they are listed", () -> statuses(app).size() > 4);
            var demo = statuses(app);
            app.type("nosuchpool");
            app.until("no pool matches", () -> app.table().getItems().isEmpty());
            assertThat(statuses(app)).isEqualTo(demo);
            save(app, own);
            app.until("it failed", () -> app.find("#emptyStateEdit").isVisible());
            assertThat(statuses(app)).containsExactly("status-running", "status-deploying", "status-concerning",
                    "status-abnormal");
        }
    }

    private static List<String> statuses(AppFixture app) {
        return app.fx(() -> app.find(".statuses")
                .lookupAll(".status-chip")
                .stream()
                .map(chip -> ((ToggleButton) chip).getId())
                .toList());
    }

    @Test
    void a_connection_that_never_answers_can_be_edited_after_it_was_stopped() throws Exception {
        var silent = cloud(4);
        silent.failAll(new Fault.Stall());
        try (var app = open(TestCloud.start(AppFixture.still(3)), silent)) {
            app.until("it is read",
                    () -> app.appComposition.observableTickedConnectionPools().allConnectionsStatus().isLoading());
            app.hands().push(KeyCode.ESCAPE);
            says(app, "#emptyStateSentence", "Reading was stopped before the first page came.");
            for (var offered : List.of("#emptyStateAction", "#emptyStateEdit"))
                assertThat(app.fx(() -> app.find(offered).isVisible())).as(offered).isTrue();
            app.click("#emptyStateEdit");
            app.until("its form is open", () -> app.find("#connectionForm") != null);
        }
    }
}
