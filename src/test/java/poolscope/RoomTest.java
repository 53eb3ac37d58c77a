package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import poolscope.settings.Settings;

/// Whether everything has room, or can be scrolled to, in a small window with large text.
class RoomTest {
    @Test
    void the_first_steps_leave_rows_in_sight_and_what_does_not_fit_can_be_reached() throws Exception {
        try (var desk = small(Desk.first(""), 980, 640, 150)) {
            assertThat(rowsInSight(desk)).as("rows in sight").isGreaterThanOrEqualTo(4);
            desk.fx(() -> {
                desk.find("#stay").requestFocus();
                return true;
            });
            desk.until("it is scrolled to", () -> isIn(place(desk.find("#stay")), place(desk.find(".over-table"))));
            assertThat(rowsInSight(desk)).as("rows in sight").isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void the_question_where_a_job_fits_comes_into_sight_when_it_is_asked() throws Exception {
        try (var desk = small(Desk.open(240), 980, 640, 150)) {
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.J);
            desk.until("its first field is in sight", () -> isIn(place(desk.find("#fitNodes")), place(desk.find(".over-table"))));
            assertThat(rowsInSight(desk)).as("rows in sight").isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void sentences_over_the_table_are_whole_beside_a_scroll_bar() throws Exception {
        try (var desk = small(Desk.open(240), 1024, 640, 150)) {
            for (int width = 1024; width > 900; width -= 7)
                for (var part : List.of("#demoSentence", "#connectLink"))
                    assertThat(
                            small(desk, width, 640, 150).fx(() -> isIn(place(desk.find(part)), place(desk.find("#demoBanner")))))
                            .as("%s at %d", part, width).isTrue();
        }
    }

    @Test
    void nothing_scrolls_where_there_is_room() throws Exception {
        try (var desk = Desk.first("")) {
            assertThat(desk.fx(() -> place(desk.find("#strip")).getMaxY() <= place(desk.table()).getMinY() + 1)).isTrue();
            assertThat(desk.fx(() -> desk.find(".over-table").lookupAll(".scroll-bar").stream()
                    .filter(bar -> bar.isVisible() && bar.getParent() == desk.find(".over-table")).toList())).isEmpty();
        }
    }

    @Test
    void details_go_beside_the_table_where_neither_has_room_over_the_other() throws Exception {
        try (var desk = small(Desk.open(240), 980, 640, 150)) {
            assertThat(orientation(desk)).isEqualTo(Orientation.HORIZONTAL);
            small(desk, 860, 800, 100);
            assertThat(orientation(desk)).isEqualTo(Orientation.VERTICAL);
        }
    }

    @Test
    void sums_are_written_in_full_at_every_zoom() throws Exception {
        try (var desk = small(Desk.open(240), 980, 760, 100)) {
            double height = totals(desk);
            assertThat(cut(desk)).isEmpty();
            small(desk, 980, 760, 150);
            assertThat(totals(desk)).isBetween(1.45 * height, 1.55 * height);
            assertThat(cut(desk)).isEmpty();
            small(desk, 980, 760, 75);
            assertThat(totals(desk)).isBetween(0.7 * height, 0.8 * height);
            assertThat(cut(desk)).isEmpty();
        }
    }

    @Test
    void the_foot_of_the_window_stays_whole_beside_a_long_sum() throws Exception {
        try (var desk = small(Desk.open(240), 980, 640, 150)) {
            desk.fx(() -> {
                desk.program.pools().picks().select(poolscope.ui.pools.Selection.all(240));
                return true;
            });
            desk.until("the sum is there", () -> ((Labeled) desk.find("#selected")).getText().contains("Σ"));
            // the words themselves go on with the clock: both are asked for at one moment, after what it has just changed is laid out
            for (var id : List.of("#age", "#auto"))
                assertThat(desk.fx(() -> {
                    desk.program.stage().getScene().getRoot().layout();
                    return written(desk.find(id)).equals(((Labeled) desk.find(id)).getText());
                })).as(id).isTrue();
        }
    }

    private static Desk small(Desk desk, double width, double height, int zoom) {
        desk.fx(() -> {
            desk.program.stage().setWidth(width);
            desk.program.stage().setHeight(height);
            var look = desk.program.settings().part(Settings::look, Settings::withLook);
            look.set(look.get().withZoomPercent(zoom));
            return true;
        });
        desk.settle();
        desk.fx(() -> {
            var root = desk.program.stage().getScene().getRoot();
            root.applyCss();
            root.layout();
            return true;
        });
        desk.settle();
        return desk;
    }

    /// Rows that can be seen whole, under the header and over the foot of the window.
    private static long rowsInSight(Desk desk) {
        return desk.fx(() -> {
            var foot = place(desk.find("#totals")).getMinY();
            var head = place(desk.table().lookup(".column-header-background")).getMaxY();
            assertThat(place(desk.find("#totals")).getMaxY()).isLessThanOrEqualTo(place(desk.find(".status-bar")).getMinY() + 1);
            return desk.table().lookupAll(".table-row-cell").stream().map(RoomTest::place)
                    .filter(row -> row.getMinY() >= head - 1 && row.getMaxY() <= foot + 1).count();
        });
    }

    private static Orientation orientation(Desk desk) {
        return desk.fx(() -> ((SplitPane) desk.find("#panes")).getOrientation());
    }

    private static double totals(Desk desk) {
        return desk.fx(() -> ((Region) desk.find("#totals")).getHeight());
    }

    /// The sums that end in an ellipsis.
    private static List<String> cut(Desk desk) {
        return desk.fx(() -> desk.find("#totals").lookupAll(".sum").stream()
                .filter(sum -> sum.isVisible() && !written(sum).equals(((Labeled) sum).getText()))
                .map(sum -> sum.getId() + " " + written(sum)).toList());
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
