package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

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
import poolscope.connection.Connection;
import poolscope.connection.PoolQuery;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.SignIn;
import poolscope.demo.Access;
import poolscope.demo.DemoCloud;
import poolscope.demo.Fault;
import poolscope.live.LoadState;
import poolscope.pool.PoolField;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.FileOps;
import poolscope.settings.Look;
import poolscope.settings.RefreshEvery;
import poolscope.ui.pools.CopyModel;
import poolscope.ui.pools.Selection;

/// Connections as an operator makes and ticks them, over real clouds on loopback.
class ConnectionsWindowTest {
    private static final String TOKEN = "CNRYtok-7f31c9a2b8e64d05";

    @TempDir
    Path folder;
    private final List<DemoCloud> clouds = new ArrayList<>();

    @AfterEach
    void closeClouds() {
        clouds.forEach(DemoCloud::close);
    }

    private DemoCloud cloud(int pools, Access access) throws Exception {
        var cloud = DemoCloud.start(Desk.still(pools).withSeed(pools).withAccess(access));
        clouds.add(cloud);
        return cloud;
    }

    private Desk open(SavedConnection... connections) throws Exception {
        ConnectionsFile.in(folder, FileOps.ofDisk(), Clock.systemUTC()).save(new SavedConnections(List.of(connections)));
        return Desk.open(DemoCloud.start(Desk.still(3)), folder, Look.Theme.LIGHT);
    }

    private static SavedConnection saved(String name, DemoCloud cloud) {
        return SavedConnection.of(new Connection(name, name, Optional.empty(), cloud.endpoint(), cloud.projectId()), SignIn.NONE);
    }

    @Test
    void a_connection_made_in_the_form_shows_its_pools_in_place_of_the_demo_and_no_file_holds_the_token() throws Exception {
        var own = cloud(17, Access.token(TOKEN));
        try (var desk = open()) {
            desk.untilRead();
            fill(desk, own, TOKEN);
            press(desk, "#saveForm");
            desk.until("the own pools are there", () -> desk.table().getItems().size() == 17);
            assertThat(desk.labels()).contains("mine").noneMatch(text -> text.startsWith("Demo data"));
            desk.until("the connection is saved", () -> Files.exists(folder.resolve("connections.json"))
                    && Files.readString(folder.resolve("connections.json")).contains("mine"));
            try (Stream<Path> files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList())
                    assertThat(Files.readString(file)).doesNotContain(TOKEN);
            }
            assertThat(own.requests()).isNotEmpty().allMatch(request -> request.header("x-auth-token").equals(TOKEN));
        }
    }

    @Test
    void a_form_that_is_wrong_says_what_and_stays_open() throws Exception {
        try (var desk = open()) {
            desk.untilRead();
            fill(desk, cloud(1, Access.open()), "two lines\nof token");
            press(desk, "#saveForm");
            assertThat(desk.text(".form .problem")).isEqualTo("There is a blank or line break inside: was it pasted whole?");
            desk.fx(() -> {
                ((TextInputControl) desk.find("#endpoint")).setText("http://modelarts.example.com");
                return true;
            });
            press(desk, "#saveForm");
            assertThat(desk.text(".form .problem")).contains("https://");
            press(desk, "#cancelForm");
            assertThat(desk.fx(() -> desk.program.connections().saved().all())).isEmpty();
        }
    }

    @Test
    void P28_a_form_that_is_closed_keeps_no_secret_and_one_that_is_open_is_not_replaced() throws Exception {
        try (var desk = open()) {
            desk.untilRead();
            fill(desk, cloud(1, Access.open()), TOKEN);
            var token = (TextInputControl) desk.find(".form #token");
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.N);
            desk.settle();
            assertThat(desk.find(".form #token")).isSameAs(token);
            assertThat(desk.<String>fx(token::getText)).isEqualTo(TOKEN);
            press(desk, "#cancelForm");
            assertThat(desk.<String>fx(token::getText)).isEmpty();
        }
    }

    @Test
    void several_connections_make_one_list_and_the_ledger_says_what_is_missing() throws Exception {
        var good = cloud(20, Access.open());
        var refusing = cloud(5, Access.open());
        refusing.failAll(Fault.forbidden());
        var slow = cloud(7, Access.open());
        slow.failAll(new Fault.Stall());
        try (var desk = open(saved("good", good), saved("refusing", refusing), saved("slow", slow))) {
            desk.until("the first is there while the slow one is still read", () -> desk.table().getItems().size() == 20);
            assertThat(desk.fx(() -> desk.program.fleet().ledger().isLoading())).isTrue();
            slow.heal();
            desk.fx(() -> {
                desk.program.fleet().sources().getLast().cancel();
                desk.program.fleet().sources().getLast().refresh();
                return true;
            });
            desk.until("all that can be are there", () -> desk.table().getItems().size() == 27);
            desk.until("the ledger is there", () -> desk.find("#ledger").isVisible());
            assertThat(desk.text("#sentence"))
                    .isEqualTo("27 pools from 2 of 3 connections. refusing: no permission to list pools.");
            assertThat(desk.fx(
                    () -> desk.table().getColumns().stream().filter(c -> c.getId().equals("connection")).findFirst().orElseThrow()
                            .isVisible()))
                    .isTrue();
            assertThat(desk.shown().stream().map(p -> p.origin().connection()).distinct()).containsExactly("good", "slow");
        }
    }

    @Test
    void two_connections_to_one_service_show_each_pool_once_and_the_card_says_so() throws Exception {
        var cloud = cloud(20, Access.open());
        try (var desk = open(saved("one", cloud), saved("two", cloud))) {
            desk.until("both are read", () -> desk.program.fleet().ledger().lines().size() == 2
                    && desk.program.fleet().ledger().lines().stream().allMatch(line -> line.state() instanceof LoadState.Loaded));
            desk.until("each pool is there once", () -> desk.table().getItems().size() == 20);
            desk.until("the card says so", () -> desk.labels().contains("Same pools as “one”; counted once."));
            assertThat(desk.shown()).allMatch(pool -> pool.origin().connection().equals("one"));
            assertThat(desk.fx(() -> desk.program.fleet().ledger().pools())).isEqualTo(20);
            desk.fx(() -> {
                desk.program.connections().tick("one", false);
                return true;
            });
            desk.until("they are the other one's now", () -> desk.table().getItems().size() == 20
                    && desk.shown().stream().allMatch(pool -> pool.origin().connection().equals("two")));
            assertThat(desk.labels()).noneMatch(text -> text.startsWith("Same pools"));
        }
    }

    @Test
    void a_name_that_another_connection_has_is_refused_and_the_form_says_why() throws Exception {
        try (var desk = open(saved("mine", cloud(3, Access.open())))) {
            desk.until("it is there", () -> desk.table().getItems().size() == 3);
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.N);
            desk.until("the form is open", () -> desk.find("#saveForm") != null);
            desk.fx(() -> {
                ((TextInputControl) desk.find(".form #name")).setText(" mine ");
                ((TextInputControl) desk.find(".form #endpoint")).setText("https://modelarts.example.com");
                ((TextInputControl) desk.find(".form #project")).setText("p");
                @SuppressWarnings("unchecked")
                var ways = (ComboBox<Object>) desk.find(".form #signIn");
                ways.setValue(ways.getItems().stream().filter(way -> way.toString().equals("NONE")).findFirst().orElseThrow());
                return true;
            });
            press(desk, "#saveForm");
            assertThat(desk.text(".form .problem")).startsWith("Another connection has this name.");
            assertThat(desk.fx(() -> desk.program.connections().saved().all())).hasSize(1);
            press(desk, "#cancelForm");
        }
    }

    @Test
    void P06_a_connection_that_is_unticked_leaves_nothing_on_screen() throws Exception {
        try (var desk = open(saved("one", cloud(20, Access.open())), saved("two", cloud(7, Access.open())))) {
            desk.until("both are there", () -> desk.table().getItems().size() == 27);
            desk.fx(() -> {
                desk.program.stage().getScene().getRoot().lookupAll(".source-card .check-box").stream().map(CheckBox.class::cast)
                        .filter(box -> box.getAccessibleText().equals("two")).findFirst().orElseThrow().fire();
                return true;
            });
            desk.until("only one is left", () -> desk.table().getItems().size() == 20);
            assertThat(desk.shown()).allMatch(pool -> pool.origin().connection().equals("one"));
            desk.until("that is remembered",
                    () -> !ConnectionsFile.in(folder, FileOps.ofDisk(), Clock.systemUTC()).load().connections()
                            .find("two").orElseThrow().listing().ticked());
        }
    }

    @Test
    void P06_a_pool_of_a_connection_that_is_unticked_leaves_the_details_too_and_the_table_says_why_it_is_empty()
            throws Exception {
        try (var desk = open(saved("one", cloud(20, Access.open())))) {
            desk.until("it is there", () -> desk.table().getItems().size() == 20);
            desk.fx(() -> {
                desk.table().getSelectionModel().select(3);
                return true;
            });
            assertThat(desk.labels()).contains("1 selected");
            desk.fx(() -> {
                desk.program.connections().tick("one", false);
                return true;
            });
            desk.until("nothing is left", () -> desk.table().getItems().isEmpty());
            assertThat(desk.fx(() -> desk.program.pools().currentProperty().get())).isEmpty();
            assertThat(desk.labels()).contains("No connection is ticked.", "Select a pool to see everything about it.")
                    .doesNotContain("1 selected");
        }
    }

    @Test
    void digits_take_connections_out_and_back_and_one_key_shows_all() throws Exception {
        try (var desk = open(saved("one", cloud(20, Access.open())), saved("two", cloud(7, Access.open())),
                saved("three", cloud(3, Access.open())))) {
            desk.until("all are there", () -> desk.table().getItems().size() == 30);
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
            desk.until("the second is out", () -> desk.table().getItems().size() == 23);
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
            desk.until("the first is out", () -> desk.table().getItems().size() == 3);
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
            desk.until("the second is back", () -> desk.table().getItems().size() == 10);
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
            desk.until("all are back", () -> desk.table().getItems().size() == 30);
        }
    }

    @Test
    void only_failed_connections_are_read_again_when_that_is_asked() throws Exception {
        var good = cloud(20, Access.open());
        var refusing = cloud(5, Access.open());
        refusing.failAll(Fault.forbidden());
        try (var desk = open(saved("good", good), saved("refusing", refusing))) {
            desk.until("one has failed", () -> desk.table().getItems().size() == 20
                    && desk.program.fleet().ledger().lines().getLast().state() instanceof LoadState.Failed);
            refusing.heal();
            int asked = good.requestCount();
            desk.hands().push(KeyCode.SHIFT, KeyCode.F5);
            desk.until("it is read", () -> desk.table().getItems().size() == 25);
            assertThat(good.requestCount()).isEqualTo(asked);
        }
    }

    @Test
    void a_group_is_ticked_as_one() throws Exception {
        var alone = saved("alone", cloud(3, Access.open()));
        var first = saved("first", cloud(20, Access.open()));
        var second = saved("second", cloud(7, Access.open()));
        try (var desk = open(grouped(first), alone, grouped(second))) {
            desk.until("all are there", () -> desk.table().getItems().size() == 30);
            assertThat(desk.fx(() -> ((CheckBox) desk.find(".source-group")).getText())).isEqualTo("prod");
            desk.fx(() -> {
                ((CheckBox) desk.find(".source-group")).fire();
                return true;
            });
            desk.until("the group is gone", () -> desk.table().getItems().size() == 3);
            desk.fx(() -> {
                ((CheckBox) desk.find(".source-group")).fire();
                return true;
            });
            desk.until("the group is back", () -> desk.table().getItems().size() == 30);
        }
    }

    private static SavedConnection grouped(SavedConnection one) {
        return one.withListing(one.listing().withGroup("prod"));
    }

    @Test
    void P23_a_refused_sign_in_stops_automatic_refresh_and_says_so() throws Exception {
        var own = cloud(4, Access.token("another"));
        try (var desk = open(saved("mine", own))) {
            desk.until("it is refused", () -> desk.program.fleet().sources().getFirst().state() instanceof LoadState.Failed);
            int asked = own.requestCount();
            desk.fx(() -> {
                desk.program.settings().part(poolscope.settings.Settings::refresh, poolscope.settings.Settings::withRefresh)
                        .set(RefreshEvery.HALF_MINUTE);
                return true;
            });
            desk.until("it is said", () -> ((MenuButton) desk.find("#auto")).getText().contains("stopped"));
            assertThat(own.requestCount()).isEqualTo(asked);
        }
    }

    @Test
    void a_wait_is_said_with_its_length_counts_down_and_now_stands_beside_it() throws Exception {
        var good = cloud(20, Access.open());
        var busy = cloud(5, Access.open());
        busy.script(Fault.throttled("3600"));
        try (var desk = open(saved("good", good), saved("busy", busy))) {
            desk.fx(() -> {
                desk.program.settings().part(poolscope.settings.Settings::refresh, poolscope.settings.Settings::withRefresh).set(
                        RefreshEvery.MINUTE);
                return true;
            });
            desk.until("the card counts down", () -> desk.labels().stream().anyMatch(text -> text.matches(
                    "too many requests, waits 59 min \\d+ s")));
            assertThat(desk.labels()).anyMatch(text -> text.contains("busy: the service asks to wait 1 h 0 min"));
            assertThat(desk.fx(() -> ((MenuButton) desk.find("#auto")).getText())).matches("Next try in 59 min \\d+ s");
            assertThat(desk.text("#ledger #wait")).matches("Next try in 59 min \\d+ s");
            desk.fx(() -> {
                var now = (Hyperlink) desk.find("#retryLink");
                assertThat(now.getText()).isEqualTo("Try now");
                now.fire();
                return true;
            });
            desk.until("both lists are there", () -> desk.table().getItems().size() == 25);
            desk.until("nothing waits any more",
                    () -> ((MenuButton) desk.find("#auto")).getText().equals("Auto-refresh 1 min"));
        }
    }

    @Test
    void of_several_connections_the_one_that_failed_says_what_to_do_on_its_card() throws Exception {
        var good = cloud(20, Access.open());
        var over = cloud(5, Access.open());
        over.script(Fault.gateway(401, "APIG.0301", "Incorrect IAM authentication information: token expires"));
        try (var desk = open(saved("good", good), saved("over", over).withSignIn(SignIn.NONE))) {
            desk.until("it is said", () -> desk.labels().contains("not signed in"));
            assertThat(desk.fx(() -> desk.find(".source-card .advice").isVisible())).isFalse();
            assertThat(
                    desk.fx(() -> desk.program.stage().getScene().getRoot().lookupAll(".source-card .advice").stream()
                            .map(Label.class::cast).filter(
                                    Label::isVisible)
                            .map(Label::getText).toList()))
                    .singleElement().asString().contains("Enter a token");
        }
    }

    @Test
    void a_test_lists_what_comes_counts_the_running_step_can_be_stopped_and_marks_each_by_shape_and_colour() throws Exception {
        var stalled = cloud(3, Access.open());
        stalled.script(Fault.delay(Duration.ofSeconds(15)));
        try (var desk = open()) {
            desk.untilRead();
            fill(desk, stalled, TOKEN);
            press(desk, "#testForm");
            desk.until("the answer is waited for", () -> desk.find(".form .step-progress") != null && lineOf(desk, "Answer")
                    .contains("s …"));
            assertThat(desk.fx(() -> ((Button) desk.find("#testForm")).getText())).isEqualTo("Stop");
            assertThat(desk.fx(() -> List.copyOf(desk.find(".form #steps").lookupAll(".step-mark")).size())).isEqualTo(8);
            desk.until("it counts", () -> !lineOf(desk, "Answer").startsWith("0 s"));
            press(desk, "#testForm");
            desk.until("it is stopped", () -> lineOf(desk, "Answer").startsWith("stopped after "));
            assertThat(desk.fx(() -> ((Button) desk.find("#testForm")).getText())).isEqualTo("Test connection");
            var looks = desk.fx(() -> desk.find(".form #steps").lookupAll(".step-mark").stream().map(ConnectionsWindowTest::look)
                    .distinct().toList());
            // passed, skipped, stopped and to come
            assertThat(looks).hasSize(4);
            press(desk, "#testForm");
            desk.until("all is well now", () -> lineOf(desk, "First page").contains("3 / 3"));
            assertThat(desk.fx(() -> desk.find(".form #steps").lookupAll(".step-mark:passed").size())).isGreaterThan(3);
        }
    }

    private static Object look(javafx.scene.Node mark) {
        var region = (javafx.scene.layout.Region) mark;
        return List.of(region.getBackground().getFills().getFirst().getFill(), String.valueOf(region.getShape()));
    }

    private static String lineOf(Desk desk, String step) throws Exception {
        return desk.fx(() -> {
            var grid = (javafx.scene.layout.GridPane) desk.find(".form #steps");
            var labels = grid.getChildren().stream().filter(Label.class::isInstance).map(Label.class::cast).toList();
            for (int i = 0; i + 1 < labels.size(); i += 2)
                if (labels.get(i).getText().equals(step)) return labels.get(i + 1).getText();
            return "";
        });
    }

    @Test
    void a_secret_that_lived_until_the_last_exit_is_asked_for_and_nobody_else_signs_in_meanwhile() throws Exception {
        var own = cloud(4, Access.token(TOKEN));
        try (var desk = open(saved("mine", own).withSignIn(SignIn.TOKEN))) {
            desk.until("it is said", () -> desk.find(".source-card .enter-secret").isVisible());
            assertThat(desk.labels()).contains("secret needed").noneMatch(text -> text.contains("refused"))
                    .anyMatch(text -> text.startsWith("mine: no key store answers on this computer"));
            assertThat(desk.fx(() -> ((Button) desk.find("#stageAction")).getText())).isEqualTo("Enter the secret again …");
            assertThat(own.requestCount()).isZero();
            desk.fx(() -> {
                ((Hyperlink) desk.find(".source-card .enter-secret")).fire();
                return true;
            });
            desk.until("the cursor is in its field",
                    () -> desk.find(".form #token") != null && desk.find(".form #token").isFocused());
            var token = (TextInputControl) desk.find(".form #token");
            assertThat(desk.<String>fx(token::getPromptText)).isEqualTo("not kept; enter it again");
            press(desk, "#testForm");
            desk.until("the test says it too",
                    () -> desk.labels().stream().anyMatch(text -> text.startsWith("no key store answers")));
            assertThat(own.requestCount()).isZero();
            desk.fx(() -> {
                token.setText(TOKEN);
                return true;
            });
            press(desk, "#saveForm");
            desk.until("the pools are there", () -> desk.table().getItems().size() == 4);
            assertThat(desk.fx(() -> desk.find(".source-card .enter-secret").isVisible())).isFalse();
        }
    }

    @Test
    void a_list_that_was_narrowed_at_the_service_says_so_wherever_it_is_shown_or_exported() throws Exception {
        var running = saved("one", cloud(60, Access.open())).withQuery(PoolQuery.ALL.withStatus("running"));
        var whole = saved("two", cloud(7, Access.open()));
        try (var desk = open(running, whole)) {
            desk.until("both are read", () -> desk.program.fleet().ledger().lines().stream()
                    .allMatch(line -> line.state() instanceof LoadState.Loaded) && desk.table().getItems().size() > 7);
            assertThat(desk.shown().stream().filter(pool -> pool.origin().connection().equals("one")))
                    .hasSizeLessThan(60).allMatch(pool -> pool.status().word().equals("running"));
            assertThat(desk.text("#narrowed")).isEqualTo("one: only what the service finds for status=running");
            assertThat(desk.labels()).contains("only status=running", "only what the services were asked for")
                    .anyMatch(text -> text.startsWith("Σ of") && text.endsWith("only what the services were asked for"));
            assertThat(desk.find("#ledger").isVisible()).as("nothing is missing").isFalse();
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.E);
            desk.until("the export is open", () -> desk.find(".form #narrowed") != null);
            assertThat(desk.text(".form #narrowed")).isEqualTo("one: only what the service finds for status=running");
        }
    }

    @Test
    void a_copied_call_asks_for_what_its_connection_asks_for() throws Exception {
        var running = saved("one", cloud(60, Access.open()))
                .withQuery(PoolQuery.ALL.withStatus("running").withOrder(PoolQuery.Order.ASC).withPageSize(50));
        try (var desk = open(running)) {
            desk.until("it is read", () -> !desk.table().getItems().isEmpty());
            var copied = new AtomicReference<>("");
            desk.fx(() -> {
                desk.program.pools().picks().select(Selection.only(0));
                desk.program.copies().copy(CopyModel.Kind.CURL, PoolField::id, text -> {
                    copied.set(text);
                    return true;
                });
                return true;
            });
            desk.until("it is copied", () -> !copied.get().isEmpty());
            assertThat(copied.get()).endsWith("/v1/" + running.connection().projectId()
                    + "/clusters?offset=0&limit=50&sort_by=created_at&order=asc&status=running'");
        }
    }

    @Test
    void a_service_that_finds_nothing_for_what_it_was_asked_for_is_not_told_to_have_no_pools() throws Exception {
        var nothing = saved("one", cloud(6, Access.open())).withQuery(PoolQuery.ALL.withName("no such pool"));
        try (var desk = open(nothing)) {
            desk.until("it is read", () -> desk.program.fleet().sources().getFirst().state() instanceof LoadState.Loaded);
            desk.until("it is said", () -> desk.labels().stream()
                    .anyMatch(text -> text.startsWith("one: the service finds no pool for cluster_name=no such pool.")));
        }
    }

    @Test
    void a_connection_asks_its_service_for_what_the_form_says() throws Exception {
        var own = cloud(30, Access.open());
        var mine = saved("mine", own);
        try (var desk = open(mine)) {
            desk.until("all are there", () -> desk.table().getItems().size() == 30);
            ask(desk, "running", 3);
            desk.until("only those are there", () -> desk.table().getItems().size() < 30 && desk.find("#narrowed").isVisible());
            assertThat(own.requests().getLast().query()).contains("sort_by=cluster_name&order=desc").contains("status=running");
            ask(desk, "", 0);
            desk.until("all are back", () -> desk.table().getItems().size() == 30);
            assertThat(desk.fx(() -> desk.find("#narrowed").isVisible())).isFalse();
        }
    }

    /// Edits the one connection.
    private static void ask(Desk desk, String status, int sorting) {
        desk.fx(() -> {
            Event.fireEvent(desk.find(".source-card"),
                    new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, MouseButton.PRIMARY, 2,
                            false, false, false, false, true, false, false, true, false, false, null));
            return true;
        });
        desk.until("the form is open", () -> desk.find(".form #queryFields") != null);
        desk.fx(() -> {
            ((ComboBox<?>) desk.find(".form #status")).getEditor().setText(status);
            ((ComboBox<?>) desk.find(".form #sorting")).getSelectionModel().select(sorting);
            return true;
        });
        press(desk, "#saveForm");
    }

    private static void fill(Desk desk, DemoCloud cloud, String token) {
        desk.fx(() -> {
            ((Hyperlink) desk.find("#connectLink")).fire();
            return true;
        });
        desk.until("the form is open", () -> desk.find("#saveForm") != null);
        desk.fx(() -> {
            ((TextInputControl) desk.find(".form #name")).setText("mine");
            ((TextInputControl) desk.find(".form #endpoint")).setText(cloud.endpoint().toString());
            ((TextInputControl) desk.find(".form #project")).setText(cloud.projectId());
            @SuppressWarnings("unchecked")
            var ways = (ComboBox<Object>) desk.find(".form #signIn");
            ways.setValue(ways.getItems().stream().filter(way -> way.toString().equals("TOKEN")).findFirst().orElseThrow());
            ((TextInputControl) desk.find(".form #token")).setText(token);
            return true;
        });
    }

    private static void press(Desk desk, String button) {
        desk.fx(() -> {
            ((Button) desk.find(button)).fire();
            return true;
        });
        desk.settle();
    }
}
