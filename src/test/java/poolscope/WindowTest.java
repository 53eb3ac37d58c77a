package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import poolscope.demo.DemoCloud;
import poolscope.demo.Fault;
import poolscope.ui.parts.Tip;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.Value;
import poolscope.settings.Look;
import poolscope.ui.Views;
import poolscope.ui.commands.Keys;

/// The window as an operator uses it, over real HTTP on loopback.
class WindowTest {

    @Test
    void shows_every_pool_of_the_cloud() throws Exception {
        try (var desk = Desk.open(240)) {
            assertThat(desk.shown()).hasSize(240);
            assertThat(desk.shown().stream().map(Pool::key)).containsExactlyInAnyOrderElementsOf(desk.cloud.fleet().ids());
            assertThat(desk.text("#count")).isEqualTo("240 pools");
            assertThat(desk.labels()).contains("240 of 240 pools shown");
        }
    }

    @Test
    void says_once_that_the_pools_are_drawn_and_how_many_rows_can_be_seen() throws Exception {
        try (var desk = Desk.open(240)) {
            var told = new java.util.concurrent.LinkedBlockingQueue<Integer>();
            desk.fx(() -> {
                Painted.watch(desk.program, told::add);
                return true;
            });
            desk.until("the pools are drawn", () -> !told.isEmpty());
            long filled = desk.fx(() -> desk.table().lookupAll(".table-row-cell").stream()
                    .filter(row -> row instanceof javafx.scene.control.TableRow<?> one && !one.isEmpty()).count());
            assertThat(told).containsExactly((int) filled);
            assertThat(filled).isBetween(5L, 60L);
        }
    }

    @Test
    void the_menus_come_by_themselves_after_the_first_frame() throws Exception {
        try (var desk = Desk.unfinished(DemoCloud.start(Desk.still(240)), Files.createTempDirectory("desk"), Look.Theme.LIGHT)) {
            desk.until("the menus are there", () -> desk.find("#menuBar") != null);
            assertThat(desk.fx(() -> ((MenuBar) desk.find("#menuBar")).getMenus())).hasSize(6)
                    .noneMatch(menu -> menu.getItems().isEmpty());
        }
    }

    @Test
    void on_the_first_frame_stand_the_titles_of_the_menus_that_come() throws Exception {
        var bar = page("main/Main.fxml").getElementsByTagName("MenuBar").item(0).getChildNodes();
        var titles = elements(bar).map(menu -> menu.getAttribute("text")).toList();
        var menus = elements(page("main/Menus.fxml").getDocumentElement().getChildNodes()).toList();
        var names = new ArrayList<String>();
        for (var menu : menus)
            names.add(page("main/" + menu.getAttribute("source")).getDocumentElement().getAttribute("text"));
        assertThat(titles).hasSize(6).isEqualTo(names);
    }

    private static Document page(String name) throws Exception {
        try (var in = Views.class.getResourceAsStream(name)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item)
                .flatMap(node -> node instanceof Element element ? Stream.of(element) : Stream.empty());
    }

    @Test
    void a_key_that_comes_before_the_menus_does_what_it_does() throws Exception {
        boolean mac = Keys.ofThis().mac();
        try (var desk = Desk.unfinished(DemoCloud.start(Desk.still(240)), Files.createTempDirectory("desk"), Look.Theme.LIGHT)) {
            desk.fx(() -> {
                Event.fireEvent(desk.program.stage().getScene(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.N, false, !mac, false, mac));
                return true;
            });
            desk.until("the form is there", () -> desk.find("#endpoint") != null);
        }
    }

    @Test
    void closing_it_while_pools_are_read_and_put_in_order_is_quiet() throws Exception {
        for (int page = 1; page <= 4; page++) {
            int pages = page;
            var desk = Desk.open(Desk.still(5_000));
            desk.until("pages have come",
                    () -> desk.program.fleet().poolsProperty().get().pools().size() >= Math.min(pages, 2) * 500);
            desk.close();
        }
    }

    @Test
    void typing_a_word_shows_the_pools_that_contain_it() throws Exception {
        try (var desk = Desk.open(240)) {
            desk.hands().clickOn("#field").write("TRAIN");
            desk.until("the filter is on", () -> desk.table().getItems().size() < 240);
            assertThat(desk.shown()).isNotEmpty().allSatisfy(pool -> assertThat(textOf(pool)).contains("train"));
            long expected = desk.fx(() -> desk.program.fleet().poolsProperty().get().pools()).stream()
                    .filter(pool -> textOf(pool).contains("train")).count();
            assertThat(desk.shown()).hasSize((int) expected);
            assertThat(desk.text("#count")).isEqualTo(expected + " of 240 shown");
        }
    }

    @Test
    void a_click_on_a_status_shows_only_that_status_and_a_second_click_shows_all_again() throws Exception {
        try (var desk = Desk.open(240)) {
            desk.click("#status-abnormal");
            desk.until("only abnormal pools are shown", () -> desk.table().getItems().size() < 240);
            assertThat(desk.shown()).isNotEmpty().allMatch(pool -> pool.status().kind() == PoolStatus.Kind.ABNORMAL);
            assertThat(desk.fx(desk.program.pools().filter()::text)).isEqualTo("status:abnormal");
            assertThat(desk.fx(() -> ((ToggleButton) desk.find("#status-abnormal")).isSelected())).isTrue();
            desk.click("#status-abnormal");
            desk.until("all pools are shown", () -> desk.table().getItems().size() == 240);
        }
    }

    @Test
    void a_status_that_the_document_does_not_know_is_shown_as_it_came_and_can_be_filtered() throws Exception {
        try (var desk = Desk.open(240)) {
            desk.click("#status-scaling");
            desk.until("only scaling pools are shown", () -> desk.table().getItems().size() < 240);
            assertThat(desk.shown()).isNotEmpty().allMatch(pool -> pool.status().word().equals("scaling"));
        }
    }

    @Test
    void the_counts_beside_the_statuses_are_what_a_click_would_show() throws Exception {
        try (var desk = Desk.open(240)) {
            desk.type("gpu");
            desk.until("the filter is on", () -> desk.table().getItems().size() < 240);
            long running = desk.shown().stream().filter(p -> p.status().kind() == PoolStatus.Kind.RUNNING).count();
            desk.until("the count follows", () -> countOf(desk, "#status-running").equals(Long.toString(running)));
            desk.click("#status-running");
            desk.until("the click shows that many", () -> desk.table().getItems().size() == running);
        }
    }

    @Test
    void a_click_on_a_number_column_sorts_by_number_with_unknown_last_both_ways() throws Exception {
        try (var desk = Desk.open(240)) {
            desk.hands().push(KeyCode.F7);
            desk.click("#allocatable_gpus");
            desk.until("the rows are sorted",
                    () -> !desk.program.pools().sortProperty().get().keys().isEmpty() && ascending(desk));
            var up = desk.shown().stream().map(p -> p.allocatable().accelerators()).toList();
            desk.click("#allocatable_gpus");
            desk.until("the rows are sorted the other way", () -> descending(desk));
            var down = desk.shown().stream().map(p -> p.allocatable().accelerators()).toList();
            assertThat(up.getLast().isKnown()).isFalse();
            assertThat(down.getLast().isKnown()).isFalse();
            assertThat(known(up)).isSorted().hasSizeGreaterThan(200);
            assertThat(known(down)).isSortedAccordingTo(Comparator.<Value>naturalOrder().reversed());
            desk.click("#allocatable_gpus");
            desk.until("the third click gives the order as sent",
                    () -> desk.shownNow().stream().map(p -> p.key()).toList().equals(desk.cloud.fleet().ids()));
        }
    }

    @Test
    void selecting_a_row_shows_the_pool_with_its_json_as_it_came() throws Exception {
        try (var desk = Desk.open(20)) {
            var pool = desk.shown().get(3);
            desk.fx(() -> {
                desk.table().getSelectionModel().select(3);
                return true;
            });
            desk.settle();
            assertThat(desk.text("#name")).isEqualTo(pool.identity().name().asText("—"));
            assertThat(desk.text("#detail-cluster_id")).isEqualTo(pool.key());
            assertThat(desk.fx(() -> ((TextArea) desk.find("#json")).getText()).replaceAll("\\s", ""))
                    .isEqualTo(pool.raw().text().replaceAll("\\s", ""));
        }
    }

    @Test
    void selection_stays_on_the_same_pool_when_rows_move_and_when_it_is_read_again() throws Exception {
        try (var desk = Desk.open(60)) {
            var pool = desk.shown().get(40);
            desk.fx(() -> {
                desk.table().getSelectionModel().select(40);
                return true;
            });
            desk.click("#cluster_name");
            desk.until("the rows moved", () -> !desk.shownNow().get(40).equals(pool));
            assertThat(selected(desk)).containsExactly(pool.key());
            int before = desk.cloud.requestCount();
            desk.cloud.fleet().create();
            desk.hands().push(KeyCode.F5);
            desk.until("it was read again", () -> desk.cloud.requestCount() > before && desk.table().getItems().size() == 61);
            assertThat(selected(desk)).containsExactly(pool.key());
            assertThat(desk.text("#detail-cluster_id")).isEqualTo(pool.key());
        }
    }

    @Test
    void refreshing_brings_new_pools_and_drops_those_that_are_gone() throws Exception {
        try (var desk = Desk.open(30)) {
            var gone = desk.cloud.fleet().ids().get(7);
            desk.cloud.fleet().delete(gone);
            var created = desk.cloud.fleet().create();
            desk.click("#refresh");
            desk.until("the new pool is there", () -> keys(desk).contains(created));
            assertThat(keys(desk)).doesNotContain(gone).hasSize(30);
        }
    }

    @Test
    void cancelling_keeps_the_pages_that_came_and_says_that_the_list_is_not_whole() throws Exception {
        var cloud = DemoCloud.start(Desk.still(3_000));
        cloud.script(Fault.pass(), new Fault.Stall());
        try (var desk = Desk.open(cloud, java.nio.file.Files.createTempDirectory("desk"), Look.Theme.LIGHT)) {
            desk.until("the first page is on screen", () -> desk.table().getItems().size() == 1_000);
            desk.hands().push(KeyCode.ESCAPE);
            desk.until("the ledger says so", () -> desk.find("#ledger").isVisible());
            assertThat(desk.shown()).hasSize(1_000);
            assertThat(desk.text("#sentence")).contains("may be incomplete").contains("stopped")
                    .contains("1,000 of 3,000 pools read");
            cloud.heal();
            desk.hands().clickOn("#retryLink");
            desk.until("all are there", () -> desk.table().getItems().size() == 3_000);
            assertThat(desk.fx(() -> desk.find("#ledger").isVisible())).isFalse();
        }
    }

    @Test
    void a_first_reading_that_fails_in_the_middle_says_how_many_of_how_many_came() throws Exception {
        var cloud = DemoCloud.start(Desk.still(3_000));
        cloud.script(Fault.pass(), Fault.forbidden());
        try (var desk = Desk.open(cloud, java.nio.file.Files.createTempDirectory("desk"), Look.Theme.LIGHT)) {
            desk.until("it failed", () -> desk.find("#ledger").isVisible());
            assertThat(desk.text("#sentence")).contains("no permission to list pools")
                    .contains("Shown is what came before: 1,000 of 3,000 pools read.");
        }
    }

    /// A list is whole, the next reading of it isn't: the numbers are those of the reading that is not shown.
    @Test
    void a_refresh_that_gives_up_says_how_many_of_how_many_came() throws Exception {
        try (var desk = Desk.open(1_500)) {
            desk.cloud.failAll(new Fault.Edited(body -> body.replaceFirst("\"total_count\":\\s*1500", "\"total_count\":4000")));
            desk.click("#refresh");
            desk.until("the ledger says so", () -> desk.find("#ledger").isVisible());
            assertThat(desk.shown()).hasSize(1_500);
            assertThat(desk.text("#sentence"))
                    .contains("the list and the number that the service gives disagree: 1,500 of 4,000");
            assertThat(desk.fx(() -> Tip.getText(desk.find("#sentence")))).contains("disagree: 1,500 of 4,000 pools read",
                    "Read with 4 requests in", "The service counts pages by offset.");
        }
    }

    @Test
    void a_failed_refresh_keeps_the_pools_and_says_what_happened() throws Exception {
        try (var desk = Desk.open(50)) {
            var before = keys(desk);
            desk.cloud.failAll(Fault.forbidden());
            desk.click("#refresh");
            desk.until("the ledger says so", () -> desk.find("#ledger").isVisible());
            assertThat(keys(desk)).isEqualTo(before);
            assertThat(desk.text("#sentence")).contains("no permission to list pools").contains("Showing data of");
            desk.cloud.heal();
            desk.hands().clickOn("#retryLink");
            desk.until("the ledger is gone", () -> !desk.find("#ledger").isVisible());
        }
    }

    @Test
    void a_failure_with_nothing_before_says_what_happened_and_what_to_do() throws Exception {
        var cloud = DemoCloud.start(Desk.still(5));
        cloud.failAll(Fault.tokenExpired());
        try (var desk = Desk.open(cloud, java.nio.file.Files.createTempDirectory("desk"), Look.Theme.LIGHT)) {
            desk.until("the failure is shown", () -> ((Label) desk.find("#stageSentence")).getText().contains("sign-in"));
            assertThat(desk.text("#stageAdvice")).isNotBlank();
            assertThat(desk.text("#stageSentence")).doesNotContain("null").doesNotContain("Exception");
            cloud.heal();
            desk.click("#stageAction");
            desk.until("the pools are there", () -> desk.table().getItems().size() == 5);
        }
    }

    @Test
    void no_pools_is_said_only_when_the_service_said_so() throws Exception {
        try (var desk = Desk.open(0)) {
            desk.until("empty is shown", () -> ((Label) desk.find("#stageSentence")).getText().contains("has no pools"));
            assertThat(desk.text("#stageAdvice")).contains("newer API");
            desk.cloud.failAll(Fault.json(200, "{}"));
            desk.click("#refresh");
            desk.until("an answer without a list is a failure",
                    () -> desk.labels().stream().anyMatch(text -> text.contains("not a list of pools")));
        }
    }

    @Test
    void a_filter_that_hides_everything_says_so_and_can_be_cleared() throws Exception {
        try (var desk = Desk.open(12)) {
            desk.type("nothingiscalledlikethis");
            desk.until("the stage says so", () -> desk.find("#stage").isVisible());
            assertThat(desk.text("#stageSentence")).isEqualTo("No pool matches. The filter hides all 12 pools.");
            desk.click("#stageAction");
            desk.until("all are there", () -> desk.table().getItems().size() == 12);
        }
    }

    @Test
    void an_unfinished_filter_keeps_the_last_one_on_and_a_wrong_one_is_explained() throws Exception {
        try (var desk = Desk.open(60)) {
            desk.type("status:running gpu>=");
            desk.type("status:running");
            desk.until("the filter is on", () -> desk.table().getItems().size() < 60);
            int running = desk.shown().size();
            desk.type("status:running gpu>=");
            assertThat(desk.shown()).hasSize(running);
            desk.type("gpus:1");
            assertThat(desk.text("#problem")).contains("gpus").contains("gpu");
        }
    }

    @Test
    void the_language_changes_at_once_and_everything_else_stays() throws Exception {
        try (var desk = Desk.open(40)) {
            desk.fx(() -> {
                desk.table().getSelectionModel().select(5);
                desk.program.pools().filter().setText("status:running");
                return true;
            });
            desk.until("the filter is on", () -> desk.table().getItems().size() < 40);
            var before = keys(desk);
            var selected = selected(desk);
            look(desk, desk.program.settings().settings().look().withLanguage(Look.Language.CHINESE));
            assertThat(desk.labels()).contains("运行中", "名称").doesNotContain("Name");
            assertThat(keys(desk)).isEqualTo(before);
            assertThat(selected(desk)).isEqualTo(selected);
            look(desk, desk.program.settings().settings().look().withLanguage(Look.Language.ENGLISH));
            assertThat(desk.labels()).contains("running", "Name");
        }
    }

    @Test
    void dark_is_dark_and_light_is_light() throws Exception {
        try (var desk = Desk.open(5)) {
            double light = desk.fx(() -> brightness(desk));
            look(desk, desk.program.settings().settings().look().withTheme(Look.Theme.DARK));
            double dark = desk.fx(() -> brightness(desk));
            assertThat(light).isGreaterThan(0.8);
            assertThat(dark).isLessThan(0.2);
        }
    }

    @Test
    void columns_sort_and_window_are_remembered(@TempDir Path folder) throws Exception {
        try (var desk = Desk.open(DemoCloud.start(Desk.still(10)), folder, Look.Theme.LIGHT).untilRead()) {
            desk.click("#allocatable_cpu_cores");
            desk.until("sorted", () -> !desk.program.pools().sortProperty().get().keys().isEmpty());
            desk.fx(() -> {
                var columns = desk.table().getColumns();
                var owner = columns.stream().filter(c -> c.getId().equals("owner")).findFirst().orElseThrow();
                owner.setVisible(false);
                columns.remove(owner);
                columns.addFirst(owner);
                columns.get(1).setPrefWidth(234);
                return true;
            });
            desk.settle();
        }
        try (var desk = Desk.open(DemoCloud.start(Desk.still(10)), folder, Look.Theme.LIGHT).untilRead()) {
            var columns = desk.fx(() -> desk.table().getColumns().stream().toList());
            assertThat(columns.getFirst().getId()).isEqualTo("owner");
            assertThat(columns.getFirst().isVisible()).isFalse();
            assertThat(columns.get(1).getPrefWidth()).isEqualTo(234);
            assertThat(desk.program.pools().sortProperty().get().keys().getFirst().field()).isEqualTo(PoolField.CPU_CORES);
            assertThat(known(desk.shown().stream().map(p -> p.allocatable().cpuCores()).toList())).isSorted();
        }
    }

    @Test
    void P35_a_damaged_file_is_told_once_and_never_stops_the_start(@TempDir Path folder) throws Exception {
        java.nio.file.Files.writeString(folder.resolve("connections.json"), "{\"version\":1,\"connection:a\":{\"name\":");
        try (var desk = Desk.open(DemoCloud.start(Desk.still(4)), folder, Look.Theme.LIGHT).untilRead()) {
            assertThat(desk.text("#noticeSentence")).contains("connections.json.bad-");
            desk.fx(() -> {
                ((javafx.scene.control.Hyperlink) desk.find("#dismissNotices")).fire();
                return true;
            });
            assertThat(desk.fx(() -> desk.find("#notices").isVisible())).isFalse();
            assertThat(desk.shown()).hasSize(4);
        }
    }

    @Test
    void f7_hides_the_details_and_shows_them_again() throws Exception {
        try (var desk = Desk.open(5)) {
            assertThat(desk.fx(() -> detailsShown(desk))).isTrue();
            desk.hands().push(KeyCode.F7);
            desk.until("the details are hidden", () -> !detailsShown(desk));
            desk.hands().push(KeyCode.F7);
            desk.until("the details are shown", () -> detailsShown(desk));
        }
    }

    private static boolean detailsShown(Desk desk) {
        return ((javafx.scene.control.SplitPane) desk.find("#panes")).getItems().size() == 2;
    }

    private static void look(Desk desk, Look look) {
        desk.fx(() -> {
            desk.program.settings().part(poolscope.settings.Settings::look, poolscope.settings.Settings::withLook).set(look);
            return true;
        });
        desk.settle();
    }

    private static double brightness(Desk desk) {
        var picture = desk.program.stage().getScene().snapshot(null);
        return picture.getPixelReader().getColor(600, 600).getBrightness();
    }

    private static String countOf(Desk desk, String chip) {
        return ((Node) desk.find(chip)).lookupAll(".count").stream().map(node -> ((Label) node).getText()).findFirst()
                .orElseThrow();
    }

    private static String textOf(Pool pool) {
        return java.util.Arrays.stream(PoolField.values()).map(field -> field.of(pool)).map(Object::toString)
                .collect(java.util.stream.Collectors.joining(" ")).toLowerCase(java.util.Locale.ROOT);
    }

    private static List<Value> known(List<Value> values) {
        return values.stream().filter(Value::isKnown).toList();
    }

    private static boolean ascending(Desk desk) {
        var values = known(desk.shownNow().stream().map(p -> p.allocatable().accelerators()).toList());
        return values.equals(values.stream().sorted().toList());
    }

    private static boolean descending(Desk desk) {
        var values = known(desk.shownNow().stream().map(p -> p.allocatable().accelerators()).toList());
        return values.equals(values.stream().sorted(Comparator.reverseOrder()).toList());
    }

    private static List<String> keys(Desk desk) {
        return desk.shown().stream().map(Pool::key).toList();
    }

    private static List<String> selected(Desk desk) {
        return desk.fx(() -> desk.program.pools().selectedPools().stream().map(Pool::key).toList());
    }
}
