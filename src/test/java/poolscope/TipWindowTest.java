package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import poolscope.pool.PoolField;
import poolscope.ui.parts.LazyTooltip;

/// What is said when the pointer rests somewhere.
class TipWindowTest {

    private static void rest(AppFixture appFixture, Node part) {
        Bounds place = appFixture.fx(() -> part.localToScreen(part.getBoundsInLocal()));
        // A hand does not appear in the middle of a part: it comes from somewhere.
        appFixture.hands().moveTo(place.getCenterX(), place.getCenterY() - 1);
        appFixture.hands().moveTo(place.getCenterX(), place.getCenterY());
    }

    /// Parts may be laid out anew under the pointer, and what it was over then says nothing: it comes again.
    private static void restUntilTold(AppFixture appFixture, Callable<? extends Node> part, Predicate<String> wanted) {
        for (int times = 0; times < 10; times++) {
            rest(appFixture, appFixture.fx(part::call));
            if (appFixture.within(Duration.ofSeconds(3), () -> tooltip().filter(wanted).isPresent())) return;
        }
        throw new AssertionError(
                "It is not told, however often the pointer comes; it says " + appFixture.fx(TipWindowTest::tooltip));
    }

    private static Optional<String> tooltip() {
        return Window.getWindows()
                .stream()
                .filter(window -> window instanceof Tooltip && window.isShowing())
                .map(window -> ((Tooltip) window).getText())
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
    void a_cell_says_its_value_in_full() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var name = new JsonMapper().readTree(appFixture.shown().get(2).raw().text())
                    .findValue("cluster_name")
                    .asText();
            restUntilTold(appFixture, cell(appFixture, PoolField.NAME, 2), text -> text.contains(name));
            restUntilTold(appFixture, cell(appFixture, PoolField.STATUS, 2), text -> !text.contains(name));
        }
    }

    @Test
    void the_tip_of_a_row_that_is_gone_is_gone_too() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var pool = appFixture.shown().get(2);
            restUntilTold(appFixture, cell(appFixture, PoolField.NAME, 2), _ -> true);
            var said = appFixture.fx(TipWindowTest::tooltip).orElseThrow();
            appFixture.fx(() -> {
                appFixture.appComposition.pools().filter().leaveOut(PoolField.ID, PoolField.ID.of(pool));
                return true;
            });
            appFixture.until("the row is gone or its tip is",
                    () -> !appFixture.shownNow().contains(pool) || tooltip().isEmpty());
            assertThat(appFixture.fx(TipWindowTest::tooltip)).isNotEqualTo(Optional.of(said));
        }
    }

    @Test
    void what_a_tip_says_can_change_while_it_is_there_and_nothing_is_shown_for_nothing() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var field = appFixture.find("#refresh");
            restUntilTold(appFixture, () -> field, _ -> true);
            appFixture.fx(() -> {
                LazyTooltip.setText(field, "another");
                return true;
            });
            assertThat(appFixture.fx(TipWindowTest::tooltip)).contains("another");
            assertThat(appFixture.fx(field::getAccessibleHelp)).isEqualTo("another");
            var silent = appFixture.fx(() -> {
                var label = new Label("silent");
                LazyTooltip.setText(label, "");
                return label;
            });
            assertThat(appFixture.fx(() -> LazyTooltip.getText(silent))).isEmpty();
        }
    }
}
