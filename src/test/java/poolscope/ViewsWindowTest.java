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
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.connection.CredentialStore;
import poolscope.connection.RoutePasswords;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.demo.TestCloud;
import poolscope.disk.FileSystemOperations;
import poolscope.live.ObservableConnections;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.WindowAppearance;
import poolscope.ui.commands.MenuCommand;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.parts.LazyTooltip;

/// Views as an operator uses them, over real clouds on loopback.
class ViewsWindowTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void each_built_in_view_shows_what_its_name_says_of_the_json_as_it_came() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            var all = appFixture.shown();
            apply(appFixture, KeyCode.DIGIT2);
            assertThat(keys(appFixture.shown(), ViewsWindowTest::isPlain)).containsExactlyInAnyOrderElementsOf(
                    keys(all, pool -> isPlain(pool) && (!status(pool).equals("running")
                            || nodes(pool).path("available_count").intValue() < nodes(pool).path("count").intValue())));
            apply(appFixture, KeyCode.DIGIT3);
            assertThat(keys(appFixture.shown(), _ -> true)).containsExactlyInAnyOrderElementsOf(
                    keys(all, pool -> json(pool).path("allocatable_gpus").doubleValue() > 0));
            assertThat(appFixture.shown()).extracting(pool -> json(pool).path("allocatable_gpus").doubleValue())
                    .isSortedAccordingTo(Comparator.reverseOrder());
            apply(appFixture, KeyCode.DIGIT4);
            assertThat(keys(appFixture.shown(), _ -> true)).isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(keys(all, pool -> json(pool).has("order_id")));
            apply(appFixture, KeyCode.DIGIT1);
            assertThat(appFixture.shown()).hasSize(240);
        }
    }

    @Test
    void f8_shows_the_problems_and_shows_the_rest_again() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            var problems = appFixture.shown().stream().filter(ViewsWindowTest::isProblem).map(Pool::key).toList();
            appFixture.hands().push(KeyCode.F8);
            appFixture.until("problems only",
                    () -> appFixture.shownNow()
                            .stream()
                            .map(Pool::key)
                            .collect(Collectors.toSet())
                            .equals(Set.copyOf(problems)));
            appFixture.until("the worst is first",
                    () -> appFixture.shownNow().getFirst().status().word().equals("abnormal"));
            assertThat(appFixture
                    .fx(() -> appFixture.table().getVisibleLeafColumns().stream().map(c -> c.getId()).toList()))
                    .containsSubsequence("cluster_name", "status", "status_since", "nodes");
            appFixture.hands().push(KeyCode.F8);
            appFixture.until("all again", () -> appFixture.shownNow().size() == 60);
        }
    }

    private static boolean isProblem(Pool pool) {
        var available = pool.poolNodeGroups().available().asNumber();
        var all = pool.poolNodeGroups().count().asNumber();
        boolean isShort = available.isPresent() && all.isPresent() && available.get().compareTo(all.get()) < 0;
        return !pool.status().word().equals("running") || isShort;
    }

    @Test
    void a_change_is_marked_in_words_until_it_is_reverted() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            assertThat(said(appFixture)).isEqualTo("Views; now: All");
            appFixture.type("train");
            appFixture.until("the change is marked", () -> said(appFixture).equals("Views; now: All (modified)"));
            assertThat(appFixture.fx(() -> ((ToggleButton) appFixture.find("#view-built-in-all")).getAccessibleText()))
                    .isEqualTo("All (modified)");
            choose(appFixture, "views-revert");
            appFixture.until("it is as it was",
                    () -> said(appFixture).equals("Views; now: All") && appFixture.filterField().getText().isEmpty());
        }
    }

    @Test
    void the_tooltip_of_a_changed_view_says_what_is_different() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            appFixture.hands().push(KeyCode.F8);
            appFixture.until("the problems", () -> said(appFixture).equals("Views; now: Problems"));
            assertThat(tooltip(appFixture, "#view-built-in-problems")).isEqualTo(PROBLEMS);
            appFixture.fx(() -> {
                appFixture.appComposition.pools().filter().clear();
                return true;
            });
            appFixture.until("all, in the order of the problems",
                    () -> said(appFixture).equals("Views; now: All (modified)"));
            assertThat(tooltip(appFixture, "#view-built-in-all")).startsWith("All (modified: sort order");
            assertThat(tooltip(appFixture, "#view-built-in-problems")).isEqualTo(PROBLEMS);
            appFixture.type("train");
            appFixture.until("the filter too", () -> LazyTooltip.getText(appFixture.find("#view-built-in-all"))
                    .startsWith("All (modified: filter, sort order"));
        }
    }

    private static final String PROBLEMS = "Problems\nPools that are not running or have unavailable nodes";

    @Test
    void no_built_in_view_is_changed_when_it_is_first_used() throws Exception {
        try (var appFixture = AppFixture.open(AppFixture.still(228).withV2Pools(12)).untilRead()) {
            for (var digit : List.of(KeyCode.DIGIT4, KeyCode.DIGIT3, KeyCode.DIGIT2, KeyCode.DIGIT1)) {
                apply(appFixture, digit);
                assertThat(said(appFixture)).doesNotContain("modified");
            }
        }
    }

    @Test
    void the_view_of_free_accelerators_says_that_it_has_pools_that_report_none() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            assertThat(tooltip(appFixture, "#view-built-in-free_accelerators")).startsWith("Free accelerators\n")
                    .contains("last, pools that do not report what is free");
        }
    }

    private static String tooltip(AppFixture appFixture, String button) {
        return appFixture.fx(() -> LazyTooltip.getText(appFixture.find(button)));
    }

    @Test
    void a_view_is_saved_under_a_name_and_is_there_after_a_restart_as_it_was_left() throws Exception {
        try (var appFixture = open()) {
            appFixture.type("gpu>0");
            appFixture.click("#allocatable_cpu_cores");
            appFixture.until("it is sorted",
                    () -> !appFixture.appComposition.pools().sortOrderProperty().get().keys().isEmpty());
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.D);
            name(appFixture, "早班 check");
            appFixture.until("it is the current view", () -> said(appFixture).equals("Views; now: 早班 check"));
            width(appFixture, 260);
            appFixture.until("a new width is a change", () -> said(appFixture).endsWith("(modified)"));
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.D);
            appFixture.until("it is saved", () -> said(appFixture).equals("Views; now: 早班 check"));
            appFixture.type("gpu>0 status:running");
            appFixture.until("changed again", () -> said(appFixture).endsWith("(modified)"));
        }
        try (var appFixture = open()) {
            assertThat(said(appFixture)).isEqualTo("Views; now: 早班 check (modified)");
            choose(appFixture, "views-revert");
            appFixture.until("reverted", () -> said(appFixture).equals("Views; now: 早班 check"));
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().filter().text())).isEqualTo("gpu>0");
            assertThat(appFixture.fx(() -> nameWidth(appFixture))).isEqualTo(260);
            assertThat(appFixture.appComposition.pools().sortOrderProperty().get().keys().getFirst().field())
                    .isEqualTo(PoolField.CPU_CORES);
            apply(appFixture, KeyCode.DIGIT1);
            appFixture.until("all columns are the table's own", () -> nameWidth(appFixture) < 260);
            choose(appFixture, 4);
            appFixture.until("the view's width", () -> nameWidth(appFixture) == 260);
        }
    }

    @Test
    void the_keys_of_views_and_connections_work_after_their_items_were_made_anew() throws Exception {
        try (var appFixture = open()) {
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.D);
            name(appFixture, "mine");
            appFixture.until("saved", () -> said(appFixture).equals("Views; now: mine"));
            apply(appFixture, KeyCode.DIGIT2);
            apply(appFixture, KeyCode.DIGIT5);
            assertKeysAreBound(appFixture);
            choose(appFixture, "views-delete");
            fire(appFixture, "#agree");
            appFixture.until("deleted", () -> said(appFixture).equals("Views; now: All"));
            apply(appFixture, KeyCode.DIGIT3);
            appFixture.fx(() -> {
                appFixture.appComposition.observableConnections()
                        .keep(saved("one", appFixture.cloud), new ObservableConnections.Typed(Optional.empty(),
                                RoutePasswords.NONE, CredentialStore.Storage.SESSION));
                return true;
            });
            appFixture.settle();
            assertKeysAreBound(appFixture);
        }
    }

    @Test
    void the_menu_button_shows_the_name_of_a_view_in_use_that_has_no_button() throws Exception {
        try (var appFixture = open()) {
            choose(appFixture, "views-saveAs");
            name(appFixture, "my_view");
            appFixture.until("it is named", () -> menu(appFixture).getText().equals("my_view"));
            assertThat(menuText(appFixture)).isEqualTo("my_view");
            var bounds = appFixture.fx(() -> menu(appFixture).localToScene(menu(appFixture).getLayoutBounds()));
            assertThat(appFixture.fx(() -> appFixture.find("#view-built-in-all").isVisible())).isTrue();
            apply(appFixture, KeyCode.DIGIT1);
            assertThat(menuText(appFixture)).isEqualTo("Views");
            assertThat(appFixture.fx(() -> menu(appFixture).localToScene(menu(appFixture).getLayoutBounds())))
                    .as("nothing moves")
                    .isEqualTo(bounds);
            choose(appFixture, "views-saveAs");
            name(appFixture, "a view with a name that is as long as the toolbar is wide");
            appFixture.until("it is cut", () -> menuText(appFixture).endsWith("..."));
            assertThat(appFixture.fx(() -> appFixture.find("#viewsMenu").getLayoutBounds().getWidth())).isLessThan(190);
        }
    }

    private static MenuButton menu(AppFixture appFixture) {
        return (MenuButton) appFixture.find("#viewsMenu");
    }

    /// The text that the menu button draws.
    private static String menuText(AppFixture appFixture) {
        return appFixture.fx(() -> ((Text) menu(appFixture).lookup(".text")).getText());
    }

    /// Each key that the menu bar shows does something in the window.
    private static void assertKeysAreBound(AppFixture appFixture) {
        var unbound = appFixture.fx(() -> {
            var bound = appFixture.appComposition.stage().getScene().getAccelerators();
            return MenuCommand.of((MenuBar) appFixture.find("#menuBar"), PlatformMenuShortcuts.ofThis())
                    .stream()
                    .filter(menuCommand -> menuCommand.keys().stream().anyMatch(key -> bound.get(key) == null))
                    .map(MenuCommand::name)
                    .toList();
        });
        assertThat(unbound).isEmpty();
    }

    @Test
    void a_view_is_deleted_after_a_question_that_names_it() throws Exception {
        try (var appFixture = open()) {
            choose(appFixture, "views-saveAs");
            name(appFixture, "short-lived");
            appFixture.until("saved",
                    () -> Files.exists(folder.resolve("views")) && said(appFixture).contains("short-lived"));
            choose(appFixture, "views-delete");
            appFixture.until("it is asked",
                    () -> appFixture.labels().stream().anyMatch(text -> text.contains("“short-lived”")));
            fire(appFixture, "#agree");
            appFixture.until("it is gone", () -> said(appFixture).equals("Views; now: All"));
        }
        try (var files = Files.list(folder.resolve("views"))) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".json"));
        }
    }

    @Test
    void a_view_that_is_exported_is_opened_elsewhere_and_what_is_no_view_is_said_to_be_none() throws Exception {
        var file = folder.resolve("sent.rpview");
        try (var appFixture = open()) {
            appFixture.type("gpu>0");
            var suggested = new java.util.concurrent.atomic.AtomicReference<String>();
            appFixture.saveAs(name -> {
                suggested.set(name);
                return java.util.Optional.of(file.toString());
            });
            choose(appFixture, "views-export");
            assertThat(suggested).hasValue("All.rpview");
            appFixture.until("it is written", () -> Files.exists(file) && Files.size(file) > 0);
            appFixture.saveAs(_ -> java.util.Optional.of(folder.resolve("sent").toString()));
            choose(appFixture, "views-export");
            appFixture.until("a name without the ending replaces nothing",
                    () -> Files.exists(folder.resolve("sent (2).rpview")));
        }
        try (var appFixture = AppFixture.open(30)) {
            var found = new java.util.concurrent.atomic.AtomicReference<poolscope.settings.SavedView>();
            appFixture.fx(() -> {
                appFixture.appComposition.views().open(file.toFile(), found::set);
                return true;
            });
            appFixture.until("it is read", () -> found.get() != null);
            assertThat(found.get().name()).isEqualTo("All");
            appFixture.open(file);
            choose(appFixture, "views-open");
            appFixture.until("the dialog asks what to do with it", () -> appFixture.find("#viewName") != null);
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("the question is closed", () -> appFixture.find("#viewName") == null);
            appFixture.fx(() -> appFixture.appComposition.views().add(found.get(), "Sent", java.util.Map.of()));
            appFixture.until("it is shown", () -> said(appFixture).equals("Views; now: Sent"));
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().filter().text())).isEqualTo("gpu>0");
            appFixture.fx(() -> {
                appFixture.appComposition.openFile(file);
                return true;
            });
            appFixture.until("a double click on the file asks what to do with it",
                    () -> appFixture.find("#viewName") != null);
            Files.writeString(file, "PK\u0003\u0004 not a view");
            appFixture.fx(() -> {
                appFixture.appComposition.views().open(file.toFile(), found::set);
                return true;
            });
            appFixture.until("it is told", () -> appFixture.find("#notices").isVisible());
            assertThat(appFixture.text("#noticeSentence")).contains("sent.rpview").contains("damaged, or not a view");
        }
    }

    @Test
    void a_damaged_view_is_left_out_and_named_and_the_window_opens() throws Exception {
        Files.createDirectories(folder.resolve("views"));
        Files.writeString(folder.resolve("views").resolve("torn.json"), "{\"name\": \"torn\", \"filter\": \"gp");
        try (var appFixture = open()) {
            assertThat(appFixture.text("#noticeSentence")).contains("torn.json.bad-");
            assertThat(appFixture.fx(() -> items(appFixture).stream().map(MenuItem::getText).toList()))
                    .doesNotContain("torn");
        }
        try (var appFixture = open()) {
            assertThat(appFixture.fx(() -> appFixture.find("#notices").isVisible())).isFalse();
        }
    }

    @Test
    void the_connection_column_follows_the_number_of_connections_until_the_operator_chooses() throws Exception {
        try (var one = TestCloud.start(AppFixture.still(4)); var two = TestCloud.start(AppFixture.still(5))) {
            ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                    .save(new SavedConnections(List.of(saved("one", one), saved("two", two))));
            try (var appFixture = open()) {
                appFixture.until("both are shown", () -> connectionShown(appFixture));
                tick(appFixture, "two", false);
                appFixture.until("one needs no column", () -> !connectionShown(appFixture));
                tick(appFixture, "two", true);
                appFixture.until("two need it", () -> connectionShown(appFixture));
                appFixture.fx(() -> {
                    connectionColumn(appFixture).setVisible(false);
                    return true;
                });
                tick(appFixture, "two", false);
                tick(appFixture, "two", true);
                assertThat(appFixture.fx(() -> connectionShown(appFixture))).isFalse();
            }
            try (var appFixture = open()) {
                appFixture.until("both are read", () -> appFixture.table().getItems().size() == 9);
                assertThat(appFixture.fx(() -> connectionShown(appFixture))).isFalse();
            }
        }
    }

    private AppFixture open() throws Exception {
        return AppFixture.open(TestCloud.start(AppFixture.still(60)), folder, WindowAppearance.Theme.LIGHT).untilRead();
    }

    private static SavedConnection saved(String name, TestCloud cloud) {
        return SavedConnection.of(
                new ServiceAndProject(name, name, Optional.empty(), cloud.endpoint(), cloud.projectId()),
                SignInMethod.NONE);
    }

    private static void tick(AppFixture appFixture, String id, boolean ticked) {
        appFixture.fx(() -> {
            appFixture.appComposition.observableConnections().tick(id, ticked);
            return true;
        });
        appFixture.settle();
    }

    private static javafx.scene.control.TableColumn<?, ?> connectionColumn(AppFixture appFixture) {
        return appFixture.table()
                .getColumns()
                .stream()
                .filter(c -> c.getId().equals("connection"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean connectionShown(AppFixture appFixture) {
        return connectionColumn(appFixture).isVisible();
    }

    private static void apply(AppFixture appFixture, KeyCode digit) {
        appFixture.hands().push(KeyCode.ALT, digit);
        int number = digit.ordinal() - KeyCode.DIGIT1.ordinal();
        appFixture.until("the view is on", () -> {
            var savedView = appFixture.appComposition.views().viewsProperty().get().get(number);
            return appFixture.appComposition.views().current().equals(savedView)
                    && appFixture.appComposition.pools().filter().text().equals(savedView.filter());
        });
        appFixture.until("its rows are there",
                () -> appFixture.appComposition.pools()
                        .filter()
                        .filterProperty()
                        .get()
                        .equals(appFixture.appComposition.pools().arrangedPools().tableQuery().filter()));
    }

    /// What a screen reader says of the menu.
    private static String said(AppFixture appFixture) {
        return appFixture.fx(() -> ((MenuButton) appFixture.find("#viewsMenu")).getAccessibleText());
    }

    private static List<MenuItem> items(AppFixture appFixture) {
        return ((MenuButton) appFixture.find("#viewsMenu")).getItems();
    }

    static void choose(AppFixture appFixture, String id) {
        appFixture.fx(() -> {
            items(appFixture).stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow().fire();
            return true;
        });
        appFixture.settle();
    }

    private static void choose(AppFixture appFixture, int place) {
        appFixture.fx(() -> {
            items(appFixture).get(place).fire();
            return true;
        });
        appFixture.settle();
    }

    private static void name(AppFixture appFixture, String name) {
        appFixture.until("the form is open", () -> appFixture.find("#viewName") != null);
        appFixture.fx(() -> {
            ((TextField) appFixture.find("#viewName")).setText(name);
            return true;
        });
        fire(appFixture, "#agree");
    }

    private static void fire(AppFixture appFixture, String button) {
        appFixture.fx(() -> {
            ((Button) appFixture.find(button)).fire();
            return true;
        });
        appFixture.settle();
    }

    private static void width(AppFixture appFixture, double width) {
        appFixture.fx(() -> {
            nameColumn(appFixture).setPrefWidth(width);
            return true;
        });
        appFixture.settle();
    }

    private static double nameWidth(AppFixture appFixture) {
        return nameColumn(appFixture).getWidth();
    }

    private static javafx.scene.control.TableColumn<?, ?> nameColumn(AppFixture appFixture) {
        return appFixture.table()
                .getColumns()
                .stream()
                .filter(c -> c.getId().equals("cluster_name"))
                .findFirst()
                .orElseThrow();
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
