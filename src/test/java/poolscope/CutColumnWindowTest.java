package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The column that the right edge of the table cuts.
class CutColumnWindowTest {
    @ParameterizedTest
    @ValueSource(ints = {100, 150})
    void a_cut_column_is_faded_and_a_whole_one_never(int zoom) throws Exception {
        try (var app = ColumnWidthsWindowTest.sized(AppFixture.open(240), 1_024, 640, zoom)) {
            int faded = 0;
            boolean isAtEnd = false;
            while (!isAtEnd) {
                isAtEnd = app.fx(() -> bar(app, Orientation.HORIZONTAL)
                        .getValue() > bar(app, Orientation.HORIZONTAL).getMax() - 1);
                double part = app.fx(() -> partInView(app));
                var fade = app.find("#columnFade");
                assertThat(app.fx(fade::isVisible)).isEqualTo(part > 0);
                if (part > 0) {
                    faded++;
                    assertThat(app.fx(() -> bounds(fade).getWidth())).isPositive().isLessThanOrEqualTo(part + 0.1);
                    assertThat(app.fx(() -> bounds(fade).getMaxX())).isEqualTo(end(app), within());
                    assertThat(app.fx(() -> bounds(fade).getMaxY()))
                            .isEqualTo(app.fx(() -> bounds(bar(app, Orientation.HORIZONTAL)).getMinY()), within());
                    assertThat(app.fx(fade::isMouseTransparent)).isTrue();
                }
                assertThat(app.fx(() -> cutTotals(app))).isEmpty();
                app.fx(() -> {
                    var bar = bar(app, Orientation.HORIZONTAL);
                    bar.setValue(Math.min(bar.getMax(), bar.getValue() + 37));
                    return true;
                });
                app.settle();
            }
            assertThat(faded).isPositive();
            assertThat(app.fx(() -> app.find("#columnFade").isVisible())).as("scrolled to the end").isFalse();
        }
    }

    private static Offset<Double> within() {
        return Offset.offset(1.0);
    }

    private static double end(AppFixture app) {
        return app.fx(() -> bounds(bar(app, Orientation.VERTICAL)).getMinX());
    }

    /// The visible width of the column that is cut; 0 when none is.
    private static double partInView(AppFixture app) {
        double end = bounds(bar(app, Orientation.VERTICAL)).getMinX();
        return app.table()
                .lookupAll(".column-header")
                .stream()
                .filter(header -> header.getId() != null && header.isVisible())
                .map(CutColumnWindowTest::bounds)
                .filter(header -> header.getMinX() < end && header.getMaxX() > end + 1)
                .mapToDouble(header -> end - header.getMinX())
                .findFirst()
                .orElse(0);
    }

    /// Totals that are drawn although pinned columns or the right edge cover a part of their text.
    private static List<String> cutTotals(AppFixture app) {
        double pinned = bounds(app.find(".totals-row").lookup(".cover")).getMaxX();
        double end = bounds(app.find(".totals-row")).getMaxX();
        return app.find(".totals-row")
                .lookupAll(".sum")
                .stream()
                .map(Label.class::cast)
                .filter(sum -> sum.isVisible() && sum.getOpacity() > 0 && !sum.getText().isEmpty())
                .filter(sum -> isAcross(pinned, bounds(sum.lookup(".text")))
                        || isAcross(end, bounds(sum.lookup(".text"))))
                .map(Label::getText)
                .toList();
    }

    private static boolean isAcross(double x, Bounds text) {
        return text.getMinX() < x - 1 && text.getMaxX() > x + 1;
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static ScrollBar bar(AppFixture app, Orientation orientation) {
        return app.table()
                .lookupAll(".scroll-bar")
                .stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == orientation && bar.getParent() instanceof Node parent
                        && parent.getStyleClass().contains("virtual-flow"))
                .findFirst()
                .orElseThrow();
    }
}
