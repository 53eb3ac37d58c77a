package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.chart.Axis;
import javafx.scene.chart.LineChart;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.trend.TrendMeasureGroup;

/// The screen of trends, as an operator opens, reads and saves it.
class TrendsWindowTest {
    private final MovableClock clock = new MovableClock();
    /// Usable nodes of all pools at each reading.
    private final List<Long> usable = new ArrayList<>();

    private long usableNodes(AppFixture app) {
        return app.fx(() -> app.appComposition.observableTickedConnectionPools().poolsProperty().get().pools())
                .stream()
                .filter(pool -> !pool.v2().setup().isLogical())
                .map(PoolField.AVAILABLE_NODES::of)
                .mapToLong(fieldValue -> fieldValue instanceof FieldValue.Number(var nodes) ? nodes.longValue() : 0)
                .sum();
    }

    static void open(AppFixture app) throws Exception {
        app.hands().push(KeyCode.SHORTCUT, KeyCode.T);
        app.until("the trends are open", () -> app.find("#trends") != null);
    }

    @SuppressWarnings("unchecked")
    private static ChoiceBox<TrendMeasureGroup> groups(AppFixture app) {
        return (ChoiceBox<TrendMeasureGroup>) app.find("#groups");
    }

    @Test
    void a_single_reading_makes_no_trend_and_the_screen_says_what_is_needed() throws Exception {
        try (var app = AppFixture.open(5)) {
            open(app);
            app.until("it says so",
                    () -> app.text("#nothing").startsWith("Nothing kept yet: a trend needs two readings"));
            assertThat(app.fx(() -> app.find("#savePicture").isDisabled() && app.find("#saveTable").isDisabled()))
                    .isTrue();
        }
    }

    @Test
    void the_line_is_interrupted_where_nobody_watched_and_its_least_and_most_are_those_of_the_readings()
            throws Exception {
        try (var opened = readings(14)) {
            open(opened);
            opened.until("the chart is drawn",
                    () -> opened.find(".trend-chart") != null && !groups(opened).isDisabled());
            opened.fx(() -> {
                groups(opened).setValue(groups(opened).getItems()
                        .stream()
                        .filter(group -> group.fields().contains(PoolField.AVAILABLE_NODES))
                        .findFirst()
                        .orElseThrow());
                return true;
            });
            opened.settle();
            var chart = (LineChart<?, ?>) opened.find(".trend-chart");
            long least = usable.stream().mapToLong(Long::longValue).min().orElseThrow();
            long most = usable.stream().mapToLong(Long::longValue).max().orElseThrow();
            assertThat(least).isLessThan(most);
            var numbers = NumberFormat.getIntegerInstance(Locale.ENGLISH);
            assertThat(chart.getAccessibleText()).contains("Usable: " + numbers.format(usable.getLast())
                    + " at last, least " + numbers.format(least) + ", most " + numbers.format(most));
            assertThat(opened.fx(() -> chart.lookupAll(".unwatched")
                    .stream()
                    .filter(band -> band instanceof Rectangle hatched && hatched.getWidth() > 10)
                    .count())).isEqualTo(1);
            assertThat(opened.fx(() -> chart.lookupAll(".chart-series-line.available").size())).isEqualTo(2);
            assertThat(opened.fx(() -> chart.lookupAll(".axis")
                    .stream()
                    .filter(axis -> axis.getStyleClass().contains("axis") && ((Axis<?>) axis).getSide() == Side.LEFT)
                    .flatMap(axis -> ((Axis<?>) axis).getChildrenUnmodifiable().stream())
                    .filter(node -> node instanceof Text text && !text.getText().isEmpty())
                    .map(node -> ((Text) node).getText())
                    .toList())).as("labels of the axis of nodes")
                    .hasSizeGreaterThan(2)
                    .allMatch(label -> label.matches("[0-9,]+"));
            assertThat(opened
                    .fx(() -> chart.lookupAll(".line-name").stream().map(name -> ((Label) name).getText()).toList()))
                    .as("names at the ends of the lines")
                    .containsExactlyInAnyOrder("All", "Usable");
            double plotEnd = opened.fx(() -> right(chart.lookup(".chart-plot-background")));
            assertThat(opened.fx(() -> chart.lookupAll(".line-name").stream().map(TrendsWindowTest::left).toList()))
                    .as("names cover nothing of the plot")
                    .allMatch(left -> left >= plotEnd - 1);
        }
    }

    private static double left(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinX();
    }

    private static double right(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }

    @Test
    void of_a_logical_pool_it_says_where_its_nodes_count() throws Exception {
        try (var app = watched(clock, 2)) {
            app.type("pool_type:logical");
            app.until("logical pools are shown", () -> !app.shownNow().isEmpty()
                    && app.shownNow().stream().allMatch(pool -> pool.v2().setup().isLogical()));
            open(app);
            app.until("it says so", () -> app.text("#nothing").contains("logical pool count for the pool that"));
            assertThat(app.fx(() -> groups(app).isDisabled() && groups(app).getValue() != null)).isTrue();
        }
    }

    /// A window that was open for some hours, and in the middle of which nothing was read for four of them.
    private AppFixture readings(int readings) throws Exception {
        var app = watched(clock, 0);
        usable.add(usableNodes(app));
        for (int reading = 0; reading < readings; reading++) {
            next(app, clock, reading == readings / 2);
            usable.add(usableNodes(app));
        }
        return app;
    }

    /// The same, at that many readings after the first.
    static AppFixture watched(MovableClock clock, int readings) throws Exception {
        var app = AppFixture.open(TestCloud.start(TestCloudSettings.of(60).withV2Pools(12).withClock(clock)), clock)
                .untilRead();
        for (int reading = 0; reading < readings; reading++)
            next(app, clock, reading == readings / 2);
        return app;
    }

    private static void next(AppFixture app, MovableClock clock, boolean isAfterPause) {
        clock.advance(isAfterPause ? Duration.ofHours(4) : Duration.ofMinutes(15));
        refresh(app);
    }

    static void refresh(AppFixture app) {
        var before = app.fx(() -> app.appComposition.historyRecorder().newestProperty().get());
        app.fx(() -> {
            app.appComposition.observableTickedConnectionPools().refresh();
            return true;
        });
        app.until("the pools are read again and recorded",
                () -> !app.appComposition.historyRecorder().newestProperty().get().equals(before));
        app.untilRead();
    }

    @Test
    void the_same_is_a_table_a_picture_and_a_file() throws Exception {
        try (var app = readings(6)) {
            open(app);
            app.until("the chart is drawn", () -> app.find(".trend-chart") != null && !groups(app).isDisabled());
            app.fx(() -> {
                ((ToggleButton) app.find("#asTable")).fire();
                return true;
            });
            app.until("the table is shown", () -> app.find("#trends #table").isVisible());
            assertThat(app.fx(() -> ((TableView<?>) app.find("#trends #table")).getItems().size())).isGreaterThan(3);
            var csv = app.folder.resolve("trend.csv");
            save(app, "#saveTable", csv);
            var lines = Files.readString(csv, StandardCharsets.UTF_8).replace("\uFEFF", "").split("\r\n");
            assertThat(lines[0]).startsWith("from,to,watched,").contains("available_count", "free_memory");
            assertThat(lines).anyMatch(line -> line.contains(",no,")).anyMatch(line -> line.contains(",yes,"));
            app.fx(() -> {
                ((ToggleButton) app.find("#asTable")).fire();
                return true;
            });
            var png = app.folder.resolve("trend.png");
            save(app, "#savePicture", png);
            assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
        }
    }

    private static void save(AppFixture app, String button, Path file) {
        app.saveAs(_ -> Optional.of(file.toString()));
        app.fx(() -> {
            ((Button) app.find(button)).fire();
            return true;
        });
        app.until("it is written", () -> app.text("#trends .export-said").contains(file.toString()));
    }
}
