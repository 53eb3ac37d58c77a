package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.live.RefreshState;
import poolscope.settings.WindowAppearance;

/// What changes in the window leaves what stands beside it where it is.
class NothingJumpsWindowTest {
    private final MovableClock clock = new MovableClock();

    private static NodePlaces places(AppFixture app) {
        app.settle();
        return app.fx(() -> {
            var root = app.appComposition.stage().getScene().getRoot();
            root.applyCss();
            root.layout();
            return NodePlaces.of(root);
        });
    }

    private static AppFixture sized(AppFixture app, int width, int height, int zoom) {
        return ColumnWidthsWindowTest.sized(app.untilRead(), width, height, zoom);
    }

    private AppFixture ofMovableClock(int width, int height) throws Exception {
        var cloud = TestCloud.start(TestCloudSettings.of(240).withClock(clock));
        return sized(AppFixture.open(cloud, clock), width, height, 100);
    }

    private static void refresh(AppFixture app) {
        app.fx(() -> {
            app.appComposition.observableTickedConnectionPools().refresh();
            return true;
        });
    }

    private static void refreshToTheEnd(AppFixture app) {
        var read = app.fx(() -> app.appComposition.observableTickedConnectionPools().poolsProperty().get());
        refresh(app);
        app.until("the pools are read again",
                () -> app.appComposition.observableTickedConnectionPools().poolsProperty().get() != read);
        app.untilRead();
        app.until("the strip shows them", () -> SummaryWindowTest.isUpToDate(app));
    }

    @ParameterizedTest
    @CsvSource({"1280, 800, 100", "1024, 640, 100", "1280, 800, 150"})
    void a_filter_that_is_typed_and_removed_moves_nothing(int width, int height, int zoom) throws Exception {
        try (var app = sized(AppFixture.open(240), width, height, zoom)) {
            var before = places(app);
            for (var filter : List.of("train", "gpu>=4", "status:abnormal", "zzzz")) {
                app.type(filter);
                app.until("it is applied", () -> SummaryWindowTest.isUpToDate(app)
                        && app.appComposition.pools().arrangedPools().size() < 240);
                assertThat(before.movedUntil(places(app))).as(filter).isEmpty();
            }
            app.hands().push(KeyCode.ESCAPE);
            app.until("all again", () -> app.appComposition.pools().arrangedPools().size() == 240);
            assertThat(before.movedUntil(places(app))).as("without a filter again").isEmpty();
        }
    }

    @Test
    void another_view_moves_no_other_button_of_the_toolbar() throws Exception {
        try (var app = sized(AppFixture.open(240), 1_280, 800, 100)) {
            var views = app.fx(() -> app.find(".view-buttons").lookupAll(".view-button"));
            assertThat(views).hasSizeGreaterThan(2);
            var before = places(app);
            for (var view : views) {
                app.fx(() -> {
                    ((ToggleButton) view).fire();
                    return true;
                });
                assertThat(before.movedUntil(places(app)))
                        .filteredOn(moved -> moved.contains("view") || moved.startsWith("#before"))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1024, 640"})
    void a_refresh_moves_nothing_while_it_runs_and_when_it_ends(int width, int height) throws Exception {
        try (var app = sized(AppFixture.open(AppFixture.still(3_000)), width, height, 100)) {
            refreshToTheEnd(app);
            var before = places(app);
            app.cloud.script(Fault.pass(), new Fault.Stall());
            refresh(app);
            app.until("a page is read",
                    () -> app.appComposition.observableTickedConnectionPools()
                            .allConnectionsStatus()
                            .lines()
                            .getFirst()
                            .state() instanceof RefreshState.Loading loading && loading.readProgress().isPresent());
            assertThat(before.movedUntil(places(app))).as("while it runs").isEmpty();
            app.cloud.heal();
            app.fx(() -> {
                app.appComposition.observableTickedConnectionPools().cancel();
                return true;
            });
            refreshToTheEnd(app);
            assertThat(before.movedUntil(places(app))).as("when it has ended").isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1024, 640"})
    void other_figures_move_nothing(int width, int height) throws Exception {
        try (var app = ofMovableClock(width, height)) {
            clock.advance(Duration.ofHours(1));
            refreshToTheEnd(app);
            var before = places(app);
            for (int hour = 0; hour < 5; hour++) {
                clock.advance(Duration.ofHours(1));
                refreshToTheEnd(app);
                assertThat(before.movedUntil(places(app))).as("after %d hours", hour + 1).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1024, 640"})
    void the_age_of_the_pools_moves_nothing_while_it_grows(int width, int height) throws Exception {
        try (var app = ofMovableClock(width, height)) {
            var before = places(app);
            for (var step : List.of("1 s", "10 s", "1 min", "25 min", "1 h", "12 h")) {
                var number = Integer.parseInt(step.substring(0, step.indexOf(' ')));
                clock.set(MovableClock.START.plus(step.endsWith("s")
                        ? Duration.ofSeconds(number)
                        : step.endsWith("min") ? Duration.ofMinutes(number) : Duration.ofHours(number)));
                app.until("it is said", () -> app.text("#age").contains(step + " ago"));
                assertThat(before.movedUntil(places(app))).as(step).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1024, 640"})
    void a_selection_moves_nothing_in_the_status_bar(int width, int height) throws Exception {
        try (var app = sized(AppFixture.open(240), width, height, 100)) {
            var bar = app.find(".status-bar");
            var before = app.fx(() -> NodePlaces.of((Parent) bar));
            for (var rows : List.of(List.of(3), List.of(3, 4, 5), List.<Integer>of())) {
                app.fx(() -> {
                    app.table().getSelectionModel().clearSelection();
                    rows.forEach(row -> app.table().getSelectionModel().select(row));
                    return true;
                });
                places(app);
                assertThat(before.movedUntil(app.fx(() -> NodePlaces.of((Parent) bar)))).as(rows.toString()).isEmpty();
            }
        }
    }

    /// What a picture shows.
    private record Picture(int rows, String figure, NodePlaces places) {}

    @Test
    void the_first_rows_come_with_their_totals_and_move_nothing_around_them() throws Exception {
        var cloud = TestCloud.start(AppFixture.still(240));
        cloud.script(Fault.delay(Duration.ofSeconds(5)), Fault.delay(Duration.ofSeconds(5)));
        var pictures = new ArrayList<Picture>();
        try (var app = AppFixture.open(cloud, TemporaryFolder.create("desk"), WindowAppearance.Theme.LIGHT)) {
            ColumnWidthsWindowTest.sized(app, 1_280, 800, 100);
            app.fx(() -> {
                var scene = app.appComposition.stage().getScene();
                scene.addPostLayoutPulseListener(() -> pictures.add(new Picture(app.table().getItems().size(),
                        ((Labeled) app.find("#figurePools")).getText(), NodePlaces.of(scene.getRoot()))));
                return true;
            });
            app.untilRead();
            app.until("the rows are drawn", () -> !pictures.isEmpty() && pictures.getLast().rows == 240);
            assertThat(app.fx(() -> pictures.stream()
                    .filter(picture -> picture.rows > 0)
                    .map(Picture::figure)
                    .distinct()
                    .toList())).containsExactly("240");
            var moved = app.fx(() -> pictures.getFirst().places.movedUntil(pictures.getLast().places));
            assertThat(pictures.getFirst().rows).isZero();
            assertThat(moved).filteredOn(one -> List.of("#auto", "#readOnly", "#age", "#view", "#refresh", "#status-")
                    .stream()
                    .anyMatch(one::startsWith)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 150})
    void hover_focus_and_press_move_nothing(int zoom) throws Exception {
        try (var app = sized(AppFixture.open(240), 1_280, 800, zoom)) {
            app.fx(() -> {
                app.table().getSelectionModel().clearAndSelect(3);
                return true;
            });
            places(app);
            var moved = new ArrayList<String>();
            for (var state : List.of("hover", "focused", "focus-visible", "focus-within", "pressed", "armed"))
                moved.addAll(app.fx(() -> movedBy(app.appComposition.stage().getScene().getRoot(), state)));
            assertThat(moved).isEmpty();
        }
    }

    /// What moves when single parts get that state.
    private static List<String> movedBy(Parent root, String state) {
        var moved = new ArrayList<String>();
        root.layout();
        var before = NodePlaces.of(root);
        for (Node part : parts(before, root)) {
            part.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
            root.applyCss();
            root.layout();
            before.movedUntil(NodePlaces.of(root)).forEach(one -> moved.add(part + ":" + state + " " + one));
            part.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), false);
            root.applyCss();
            root.layout();
        }
        return moved;
    }

    private static List<Node> parts(NodePlaces places, Parent root) {
        var parts = new ArrayList<>(places.nodes());
        parts.addAll(root.lookupAll(".filter-bar"));
        return parts;
    }
}
