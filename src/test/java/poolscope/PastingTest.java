package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;

/// What is pasted into the filter, and what a chip with any name is as text.
class PastingTest {
    @Test
    void lines_become_one_list_of_values_that_shows_these_pools() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            var wanted = appFixture.shown().subList(3, 6);
            paste(appFixture,
                    String.join("\r\n", wanted.stream().map(pool -> pool.poolNamesAndOwner().id().asText("")).toList())
                            + "\n");
            appFixture.until("these pools are shown", () -> appFixture.shownNow().size() == 3);
            assertThat(appFixture.shown()).containsExactlyInAnyOrderElementsOf(wanted);
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).startsWith("id in (");
        }
    }

    @Test
    void one_line_is_pasted_as_it_is() throws Exception {
        try (var appFixture = AppFixture.open(10)) {
            paste(appFixture, "gpu>=8");
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).isEqualTo("gpu>=8");
        }
    }

    @Test
    void a_chip_that_becomes_text_keeps_the_line_breaks_of_a_name() throws Exception {
        try (var appFixture = AppFixture.open(10)) {
            var filter = appFixture.fx(() -> {
                appFixture.appComposition.pools().filter().only(PoolField.NAME, FieldValue.text("a\nb\u200B\u2028\"c"));
                return appFixture.appComposition.pools().filter().filterProperty().get();
            });
            appFixture.fx(() -> {
                appFixture.filterField().requestFocus();
                return true;
            });
            appFixture.hands().push(KeyCode.BACK_SPACE);
            appFixture.until("the chip is text", () -> !appFixture.filterField().getText().isEmpty());
            appFixture.hands().push(KeyCode.ENTER);
            appFixture.until("the text is a chip", () -> appFixture.filterField().getText().isEmpty());
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().filter().filterProperty().get()))
                    .isEqualTo(filter);
        }
    }

    private static void paste(AppFixture appFixture, String text) {
        appFixture.fx(() -> {
            appFixture.filterField().requestFocus();
            return Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        });
        appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.V);
        appFixture.until("it is pasted", () -> !appFixture.filterField().getText().isEmpty());
    }
}
