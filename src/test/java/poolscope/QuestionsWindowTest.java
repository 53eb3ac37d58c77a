package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import poolscope.pool.PoolField;
import poolscope.settings.WindowAppearance;
import poolscope.ui.text.Texts;

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
            assertThat(ticket).startsWith("**60 pools** (PoolScope)").contains("- Source: Demo cloud", "| Name |");
            assertThat(ticket.lines().filter(line -> line.startsWith("| "))).hasSize(62);
        }
    }

    @Test
    void the_owner_of_a_pool_is_in_view_after_one_click() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            selectFirst(appFixture);
            var owner = appFixture.shown().getFirst().poolNamesAndOwner().owner().asText("");
            appFixture.until("it is said", () -> appFixture.text(".details #where").endsWith("owner: " + owner));
            assertThat(appFixture.fx(() -> ((ScrollPane) appFixture.find(".details #scroll")).getVvalue())).isZero();
        }
    }

    @Test
    void the_list_for_a_ticket_is_an_item_of_the_menu_itself() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            var edit = appFixture.fx(() -> ((MenuBar) appFixture.find(".menu-bar")).getMenus().get(1).getItems());
            assertThat(edit).filteredOn(item -> "copy-TICKET".equals(item.getId())).hasSize(1);
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

    @Test
    void the_arrow_keys_walk_the_lines_of_the_details_and_shift_F1_opens_the_field_of_the_line() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            selectFirst(appFixture);
            appFixture.until("the details are there", () -> appFixture.find("#detail-owner") != null);
            appFixture.hands().push(KeyCode.ENTER);
            appFixture.until("the details have the focus",
                    () -> isInside(appFixture.find("#details"), focus(appFixture)));
            for (int i = 0; i < 40 && !isLineOf(appFixture, "#detail-owner"); i++)
                appFixture.hands().push(KeyCode.DOWN);
            assertThat(isLineOf(appFixture, "#detail-owner")).isTrue();
            assertThat(appFixture.fx(() -> focus(appFixture).getAccessibleText()))
                    .isEqualTo("Owner: " + appFixture.text("#detail-owner"));
            appFixture.hands().push(KeyCode.SHIFT, KeyCode.F1);
            appFixture.until("the field is in sight", () -> isInSight(appFixture, "owner"));
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("the line has the focus again", () -> isLineOf(appFixture, "#detail-owner"));
        }
    }

    @Test
    void a_right_click_on_a_line_of_the_details_opens_its_field() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            selectFirst(appFixture);
            appFixture.until("the details are there", () -> appFixture.find("#detail-nodes") != null);
            appFixture.hands().rightClickOn("#detail-nodes");
            appFixture.until("the menu is open", () -> menuItem("field-meaning").isPresent());
            appFixture.fx(() -> {
                menuItem("field-meaning").orElseThrow().fire();
                return true;
            });
            appFixture.until("the field is in sight", () -> isInSight(appFixture, "nodes"));
        }
    }

    /// The owner stands below what a usual window shows of the details.
    @Test
    void the_keys_for_pages_and_ends_walk_the_lines_of_the_details() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            appFixture.fx(() -> {
                appFixture.table().requestFocus();
                appFixture.table().getSelectionModel().clearAndSelect(2);
                return true;
            });
            appFixture.settle();
            appFixture.hands().push(KeyCode.F6);
            appFixture.until("the details have the keys",
                    () -> isInside(appFixture.find(".details"), focus(appFixture)));
            var lines = new ArrayList<Node>();
            for (var key : List.of(KeyCode.HOME, KeyCode.PAGE_DOWN, KeyCode.END, KeyCode.PAGE_UP, KeyCode.HOME)) {
                appFixture.hands().push(key);
                lines.add(appFixture.fx(() -> focus(appFixture)));
                appFixture.until("the line is in sight after " + key, () -> {
                    var scroll = appFixture.find("#scroll").localToScene(appFixture.find("#scroll").getLayoutBounds());
                    var line = focus(appFixture).localToScene(focus(appFixture).getLayoutBounds());
                    return line.getMinY() >= scroll.getMinY() - 1 && line.getMaxY() <= scroll.getMaxY() + 1;
                });
            }
            assertThat(lines.subList(0, 4)).doesNotHaveDuplicates();
            assertThat(lines.getLast()).isSameAs(lines.getFirst());
        }
    }

    @Test
    void the_key_says_the_meaning_in_the_comparison_and_in_the_list_of_columns() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            for (int row : List.of(0, 1)) {
                appFixture.fx(() -> {
                    appFixture.table().requestFocus();
                    appFixture.table().getSelectionModel().clearAndSelect(row);
                    return true;
                });
                appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.D);
            }
            appFixture.until("the comparison is open", () -> appFixture.find("#compared") != null);
            appFixture.fx(() -> {
                appFixture.find("#comparison").lookupAll(".scroll-pane").iterator().next().requestFocus();
                return true;
            });
            appFixture.hands().push(KeyCode.DOWN).push(KeyCode.SHIFT, KeyCode.F1);
            var texts = Texts.of(WindowAppearance.Language.ENGLISH);
            var first = appFixture.fx(() -> ((Label) focus(appFixture)).getText());
            var meant = List.of(PoolField.values())
                    .stream()
                    .filter(field -> texts.format("field." + field.id()).equals(first))
                    .map(field -> texts.format("field." + field.id() + ".meaning"))
                    .findFirst()
                    .orElseThrow();
            assertThat(appFixture.text("#comparedNote")).startsWith(first + ": " + meant);
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("the comparison is closed", () -> appFixture.find("#compared") == null);
            appFixture.fx(() -> {
                appFixture.headerMenu(PoolField.NAME)
                        .stream()
                        .filter(item -> "columns-choose".equals(item.getId()))
                        .forEach(MenuItem::fire);
                return true;
            });
            appFixture.until("the list is open", () -> appFixture.find("#columnSearch") != null);
            appFixture.hands().write("owner").push(KeyCode.SHIFT, KeyCode.F1);
            appFixture.until("the field is in sight", () -> isInSight(appFixture, "owner"));
        }
    }

    private static Node focus(AppFixture appFixture) {
        return appFixture.appComposition.stage().getScene().getFocusOwner();
    }

    private static boolean isInside(Node part, Node node) {
        return node != null && (node == part || isInside(part, node.getParent()));
    }

    /// Whether the line that has the focus is that of this value.
    private static boolean isLineOf(AppFixture appFixture, String value) {
        return appFixture.fx(
                () -> focus(appFixture).lookup(value) != null && focus(appFixture).getStyleClass().contains("line"));
    }

    private static Optional<MenuItem> menuItem(String id) {
        return Window.getWindows()
                .stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst();
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
    void cards_by_family_are_copied_by_the_button_and_by_the_key() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.J);
            appFixture.until("the table is there", () -> appFixture.find("#cards") != null);
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.C);
            appFixture.until("it is said",
                    () -> appFixture.text("#cardsCopied").equals("The table is on the clipboard."));
            var copied = appFixture.fx(() -> Clipboard.getSystemClipboard().getString());
            var lines = copied.lines().map(line -> line.split("\t", -1)).toList();
            assertThat(lines.getFirst()).containsExactly("Family", "Demo cloud: free now", "Demo cloud: allocatable");
            var totals = appFixture.fx(() -> appFixture.appComposition.pools().arrangedPools().poolTotals());
            assertThat(lines).hasSize(totals.cards().size() + 1).allSatisfy(cells -> assertThat(cells).hasSize(3));
            for (var cards : totals.cards().values())
                assertThat(lines).anyMatch(cells -> cells[2].replaceAll("[,? ]", "").equals(cards.toPlainString()));
            appFixture.fx(() -> {
                Clipboard.getSystemClipboard().clear();
                return true;
            });
            appFixture.click("#copyCards");
            appFixture.until("the button copies it too",
                    () -> copied.equals(Clipboard.getSystemClipboard().getString()));
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
