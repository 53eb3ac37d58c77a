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
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.disk.FileSystemOperations;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.filter.TextMatcher;
import poolscope.pool.fit.JobDemand;
import poolscope.pool.table.SortOrder;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.Settings;
import poolscope.settings.SummaryVisibility;
import poolscope.settings.WindowAppearance;
import poolscope.ui.parts.LazyTooltip;

/// The strip, the totals row and the charts, as an operator reads and clicks them.
class SummaryWindowTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    /// Whether figures and bars are those of the rows on screen.
    static boolean isUpToDate(AppFixture appFixture) {
        var summaryTotalsAndCharts = appFixture.appComposition.summary().summaryTotalsAndChartsProperty().get();
        return summaryTotalsAndCharts.arrangedPools() == appFixture.appComposition.pools().arrangedPools()
                && summaryTotalsAndCharts.chartsOfShownPools()
                        .isPresent() == appFixture.appComposition.summary().summaryVisibility().getValue().charts();
    }

    /// It stood at the right end of the strip.
    @Test
    void how_many_are_unknown_stands_beside_a_sum_of_two_lines() throws Exception {
        try (var appFixture = V2DetailsFixture.open()) {
            ColumnWidthsWindowTest.sized(appFixture, 1_024, 640, 150);
            var value = (Labeled) appFixture.find("#figure-allocatable_gpus");
            appFixture.until("the sum is too long for a line",
                    () -> ((Text) value.lookup(".text")).getLayoutInfo().getTextLineCount() > 1);
            double end = appFixture.fx(() -> {
                var lines = ((Text) value.lookup(".text")).getLayoutInfo().getTextLines(false);
                double longest = lines.stream().mapToDouble(line -> line.bounds().getMaxX()).max().orElseThrow();
                return value.lookup(".text").localToScene(longest, 0).getX();
            });
            var unknown = appFixture.fx(() -> {
                var node = appFixture.find("#figure-allocatable_gpusUnknown");
                return node.localToScene(node.getLayoutBounds());
            });
            assertThat(unknown.getMinX()).isBetween(end, end + 2 * value.getFont().getSize());
        }
    }

    @Test
    void figures_are_the_sums_of_what_the_service_sent_of_the_rows_shown() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            for (var filter : List.of("", "gpu>=4", "status:abnormal", "name:train")) {
                filter(appFixture, filter);
                var shown = appFixture.shown();
                assertThat(text(appFixture, "#figurePools")).isEqualTo(Integer.toString(shown.size()));
                checkFigure(appFixture, "allocatable_cpu_cores", shown, 1);
                assertThat(text(appFixture, "#figure-allocatable_gpus")).isIn(cardsByFamily(appFixture).isEmpty()
                        ? List.of("0")
                        : List.of(cardsByFamily(appFixture), cardsByFamily(appFixture).replaceAll(".*:\u00a0", "")));
                checkFigure(appFixture, "allocatable_memory", shown,
                        text(appFixture, "#figure-allocatable_memory").endsWith("TiB") ? 1024 * 1024 : 1024);
                checkNodes(appFixture, shown);
            }
        }
    }

    @Test
    void no_pool_shown_is_zero_without_a_bar() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            filter(appFixture, "nosuchpool");
            assertThat(text(appFixture, "#figureNodes")).isEqualTo("0 / 0");
            assertThat(text(appFixture, "#figure-allocatable_cpu_cores")).isEqualTo("0");
            assertThat(appFixture
                    .fx(() -> appFixture.find("#figureNodes").getParent().getParent().lookup(".share-bar").isVisible()))
                    .isFalse();
            assertThat(appFixture.text("#total-nodes")).isEqualTo("0 / 0");
            assertThat(appFixture.text("#totalsHead")).isEqualTo("Σ of 0 shown");
        }
    }

    @Test
    void a_click_on_the_nodes_shows_the_pools_that_lack_some_and_undo_shows_all_again() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            filter(appFixture, "");
            long lacking = appFixture.shown().stream().filter(pool -> lacksNodes(json(pool))).count();
            click(appFixture, "#figureNodes");
            assertThat(appFixture.shown()).hasSize((int) lacking).allMatch(pool -> lacksNodes(json(pool)));
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().filter().text())).isEqualTo("avail<nodes");
            appFixture.fx(() -> {
                appFixture.appComposition.pools().filter().undo();
                return true;
            });
            appFixture.until("all are shown again", () -> appFixture.table().getItems().size() == 240);
        }
    }

    @Test
    void a_click_on_a_sum_shows_the_pools_that_have_some_and_a_click_on_the_pools_shows_all() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            filter(appFixture, "status:running");
            click(appFixture, "#figure-allocatable_gpus");
            assertThat(appFixture.shown()).isNotEmpty()
                    .allMatch(pool -> pool.status().word().equals("running")
                            && quantity(json(pool), "allocatable_gpus").get().signum() > 0);
            click(appFixture, "#figurePools");
            assertThat(appFixture.shown()).hasSize(240);
        }
    }

    @Test
    void pools_that_do_not_say_are_counted_and_a_click_shows_exactly_them() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            filter(appFixture, "");
            var silent = appFixture.shown()
                    .stream()
                    .filter(pool -> quantity(json(pool), "allocatable_gpus").isEmpty())
                    .toList();
            assertThat(text(appFixture, "#figure-allocatable_gpusUnknown")).isEqualTo(silent.size() + " unknown");
            click(appFixture, "#figure-allocatable_gpusUnknown");
            assertThat(appFixture.shown()).isNotEmpty().containsExactlyInAnyOrderElementsOf(silent);
            assertThat(text(appFixture, "#figure-allocatable_gpus")).isEqualTo("—");
            assertThat(appFixture.text("#total-allocatable_gpus")).isEqualTo("—");
        }
    }

    @Test
    void no_number_of_a_chart_is_cut_in_a_narrow_window() throws Exception {
        try (var appFixture = AppFixture.open(2_000)) {
            appFixture.fx(() -> {
                appFixture.appComposition.stage().setWidth(1_000);
                appFixture.appComposition.summary().toggle(SummaryVisibility.Part.CHARTS);
                return true;
            });
            appFixture.until("the charts are there",
                    () -> isUpToDate(appFixture) && !appFixture.find("#unavailable").lookupAll(".chart-bar").isEmpty());
            appFixture.settle();
            for (var chart : List.of("#statuses", "#allocatable", "#unavailable"))
                assertThat(appFixture.fx(() -> appFixture.find(chart)
                        .lookupAll(".chart-bar .value")
                        .stream()
                        .map(value -> List.of(((Text) value.lookup(".text")).getText(), ((Label) value).getText()))
                        .toList())).as(chart)
                        .isNotEmpty()
                        .allSatisfy(drawn -> assertThat(drawn.getFirst()).isEqualTo(drawn.getLast()));
        }
    }

    @Test
    void cards_of_several_families_are_never_added_silently() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            filter(appFixture, "");
            assertThat(appFixture.<String>fx(
                    () -> ((javafx.scene.control.Labeled) appFixture.find("#figure-allocatable_gpus")).getText()))
                    .isEqualTo(cardsByFamily(appFixture));
            assertThat(appFixture.text("#total-allocatable_gpus")).isIn(cardsByFamily(appFixture),
                    cardsByFamily(appFixture) + " ?", "mixed", "mixed ?");
            assertThat(appFixture.text("#figure-allocatable_gpusNote")).isEmpty();
            filter(appFixture, "spec=modelarts.kat1.xlarge");
            assertThat(appFixture.shown()).isNotEmpty();
            assertThat(appFixture.text("#figure-allocatable_gpusNote")).isEmpty();
            filter(appFixture, "spec=modelarts.bm.snt9z.c48.preview");
            assertThat(appFixture.text("#figure-allocatable_gpusNote")).isEqualTo("family unknown");
        }
    }

    /// By the names of the specifications alone.
    static String cardsByFamily(AppFixture appFixture) {
        var sums = new java.util.TreeMap<String, java.math.BigDecimal>();
        for (var pool : appFixture.shown()) {
            var cards = pool.allocatableResources().accelerators().asNumber().orElse(java.math.BigDecimal.ZERO);
            var families = pool.poolNodeGroups()
                    .groups()
                    .stream()
                    .map(group -> group.specification().asText(""))
                    .filter(name -> pool.poolNodeGroups().groups().size() == 1 || !name.contains(".cpu."))
                    .map(name -> name.matches(".*(kat1|snt9[.]).*")
                            ? "2 Ascend 910"
                            : name.matches(".*(v100|p3[.]8xlarge).*") ? "1 V100" : "4 family unknown")
                    .distinct()
                    .toList();
            var family = families.size() == 1 ? families.getFirst() : "3 mixed";
            if (cards.signum() > 0) sums.merge(family, cards, java.math.BigDecimal::add);
        }
        return sums.entrySet()
                .stream()
                .map(one -> one.getKey().substring(2).replace(' ', '\u00a0') + ":\u00a0"
                        + new java.text.DecimalFormat("#,##0.##",
                                java.text.DecimalFormatSymbols.getInstance(java.util.Locale.ENGLISH))
                                .format(one.getValue()))
                .collect(java.util.stream.Collectors.joining(" · "));
    }

    /// The shares of the statuses, by their numbers of pools.
    private static Map<String, Set<String>> percentsByCount(AppFixture appFixture) {
        return bars(appFixture, "#statuses").stream()
                .map(bar -> appFixture.<String>fx(() -> ((Label) bar.lookup(".value")).getText()))
                .map(text -> text.split(" · "))
                .collect(Collectors.groupingBy(parts -> parts[0],
                        Collectors.mapping(parts -> parts[1], Collectors.toSet())));
    }

    @Test
    void sums_that_are_not_of_all_connections_say_so() throws Exception {
        try (var whole = TestCloud.start(AppFixture.still(17)); var refusing = TestCloud.start(AppFixture.still(5))) {
            refusing.failAll(Fault.forbidden());
            ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                    .save(new SavedConnections(List.of(saved("one", whole), saved("two", refusing))));
            try (var appFixture = AppFixture.open(TestCloud.start(AppFixture.still(3)), folder,
                    WindowAppearance.Theme.LIGHT)) {
                appFixture.until("one is read and one refused", () -> appFixture.table().getItems().size() == 17
                        && appFixture.find("#sourcesStatus").isVisible() && isUpToDate(appFixture));
                assertThat(appFixture.labels()).contains("from 1 of 2 connections");
                assertThat(appFixture.text("#totalsHead") + appFixture.text("#totalsNote"))
                        .contains("from 1 of 2 connections");
                refusing.heal();
                appFixture.fx(() -> {
                    appFixture.appComposition.observableTickedConnectionPools().refresh();
                    return true;
                });
                appFixture.until("both are read", () -> appFixture.table().getItems().size() == 22
                        && !appFixture.find("#sourcesStatus").isVisible());
                assertThat(appFixture.labels()).noneMatch(text -> text.startsWith("from "));
            }
        }
    }

    @Test
    void each_sum_stands_under_its_column_wherever_that_goes() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            checkPlaces(appFixture);
            appFixture.fx(() -> {
                var amounts = new JobDemand.Amounts(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);
                appFixture.appComposition.pools()
                        .jobDemandProperty()
                        .set(Optional.of(new JobDemand(1, amounts, TextMatcher.of(""), false)));
                return true;
            });
            appFixture.until("the answers have a column",
                    () -> appFixture.table().getVisibleLeafColumns().getFirst().getId().equals("fit-column"));
            checkPlaces(appFixture);
            appFixture.fx(() -> {
                appFixture.appComposition.pools().jobDemandProperty().set(Optional.empty());
                return true;
            });
            appFixture.until("the answers are gone",
                    () -> !appFixture.table().getVisibleLeafColumns().getFirst().getId().equals("fit-column"));
            checkPlaces(appFixture);
            appFixture.fx(() -> {
                var columns = appFixture.table().getColumns();
                columns.forEach(column -> column.setVisible(true));
                columns.add(1, columns.remove(5));
                columns.get(3).setPrefWidth(200);
                return true;
            });
            appFixture.settle();
            checkPlaces(appFixture);
            appFixture.fx(() -> {
                appFixture.table().scrollToColumnIndex(14);
                return true;
            });
            appFixture.settle();
            checkPlaces(appFixture);
        }
    }

    @Test
    void what_the_totals_are_of_stands_at_the_left_also_beside_one_short_name() throws Exception {
        try (var appFixture = ColumnWidthsWindowTest.sized(AppFixture.open(1), 1_280, 800, 100)) {
            appFixture.fx(() -> {
                appFixture.table().getVisibleLeafColumn(0).setPrefWidth(80);
                return true;
            });
            appFixture.settle();
            var head = (Label) appFixture.find("#totalsHead");
            assertThat(appFixture.fx(() -> head.isVisible() && head.getLayoutX() == 0)).isTrue();
            assertThat(appFixture.<String>fx(head::getText)).isEqualTo("Σ of 1 shown");
        }
    }

    @Test
    void the_totals_are_those_of_the_rows_shown_and_the_sort_does_not_matter() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            filter(appFixture, "gpu>=4 spec:v100");
            var before = appFixture.text("#total-allocatable_gpus");
            var sum = sum(appFixture.shown(), "allocatable_gpus");
            assertThat(new BigDecimal(before.replace(",", ""))).isEqualByComparingTo(rounded(sum, before));
            appFixture.fx(() -> {
                appFixture.appComposition.pools().sort(SortOrder.by(PoolField.NAME, true));
                return true;
            });
            appFixture.settle();
            assertThat(appFixture.text("#total-allocatable_gpus")).isEqualTo(before);
            assertThat(appFixture.text("#totalsHead")).isEqualTo("Σ of " + appFixture.shown().size() + " shown");
        }
    }

    @Test
    void another_language_has_the_same_sums() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            var before = appFixture.text("#total-allocatable_cpu_cores");
            appFixture.fx(() -> {
                var windowAppearance = appFixture.appComposition.settings()
                        .part(Settings::windowAppearance, Settings::withWindowAppearance);
                windowAppearance.set(windowAppearance.get().withLanguage(WindowAppearance.Language.CHINESE));
                return true;
            });
            appFixture.settle();
            assertThat(appFixture.text("#totalsHead")).isEqualTo("合计（240 个）");
            assertThat(appFixture.text("#total-allocatable_cpu_cores")).isEqualTo(before);
            checkPlaces(appFixture);
            assertThat(appFixture.fx(() -> appFixture.find("#total-allocatable_cpu_cores").lookup(".text")))
                    .isNotNull();
        }
    }

    @Test
    void nothing_says_0_before_the_first_pools_are_there() throws Exception {
        var cloud = TestCloud.start(AppFixture.still(20));
        cloud.failAll(new Fault.Delay(Duration.ofMinutes(5), Fault.pass()));
        try (var appFixture = AppFixture.open(cloud, TemporaryFolder.create("desk"), WindowAppearance.Theme.LIGHT)) {
            appFixture.until("the window is there",
                    () -> appFixture.find("#figurePools") != null && appFixture.appComposition.stage().isShowing());
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().arrangedPools().size()))
                    .as("still waiting")
                    .isZero();
            assertThat(appFixture.labels())
                    .noneMatch(text -> text.matches("(?s)\\W*(0|No) .*|0|.*\\b0 (of|pools|shown).*"));
            assertThat(appFixture.fx(() -> appFixture.appComposition.stage()
                    .getScene()
                    .getRoot()
                    .lookupAll(".figure .value")
                    .stream()
                    .map(value -> ((Button) value).getText())
                    .distinct()
                    .toList())).containsExactly("…");
        }
    }

    @Test
    void a_sum_beside_free_room_is_whole_however_narrow_its_column_is() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            appFixture.fx(() -> {
                appFixture.table()
                        .getColumns()
                        .stream()
                        .filter(column -> column.getId().startsWith("allocatable_"))
                        .forEach(column -> column.setPrefWidth(34));
                return true;
            });
            appFixture.settle();
            var sums = appFixture.fx(() -> appFixture.find(".totals-row")
                    .lookupAll(".sum")
                    .stream()
                    .map(Label.class::cast)
                    .filter(Node::isVisible)
                    .sorted(Comparator.comparingDouble(Node::getLayoutX))
                    .toList());
            assertThat(sums).hasSizeGreaterThan(2)
                    .allSatisfy(sum -> assertThat(sum.getWidth()).as(sum.getText())
                            .isGreaterThanOrEqualTo(appFixture.fx(() -> sum.prefWidth(-1))));
            for (int i = 1; i < sums.size(); i++)
                assertThat(sums.get(i).getLayoutX())
                        .isGreaterThanOrEqualTo(sums.get(i - 1).getLayoutX() + sums.get(i - 1).getWidth());
        }
    }

    @Test
    void a_sum_that_is_too_wide_for_its_column_is_rounded_and_in_full_in_its_tooltip() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            var exact = appFixture.text("#total-allocatable_cpu_cores").replaceAll("[.].*", "");
            appFixture.fx(() -> {
                appFixture.table()
                        .getColumns()
                        .stream()
                        .filter(column -> "allocatable_cpu_cores".equals(column.getId()))
                        .findFirst()
                        .orElseThrow()
                        .setPrefWidth(60);
                return true;
            });
            appFixture.settle();
            assertThat(appFixture.text("#total-allocatable_cpu_cores")).matches("[0-9]+([.][0-9])?K");
            assertThat(appFixture.fx(() -> LazyTooltip.getText(appFixture.find("#total-allocatable_cpu_cores"))))
                    .contains(exact);
        }
    }

    @Test
    void what_is_hidden_in_the_view_menu_stays_hidden_after_a_restart() throws Exception {
        try (var appFixture = AppFixture
                .open(TestCloud.start(AppFixture.still(20)), folder, WindowAppearance.Theme.LIGHT)
                .untilRead()) {
            assertThat(shown(appFixture)).containsExactly(true, true, false);
            for (var item : List.of("stripItem", "totalsItem", "chartsItem"))
                appFixture.fx(() -> {
                    menuItem(appFixture, item).fire();
                    return true;
                });
            assertThat(shown(appFixture)).containsExactly(false, false, true);
        }
        try (var appFixture = AppFixture
                .open(TestCloud.start(AppFixture.still(20)), folder, WindowAppearance.Theme.LIGHT)
                .untilRead()) {
            assertThat(shown(appFixture)).containsExactly(false, false, true);
            assertThat(appFixture.fx(() -> menuItem(appFixture, "stripItem").isSelected())).isFalse();
        }
    }

    @Test
    void a_click_on_a_bar_shows_the_pools_of_that_bar() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            charts(appFixture);
            var bar = bars(appFixture, "#allocatable").getFirst();
            var spec = "modelarts." + appFixture.fx(() -> ((Label) bar.lookup(".name")).getText());
            var expected = appFixture.shown().stream().filter(pool -> specification(json(pool)).equals(spec)).toList();
            fire(appFixture, bar);
            assertThat(appFixture.shown()).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
            assertThat(bars(appFixture, "#allocatable")).hasSize(1);
        }
    }

    @Test
    void a_click_on_a_bar_of_missing_nodes_shows_the_pools_that_lack_them() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            charts(appFixture);
            var bar = bars(appFixture, "#unavailable").getFirst();
            var spec = "modelarts." + appFixture.fx(() -> ((Label) bar.lookup(".name")).getText());
            fire(appFixture, bar);
            assertThat(appFixture.shown()).isNotEmpty()
                    .allMatch(pool -> specification(json(pool)).equals(spec) && lacksNodes(json(pool)));
        }
    }

    @Test
    void the_shares_of_the_statuses_follow_the_filter_and_say_of_how_many() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            charts(appFixture);
            filter(appFixture, "gpu>=4");
            int all = appFixture.shown().size();
            long running = appFixture.shown()
                    .stream()
                    .filter(pool -> json(pool).path("status").asText().equals("running"))
                    .count();
            var bar = bars(appFixture, "#statuses").getFirst();
            assertThat(appFixture.fx(() -> ((Label) bar.lookup(".value")).getText()))
                    .isEqualTo(running + " · " + Math.round(running * 100.0 / all) + "%");
            assertThat(percentsByCount(appFixture)).as("equal counts have equal shares")
                    .allSatisfy((count, percents) -> assertThat(percents).hasSize(1));
            assertThat(appFixture.fx(bar::getAccessibleText))
                    .contains("running: " + running + " of " + all + " pools shown");
            assertThat(appFixture.fx(() -> bar.lookup(".status-mark"))).isNotNull();
            fire(appFixture, bar);
            assertThat(appFixture.shown()).hasSize((int) running)
                    .allMatch(pool -> pool.status().word().equals("running"));
        }
    }

    @Test
    void every_figure_and_every_bar_speaks() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            charts(appFixture);
            appFixture.fx(() -> {
                for (var query : List.of(".figure .button", ".chart-bar"))
                    assertThat(appFixture.appComposition.stage().getScene().getRoot().lookupAll(query)).isNotEmpty()
                            .allMatch(node -> node.getAccessibleText() != null && !node.getAccessibleText().isBlank());
                return true;
            });
        }
    }

    /// The sums under the columns only say what they are of: a click on them does nothing.
    @Test
    void what_filters_when_clicked_has_a_hand_cursor_and_says_so_and_the_totals_row_does_neither() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            charts(appFixture);
            appFixture.fx(() -> {
                var root = appFixture.appComposition.stage().getScene().getRoot();
                for (var query : List.of(".figure .value", ".figure .unknown", ".chart-bar"))
                    assertThat(root.lookupAll(query)).filteredOn(Node::isVisible)
                            .filteredOn(node -> !((Button) node).getText().equals("—"))
                            .isNotEmpty()
                            .allMatch(node -> node.getCursor() == Cursor.HAND)
                            .allMatch(node -> LazyTooltip.getText(node).contains("Click to "));
                assertThat(root.lookupAll(".totals-row .sum")).isNotEmpty()
                        .allMatch(node -> node.getCursor() == null)
                        .noneMatch(node -> LazyTooltip.getText(node).contains("Click"));
                return true;
            });
        }
    }

    private static void charts(AppFixture appFixture) {
        appFixture.fx(() -> {
            ((ToggleButton) appFixture.find("#charts")).fire();
            return true;
        });
        appFixture.until("the bars are there", () -> isUpToDate(appFixture));
    }

    private static List<Button> bars(AppFixture appFixture, String chart) {
        return appFixture
                .fx(() -> appFixture.find(chart).lookupAll(".chart-bar").stream().map(node -> (Button) node).toList());
    }

    private static void fire(AppFixture appFixture, Button button) {
        appFixture.fx(() -> {
            button.fire();
            return true;
        });
        untilFiltered(appFixture);
    }

    private static void click(AppFixture appFixture, String figure) {
        appFixture.click(figure);
        untilFiltered(appFixture);
    }

    private static void filter(AppFixture appFixture, String text) {
        appFixture.fx(() -> {
            appFixture.appComposition.pools().filter().setText(text);
            return true;
        });
        untilFiltered(appFixture);
    }

    private static void untilFiltered(AppFixture appFixture) {
        appFixture.until("the filter has its effect",
                () -> isUpToDate(appFixture) && appFixture.appComposition.pools()
                        .arrangedPools()
                        .filter()
                        .equals(appFixture.appComposition.pools().filter().filterProperty().get()));
    }

    private static String text(AppFixture appFixture, String button) {
        return appFixture.fx(() -> ((Button) appFixture.find(button)).getText());
    }

    private static List<Boolean> shown(AppFixture appFixture) {
        return appFixture.fx(() -> Stream.of(".strip", ".totals-row", ".charts")
                .map(appFixture::find)
                .map(part -> part != null && part.isVisible())
                .toList());
    }

    private static CheckMenuItem menuItem(AppFixture appFixture, String id) {
        return (CheckMenuItem) ((MenuBar) appFixture.find("#menuBar")).getMenus()
                .stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static SavedConnection saved(String name, TestCloud cloud) {
        return SavedConnection.of(
                new ServiceAndProject(name, name, Optional.empty(), cloud.endpoint(), cloud.projectId()),
                SignInMethod.NONE);
    }

    /// Right edges of headers and sums are the same, of all columns that have both.
    private static void checkPlaces(AppFixture appFixture) {
        appFixture.fx(() -> {
            int compared = 0;
            for (var column : appFixture.table().getVisibleLeafColumns()) {
                var sum = appFixture.find("#total-" + column.getId());
                if (sum == null) continue;
                var header = appFixture.table()
                        .lookupAll(".column-header")
                        .stream()
                        .filter(node -> column.getId().equals(node.getId()))
                        .findFirst()
                        .orElseThrow();
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

    private static void checkFigure(AppFixture appFixture, String field, List<Pool> shown, int unit) {
        var text = text(appFixture, "#figure-" + field);
        var sum = sum(shown, field).divide(BigDecimal.valueOf(unit), MathContext.DECIMAL64);
        var number = text.replaceAll("[^0-9.]", "");
        assertThat(new BigDecimal(number)).as(field + ": " + text).isEqualByComparingTo(rounded(sum, number));
    }

    private static BigDecimal rounded(BigDecimal sum, String as) {
        return sum.setScale(as.contains(".") ? as.length() - as.indexOf('.') - 1 : 0, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<Pool> pools, String field) {
        return pools.stream()
                .flatMap(pool -> quantity(json(pool), field).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void checkNodes(AppFixture appFixture, List<Pool> shown) {
        long all = 0;
        long available = 0;
        for (var pool : shown) {
            var said = json(pool).path("nodes");
            var kinds = said.isArray() ? said : JSON.createArrayNode().add(said);
            if (kinds.isEmpty() || kinds.valueStream()
                    .anyMatch(kind -> !isCount(kind, "count") || !isCount(kind, "available_count")))
                continue;
            all += kinds.valueStream().mapToLong(kind -> kind.path("count").longValue()).sum();
            available += kinds.valueStream().mapToLong(kind -> kind.path("available_count").longValue()).sum();
        }
        assertThat(text(appFixture, "#figureNodes").replace(",", "")).isEqualTo(available + " / " + all);
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
