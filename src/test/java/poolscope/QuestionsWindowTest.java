package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import poolscope.pool.PoolField;

/// What an operator asks often is answered with one key.
class QuestionsWindowTest {
    private static void selectFirst(AppFixture appFixture) {
        appFixture.fx(() -> {
            appFixture.table().requestFocus();
            appFixture.table().getSelectionModel().clearAndSelect(0);
            return true;
        });
        appFixture.settle();
    }

    private static String copied(AppFixture appFixture, KeyCode... keys) {
        appFixture.fx(() -> {
            Clipboard.getSystemClipboard().clear();
            return true;
        });
        appFixture.hands().push(keys);
        appFixture.until("the text is there", () -> Clipboard.getSystemClipboard().hasString());
        return appFixture.fx(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void the_owner_of_a_pool_and_the_list_for_a_ticket_are_copied() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            selectFirst(appFixture);
            var pool = appFixture.shown().getFirst();
            assertThat(copied(appFixture, KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.I)).contains(
                    "Name: " + pool.poolNamesAndOwner().name().asText(""),
                    "Owner: " + pool.poolNamesAndOwner().owner().asText(""), "ID: " + pool.key());
            var ticket = copied(appFixture, KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
            assertThat(ticket).startsWith("**60 pools of 60** (PoolScope)")
                    .contains("- Source: Demo cloud", "| Name |");
            assertThat(ticket.lines().filter(line -> line.startsWith("| "))).hasSize(62);
        }
    }

    @Test
    void shift_F1_opens_the_field_reference_at_the_field_of_the_current_column() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            selectFirst(appFixture);
            appFixture.fx(() -> {
                appFixture.appComposition.pools().currentColumnProperty().set(java.util.Optional.of(PoolField.PROJECT));
                return true;
            });
            appFixture.hands().push(KeyCode.SHIFT, KeyCode.F1);
            appFixture.until("the field is in sight", () -> isInSight(appFixture, "project"));
        }
    }

    /// Whether the marked entry is that of the field, within the visible part of the list.
    private static boolean isInSight(AppFixture appFixture, String id) {
        var entry = appFixture.find(".field-entry.marked");
        var scroll = (ScrollPane) appFixture.find("#fieldsScroll");
        if (entry == null || scroll == null) return false;
        var seen = scroll.localToScene(scroll.getBoundsInLocal());
        var bounds = entry.localToScene(entry.getBoundsInLocal());
        return entry.lookupAll(".label").stream().anyMatch(label -> ((Label) label).getText().contains(" " + id + " "))
                && bounds.getMinY() >= seen.getMinY() - 1 && bounds.getMaxY() <= seen.getMaxY() + 1;
    }

    @Test
    void cards_by_family_add_up_to_the_figures_of_the_strip() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.J);
            appFixture.until("the table is there", () -> appFixture.find("#cards") != null);
            var shown = appFixture.fx(() -> appFixture.find("#cards")
                    .lookupAll(".cards")
                    .stream()
                    .map(cell -> ((Label) cell).getText())
                    .toList());
            var totals = appFixture.fx(() -> appFixture.appComposition.pools().arrangedPools().poolTotals());
            assertThat(shown).hasSameSizeAs(totals.cards().keySet());
            for (var cards : totals.cards().values())
                assertThat(shown).anyMatch(cell -> cell.replaceAll("[,? ]", "").endsWith("/" + cards.toPlainString()));
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("it is closed", () -> appFixture.find("#cards") == null);
            appFixture.click("#cardsByFamily");
            appFixture.until("the button opens it too", () -> appFixture.find("#cards") != null);
        }
    }

    @Test
    void charts_have_a_key() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.G);
            appFixture.until("the charts are there",
                    () -> appFixture.find("#unavailable") != null && appFixture.find("#unavailable").isVisible());
        }
    }
}
