package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;
import poolscope.ui.pools.SelectedRowIndexes;

/// Whether everything has room, or can be scrolled to, in a small window with large text.
class RoomTest {
    @Test
    void the_first_steps_leave_rows_in_sight_and_what_does_not_fit_can_be_reached() throws Exception {
        try (var appFixture = small(AppFixture.first(""), 980, 640, 150)) {
            assertThat(rowsInSight(appFixture)).as("rows in sight").isGreaterThanOrEqualTo(4);
            appFixture.fx(() -> {
                appFixture.find("#stay").requestFocus();
                return true;
            });
            appFixture.until("it is scrolled to",
                    () -> isIn(place(appFixture.find("#stay")), place(appFixture.find(".over-table"))));
            assertThat(rowsInSight(appFixture)).as("rows in sight").isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void the_question_where_a_job_fits_comes_into_sight_when_it_is_asked() throws Exception {
        try (var appFixture = small(AppFixture.open(240), 980, 640, 150)) {
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.J);
            appFixture.until("its first field is in sight",
                    () -> isIn(place(appFixture.find("#fitNodes")), place(appFixture.find(".over-table"))));
            assertThat(rowsInSight(appFixture)).as("rows in sight").isGreaterThanOrEqualTo(4);
        }
    }

    /// What stands above stayed scrolled, with its labels cut in half.
    @Test
    void what_stands_over_the_table_is_back_at_its_top_when_the_finder_is_closed() throws Exception {
        try (var appFixture = small(AppFixture.open(240), 980, 640, 150)) {
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.J);
            appFixture.until("its first field is in sight",
                    () -> isIn(place(appFixture.find("#fitNodes")), place(appFixture.find(".over-table"))));
            assertThat(appFixture.fx(() -> ((ScrollPane) appFixture.find(".over-table")).getVvalue())).isPositive();
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("it is at its top", () -> !appFixture.find("#fit").isVisible()
                    && ((ScrollPane) appFixture.find(".over-table")).getVvalue() == 0);
        }
    }

    /// The height was kept for details that are not shown.
    @Test
    void hidden_details_leave_their_height_to_what_stands_over_the_table() throws Exception {
        try (var appFixture = small(AppFixture.open(240), 980, 900, 150)) {
            assertThat(orientation(appFixture)).isEqualTo(Orientation.VERTICAL);
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.J);
            appFixture.until("the finder is open", () -> appFixture.find("#fit").isVisible());
            double before = appFixture.fx(() -> place(appFixture.find(".over-table")).getHeight());
            appFixture.hands().push(KeyCode.F7);
            appFixture.until("there is more room",
                    () -> place(appFixture.find(".over-table")).getHeight() > before + 100);
            assertThat(rowsInSight(appFixture)).as("rows in sight").isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void sentences_over_the_table_are_whole_beside_a_scroll_bar() throws Exception {
        try (var appFixture = small(AppFixture.open(240), 1024, 640, 150)) {
            for (int width = 1024; width > 900; width -= 7)
                for (var part : List.of("#demoSentence", "#connectLink"))
                    assertThat(small(appFixture, width, 640, 150)
                            .fx(() -> isIn(place(appFixture.find(part)), place(appFixture.find("#demoBanner")))))
                            .as("%s at %d", part, width)
                            .isTrue();
        }
    }

    @Test
    void nothing_scrolls_where_there_is_room() throws Exception {
        try (var appFixture = AppFixture.first("")) {
            assertThat(appFixture
                    .fx(() -> place(appFixture.find("#strip")).getMaxY() <= place(appFixture.table()).getMinY() + 1))
                    .isTrue();
            assertThat(appFixture.fx(() -> appFixture.find(".over-table")
                    .lookupAll(".scroll-bar")
                    .stream()
                    .filter(bar -> bar.isVisible() && bar.getParent() == appFixture.find(".over-table"))
                    .toList())).isEmpty();
        }
    }

    @Test
    void details_go_beside_the_table_where_neither_has_room_over_the_other() throws Exception {
        try (var appFixture = small(AppFixture.open(240), 980, 640, 150)) {
            assertThat(orientation(appFixture)).isEqualTo(Orientation.HORIZONTAL);
            small(appFixture, 860, 800, 100);
            assertThat(orientation(appFixture)).isEqualTo(Orientation.VERTICAL);
        }
    }

    @Test
    void sums_are_written_in_full_at_every_zoom() throws Exception {
        try (var appFixture = small(AppFixture.open(240), 980, 760, 100)) {
            double height = totals(appFixture);
            assertThat(cut(appFixture)).isEmpty();
            small(appFixture, 980, 760, 150);
            assertThat(totals(appFixture)).isBetween(1.45 * height, 1.55 * height);
            assertThat(cut(appFixture)).isEmpty();
            small(appFixture, 980, 760, 75);
            assertThat(totals(appFixture)).isBetween(0.7 * height, 0.8 * height);
            assertThat(cut(appFixture)).isEmpty();
        }
    }

    @Test
    void the_foot_of_the_window_stays_whole_beside_a_long_sum() throws Exception {
        try (var appFixture = small(AppFixture.open(240), 980, 640, 150)) {
            appFixture.fx(() -> {
                appFixture.appComposition.pools().selection().select(poolscope.ui.pools.SelectedRowIndexes.all(240));
                return true;
            });
            appFixture.until("the number is there",
                    () -> ((Labeled) appFixture.find("#selected")).getText().equals("240 selected"));
            // the words themselves go on with the clock: both are asked for at one moment, after what it has just changed is laid out
            for (var id : List.of("#selected", "#age", "#auto"))
                assertThat(appFixture.fx(() -> {
                    appFixture.appComposition.stage().getScene().getRoot().layout();
                    return written(appFixture.find(id)).equals(((Labeled) appFixture.find(id)).getText());
                })).as(id).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, 980, 100", "ENGLISH, 1024, 100", "ENGLISH, 1024, 150", "ENGLISH, 1024, 75",
            "ENGLISH, 1440, 100", "ENGLISH, 980, 150", "CHINESE, 980, 100", "CHINESE, 1024, 100", "CHINESE, 1024, 150",
            "CHINESE, 1440, 100", "CHINESE, 980, 150"})
    void nothing_in_the_foot_of_the_window_is_cut(WindowAppearance.Language language, int width, int zoom)
            throws Exception {
        try (var appFixture = small(AppFixture.open(240), width, 640, zoom)) {
            appFixture.fx(() -> {
                var windowAppearance = appFixture.appComposition.settings()
                        .part(Settings::windowAppearance, Settings::withWindowAppearance);
                windowAppearance.set(windowAppearance.get().withLanguage(language));
                return true;
            });
            appFixture.settle();
            for (var rows : List.of(SelectedRowIndexes.NONE, SelectedRowIndexes.only(3), SelectedRowIndexes.all(240))) {
                appFixture.fx(() -> {
                    appFixture.appComposition.pools().selection().select(rows);
                    return true;
                });
                appFixture.settle();
                assertThat(appFixture.within(Duration.ofSeconds(5), () -> cutInFoot(appFixture).isEmpty()))
                        .as("%s", appFixture.fx(() -> cutInFoot(appFixture)))
                        .isTrue();
            }
        }
    }

    /// The parts of the status bar that end in an ellipsis, or outside the window.
    private static List<String> cutInFoot(AppFixture appFixture) {
        double width = appFixture.appComposition.stage().getScene().getWidth();
        return appFixture.find(".status-bar")
                .lookupAll(".text")
                .stream()
                .filter(text -> isShown(text) && text.getParent() instanceof Labeled)
                .filter(text -> !((Text) text).getText().equals(((Labeled) text.getParent()).getText())
                        || place(text).getMaxX() > width)
                .map(text -> ((Text) text).getText())
                .toList();
    }

    private static boolean isShown(Node node) {
        for (Node one = node; one != null; one = one.getParent())
            if (!one.isVisible()) return false;
        return true;
    }

    private static AppFixture small(AppFixture appFixture, double width, double height, int zoom) {
        appFixture.fx(() -> {
            appFixture.appComposition.stage().setWidth(width);
            appFixture.appComposition.stage().setHeight(height);
            var windowAppearance = appFixture.appComposition.settings()
                    .part(Settings::windowAppearance, Settings::withWindowAppearance);
            windowAppearance.set(windowAppearance.get().withZoomPercent(zoom));
            return true;
        });
        appFixture.settle();
        appFixture.fx(() -> {
            var root = appFixture.appComposition.stage().getScene().getRoot();
            root.applyCss();
            root.layout();
            return true;
        });
        appFixture.settle();
        return appFixture;
    }

    /// Rows that can be seen whole, under the header and over the foot of the window.
    private static long rowsInSight(AppFixture appFixture) {
        return appFixture.fx(() -> {
            var foot = place(appFixture.find("#totals")).getMinY();
            var head = place(appFixture.table().lookup(".column-header-background")).getMaxY();
            assertThat(place(appFixture.find("#totals")).getMaxY())
                    .isLessThanOrEqualTo(place(appFixture.find(".status-bar")).getMinY() + 1);
            return appFixture.table()
                    .lookupAll(".table-row-cell")
                    .stream()
                    .map(RoomTest::place)
                    .filter(row -> row.getMinY() >= head - 1 && row.getMaxY() <= foot + 1)
                    .count();
        });
    }

    private static Orientation orientation(AppFixture appFixture) {
        return appFixture.fx(() -> ((SplitPane) appFixture.find("#panes")).getOrientation());
    }

    private static double totals(AppFixture appFixture) {
        return appFixture.fx(() -> ((Region) appFixture.find("#totals")).getHeight());
    }

    /// The sums that end in an ellipsis.
    private static List<String> cut(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.find("#totals")
                .lookupAll(".sum")
                .stream()
                .filter(sum -> sum.isVisible() && !written(sum).equals(((Labeled) sum).getText()))
                .map(sum -> sum.getId() + " " + written(sum))
                .toList());
    }

    /// What is drawn of a label's text.
    private static String written(Node labeled) {
        return labeled.lookup(".text") instanceof Text text ? text.getText() : "";
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static boolean isIn(Bounds part, Bounds whole) {
        return part.getMinY() >= whole.getMinY() - 1 && part.getMaxY() <= whole.getMaxY() + 1;
    }
}
