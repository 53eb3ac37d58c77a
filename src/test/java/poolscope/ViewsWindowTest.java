package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.connection.Connection;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.SignIn;
import poolscope.demo.DemoCloud;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.FileOps;
import poolscope.settings.Look;

/// Views as an operator uses them, over real clouds on loopback.
class ViewsWindowTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void each_built_in_view_shows_what_its_name_says_of_the_json_as_it_came() throws Exception {
        try (var desk = Desk.open(240)) {
            var all = desk.shown();
            apply(desk, KeyCode.DIGIT2);
            assertThat(keys(desk.shown(), ViewsWindowTest::isPlain)).containsExactlyInAnyOrderElementsOf(keys(all,
                    pool -> isPlain(pool)
                            && (!status(pool).equals("running")
                                    || nodes(pool).path("available_count").intValue() < nodes(pool).path("count")
                                            .intValue())));
            apply(desk, KeyCode.DIGIT3);
            assertThat(keys(desk.shown(), _ -> true)).containsExactlyInAnyOrderElementsOf(
                    keys(all, pool -> json(pool).path("allocatable_gpus").doubleValue() > 0));
            assertThat(desk.shown()).extracting(pool -> json(pool).path("allocatable_gpus").doubleValue())
                    .isSortedAccordingTo(Comparator.reverseOrder());
            apply(desk, KeyCode.DIGIT4);
            assertThat(keys(desk.shown(), _ -> true)).isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(keys(all, pool -> json(pool).has("order_id")));
            apply(desk, KeyCode.DIGIT1);
            assertThat(desk.shown()).hasSize(240);
        }
    }

    @Test
    void f8_shows_the_problems_and_shows_the_rest_again() throws Exception {
        try (var desk = Desk.open(60)) {
            var problems = desk.shown().stream().filter(ViewsWindowTest::isProblem).map(Pool::key).toList();
            desk.hands().push(KeyCode.F8);
            desk.until("problems only", () -> desk.shownNow().stream().map(Pool::key).toList().equals(problems));
            desk.hands().push(KeyCode.F8);
            desk.until("all again", () -> desk.shownNow().size() == 60);
        }
    }

    private static boolean isProblem(Pool pool) {
        var available = pool.nodes().available().asNumber();
        var all = pool.nodes().count().asNumber();
        boolean isShort = available.isPresent() && all.isPresent() && available.get().compareTo(all.get()) < 0;
        return !pool.status().word().equals("running") || isShort;
    }

    @Test
    void a_change_is_marked_in_words_until_it_is_reverted() throws Exception {
        try (var desk = Desk.open(60)) {
            assertThat(said(desk)).isEqualTo("Views; now: All");
            desk.type("train");
            desk.until("the change is marked", () -> said(desk).equals("Views; now: All, changed and not saved"));
            assertThat(desk.fx(() -> ((ToggleButton) desk.find("#view-built-in-all")).getAccessibleText()))
                    .isEqualTo("All, changed and not saved");
            choose(desk, "views-revert");
            desk.until("it is as it was", () -> said(desk).equals("Views; now: All") && desk.filterField().getText().isEmpty());
        }
    }

    @Test
    void a_view_is_saved_under_a_name_and_is_there_after_a_restart_as_it_was_left() throws Exception {
        try (var desk = open()) {
            desk.type("gpu>0");
            desk.click("#allocatable_cpu_cores");
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.D);
            name(desk, "早班 check");
            desk.until("it is the current view", () -> said(desk).equals("Views; now: 早班 check"));
            width(desk, 260);
            desk.until("a new width is a change", () -> said(desk).endsWith("changed and not saved"));
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.D);
            desk.until("it is saved", () -> said(desk).equals("Views; now: 早班 check"));
            desk.type("gpu>0 status:running");
            desk.until("changed again", () -> said(desk).endsWith("changed and not saved"));
        }
        try (var desk = open()) {
            assertThat(said(desk)).isEqualTo("Views; now: 早班 check, changed and not saved");
            choose(desk, "views-revert");
            desk.until("reverted", () -> said(desk).equals("Views; now: 早班 check"));
            assertThat(desk.fx(() -> desk.program.pools().filter().text())).isEqualTo("gpu>0");
            assertThat(desk.fx(() -> nameWidth(desk))).isEqualTo(260);
            assertThat(desk.program.pools().sortProperty().get().keys().getFirst().field()).isEqualTo(PoolField.CPU_CORES);
            apply(desk, KeyCode.DIGIT1);
            desk.until("all columns are the table's own", () -> nameWidth(desk) == 168);
            choose(desk, 4);
            desk.until("the view's width", () -> nameWidth(desk) == 260);
        }
    }

    @Test
    void a_view_is_deleted_after_a_question_that_names_it() throws Exception {
        try (var desk = open()) {
            choose(desk, "views-saveAs");
            name(desk, "short-lived");
            desk.until("saved", () -> Files.exists(folder.resolve("views")) && said(desk).contains("short-lived"));
            choose(desk, "views-delete");
            desk.until("it is asked", () -> desk.labels().stream().anyMatch(text -> text.contains("“short-lived”")));
            fire(desk, "#agree");
            desk.until("it is gone", () -> said(desk).equals("Views; now: All"));
        }
        try (var files = Files.list(folder.resolve("views"))) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".json"));
        }
    }

    @Test
    void a_view_that_is_exported_is_opened_elsewhere_and_what_is_no_view_is_said_to_be_none() throws Exception {
        var file = folder.resolve("sent.rpview");
        try (var desk = open()) {
            desk.type("gpu>0");
            desk.fx(() -> {
                desk.program.views().exportTo(file.toFile(), "Sent");
                return true;
            });
            desk.until("it is written", () -> Files.exists(file) && Files.size(file) > 0);
        }
        try (var desk = Desk.open(30)) {
            var found = new java.util.concurrent.atomic.AtomicReference<poolscope.settings.View>();
            desk.fx(() -> {
                desk.program.views().open(file.toFile(), found::set);
                return true;
            });
            desk.until("it is read", () -> found.get() != null);
            assertThat(found.get().name()).isEqualTo("Sent");
            desk.fx(() -> desk.program.views().add(found.get(), "Sent", java.util.Map.of()));
            desk.until("it is shown", () -> said(desk).equals("Views; now: Sent"));
            assertThat(desk.fx(() -> desk.program.pools().filter().text())).isEqualTo("gpu>0");
            desk.fx(() -> {
                desk.program.openView(file);
                return true;
            });
            desk.until("a double click on the file asks what to do with it", () -> desk.find("#viewName") != null);
            Files.writeString(file, "PK\u0003\u0004 not a view");
            desk.fx(() -> {
                desk.program.views().open(file.toFile(), found::set);
                return true;
            });
            desk.until("it is told", () -> desk.find("#notices").isVisible());
            assertThat(desk.text("#noticeSentence")).contains("sent.rpview").contains("damaged, or not a view");
        }
    }

    @Test
    void a_damaged_view_is_left_out_and_named_and_the_window_opens() throws Exception {
        Files.createDirectories(folder.resolve("views"));
        Files.writeString(folder.resolve("views").resolve("torn.json"), "{\"name\": \"torn\", \"filter\": \"gp");
        try (var desk = open()) {
            assertThat(desk.text("#noticeSentence")).contains("torn.json.bad-");
            assertThat(desk.fx(() -> items(desk).stream().map(MenuItem::getText).toList())).doesNotContain("torn");
        }
        try (var desk = open()) {
            assertThat(desk.fx(() -> desk.find("#notices").isVisible())).isFalse();
        }
    }

    @Test
    void the_connection_column_follows_the_number_of_connections_until_the_operator_chooses() throws Exception {
        try (var one = DemoCloud.start(Desk.still(4)); var two = DemoCloud.start(Desk.still(5))) {
            ConnectionsFile.in(folder, FileOps.ofDisk(), Clock.systemUTC())
                    .save(new SavedConnections(List.of(saved("one", one), saved("two", two))));
            try (var desk = open()) {
                desk.until("both are shown", () -> connectionShown(desk));
                tick(desk, "two", false);
                desk.until("one needs no column", () -> !connectionShown(desk));
                tick(desk, "two", true);
                desk.until("two need it", () -> connectionShown(desk));
                desk.fx(() -> {
                    connectionColumn(desk).setVisible(false);
                    return true;
                });
                tick(desk, "two", false);
                tick(desk, "two", true);
                assertThat(desk.fx(() -> connectionShown(desk))).isFalse();
            }
            try (var desk = open()) {
                desk.until("both are read", () -> desk.table().getItems().size() == 9);
                assertThat(desk.fx(() -> connectionShown(desk))).isFalse();
            }
        }
    }

    private Desk open() throws Exception {
        return Desk.open(DemoCloud.start(Desk.still(60)), folder, Look.Theme.LIGHT).untilRead();
    }

    private static SavedConnection saved(String name, DemoCloud cloud) {
        return SavedConnection.of(new Connection(name, name, Optional.empty(), cloud.endpoint(), cloud.projectId()), SignIn.NONE);
    }

    private static void tick(Desk desk, String id, boolean ticked) {
        desk.fx(() -> {
            desk.program.connections().tick(id, ticked);
            return true;
        });
        desk.settle();
    }

    private static javafx.scene.control.TableColumn<?, ?> connectionColumn(Desk desk) {
        return desk.table().getColumns().stream().filter(c -> c.getId().equals("connection")).findFirst().orElseThrow();
    }

    private static boolean connectionShown(Desk desk) {
        return connectionColumn(desk).isVisible();
    }

    private static void apply(Desk desk, KeyCode digit) {
        desk.hands().push(KeyCode.ALT, digit);
        int number = digit.ordinal() - KeyCode.DIGIT1.ordinal();
        desk.until("the view is on", () -> {
            var view = desk.program.views().viewsProperty().get().get(number);
            return desk.program.views().current().equals(view) && desk.program.pools().filter().text().equals(view.filter());
        });
        desk.until("its rows are there", () -> desk.program.pools().filter().filterProperty().get()
                .equals(desk.program.pools().arrangement().wish().filter()));
    }

    /// What a screen reader says of the menu.
    private static String said(Desk desk) {
        return desk.fx(() -> ((MenuButton) desk.find("#viewsMenu")).getAccessibleText());
    }

    private static List<MenuItem> items(Desk desk) {
        return ((MenuButton) desk.find("#viewsMenu")).getItems();
    }

    private static void choose(Desk desk, String id) {
        desk.fx(() -> {
            items(desk).stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow().fire();
            return true;
        });
        desk.settle();
    }

    private static void choose(Desk desk, int place) {
        desk.fx(() -> {
            items(desk).get(place).fire();
            return true;
        });
        desk.settle();
    }

    private static void name(Desk desk, String name) {
        desk.until("the form is open", () -> desk.find("#viewName") != null);
        desk.fx(() -> {
            ((TextField) desk.find("#viewName")).setText(name);
            return true;
        });
        fire(desk, "#agree");
    }

    private static void fire(Desk desk, String button) {
        desk.fx(() -> {
            ((Button) desk.find(button)).fire();
            return true;
        });
        desk.settle();
    }

    private static void width(Desk desk, double width) {
        desk.fx(() -> {
            nameColumn(desk).setPrefWidth(width);
            return true;
        });
        desk.settle();
    }

    private static double nameWidth(Desk desk) {
        return nameColumn(desk).getWidth();
    }

    private static javafx.scene.control.TableColumn<?, ?> nameColumn(Desk desk) {
        return desk.table().getColumns().stream().filter(c -> c.getId().equals("cluster_name")).findFirst().orElseThrow();
    }

    private static List<String> keys(List<Pool> pools, Predicate<Pool> which) {
        return pools.stream().filter(which).map(Pool::key).toList();
    }

    private static boolean isPlain(Pool pool) {
        return nodes(pool).path("count").isInt() && nodes(pool).path("available_count").isInt();
    }

    private static String status(Pool pool) {
        return json(pool).path("status").asText();
    }

    private static JsonNode nodes(Pool pool) {
        return json(pool).path("nodes");
    }

    private static JsonNode json(Pool pool) {
        try {
            return JSON.readTree(pool.raw().text());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
