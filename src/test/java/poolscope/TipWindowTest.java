package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Optional;
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

    /// The rows may be laid out anew under the pointer, and what it was over then says nothing: it comes again.
    private static void restUntilTold(AppFixture appFixture, PoolField field, int place) {
        for (int times = 0; times < 10; times++) {
            rest(appFixture, cell(appFixture, field, place));
            if (appFixture.within(Duration.ofSeconds(3), () -> tooltip().isPresent())) return;
        }
        throw new AssertionError("The cell says nothing, however often the pointer comes");
    }

    private static Optional<String> tooltip() {
        return Window.getWindows().stream().filter(window -> window instanceof Tooltip && window.isShowing())
                .map(window -> ((Tooltip) window).getText()).findFirst();
    }

    private static TableCell<?, ?> cell(AppFixture appFixture, PoolField field, int place) {
        return appFixture.fx(() -> (TableCell<?, ?>) appFixture.table().lookupAll(".value-cell").stream()
                .filter(node -> node instanceof TableCell<?, ?> cell && cell.getIndex() == place && cell.getTableRow().isVisible()
                        && cell.getTableColumn().getUserData() == field)
                .findFirst().orElseThrow());
    }

    @Test
    void a_cell_says_its_value_in_full() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var name = new JsonMapper().readTree(appFixture.shown().get(2).raw().text()).findValue("cluster_name").asText();
            rest(appFixture, cell(appFixture, PoolField.NAME, 2));
            appFixture.until("the cell says " + name, () -> tooltip().filter(text -> text.contains(name)).isPresent());
            rest(appFixture, cell(appFixture, PoolField.STATUS, 2));
            appFixture.until("the next cell says something else",
                    () -> tooltip().filter(text -> !text.contains(name)).isPresent());
        }
    }

    @Test
    void the_tip_of_a_row_that_is_gone_is_gone_too() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var pool = appFixture.shown().get(2);
            restUntilTold(appFixture, PoolField.NAME, 2);
            var said = appFixture.fx(TipWindowTest::tooltip).orElseThrow();
            appFixture.fx(() -> {
                appFixture.appComposition.pools().filter().leaveOut(PoolField.ID, PoolField.ID.of(pool));
                return true;
            });
            appFixture.until("the row is gone or its tip is", () -> !appFixture.shownNow().contains(pool) || tooltip().isEmpty());
            assertThat(appFixture.fx(TipWindowTest::tooltip)).isNotEqualTo(Optional.of(said));
        }
    }

    @Test
    void what_a_tip_says_can_change_while_it_is_there_and_nothing_is_shown_for_nothing() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var field = appFixture.find("#refresh");
            rest(appFixture, field);
            appFixture.until("the button says what it does", () -> tooltip().isPresent());
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
