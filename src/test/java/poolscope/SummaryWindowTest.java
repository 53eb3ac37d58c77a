package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import poolscope.pool.Demand;
import poolscope.pool.Phrase;
import java.util.Comparator;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ToggleButton;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.ui.parts.Tip;
import poolscope.connection.Connection;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.SignIn;
import poolscope.demo.DemoCloud;
import poolscope.demo.Fault;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.Sort;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.FileOps;
import poolscope.settings.Look;
import poolscope.settings.Settings;

/// The strip, the totals row and the charts, as an operator reads and clicks them.
class SummaryWindowTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    /// Whether figures and bars are those of the rows on screen.
    static boolean isUpToDate(Desk desk) {
        var overview = desk.program.summary().overviewProperty().get();
        return overview.arrangement() == desk.program.pools().arrangement()
                && overview.charts().isPresent() == desk.program.summary().figures().getValue().charts();
    }

    @Test
    void figures_are_the_sums_of_what_the_service_sent_of_the_rows_shown() throws Exception {
        try (var desk = Desk.open(240)) {
            for (var filter : List.of("", "gpu>=4", "status:abnormal", "name:train")) {
                filter(desk, filter);
                var shown = desk.shown();
                assertThat(text(desk, "#figurePools")).isEqualTo(Integer.toString(shown.size()));
                checkFigure(desk, "allocatable_cpu_cores", shown, 1);
                assertThat(text(desk, "#figure-allocatable_gpus")).isIn(cardsByFamily(desk).isEmpty()
                        ? List.of("0")
                        : List.of(cardsByFamily(desk), cardsByFamily(desk).replaceAll(".*: ", "")));
                checkFigure(desk, "allocatable_memory", shown,
                        text(desk, "#figure-allocatable_memory").endsWith("TiB") ? 1024 * 1024 : 1024);
                checkNodes(desk, shown);
            }
        }
    }

    @Test
    void no_pool_shown_is_zero_without_a_bar() throws Exception {
        try (var desk = Desk.open(20)) {
            filter(desk, "nosuchpool");
            assertThat(text(desk, "#figureNodes")).isEqualTo("0 / 0");
            assertThat(text(desk, "#figure-allocatable_cpu_cores")).isEqualTo("0");
            assertThat(desk.fx(() -> desk.find("#figureNodes").getParent().getParent().lookup(".share-bar").isVisible()))
                    .isFalse();
            assertThat(desk.text("#total-nodes")).isEqualTo("0 / 0");
            assertThat(desk.text("#totalsHead")).isEqualTo("Σ of 0 shown");
        }
    }

    @Test
    void a_click_on_the_nodes_shows_the_pools_that_lack_some_and_undo_shows_all_again() throws Exception {
        try (var desk = Desk.open(240)) {
            filter(desk, "");
            long lacking = desk.shown().stream().filter(pool -> lacksNodes(json(pool))).count();
            click(desk, "#figureNodes");
            assertThat(desk.shown()).hasSize((int) lacking).allMatch(pool -> lacksNodes(json(pool)));
            assertThat(desk.fx(() -> desk.program.pools().filter().text())).isEqualTo("avail<nodes");
            desk.fx(() -> {
                desk.program.pools().filter().undo();
                return true;
            });
            desk.until("all are shown again", () -> desk.table().getItems().size() == 240);
        }
    }

    @Test
    void a_click_on_a_sum_shows_the_pools_that_have_some_and_a_click_on_the_pools_shows_all() throws Exception {
        try (var desk = Desk.open(240)) {
            filter(desk, "status:running");
            click(desk, "#figure-allocatable_gpus");
            assertThat(desk.shown()).isNotEmpty()
                    .allMatch(pool -> pool.status().word().equals("running")
                            && quantity(json(pool), "allocatable_gpus").get().signum() > 0);
            click(desk, "#figurePools");
            assertThat(desk.shown()).hasSize(240);
        }
    }

    @Test
    void pools_that_do_not_say_are_counted_and_a_click_shows_exactly_them() throws Exception {
        try (var desk = Desk.open(240)) {
            filter(desk, "");
            var silent = desk.shown().stream().filter(pool -> quantity(json(pool), "allocatable_gpus").isEmpty()).toList();
            assertThat(text(desk, "#figure-allocatable_gpusUnknown")).isEqualTo(silent.size() + " unknown");
            click(desk, "#figure-allocatable_gpusUnknown");
            assertThat(desk.shown()).isNotEmpty().containsExactlyInAnyOrderElementsOf(silent);
            assertThat(text(desk, "#figure-allocatable_gpus")).isEqualTo("—");
            assertThat(desk.text("#total-allocatable_gpus")).isEqualTo("—");
        }
    }

    @Test
    void cards_of_several_families_are_never_added_silently() throws Exception {
        try (var desk = Desk.open(240)) {
            filter(desk, "");
            assertThat(desk.<String>fx(() -> ((javafx.scene.control.Labeled) desk.find("#figure-allocatable_gpus")).getText()))
                    .isEqualTo(cardsByFamily(desk));
            assertThat(desk.text("#total-allocatable_gpus")).isIn(cardsByFamily(desk), cardsByFamily(desk) + " ?", "mixed",
                    "mixed ?");
            assertThat(desk.text("#figure-allocatable_gpusNote")).isEmpty();
            filter(desk, "spec=modelarts.kat1.xlarge");
            assertThat(desk.shown()).isNotEmpty();
            assertThat(desk.text("#figure-allocatable_gpusNote")).isEmpty();
            filter(desk, "spec=modelarts.bm.snt9z.c48.preview");
            assertThat(desk.text("#figure-allocatable_gpusNote")).isEqualTo("family unknown");
        }
    }

    /// By the names of the specifications alone.
    static String cardsByFamily(Desk desk) {
        var sums = new java.util.TreeMap<String, java.math.BigDecimal>();
        for (var pool : desk.shown()) {
            var cards = pool.allocatable().accelerators().asNumber().orElse(java.math.BigDecimal.ZERO);
            var families = pool.nodes().groups().stream().map(group -> group.specification().asText(""))
                    .filter(name -> pool.nodes().groups().size() == 1 || !name.contains(".cpu."))
                    .map(name -> name.matches(".*(kat1|snt9[.]).*")
                            ? "2 Ascend 910"
                            : name.matches(".*(v100|p3[.]8xlarge).*") ? "1 V100" : "3 family unknown")
                    .distinct().toList();
            var family = families.size() == 1 ? families.getFirst() : "3 family unknown";
            if (cards.signum() > 0) sums.merge(family, cards, java.math.BigDecimal::add);
        }
        return sums.entrySet().stream().map(one -> one.getKey().substring(2) + ": "
                + new java.text.DecimalFormat("#,##0.##", java.text.DecimalFormatSymbols.getInstance(java.util.Locale.ENGLISH))
                        .format(one.getValue()))
                .collect(java.util.stream.Collectors.joining(" · "));
    }

    /// What the bars of the statuses add up to.
    private static int percents(Desk desk) {
        return bars(desk, "#statuses").stream()
                .map(bar -> desk.<String>fx(() -> ((Label) bar.lookup(".value")).getText()))
                .mapToInt(text -> Integer.parseInt(text.replaceAll(".* · |[^0-9]+$", ""))).sum();
    }

    @Test
    void sums_that_are_not_of_all_connections_say_so() throws Exception {
        try (var whole = DemoCloud.start(Desk.still(17)); var refusing = DemoCloud.start(Desk.still(5))) {
            refusing.failAll(Fault.forbidden());
            ConnectionsFile.in(folder, FileOps.ofDisk(), Clock.systemUTC())
                    .save(new SavedConnections(List.of(saved("one", whole), saved("two", refusing))));
            try (var desk = Desk.open(DemoCloud.start(Desk.still(3)), folder, Look.Theme.LIGHT)) {
                desk.until("one is read and one refused",
                        () -> desk.table().getItems().size() == 17 && desk.find("#ledger").isVisible() && isUpToDate(desk));
                assertThat(desk.labels()).contains("from 1 of 2 connections");
                assertThat(desk.text("#totalsHead") + desk.text("#totalsNote")).contains("from 1 of 2 connections");
                refusing.heal();
                desk.fx(() -> {
                    desk.program.fleet().refresh();
                    return true;
                });
                desk.until("both are read", () -> desk.table().getItems().size() == 22 && !desk.find("#ledger").isVisible());
                assertThat(desk.labels()).noneMatch(text -> text.startsWith("from "));
            }
        }
    }

    @Test
    void each_sum_stands_under_its_column_wherever_that_goes() throws Exception {
        try (var desk = Desk.open(240)) {
            checkPlaces(desk);
            desk.fx(() -> {
                var amounts = new Demand.Amounts(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);
                desk.program.pools().demandProperty().set(Optional.of(new Demand(1, amounts, Phrase.of(""), false)));
                return true;
            });
            desk.until("the answers have a column",
                    () -> desk.table().getVisibleLeafColumns().getFirst().getId().equals("fit-column"));
            checkPlaces(desk);
            desk.fx(() -> {
                desk.program.pools().demandProperty().set(Optional.empty());
                return true;
            });
            desk.until("the answers are gone",
                    () -> !desk.table().getVisibleLeafColumns().getFirst().getId().equals("fit-column"));
            checkPlaces(desk);
            desk.fx(() -> {
                var columns = desk.table().getColumns();
                columns.forEach(column -> column.setVisible(true));
                columns.add(1, columns.remove(5));
                columns.get(3).setPrefWidth(200);
                return true;
            });
            desk.settle();
            checkPlaces(desk);
            desk.fx(() -> {
                desk.table().scrollToColumnIndex(14);
                return true;
            });
            desk.settle();
            checkPlaces(desk);
        }
    }

    @Test
    void the_totals_are_those_of_the_rows_shown_and_the_sort_does_not_matter() throws Exception {
        try (var desk = Desk.open(240)) {
            filter(desk, "gpu>=4 spec:v100");
            var before = desk.text("#total-allocatable_gpus");
            var sum = sum(desk.shown(), "allocatable_gpus");
            assertThat(new BigDecimal(before.replace(",", ""))).isEqualByComparingTo(rounded(sum, before));
            desk.fx(() -> {
                desk.program.pools().sort(Sort.by(PoolField.NAME, true));
                return true;
            });
            desk.settle();
            assertThat(desk.text("#total-allocatable_gpus")).isEqualTo(before);
            assertThat(desk.text("#totalsHead")).isEqualTo("Σ of " + desk.shown().size() + " shown");
        }
    }

    @Test
    void another_language_has_the_same_sums() throws Exception {
        try (var desk = Desk.open(240)) {
            var before = desk.text("#total-allocatable_cpu_cores");
            desk.fx(() -> {
                var look = desk.program.settings().part(Settings::look, Settings::withLook);
                look.set(look.get().withLanguage(Look.Language.CHINESE));
                return true;
            });
            desk.settle();
            assertThat(desk.text("#totalsHead")).isEqualTo("显示的 240 个之和");
            assertThat(desk.text("#total-allocatable_cpu_cores")).isEqualTo(before);
            checkPlaces(desk);
            assertThat(desk.fx(() -> desk.find("#total-allocatable_cpu_cores").lookup(".text"))).isNotNull();
        }
    }

    @Test
    void nothing_says_0_before_the_first_pools_are_there() throws Exception {
        var cloud = DemoCloud.start(Desk.still(20));
        cloud.failAll(new Fault.Late(Duration.ofMinutes(5), Fault.pass()));
        try (var desk = Desk.open(cloud, Files.createTempDirectory("desk"), Look.Theme.LIGHT)) {
            desk.until("the window is there", () -> desk.find("#figurePools") != null && desk.program.stage().isShowing());
            assertThat(desk.fx(() -> desk.program.pools().arrangement().size())).as("still waiting").isZero();
            assertThat(desk.labels()).noneMatch(text -> text.matches("(?s)\\W*(0|No) .*|0|.*\\b0 (of|pools|shown).*"));
            assertThat(desk.fx(() -> desk.program.stage().getScene().getRoot().lookupAll(".figure .value").stream()
                    .map(value -> ((Button) value).getText()).distinct().toList())).containsExactly("…");
        }
    }

    @Test
    void a_sum_beside_free_room_is_whole_however_narrow_its_column_is() throws Exception {
        try (var desk = Desk.open(240)) {
            desk.fx(() -> {
                desk.table().getColumns().stream().filter(column -> column.getId().startsWith("allocatable_"))
                        .forEach(column -> column.setPrefWidth(34));
                return true;
            });
            desk.settle();
            var sums = desk.fx(() -> desk.find(".totals-row").lookupAll(".sum").stream().map(Label.class::cast)
                    .filter(Node::isVisible).sorted(Comparator.comparingDouble(Node::getLayoutX)).toList());
            assertThat(sums).hasSizeGreaterThan(2)
                    .allSatisfy(sum -> assertThat(sum.getWidth()).as(sum.getText()).isGreaterThanOrEqualTo(desk.fx(
                            () -> sum.prefWidth(-1))));
            for (int i = 1; i < sums.size(); i++)
                assertThat(sums.get(i).getLayoutX()).isGreaterThanOrEqualTo(
                        sums.get(i - 1).getLayoutX() + sums.get(i - 1).getWidth());
        }
    }

    @Test
    void a_sum_that_is_too_wide_for_its_column_is_rounded_and_in_full_in_its_tooltip() throws Exception {
        try (var desk = Desk.open(240)) {
            var exact = desk.text("#total-allocatable_cpu_cores").replaceAll("[.].*", "");
            desk.fx(() -> {
                desk.table().getColumns().stream().filter(column -> "allocatable_cpu_cores".equals(column.getId())).findFirst()
                        .orElseThrow().setPrefWidth(60);
                return true;
            });
            desk.settle();
            assertThat(desk.text("#total-allocatable_cpu_cores")).matches("[0-9]+[.][0-9]K");
            assertThat(desk.fx(() -> Tip.getText(desk.find("#total-allocatable_cpu_cores"))))
                    .contains(exact);
        }
    }

    @Test
    void what_is_hidden_in_the_view_menu_stays_hidden_after_a_restart() throws Exception {
        try (var desk = Desk.open(DemoCloud.start(Desk.still(20)), folder, Look.Theme.LIGHT).untilRead()) {
            assertThat(shown(desk)).containsExactly(true, true, false);
            for (var item : List.of("stripItem", "totalsItem", "chartsItem"))
                desk.fx(() -> {
                    menuItem(desk, item).fire();
                    return true;
                });
            assertThat(shown(desk)).containsExactly(false, false, true);
        }
        try (var desk = Desk.open(DemoCloud.start(Desk.still(20)), folder, Look.Theme.LIGHT).untilRead()) {
            assertThat(shown(desk)).containsExactly(false, false, true);
            assertThat(desk.fx(() -> menuItem(desk, "stripItem").isSelected())).isFalse();
        }
    }

    @Test
    void a_click_on_a_bar_shows_the_pools_of_that_bar() throws Exception {
        try (var desk = Desk.open(240)) {
            charts(desk);
            var bar = bars(desk, "#allocatable").getFirst();
            var spec = desk.fx(() -> ((Label) bar.lookup(".name")).getText());
            var expected = desk.shown().stream().filter(pool -> specification(json(pool)).equals(spec)).toList();
            fire(desk, bar);
            assertThat(desk.shown()).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
            assertThat(bars(desk, "#allocatable")).hasSize(1);
        }
    }

    @Test
    void a_click_on_a_bar_of_missing_nodes_shows_the_pools_that_lack_them() throws Exception {
        try (var desk = Desk.open(240)) {
            charts(desk);
            var bar = bars(desk, "#unavailable").getFirst();
            var spec = desk.fx(() -> ((Label) bar.lookup(".name")).getText());
            fire(desk, bar);
            assertThat(desk.shown()).isNotEmpty()
                    .allMatch(pool -> specification(json(pool)).equals(spec) && lacksNodes(json(pool)));
        }
    }

    @Test
    void the_shares_of_the_statuses_follow_the_filter_and_say_of_how_many() throws Exception {
        try (var desk = Desk.open(240)) {
            charts(desk);
            filter(desk, "gpu>=4");
            int all = desk.shown().size();
            long running = desk.shown().stream().filter(pool -> json(pool).path("status").asText().equals("running")).count();
            var bar = bars(desk, "#statuses").getFirst();
            assertThat(desk.fx(() -> ((Label) bar.lookup(".value")).getText()))
                    .isEqualTo(running + " · " + Math.round(running * 100.0 / all) + " %");
            assertThat(percents(desk)).isEqualTo(100);
            assertThat(desk.fx(bar::getAccessibleText)).contains("running: " + running + " of " + all + " pools shown");
            assertThat(desk.fx(() -> bar.lookup(".status-mark"))).isNotNull();
            fire(desk, bar);
            assertThat(desk.shown()).hasSize((int) running).allMatch(pool -> pool.status().word().equals("running"));
        }
    }

    @Test
    void every_figure_and_every_bar_speaks() throws Exception {
        try (var desk = Desk.open(240)) {
            charts(desk);
            desk.fx(() -> {
                for (var query : List.of(".figure .button", ".chart-bar"))
                    assertThat(desk.program.stage().getScene().getRoot().lookupAll(query)).isNotEmpty()
                            .allMatch(node -> node.getAccessibleText() != null && !node.getAccessibleText().isBlank());
                return true;
            });
        }
    }

    private static void charts(Desk desk) {
        desk.fx(() -> {
            ((ToggleButton) desk.find("#charts")).fire();
            return true;
        });
        desk.until("the bars are there", () -> isUpToDate(desk));
    }

    private static List<Button> bars(Desk desk, String chart) {
        return desk.fx(() -> desk.find(chart).lookupAll(".chart-bar").stream().map(node -> (Button) node).toList());
    }

    private static void fire(Desk desk, Button button) {
        desk.fx(() -> {
            button.fire();
            return true;
        });
        untilFiltered(desk);
    }

    private static void click(Desk desk, String figure) {
        desk.click(figure);
        untilFiltered(desk);
    }

    private static void filter(Desk desk, String text) {
        desk.fx(() -> {
            desk.program.pools().filter().setText(text);
            return true;
        });
        untilFiltered(desk);
    }

    private static void untilFiltered(Desk desk) {
        desk.until("the filter has its effect", () -> isUpToDate(desk) && desk.program.pools().arrangement().filter()
                .equals(desk.program.pools().filter().filterProperty().get()));
    }

    private static String text(Desk desk, String button) {
        return desk.fx(() -> ((Button) desk.find(button)).getText());
    }

    private static List<Boolean> shown(Desk desk) {
        return desk.fx(() -> Stream.of(".strip", ".totals-row", ".charts").map(desk::find)
                .map(part -> part != null && part.isVisible()).toList());
    }

    private static CheckMenuItem menuItem(Desk desk, String id) {
        return (CheckMenuItem) ((MenuBar) desk.find("#menuBar")).getMenus().stream().flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
    }

    private static SavedConnection saved(String name, DemoCloud cloud) {
        return SavedConnection.of(new Connection(name, name, Optional.empty(), cloud.endpoint(), cloud.projectId()), SignIn.NONE);
    }

    /// Right edges of headers and sums are the same, of all columns that have both.
    private static void checkPlaces(Desk desk) {
        desk.fx(() -> {
            int compared = 0;
            for (var column : desk.table().getVisibleLeafColumns()) {
                var sum = desk.find("#total-" + column.getId());
                if (sum == null) continue;
                var header = desk.table().lookupAll(".column-header").stream().filter(node -> column.getId().equals(node.getId()))
                        .findFirst().orElseThrow();
                assertThat(sum.isVisible()).isTrue();
                assertThat(place(sum).getMaxX()).as(column.getId()).isEqualTo(place(header).getMaxX(), within());
                compared++;
            }
            assertThat(compared).isGreaterThan(3);
            return true;
        });
    }

    private static Offset<Double> within() {
        return Offset.offset(1.5);
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static void checkFigure(Desk desk, String field, List<Pool> shown, int unit) {
        var text = text(desk, "#figure-" + field);
        var sum = sum(shown, field).divide(BigDecimal.valueOf(unit), MathContext.DECIMAL64);
        var number = text.replaceAll("[^0-9.]", "");
        assertThat(new BigDecimal(number)).as(field + ": " + text).isEqualByComparingTo(rounded(sum, number));
    }

    private static BigDecimal rounded(BigDecimal sum, String as) {
        return sum.setScale(as.contains(".") ? as.length() - as.indexOf('.') - 1 : 0, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<Pool> pools, String field) {
        return pools.stream().flatMap(pool -> quantity(json(pool), field).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void checkNodes(Desk desk, List<Pool> shown) {
        long all = 0;
        long available = 0;
        for (var pool : shown) {
            var said = json(pool).path("nodes");
            var kinds = said.isArray() ? said : JSON.createArrayNode().add(said);
            if (kinds.isEmpty()
                    || kinds.valueStream().anyMatch(kind -> !isCount(kind, "count") || !isCount(kind, "available_count")))
                continue;
            all += kinds.valueStream().mapToLong(kind -> kind.path("count").longValue()).sum();
            available += kinds.valueStream().mapToLong(kind -> kind.path("available_count").longValue()).sum();
        }
        assertThat(text(desk, "#figureNodes").replace(",", "")).isEqualTo(available + " / " + all);
    }

    private static boolean isCount(JsonNode kind, String name) {
        return kind.path(name).isIntegralNumber() && kind.path(name).longValue() >= 0;
    }

    private static boolean lacksNodes(JsonNode json) {
        long missing = 0;
        var said = json.path("nodes");
        for (var kind : said.isArray() ? said : JSON.createArrayNode().add(said)) {
            if (!isCount(kind, "count") || !isCount(kind, "available_count")) return false;
            missing += kind.path("count").longValue() - kind.path("available_count").longValue();
        }
        return missing > 0;
    }

    private static String specification(JsonNode json) {
        return json.path("nodes").path("specification").asText("");
    }

    private static Optional<BigDecimal> quantity(JsonNode json, String field) {
        var node = json.path(field);
        if (!node.isNumber() && !node.asText().matches("[0-9]+([.][0-9]+)?")) return Optional.empty();
        return Optional.of(new BigDecimal(node.asText())).filter(number -> number.signum() >= 0);
    }

    private static JsonNode json(Pool pool) {
        try {
            return JSON.readTree(pool.raw().text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
