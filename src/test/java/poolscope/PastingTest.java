package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import poolscope.pool.PoolField;
import poolscope.pool.Value;

/// What is pasted into the filter, and what a chip with any name is as text.
class PastingTest {
    @Test
    void lines_become_one_list_of_values_that_shows_these_pools() throws Exception {
        try (var desk = Desk.open(60)) {
            var wanted = desk.shown().subList(3, 6);
            paste(desk, String.join("\r\n", wanted.stream().map(pool -> pool.identity().id().asText("")).toList()) + "\n");
            desk.until("these pools are shown", () -> desk.shownNow().size() == 3);
            assertThat(desk.shown()).containsExactlyInAnyOrderElementsOf(wanted);
            assertThat(desk.fx(() -> desk.filterField().getText())).startsWith("id in (");
        }
    }

    @Test
    void one_line_is_pasted_as_it_is() throws Exception {
        try (var desk = Desk.open(10)) {
            paste(desk, "gpu>=8");
            assertThat(desk.fx(() -> desk.filterField().getText())).isEqualTo("gpu>=8");
        }
    }

    @Test
    void a_chip_that_becomes_text_keeps_the_line_breaks_of_a_name() throws Exception {
        try (var desk = Desk.open(10)) {
            var filter = desk.fx(() -> {
                desk.program.pools().filter().only(PoolField.NAME, Value.text("a\nb\u200B\u2028\"c"));
                return desk.program.pools().filter().filterProperty().get();
            });
            desk.fx(() -> {
                desk.filterField().requestFocus();
                return true;
            });
            desk.hands().push(KeyCode.BACK_SPACE);
            desk.until("the chip is text", () -> !desk.filterField().getText().isEmpty());
            desk.hands().push(KeyCode.ENTER);
            desk.until("the text is a chip", () -> desk.filterField().getText().isEmpty());
            assertThat(desk.fx(() -> desk.program.pools().filter().filterProperty().get())).isEqualTo(filter);
        }
    }

    private static void paste(Desk desk, String text) {
        desk.fx(() -> {
            desk.filterField().requestFocus();
            return Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        });
        desk.hands().push(KeyCode.SHORTCUT, KeyCode.V);
        desk.until("it is pasted", () -> !desk.filterField().getText().isEmpty());
    }
}
