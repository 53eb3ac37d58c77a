package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import poolscope.connection.ConnectionColour;
import poolscope.connection.ConnectionListAppearance;
import poolscope.connection.NetworkRoute;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.connection.TestQueries;
import poolscope.demo.TestCloud;
import poolscope.disk.FileSystemOperations;
import poolscope.live.RefreshState;
import poolscope.pool.watch.WatchRule;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.WatchRulesAndStateFiles;
import poolscope.settings.WindowAppearance;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;

/// Watch rules in the window: made by the key, seen in title and status bar, shown by a click.
class WatchWindowTest {
    private static final SentPool A = SentPool.of("train-a", 8);
    private static final SentPool B = SentPool.of("train-b", 8);

    private Path folder;
    private ListService service;
    private AppFixture appFixture;

    @BeforeEach
    void open() throws Exception {
        folder = TemporaryFolder.create("watch");
        service = new ListService();
        service.has(A, B);
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(SavedConnections.NONE.with(new SavedConnection(
                        new ServiceAndProject("p", "prod", Optional.empty(), service.endpoint(), "p"),
                        new ConnectionListAppearance("", ConnectionColour.NONE, true), SignInMethod.NONE,
                        NetworkRoute.DEFAULT, TestQueries.V1_ONLY, Optional.empty())));
        start();
    }

    private void start() throws Exception {
        appFixture = AppFixture.open(TestCloud.start(AppFixture.still(1)), folder, WindowAppearance.Theme.LIGHT);
        untilRead();
    }

    @AfterEach
    void close() {
        appFixture.close();
        service.close();
    }

    private void untilRead() {
        appFixture.until("the pools are read",
                () -> appFixture.appComposition.observableTickedConnectionPools()
                        .sources()
                        .getFirst()
                        .state() instanceof RefreshState.Loaded && appFixture.shownNow().size() >= 0);
    }

    private void refresh() {
        var before = appFixture.fx(() -> appFixture.appComposition.observableTickedConnectionPools()
                .sources()
                .getFirst()
                .inventory()
                .orElseThrow());
        appFixture.fx(() -> {
            appFixture.appComposition.observableTickedConnectionPools().refresh();
            return true;
        });
        appFixture.until("it is refreshed", () -> appFixture.appComposition.observableTickedConnectionPools()
                .sources()
                .getFirst()
                .inventory()
                .orElseThrow() != before
                && !appFixture.appComposition.observableTickedConnectionPools().allConnectionsStatus().isLoading());
    }

    private void watch(String filter, String name) {
        appFixture.type(filter);
        appFixture.hands().push(KeyCode.ENTER);
        appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.W);
        appFixture.until("the form is open", () -> appFixture.find("#ruleName") != null);
        appFixture.until("it has the focus", () -> appFixture.find("#ruleName").isFocused());
        appFixture.hands().write(name);
        appFixture.hands().push(KeyCode.ENTER);
        appFixture.until("the form is closed", () -> appFixture.find("#ruleName") == null);
    }

    private void openRules() {
        appFixture.fx(() -> {
            item("watchRulesItem").fire();
            return true;
        });
        appFixture.until("the list is open", () -> appFixture.find("#watchRules") != null);
    }

    private MenuItem item(String id) {
        return ((MenuBar) appFixture.find("#menuBar")).getMenus()
                .stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(one -> id.equals(one.getId()))
                .findFirst()
                .orElseThrow();
    }

    private void press(String id) {
        appFixture.fx(() -> {
            if (appFixture.find(id) instanceof Hyperlink link) link.fire();
            else
                ((Button) appFixture.find(id)).fire();
            return true;
        });
        appFixture.settle();
    }

    private List<String> cells() {
        return appFixture.fx(() -> {
            var table = (TableView<?>) appFixture.find("#rules");
            return table.getItems()
                    .stream()
                    .flatMap(line -> table.getColumns()
                            .stream()
                            .map(column -> String.valueOf(cell(table, column, line))))
                    .toList();
        });
    }

    private static Object cell(TableView<?> table, javafx.scene.control.TableColumn<?, ?> column, Object line) {
        return column.getCellData(table.getItems().indexOf(line));
    }

    private String title() {
        return appFixture.fx(() -> appFixture.appComposition.stage().getTitle());
    }

    @Test
    void a_filter_becomes_a_rule_and_a_hit_is_counted_notified_and_shown_by_a_click() {
        watch("status:abnormal", "Broken");
        refresh();
        assertThat(title()).doesNotStartWith("(").endsWith("PoolScope");
        service.has(A.withStatus("abnormal"), B);
        refresh();
        appFixture.until("the title counts it", () -> appFixture.appComposition.stage().getTitle().startsWith("(1)"));
        appFixture.until("the desktop is asked", () -> appFixture.desktop.shown().size() == 1);
        var shown = appFixture.desktop.shown().getFirst();
        assertThat(shown.title()).isEqualTo("Broken: 1 pool");
        assertThat(shown.body()).isEqualTo("Broken: 1 pool matches now: train-a (prod)");
        assertThat(appFixture.fx(() -> ((Labeled) appFixture.find("#watchBadge")).getText())).isEqualTo("1 watch hit");
        appFixture.type("");
        appFixture.hands().push(KeyCode.ENTER);
        press("#watchBadge");
        appFixture.until("its pools are shown",
                () -> appFixture.appComposition.pools().filter().text().equals("status:abnormal"));
        assertThat(title()).doesNotStartWith("(").endsWith("PoolScope");
        assertThat(appFixture.fx(() -> appFixture.find("#watchBadge").isVisible())).isFalse();
    }

    @Test
    void a_click_on_the_notification_shows_the_pools_of_its_rule() {
        watch("status:abnormal", "Broken");
        service.has(A.withStatus("abnormal"), B);
        refresh();
        appFixture.until("the desktop is asked", () -> appFixture.desktop.shown().size() == 1);
        appFixture.type("");
        appFixture.hands().push(KeyCode.ENTER);
        appFixture.desktop.shown().getFirst().onClick().run();
        appFixture.until("its pools are shown",
                () -> appFixture.appComposition.pools().filter().text().equals("status:abnormal"));
        assertThat(title()).doesNotStartWith("(").endsWith("PoolScope");
    }

    @Test
    void a_click_on_the_notification_shows_them_in_the_window_that_was_used_last() {
        watch("status:abnormal", "Broken");
        appFixture.fx(() -> {
            appFixture.appComposition.pools().filter().setText("");
            return true;
        });
        appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
        appFixture.until("there is a second window", () -> appFixture.appComposition.stages().size() == 2);
        var second = appFixture.fx(() -> appFixture.appComposition.stages().getLast());
        appFixture.until("all pools are in it", () -> rows(second) == 2);
        service.has(A.withStatus("abnormal"), B);
        refresh();
        appFixture.until("the desktop is asked", () -> appFixture.desktop.shown().size() == 1);
        appFixture.use(second);
        appFixture.desktop.shown().getFirst().onClick().run();
        appFixture.until("its pools are shown there", () -> rows(second) == 1);
        assertThat(appFixture.shown()).hasSize(2);
    }

    private static int rows(Stage window) {
        return window.getScene().lookup("#table") instanceof TableView<?> table ? table.getItems().size() : -1;
    }

    @Test
    void a_filter_that_is_none_is_explained_in_the_form_and_not_kept() {
        appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.W);
        appFixture.until("the form is open", () -> appFixture.find("#ruleFilter") != null);
        appFixture.fx(() -> {
            ((TextField) appFixture.find("#ruleName")).setText("x");
            ((TextField) appFixture.find("#ruleFilter")).setText("gpus:8");
            return true;
        });
        assertThat(appFixture.text("#filterProblem")).contains("gpus");
        assertThat(appFixture.fx(() -> appFixture.find("#ruleFilter").getAccessibleHelp()))
                .isEqualTo(appFixture.text("#filterProblem"));
        appFixture.fx(() -> {
            appFixture.find("#ruleFilter").requestFocus();
            return true;
        });
        appFixture.hands().push(KeyCode.TAB);
        assertThat(appFixture.fx(() -> appFixture.find("#trigger").isFocused())).as("no stop between two fields")
                .isTrue();
        press("#keepRule");
        assertThat(appFixture.fx(() -> appFixture.find("#problem").isVisible())).isTrue();
        appFixture.fx(() -> {
            ((TextField) appFixture.find("#ruleFilter")).setText("block>=4");
            return true;
        });
        assertThat(appFixture.text("#filterProblem")).contains("cannot be watched");
        appFixture.hands().push(KeyCode.ESCAPE);
        assertThat(appFixture.text("#notSaved")).as("one key loses nothing").contains("Esc again");
        appFixture.hands().push(KeyCode.ESCAPE);
        appFixture.until("the form is closed", () -> appFixture.find("#ruleName") == null);
        openRules();
        assertThat(cells()).isEmpty();
    }

    @Test
    void the_list_says_what_each_rule_does_and_its_rules_can_be_paused_and_deleted_and_brought_back() {
        watch("status:running", "Fine");
        openRules();
        assertThat(cells()).containsExactly("Fine", "watching", "2", "");
        press("#pauseRule");
        assertThat(cells()).contains("paused by you");
        press("#pauseRule");
        press("#snoozeRule");
        assertThat(cells()).anyMatch(cell -> cell.startsWith("watching, no notifications until"));
        press("#deleteRule");
        assertThat(cells()).isEmpty();
        press("#undoDelete");
        assertThat(cells()).contains("Fine");
        press("#editRule");
        appFixture.until("the form is open", () -> appFixture.find("#ruleName") != null);
        assertThat(appFixture.fx(() -> ((TextField) appFixture.find("#ruleFilter")).getText()))
                .isEqualTo("status:running");
        appFixture.hands().push(KeyCode.ESCAPE);
        appFixture.until("the list is back", () -> appFixture.find("#watchRules") != null);
        appFixture.until("the desktop has answered",
                () -> ((Labeled) appFixture.find("#desktop")).getText().contains("recorder"));
        press("#testNotification");
        appFixture.until("the test is shown", () -> appFixture.desktop.shown().size() == 1);
    }

    @Test
    void a_connection_that_fails_pauses_the_rule_in_words() {
        watch("status:abnormal", "Broken");
        service.refuse(401);
        appFixture.fx(() -> {
            appFixture.appComposition.observableTickedConnectionPools().refresh();
            return true;
        });
        appFixture.until("the desktop is told", () -> appFixture.desktop.shown().size() == 1);
        assertThat(appFixture.desktop.shown().getFirst().body()).isEqualTo("Cannot watch prod: signed out");
        assertThat(appFixture.fx(() -> ((Labeled) appFixture.find("#watchBadge")).getText())).isEqualTo("Watch paused");
        openRules();
        assertThat(cells())
                .anyMatch(cell -> cell.matches("paused: prod is stale since \\d\\d:\\d\\d \\(signed out\\)"));
        assertThat(appFixture.fx(() -> ((ListView<?>) appFixture.find("#log")).getItems())).singleElement()
                .asString()
                .endsWith("Cannot watch prod: signed out");
    }

    @Test
    void what_happened_while_the_window_was_closed_is_reported_at_the_first_refresh() throws Exception {
        watch("status:abnormal", "Broken");
        appFixture.close();
        service.has(A.withStatus("abnormal"), B);
        start();
        appFixture.until("the title counts it", () -> appFixture.appComposition.stage().getTitle().startsWith("(1)"));
        appFixture.until("the desktop is asked", () -> appFixture.desktop.shown().size() == 1);
    }

    @Test
    void a_rule_whose_filter_this_version_does_not_know_is_faulty_and_kept() throws Exception {
        appFixture.close();
        var files = WatchRulesAndStateFiles.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC());
        var future = new WatchRule("f", "Future", "future>=3 (", WatchRule.Trigger.BOTH, List.of(), false,
                Optional.empty());
        files.save(List.of(future));
        start();
        openRules();
        assertThat(cells()).anyMatch(cell -> cell.startsWith("faulty, not watched: "));
        appFixture.close();
        assertThat(WatchRulesAndStateFiles.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .load()
                .value()
                .rules()).containsExactly(future);
        start();
    }
}
