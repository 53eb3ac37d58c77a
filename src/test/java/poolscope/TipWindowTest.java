package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import poolscope.pool.PoolField;
import poolscope.ui.parts.LazyTooltip;

/// Tooltips, shown when the pointer rests on a control.
class TipWindowTest {

    private static void hover(AppFixture appFixture, Node part) {
        Bounds place = appFixture.fx(() -> part.localToScreen(part.getBoundsInLocal()));
        // Two moves: JavaFX sends MOUSE_ENTERED only for a pointer that moves.
        appFixture.hands().moveTo(place.getCenterX(), place.getCenterY() - 1);
        appFixture.hands().moveTo(place.getCenterX(), place.getCenterY());
    }

    /// A layout may replace the cell under the pointer, and then no tooltip opens: the pointer moves again.
    private static void hoverUntilShown(AppFixture appFixture, Callable<? extends Node> part,
            Predicate<String> wanted) {
        for (int times = 0; times < 10; times++) {
            hover(appFixture, appFixture.fx(part::call));
            if (appFixture.within(Duration.ofSeconds(3), () -> tooltip().filter(wanted).isPresent())) return;
        }
        throw new AssertionError("The tooltip did not open; shown is " + appFixture.fx(TipWindowTest::tooltip));
    }

    private static Optional<String> tooltip() {
        return shownTooltip().map(Tooltip::getText);
    }

    private static Optional<Tooltip> shownTooltip() {
        return Window.getWindows()
                .stream()
                .filter(window -> window instanceof Tooltip && window.isShowing())
                .map(Tooltip.class::cast)
                .findFirst();
    }

    private static Callable<Node> cell(AppFixture appFixture, PoolField field, int place) {
        return () -> appFixture.table()
                .lookupAll(".value-cell")
                .stream()
                .filter(node -> node instanceof TableCell<?, ?> cell && cell.getIndex() == place
                        && cell.getTableRow().isVisible() && cell.getTableColumn().getUserData() == field)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_cell_shows_its_whole_value_in_a_tooltip() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var name = new JsonMapper().readTree(appFixture.shown().get(2).raw().text())
                    .findValue("cluster_name")
                    .asText();
            hoverUntilShown(appFixture, cell(appFixture, PoolField.NAME, 2), text -> text.contains(name));
            hoverUntilShown(appFixture, cell(appFixture, PoolField.STATUS, 2), text -> !text.contains(name));
        }
    }

    @Test
    void a_tooltip_is_hidden_when_its_row_disappears() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var pool = appFixture.shown().get(2);
            hoverUntilShown(appFixture, cell(appFixture, PoolField.NAME, 2), _ -> true);
            // A tooltip also hides when the pointer leaves its cell; here only the row may hide it.
            var shown = appFixture.fx(TipWindowTest::shownTooltip).orElseThrow();
            var text = appFixture.fx(shown::getText);
            appFixture.fx(() -> {
                shown.setHideDelay(javafx.util.Duration.minutes(10));
                return true;
            });
            appFixture.fx(() -> {
                appFixture.appComposition.pools().filter().leaveOut(PoolField.ID, PoolField.ID.of(pool));
                return true;
            });
            appFixture.until("the row is gone", () -> !appFixture.shownNow().contains(pool));
            // Sooner than the five seconds after which every tooltip hides.
            assertThat(
                    appFixture.within(Duration.ofSeconds(2), () -> !shown.isShowing() || !shown.getText().equals(text)))
                    .isTrue();
        }
    }

    @Test
    void a_long_text_is_wrapped() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var field = appFixture.find("#refresh");
            appFixture.fx(() -> {
                LazyTooltip.setText(field, "a word ".repeat(60));
                return true;
            });
            hoverUntilShown(appFixture, () -> field, _ -> true);
            var shown = appFixture.fx(TipWindowTest::shownTooltip).orElseThrow();
            double line = appFixture.fx(() -> shown.getFont().getSize());
            assertThat(appFixture.fx(shown::getWidth)).isLessThan(44 * line);
            assertThat(appFixture.fx(shown::getHeight)).as("420 letters in lines of 80 at most")
                    .isGreaterThan(5 * line)
                    .isLessThan(30 * line);
        }
    }

    @Test
    void a_tooltip_changes_its_text_while_it_is_shown_and_an_empty_text_shows_none() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var field = appFixture.find("#refresh");
            hoverUntilShown(appFixture, () -> field, _ -> true);
            var shown = appFixture.fx(TipWindowTest::shownTooltip).orElseThrow();
            appFixture.fx(() -> {
                LazyTooltip.setText(field, "another");
                return true;
            });
            assertThat(appFixture.fx(shown::getText)).isEqualTo("another");
            assertThat(appFixture.fx(field::getAccessibleHelp)).isEqualTo("another");
            appFixture.fx(() -> {
                shown.hide();
                LazyTooltip.setText(field, "");
                return true;
            });
            appFixture.hands().moveTo("#field");
            hover(appFixture, field);
            assertThat(appFixture.within(Duration.ofSeconds(3), () -> tooltip().isPresent())).isFalse();
        }
    }
}
