package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.connection.Canary;
import poolscope.connection.ConnectionListAppearance;
import poolscope.connection.PoolQuery;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.connection.TestQueries;
import poolscope.demo.AccessRequirement;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.disk.FileSystemOperations;
import poolscope.live.RefreshState;
import poolscope.pool.PoolField;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.RefreshInterval;
import poolscope.settings.WindowAppearance;
import poolscope.ui.export.CopyModel;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.pools.SelectedRowIndexes;

/// Connections as an operator makes and ticks them, over real clouds on loopback.
class ConnectionsWindowTest {
    private static final String TOKEN = "CNRYtok-7f31c9a2b8e64d05";

    @TempDir
    Path folder;
    private final List<TestCloud> clouds = new ArrayList<>();

    @AfterEach
    void closeClouds() {
        clouds.forEach(TestCloud::close);
    }

    private TestCloud cloud(int pools, AccessRequirement accessRequirement) throws Exception {
        var cloud = TestCloud.start(AppFixture.still(pools).withSeed(pools).withAccess(accessRequirement));
        clouds.add(cloud);
        return cloud;
    }

    private AppFixture open(SavedConnection... connections) throws Exception {
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(connections)));
        return AppFixture.open(TestCloud.start(AppFixture.still(3)), folder, WindowAppearance.Theme.LIGHT);
    }

    private static SavedConnection saved(String name, TestCloud cloud) {
        return SavedConnection.of(
                new ServiceAndProject(name, name, Optional.empty(), cloud.endpoint(), cloud.projectId()),
                SignInMethod.NONE);
    }

    @Test
    void a_connection_made_in_the_form_shows_its_pools_in_place_of_the_demo_and_no_file_holds_the_token()
            throws Exception {
        var own = cloud(17, AccessRequirement.token(TOKEN));
        try (var appFixture = open()) {
            appFixture.untilRead();
            fill(appFixture, own, TOKEN);
            press(appFixture, "#saveForm");
            appFixture.until("the own pools are there", () -> appFixture.table().getItems().size() == 17);
            assertThat(appFixture.labels()).contains("mine").noneMatch(text -> text.startsWith("Demo data"));
            appFixture.until("the connection is saved", () -> Files.exists(folder.resolve("connections.json"))
                    && Files.readString(folder.resolve("connections.json")).contains("mine"));
            try (Stream<Path> files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList())
                    assertThat(new String(Canary.contents(file), StandardCharsets.UTF_8)).doesNotContain(TOKEN);
            }
            assertThat(own.requests()).isNotEmpty().allMatch(request -> request.header("x-auth-token").equals(TOKEN));
        }
    }

    @Test
    void a_form_that_is_wrong_says_what_and_stays_open() throws Exception {
        try (var appFixture = open()) {
            appFixture.untilRead();
            fill(appFixture, cloud(1, AccessRequirement.open()), "two lines\nof token");
            press(appFixture, "#saveForm");
            assertThat(appFixture.text(".form .problem"))
                    .isEqualTo("There is a blank or line break inside: was it pasted whole?");
            appFixture.fx(() -> {
                ((TextInputControl) appFixture.find("#endpoint")).setText("http://modelarts.example.com");
                return true;
            });
            press(appFixture, "#saveForm");
            assertThat(appFixture.text(".form .problem")).contains("https://");
            press(appFixture, "#cancelForm");
            assertThat(appFixture.fx(() -> appFixture.appComposition.observableConnections().saved().all())).isEmpty();
        }
    }

    @Test
    void P28_a_form_that_is_closed_keeps_no_secret_and_one_that_is_open_is_not_replaced() throws Exception {
        try (var appFixture = open()) {
            appFixture.untilRead();
            fill(appFixture, cloud(1, AccessRequirement.open()), TOKEN);
            var token = (TextInputControl) appFixture.find(".form #token");
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.N);
            appFixture.settle();
            assertThat(appFixture.find(".form #token")).isSameAs(token);
            assertThat(appFixture.<String>fx(token::getText)).isEqualTo(TOKEN);
            appFixture.hands().push(KeyCode.ESCAPE);
            assertThat(appFixture.<String>fx(token::getText)).as("one key loses nothing").isEqualTo(TOKEN);
            assertThat(appFixture.text("#notSaved")).contains("Esc again");
            assertThat(button(appFixture, "#cancelForm")).isEqualTo("Discard");
            appFixture.fx(() -> {
                ((TextInputControl) appFixture.find(".form #name")).appendText("x");
                return true;
            });
            assertThat(button(appFixture, "#cancelForm")).as("something else is typed").isEqualTo("Cancel");
            assertThat(appFixture.fx(() -> appFixture.find("#notSaved").isVisible())).isFalse();
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("the form is closed", () -> appFixture.find("#cancelForm") == null);
            assertThat(appFixture.<String>fx(token::getText)).isEmpty();
        }
    }

    private static String button(AppFixture appFixture, String query) {
        return appFixture.fx(() -> ((Button) appFixture.find(query)).getText());
    }

    @Test
    void a_form_in_which_nothing_was_typed_closes_at_once() throws Exception {
        try (var appFixture = open(saved("mine", cloud(3, AccessRequirement.open())))) {
            appFixture.until("it is there", () -> appFixture.table().getItems().size() == 3);
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.N);
            appFixture.until("the form is open", () -> appFixture.find("#saveForm") != null);
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("the form is closed", () -> appFixture.find("#saveForm") == null);
        }
    }

    @Test
    void several_connections_make_one_list_and_a_line_says_what_is_missing() throws Exception {
        var good = cloud(20, AccessRequirement.open());
        var refusing = cloud(5, AccessRequirement.open());
        refusing.failAll(Fault.forbidden());
        var slow = cloud(7, AccessRequirement.open());
        slow.failAll(new Fault.Stall());
        try (var appFixture = open(saved("good", good), saved("refusing", refusing), saved("slow", slow))) {
            appFixture.until("the first is there while the slow one is still read",
                    () -> appFixture.table().getItems().size() == 20);
            assertThat(appFixture.fx(() -> appFixture.appComposition.observableTickedConnectionPools()
                    .allConnectionsStatus()
                    .isLoading())).isTrue();
            slow.heal();
            appFixture.fx(() -> {
                appFixture.appComposition.observableTickedConnectionPools().sources().getLast().cancel();
                appFixture.appComposition.observableTickedConnectionPools().sources().getLast().refresh();
                return true;
            });
            appFixture.until("all that can be are there", () -> appFixture.table().getItems().size() == 27);
            appFixture.until("the line about missing pools is there",
                    () -> appFixture.find("#sourcesStatus").isVisible());
            assertThat(appFixture.text("#sentence"))
                    .isEqualTo("27 pools from 2 of 3 connections. refusing: no permission to list pools.");
            assertThat(appFixture.fx(() -> appFixture.table()
                    .getColumns()
                    .stream()
                    .filter(c -> c.getId().equals("connection"))
                    .findFirst()
                    .orElseThrow()
                    .isVisible())).isTrue();
            assertThat(appFixture.shown().stream().map(p -> p.poolOrigin().connection()).distinct())
                    .containsExactly("good", "slow");
        }
    }

    @Test
    void two_connections_to_one_service_show_each_pool_once_and_the_card_says_so() throws Exception {
        var cloud = cloud(20, AccessRequirement.open());
        try (var appFixture = open(saved("one", cloud), saved("two", cloud))) {
            appFixture.until("both are read",
                    () -> appFixture.appComposition.observableTickedConnectionPools()
                            .allConnectionsStatus()
                            .lines()
                            .size() == 2
                            && appFixture.appComposition.observableTickedConnectionPools()
                                    .allConnectionsStatus()
                                    .lines()
                                    .stream()
                                    .allMatch(sourceStatus -> sourceStatus.state() instanceof RefreshState.Loaded));
            appFixture.until("each pool is there once", () -> appFixture.table().getItems().size() == 20);
            appFixture.until("the card says so",
                    () -> appFixture.labels().contains("Same pools as “one”; counted once."));
            assertThat(appFixture.shown()).allMatch(pool -> pool.poolOrigin().connection().equals("one"));
            assertThat(appFixture.fx(
                    () -> appFixture.appComposition.observableTickedConnectionPools().allConnectionsStatus().pools()))
                    .isEqualTo(20);
            appFixture.fx(() -> {
                appFixture.appComposition.observableConnections().tick("one", false);
                return true;
            });
            appFixture.until("they are the other one's now", () -> appFixture.table().getItems().size() == 20
                    && appFixture.shown().stream().allMatch(pool -> pool.poolOrigin().connection().equals("two")));
            assertThat(appFixture.labels()).noneMatch(text -> text.startsWith("Same pools"));
        }
    }

    @Test
    void a_name_that_another_connection_has_is_refused_and_the_form_says_why() throws Exception {
        try (var appFixture = open(saved("mine", cloud(3, AccessRequirement.open())))) {
            appFixture.until("it is there", () -> appFixture.table().getItems().size() == 3);
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.N);
            appFixture.until("the form is open", () -> appFixture.find("#saveForm") != null);
            appFixture.fx(() -> {
                ((TextInputControl) appFixture.find(".form #name")).setText(" mine ");
                ((TextInputControl) appFixture.find(".form #endpoint")).setText("https://modelarts.example.com");
                ((TextInputControl) appFixture.find(".form #project")).setText("p");
                @SuppressWarnings("unchecked")
                var ways = (ComboBox<Object>) appFixture.find(".form #signIn");
                ways.setValue(ways.getItems()
                        .stream()
                        .filter(way -> way.toString().equals("NONE"))
                        .findFirst()
                        .orElseThrow());
                return true;
            });
            press(appFixture, "#saveForm");
            assertThat(appFixture.text(".form .problem")).startsWith("Another connection has this name.");
            assertThat(appFixture.fx(() -> appFixture.appComposition.observableConnections().saved().all())).hasSize(1);
            press(appFixture, "#cancelForm");
        }
    }

    @Test
    void P06_a_connection_that_is_unticked_leaves_nothing_on_screen() throws Exception {
        try (var appFixture = open(saved("one", cloud(20, AccessRequirement.open())),
                saved("two", cloud(7, AccessRequirement.open())))) {
            appFixture.until("both are there", () -> appFixture.table().getItems().size() == 27);
            appFixture.fx(() -> {
                appFixture.appComposition.stage()
                        .getScene()
                        .getRoot()
                        .lookupAll(".source-card .check-box")
                        .stream()
                        .map(CheckBox.class::cast)
                        .filter(box -> box.getAccessibleText().equals("two"))
                        .findFirst()
                        .orElseThrow()
                        .fire();
                return true;
            });
            appFixture.until("only one is left", () -> appFixture.table().getItems().size() == 20);
            assertThat(appFixture.shown()).allMatch(pool -> pool.poolOrigin().connection().equals("one"));
            appFixture.until("that is remembered",
                    () -> !ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                            .load()
                            .value()
                            .find("two")
                            .orElseThrow()
                            .connectionListAppearance()
                            .ticked());
        }
    }

    @Test
    void P06_a_pool_of_a_connection_that_is_unticked_leaves_the_details_too_and_the_table_says_why_it_is_empty()
            throws Exception {
        try (var appFixture = open(saved("one", cloud(20, AccessRequirement.open())))) {
            appFixture.until("it is there", () -> appFixture.table().getItems().size() == 20);
            appFixture.fx(() -> {
                appFixture.table().getSelectionModel().select(3);
                return true;
            });
            assertThat(appFixture.labels()).contains("1 selected");
            appFixture.fx(() -> {
                appFixture.appComposition.observableConnections().tick("one", false);
                return true;
            });
            appFixture.until("nothing is left", () -> appFixture.table().getItems().isEmpty());
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().currentProperty().get())).isEmpty();
            assertThat(appFixture.labels()).contains("No connection is ticked.", "No pools shown")
                    .doesNotContain("1 selected");
        }
    }

    @Test
    void digits_take_connections_out_and_back_and_one_key_shows_all() throws Exception {
        try (var appFixture = open(saved("one", cloud(20, AccessRequirement.open())),
                saved("two", cloud(7, AccessRequirement.open())), saved("three", cloud(3, AccessRequirement.open())))) {
            appFixture.until("all are there", () -> appFixture.table().getItems().size() == 30);
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
            appFixture.until("the second is out", () -> appFixture.table().getItems().size() == 23);
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
            appFixture.until("the first is out", () -> appFixture.table().getItems().size() == 3);
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
            appFixture.until("the second is back", () -> appFixture.table().getItems().size() == 10);
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
            appFixture.until("all are back", () -> appFixture.table().getItems().size() == 30);
        }
    }

    @Test
    void only_failed_connections_are_read_again_when_that_is_asked() throws Exception {
        var good = cloud(20, AccessRequirement.open());
        var refusing = cloud(5, AccessRequirement.open());
        refusing.failAll(Fault.forbidden());
        try (var appFixture = open(saved("good", good), saved("refusing", refusing))) {
            appFixture.until("one has failed",
                    () -> appFixture.table().getItems().size() == 20
                            && appFixture.appComposition.observableTickedConnectionPools()
                                    .allConnectionsStatus()
                                    .lines()
                                    .getLast()
                                    .state() instanceof RefreshState.Failed);
            refusing.heal();
            int asked = good.requestCount();
            appFixture.hands().push(KeyCode.SHIFT, KeyCode.F5);
            appFixture.until("it is read", () -> appFixture.table().getItems().size() == 25);
            assertThat(good.requestCount()).isEqualTo(asked);
        }
    }

    @Test
    void a_group_is_ticked_as_one() throws Exception {
        var alone = saved("alone", cloud(3, AccessRequirement.open()));
        var first = saved("first", cloud(20, AccessRequirement.open()));
        var second = saved("second", cloud(7, AccessRequirement.open()));
        try (var appFixture = open(grouped(first), alone, grouped(second))) {
            appFixture.until("all are there", () -> appFixture.table().getItems().size() == 30);
            assertThat(appFixture.fx(() -> ((CheckBox) appFixture.find(".source-group")).getText())).isEqualTo("prod");
            appFixture.fx(() -> {
                ((CheckBox) appFixture.find(".source-group")).fire();
                return true;
            });
            appFixture.until("the group is gone", () -> appFixture.table().getItems().size() == 3);
            appFixture.fx(() -> {
                ((CheckBox) appFixture.find(".source-group")).fire();
                return true;
            });
            appFixture.until("the group is back", () -> appFixture.table().getItems().size() == 30);
        }
    }

    private static SavedConnection grouped(SavedConnection one) {
        return one.withListing(new ConnectionListAppearance("prod", one.connectionListAppearance().colour(),
                one.connectionListAppearance().ticked()));
    }

    @Test
    void P23_a_refused_sign_in_stops_automatic_refresh_and_says_so() throws Exception {
        var own = cloud(4, AccessRequirement.token("another"));
        try (var appFixture = open(saved("mine", own))) {
            appFixture.until("it is refused",
                    () -> appFixture.appComposition.observableTickedConnectionPools()
                            .sources()
                            .getFirst()
                            .state() instanceof RefreshState.Failed);
            int asked = own.requestCount();
            appFixture.fx(() -> {
                appFixture.appComposition.settings()
                        .part(poolscope.settings.Settings::refresh, poolscope.settings.Settings::withRefresh)
                        .set(RefreshInterval.HALF_MINUTE);
                return true;
            });
            appFixture.until("it is said", () -> ((MenuButton) appFixture.find("#auto")).getText().contains("stopped"));
            assertThat(own.requestCount()).isEqualTo(asked);
        }
    }

    /// The button stayed as wide as what it had said of the failed connection, and what is beside it had no room.
    @Test
    void what_was_said_of_a_connection_that_is_removed_leaves_no_gap_in_the_status_bar() throws Exception {
        try (var appFixture = open(saved("mine", cloud(4, AccessRequirement.token("another"))))) {
            appFixture.fx(() -> {
                appFixture.appComposition.settings()
                        .part(poolscope.settings.Settings::refresh, poolscope.settings.Settings::withRefresh)
                        .set(RefreshInterval.MINUTE);
                return true;
            });
            appFixture.until("it is said", () -> ((MenuButton) appFixture.find("#auto")).getText().contains("stopped"));
            double wide = appFixture.fx(() -> ((MenuButton) appFixture.find("#auto")).getWidth());
            appFixture.fx(() -> {
                appFixture.appComposition.observableConnections().remove("mine");
                return true;
            });
            appFixture.until("the interval is said again",
                    () -> ((MenuButton) appFixture.find("#auto")).getText().equals("Auto-refresh: 1 min"));
            appFixture.settle();
            assertThat(appFixture.fx(() -> ((MenuButton) appFixture.find("#auto")).getWidth())).isLessThan(wide - 50);
        }
    }

    @Test
    void a_wait_is_said_with_its_length_counts_down_and_now_stands_beside_it() throws Exception {
        var good = cloud(20, AccessRequirement.open());
        var busy = cloud(5, AccessRequirement.open());
        busy.script(Fault.throttled("3600"));
        try (var appFixture = open(saved("good", good), saved("busy", busy))) {
            appFixture.fx(() -> {
                appFixture.appComposition.settings()
                        .part(poolscope.settings.Settings::refresh, poolscope.settings.Settings::withRefresh)
                        .set(RefreshInterval.MINUTE);
                return true;
            });
            appFixture.until("the card counts down",
                    () -> appFixture.labels()
                            .stream()
                            .anyMatch(text -> text.matches("too many requests, waits 59 min \\d+ s")));
            assertThat(appFixture.labels()).anyMatch(text -> text.contains("busy: the service asks to wait 1 h 0 min"));
            assertThat(appFixture.fx(() -> ((MenuButton) appFixture.find("#auto")).getText()))
                    .matches("Next try in 59 min \\d+ s");
            assertThat(appFixture.text("#sourcesStatus #wait")).matches("Next try in 59 min \\d+ s");
            assertThat(LazyTooltip.getText(appFixture.find("#auto"))).contains("twice as long");
            appFixture.fx(() -> {
                var now = (Hyperlink) appFixture.find("#retryLink");
                assertThat(now.getText()).isEqualTo("Try now");
                now.fire();
                return true;
            });
            appFixture.until("both lists are there", () -> appFixture.table().getItems().size() == 25);
            appFixture.until("nothing waits any more",
                    () -> ((MenuButton) appFixture.find("#auto")).getText().equals("Auto-refresh: 1 min"));
        }
    }

    @Test
    void of_several_connections_the_one_that_failed_says_what_to_do_on_its_card() throws Exception {
        var good = cloud(20, AccessRequirement.open());
        var over = cloud(5, AccessRequirement.open());
        over.script(Fault.gateway(401, "APIG.0301", "Incorrect IAM authentication information: token expires"));
        try (var appFixture = open(saved("good", good), saved("over", over).withSignIn(SignInMethod.NONE))) {
            appFixture.until("it is said", () -> appFixture.labels().contains("sign-in needed"));
            assertThat(appFixture.fx(() -> appFixture.find(".source-card .advice").isVisible())).isFalse();
            assertThat(appFixture.fx(() -> appFixture.appComposition.stage()
                    .getScene()
                    .getRoot()
                    .lookupAll(".source-card .advice")
                    .stream()
                    .map(Label.class::cast)
                    .filter(Label::isVisible)
                    .map(Label::getText)
                    .toList())).singleElement().asString().contains("Enter a token");
        }
    }

    @Test
    void a_test_lists_what_comes_counts_the_running_step_can_be_stopped_and_marks_each_by_shape_and_colour()
            throws Exception {
        var stalled = cloud(3, AccessRequirement.open());
        stalled.script(Fault.delay(Duration.ofSeconds(15)));
        try (var appFixture = open()) {
            appFixture.untilRead();
            fill(appFixture, stalled, TOKEN);
            press(appFixture, "#testForm");
            appFixture.until("the answer is waited for", () -> appFixture.find(".form .step-progress") != null
                    && lineOf(appFixture, "Answer").contains("s…"));
            assertThat(appFixture.fx(() -> ((Button) appFixture.find("#testForm")).getText())).isEqualTo("Stop");
            assertThat(appFixture.fx(() -> List.copyOf(appFixture.find(".form #steps").lookupAll(".step-mark")).size()))
                    .isEqualTo(8);
            appFixture.until("it counts", () -> !lineOf(appFixture, "Answer").startsWith("0 s"));
            press(appFixture, "#testForm");
            appFixture.until("it is stopped", () -> lineOf(appFixture, "Answer").startsWith("stopped after "));
            assertThat(appFixture.fx(() -> ((Button) appFixture.find("#testForm")).getText()))
                    .isEqualTo("Test connection");
            var looks = appFixture.fx(() -> appFixture.find(".form #steps")
                    .lookupAll(".step-mark")
                    .stream()
                    .map(ConnectionsWindowTest::look)
                    .distinct()
                    .toList());
            // passed, skipped, stopped and to come
            assertThat(looks).hasSize(4);
            press(appFixture, "#testForm");
            appFixture.until("all is well now", () -> lineOf(appFixture, "First page").contains("3 / 3"));
            assertThat(appFixture.fx(() -> appFixture.find(".form #steps").lookupAll(".step-mark:passed").size()))
                    .isGreaterThan(3);
        }
    }

    private static Object look(javafx.scene.Node mark) {
        var region = (javafx.scene.layout.Region) mark;
        return List.of(region.getBackground().getFills().getFirst().getFill(), String.valueOf(region.getShape()));
    }

    private static String lineOf(AppFixture appFixture, String step) throws Exception {
        return appFixture.fx(() -> {
            var grid = (javafx.scene.layout.GridPane) appFixture.find(".form #steps");
            var labels = grid.getChildren().stream().filter(Label.class::isInstance).map(Label.class::cast).toList();
            for (int i = 0; i + 1 < labels.size(); i += 2)
                if (labels.get(i).getText().equals(step)) return labels.get(i + 1).getText();
            return "";
        });
    }

    @Test
    void any_failure_offers_to_edit_the_connection() throws Exception {
        var own = cloud(4, AccessRequirement.open());
        own.failAll(Fault.forbidden());
        try (var appFixture = open(saved("mine", own))) {
            appFixture.until("it failed", () -> appFixture.find("#emptyStateEdit").isVisible());
            assertThat(appFixture.labels()).doesNotContain("not all pools were read");
            assertThat(appFixture.fx(() -> ((Button) appFixture.find("#emptyStateAction")).getText()))
                    .isEqualTo("Try again");
            appFixture.fx(() -> {
                ((Button) appFixture.find("#emptyStateEdit")).fire();
                return true;
            });
            appFixture.until("its form is open", () -> appFixture.find("#connectionForm") != null);
            var endpoint = (TextInputControl) appFixture.find(".form #endpoint");
            assertThat(appFixture.<String>fx(endpoint::getText)).isEqualTo(own.endpoint().toString());
            assertThat(
                    appFixture.<String>fx(() -> ((TextInputControl) appFixture.find(".form #token")).getPromptText()))
                    .as("while the endpoint is the saved one")
                    .doesNotContain("enter it again");
            appFixture.fx(() -> {
                endpoint.setText("https://elsewhere.example.com");
                return true;
            });
            assertThat(
                    appFixture.<String>fx(() -> ((TextInputControl) appFixture.find(".form #token")).getPromptText()))
                    .isEqualTo("for the endpoint of before only; enter it again");
        }
    }

    @Test
    void a_secret_that_lived_until_the_last_exit_is_asked_for_and_nobody_else_signs_in_meanwhile() throws Exception {
        var own = cloud(4, AccessRequirement.token(TOKEN));
        try (var appFixture = open(saved("mine", own).withSignIn(SignInMethod.TOKEN))) {
            appFixture.until("it is said", () -> appFixture.find(".source-card .enter-secret").isVisible());
            assertThat(appFixture.labels()).contains("secret needed")
                    .noneMatch(text -> text.contains("refused"))
                    .anyMatch(text -> text.startsWith("mine: no key store answers on this computer"));
            assertThat(appFixture.fx(() -> ((Button) appFixture.find("#emptyStateAction")).getText()))
                    .isEqualTo("Enter the secret again…");
            assertThat(own.requestCount()).isZero();
            appFixture.fx(() -> {
                ((Hyperlink) appFixture.find(".source-card .enter-secret")).fire();
                return true;
            });
            appFixture.until("the cursor is in its field",
                    () -> appFixture.find(".form #token") != null && appFixture.find(".form #token").isFocused());
            var token = (TextInputControl) appFixture.find(".form #token");
            assertThat(appFixture.<String>fx(token::getPromptText)).isEqualTo("not saved; enter it again");
            press(appFixture, "#testForm");
            appFixture.until("the test says it too",
                    () -> appFixture.labels().stream().anyMatch(text -> text.startsWith("no key store answers")));
            assertThat(own.requestCount()).isZero();
            appFixture.fx(() -> {
                token.setText(TOKEN);
                return true;
            });
            press(appFixture, "#saveForm");
            appFixture.until("the pools are there", () -> appFixture.table().getItems().size() == 4);
            assertThat(appFixture.fx(() -> appFixture.find(".source-card .enter-secret").isVisible())).isFalse();
        }
    }

    @Test
    void a_list_that_was_narrowed_at_the_service_says_so_wherever_it_is_shown_or_exported() throws Exception {
        var running = saved("one", cloud(60, AccessRequirement.open())).withQuery(TestQueries.of("", "running"));
        var whole = saved("two", cloud(7, AccessRequirement.open()));
        try (var appFixture = open(running, whole)) {
            appFixture.until("both are read",
                    () -> appFixture.appComposition.observableTickedConnectionPools()
                            .allConnectionsStatus()
                            .lines()
                            .stream()
                            .allMatch(sourceStatus -> sourceStatus.state() instanceof RefreshState.Loaded)
                            && appFixture.table().getItems().size() > 7);
            assertThat(appFixture.shown().stream().filter(pool -> pool.poolOrigin().connection().equals("one")))
                    .hasSizeLessThan(60)
                    .allMatch(pool -> pool.status().word().equals("running"));
            assertThat(appFixture.text("#narrowed")).isEqualTo("one: only what the service finds for status=running");
            assertThat(appFixture.labels()).contains("only status=running", "only what the services were asked for");
            assertThat(appFixture.text("#totalsHead")).startsWith("Σ of");
            assertThat(appFixture.text("#totalsNote")).isEqualTo("only what the services were asked for");
            assertThat(appFixture.find("#sourcesStatus").isVisible()).as("nothing is missing").isFalse();
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.E);
            appFixture.until("the export is open", () -> appFixture.find(".form #narrowed") != null);
            assertThat(appFixture.text(".form #narrowed"))
                    .isEqualTo("one: only what the service finds for status=running");
        }
    }

    @Test
    void a_copied_call_asks_for_what_its_connection_asks_for() throws Exception {
        var running = saved("one", cloud(60, AccessRequirement.open()))
                .withQuery(new PoolQuery("", "running", PoolQuery.SortBy.CREATED_AT, PoolQuery.Order.ASC, 50));
        try (var appFixture = open(running)) {
            appFixture.until("it is read", () -> !appFixture.table().getItems().isEmpty());
            var copied = new AtomicReference<>("");
            appFixture.fx(() -> {
                appFixture.appComposition.pools().selection().select(SelectedRowIndexes.only(0));
                appFixture.appComposition.copies()
                        .copy(CopyModel.Kind.CURL, PoolField::id, (field, _) -> field.id(), text -> {
                            copied.set(text);
                            return true;
                        });
                return true;
            });
            appFixture.until("it is copied", () -> !copied.get().isEmpty());
            assertThat(copied.get()).endsWith("/v1/" + running.serviceAndProject().projectId()
                    + "/clusters?offset=0&limit=50&sort_by=created_at&order=asc&status=running'");
        }
    }

    @Test
    void a_service_that_finds_nothing_for_what_it_was_asked_for_is_not_told_to_have_no_pools() throws Exception {
        var nothing = saved("one", cloud(6, AccessRequirement.open())).withQuery(TestQueries.of("no such pool", ""));
        try (var appFixture = open(nothing)) {
            appFixture.until("it is read",
                    () -> appFixture.appComposition.observableTickedConnectionPools()
                            .sources()
                            .getFirst()
                            .state() instanceof RefreshState.Loaded);
            appFixture.until("it is said", () -> appFixture.labels()
                    .stream()
                    .anyMatch(
                            text -> text.startsWith("one: the service finds no pool for cluster_name=no such pool.")));
        }
    }

    @Test
    void a_connection_asks_its_service_for_what_the_form_says() throws Exception {
        var own = cloud(30, AccessRequirement.open());
        var mine = saved("mine", own);
        try (var appFixture = open(mine)) {
            appFixture.until("all are there", () -> appFixture.table().getItems().size() == 30);
            ask(appFixture, "running", 3);
            appFixture.until("only those are there",
                    () -> appFixture.table().getItems().size() < 30 && appFixture.find("#narrowed").isVisible());
            assertThat(own.requests().getLast().query()).contains("sort_by=cluster_name&order=desc")
                    .contains("status=running");
            ask(appFixture, "", 0);
            appFixture.until("all are back", () -> appFixture.table().getItems().size() == 30);
            assertThat(appFixture.fx(() -> appFixture.find("#narrowed").isVisible())).isFalse();
        }
    }

    @Test
    void the_form_offers_what_only_v1_can_be_asked_for_while_v1_is_asked() throws Exception {
        var own = cloud(3, AccessRequirement.open());
        try (var appFixture = open(saved("mine", own))) {
            appFixture.until("all are there", () -> appFixture.table().getItems().size() == 3);
            edit(appFixture);
            for (int generations : List.of(2, 0)) {
                appFixture.fx(() -> {
                    ((ComboBox<?>) appFixture.find(".form #generations")).getSelectionModel().select(generations);
                    return true;
                });
                assertThat(List.of("#clusterName", "#status", "#sorting", "#pageSize")).allSatisfy(
                        control -> assertThat(appFixture.fx(() -> appFixture.find(".form " + control).isDisabled()))
                                .isEqualTo(generations == 2));
            }
        }
    }

    /// Edits the one connection.
    private static void ask(AppFixture appFixture, String status, int sorting) {
        edit(appFixture);
        appFixture.fx(() -> {
            ((ComboBox<?>) appFixture.find(".form #status")).getEditor().setText(status);
            ((ComboBox<?>) appFixture.find(".form #sorting")).getSelectionModel().select(sorting);
            return true;
        });
        press(appFixture, "#saveForm");
    }

    private static void edit(AppFixture appFixture) {
        appFixture.fx(() -> {
            Event.fireEvent(appFixture.find(".source-card"), new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1,
                    MouseButton.PRIMARY, 2, false, false, false, false, true, false, false, true, false, false, null));
            return true;
        });
        appFixture.until("the form is open", () -> appFixture.find(".form #queryFields") != null);
    }

    private static void fill(AppFixture appFixture, TestCloud cloud, String token) {
        appFixture.fx(() -> {
            ((Hyperlink) appFixture.find("#connectLink")).fire();
            return true;
        });
        appFixture.until("the form is open", () -> appFixture.find("#saveForm") != null);
        appFixture.fx(() -> {
            ((TextInputControl) appFixture.find(".form #name")).setText("mine");
            ((TextInputControl) appFixture.find(".form #endpoint")).setText(cloud.endpoint().toString());
            ((TextInputControl) appFixture.find(".form #project")).setText(cloud.projectId());
            @SuppressWarnings("unchecked")
            var ways = (ComboBox<Object>) appFixture.find(".form #signIn");
            ways.setValue(
                    ways.getItems().stream().filter(way -> way.toString().equals("TOKEN")).findFirst().orElseThrow());
            ((TextInputControl) appFixture.find(".form #token")).setText(token);
            return true;
        });
    }

    private static void press(AppFixture appFixture, String button) {
        appFixture.fx(() -> {
            ((Button) appFixture.find(button)).fire();
            return true;
        });
        appFixture.settle();
    }
}
