package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.ui.parts.VisibleTableRow;

/// The current row stays in view when the operator changes what surrounds it.
class CurrentRowInViewWindowTest {
    private static AppFixture withCurrentRow(int row) throws Exception {
        var app = ColumnWidthsWindowTest.sized(AppFixture.open(240), 1_280, 960, 100);
        app.fx(() -> {
            app.table().requestFocus();
            app.table().getSelectionModel().clearAndSelect(row);
            app.table().scrollTo(Math.max(0, row - 12));
            return true;
        });
        app.settle();
        assertThat(isInView(app)).isTrue();
        return app;
    }

    private static boolean isInView(AppFixture app) {
        return app.fx(() -> VisibleTableRow.at(app.table(), app.table().getSelectionModel().getSelectedIndex())
                .filter(row -> top(row) >= top(app.table().lookup(".clipped-container")) - 1
                        && bottom(row) <= end(app) + 1)
                .isPresent());
    }

    private static double top(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }

    /// Where the rows end: at the horizontal scroll bar.
    private static double end(AppFixture app) {
        return app.table()
                .lookupAll(".scroll-bar")
                .stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible())
                .mapToDouble(CurrentRowInViewWindowTest::top)
                .findFirst()
                .orElseGet(() -> bottom(app.table()));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 150})
    void a_lower_window_and_the_charts_leave_it_in_view(int row) throws Exception {
        try (var app = withCurrentRow(row)) {
            ColumnWidthsWindowTest.sized(app, 1_280, 700, 100);
            assertThat(isInView(app)).as("in a lower window").isTrue();
            ColumnWidthsWindowTest.sized(app, 1_280, 960, 100);
            EveryForm.choose(app, "chartsItem");
            app.settle();
            assertThat(isInView(app)).as("with charts").isTrue();
        }
    }

    @Test
    void each_grouping_that_shows_it_leaves_it_in_view() throws Exception {
        try (var app = withCurrentRow(14)) {
            for (int press = 0; press < 5; press++) {
                var before = app.fx(() -> app.appComposition.pools().arrangedPools());
                app.hands().push(KeyCode.SHORTCUT, KeyCode.G);
                app.until("it is grouped", () -> app.appComposition.pools().arrangedPools() != before);
                app.settle();
                assertThat(isInView(app)).as("after %d presses", press + 1).isTrue();
            }
        }
    }
}
