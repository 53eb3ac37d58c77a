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
import poolscope.ui.parts.Tip;

/// What is said when the pointer rests somewhere.
class TipWindowTest {

    private static void rest(Desk desk, Node part) {
        Bounds place = desk.fx(() -> part.localToScreen(part.getBoundsInLocal()));
        // A hand does not appear in the middle of a part: it comes from somewhere.
        desk.hands().moveTo(place.getCenterX(), place.getCenterY() - 1);
        desk.hands().moveTo(place.getCenterX(), place.getCenterY());
    }

    /// The rows may be laid out anew under the pointer, and what it was over then says nothing: it comes again.
    private static void restUntilTold(Desk desk, PoolField field, int place) {
        for (int times = 0; times < 10; times++) {
            rest(desk, cell(desk, field, place));
            if (desk.within(Duration.ofSeconds(3), () -> tooltip().isPresent())) return;
        }
        throw new AssertionError("The cell says nothing, however often the pointer comes");
    }

    private static Optional<String> tooltip() {
        return Window.getWindows().stream().filter(window -> window instanceof Tooltip && window.isShowing())
                .map(window -> ((Tooltip) window).getText()).findFirst();
    }

    private static TableCell<?, ?> cell(Desk desk, PoolField field, int place) {
        return desk.fx(() -> (TableCell<?, ?>) desk.table().lookupAll(".value-cell").stream()
                .filter(node -> node instanceof TableCell<?, ?> cell && cell.getIndex() == place && cell.getTableRow().isVisible()
                        && cell.getTableColumn().getUserData() == field)
                .findFirst().orElseThrow());
    }

    @Test
    void a_cell_says_its_value_in_full() throws Exception {
        try (var desk = Desk.open(20)) {
            var name = new JsonMapper().readTree(desk.shown().get(2).raw().text()).findValue("cluster_name").asText();
            rest(desk, cell(desk, PoolField.NAME, 2));
            desk.until("the cell says " + name, () -> tooltip().filter(text -> text.contains(name)).isPresent());
            rest(desk, cell(desk, PoolField.STATUS, 2));
            desk.until("the next cell says something else",
                    () -> tooltip().filter(text -> !text.contains(name)).isPresent());
        }
    }

    @Test
    void the_tip_of_a_row_that_is_gone_is_gone_too() throws Exception {
        try (var desk = Desk.open(20)) {
            var pool = desk.shown().get(2);
            restUntilTold(desk, PoolField.NAME, 2);
            var said = desk.fx(TipWindowTest::tooltip).orElseThrow();
            desk.fx(() -> {
                desk.program.pools().filter().leaveOut(PoolField.ID, PoolField.ID.of(pool));
                return true;
            });
            desk.until("the row is gone or its tip is", () -> !desk.shownNow().contains(pool) || tooltip().isEmpty());
            assertThat(desk.fx(TipWindowTest::tooltip)).isNotEqualTo(Optional.of(said));
        }
    }

    @Test
    void what_a_tip_says_can_change_while_it_is_there_and_nothing_is_shown_for_nothing() throws Exception {
        try (var desk = Desk.open(20)) {
            var field = desk.find("#refresh");
            rest(desk, field);
            desk.until("the button says what it does", () -> tooltip().isPresent());
            desk.fx(() -> {
                Tip.setText(field, "another");
                return true;
            });
            assertThat(desk.fx(TipWindowTest::tooltip)).contains("another");
            assertThat(desk.fx(field::getAccessibleHelp)).isEqualTo("another");
            var silent = desk.fx(() -> {
                var label = new Label("silent");
                Tip.setText(label, "");
                return label;
            });
            assertThat(desk.fx(() -> Tip.getText(silent))).isEmpty();
        }
    }
}
