package poolscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.demo.TestCloud;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.settings.WindowAppearance;
import poolscope.ui.parts.LazyTooltip;

/// The filter bar as an operator uses it: by mouse, by keyboard and with an input method.
class FilterBarTest {

    @Test
    void the_prompt_stays_while_the_field_is_empty_and_focused() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.fx(() -> {
                appFixture.filterField().requestFocus();
                appFixture.filterField().applyCss();
                return true;
            });
            assertThat(appFixture.fx(() -> appFixture.filterField().isFocused())).isTrue();
            assertThat(drawnTexts(appFixture)).contains(appFixture.filterField().getPromptText());
            appFixture.hands().write("x");
            appFixture.settle();
            assertThat(drawnTexts(appFixture)).doesNotContain(appFixture.filterField().getPromptText());
        }
    }

    private static List<String> drawnTexts(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.filterField()
                .lookupAll(".text")
                .stream()
                .map(javafx.scene.text.Text.class::cast)
                .filter(text -> text.isVisible() && !javafx.scene.paint.Color.TRANSPARENT.equals(text.getFill()))
                .map(javafx.scene.text.Text::getText)
                .toList());
    }

    @Test
    void enter_once_more_goes_on_to_the_first_pool_of_the_result() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            appFixture.fx(() -> {
                appFixture.filterField().requestFocus();
                return true;
            });
            appFixture.hands().write("notebook").push(KeyCode.ENTER);
            appFixture.untilFiltered();
            assertThat(appFixture.shown()).hasSizeBetween(1, 59);
            assertThat(appFixture.fx(() -> appFixture.filterField().isFocused())).isTrue();
            appFixture.hands().push(KeyCode.ENTER);
            appFixture.until("the table has the keys", () -> appFixture.table().isFocused());
            assertThat(appFixture.fx(() -> appFixture.table().getSelectionModel().getSelectedIndices()))
                    .containsExactly(0);
        }
    }

    @Test
    void enter_makes_chips_that_can_be_negated_switched_off_and_removed_by_mouse() throws Exception {
        try (var appFixture = AppFixture.open(120)) {
            enter(appFixture, "status:running gpu>=8");
            assertThat(chips(appFixture)).containsExactly("status:running", "gpu>=8");
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).isEmpty();
            untilShown(appFixture, running(appFixture) - runningWithout(appFixture, 8));
            assertThat(appFixture.text("#count")).isEqualTo(appFixture.shown().size() + " of 120 shown");
            click(appFixture, 1, ".negate");
            assertThat(chips(appFixture)).containsExactly("status:running", "not gpu>=8");
            untilShown(appFixture, runningWithout(appFixture, 8));
            click(appFixture, 1, ".switch");
            untilShown(appFixture, running(appFixture));
            assertThat(chips(appFixture)).containsExactly("status:running", "not gpu>=8");
            click(appFixture, 0, ".remove");
            assertThat(chips(appFixture)).containsExactly("not gpu>=8");
            untilShown(appFixture, 120);
        }
    }

    @Test
    void chips_are_walked_and_changed_by_keys() throws Exception {
        try (var appFixture = AppFixture.open(40)) {
            enter(appFixture, "status:running train gpu>=1");
            appFixture.hands().push(KeyCode.LEFT).push(KeyCode.LEFT).push(KeyCode.DELETE);
            assertThat(chips(appFixture)).containsExactly("status:running", "gpu>=1");
            appFixture.hands().push(KeyCode.SPACE);
            assertThat(text(appFixture)).isEqualTo("status:running");
            appFixture.hands().push(KeyCode.SPACE).write("!");
            assertThat(text(appFixture)).isEqualTo("status:running not gpu>=1");
            appFixture.hands().push(KeyCode.RIGHT).push(KeyCode.BACK_SPACE);
            assertThat(chips(appFixture)).containsExactly("status:running");
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).isEqualTo("not gpu>=1");
            appFixture.hands().push(KeyCode.BACK_SPACE).write("4").push(KeyCode.TAB);
            assertThat(chips(appFixture)).containsExactly("status:running", "not gpu>=4");
        }
    }

    @Test
    void a_click_on_a_chip_makes_it_text_again() throws Exception {
        try (var appFixture = AppFixture.open(10)) {
            enter(appFixture, "status:running train");
            click(appFixture, 0, ".term");
            assertThat(chips(appFixture)).containsExactly("train");
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).isEqualTo("status:running");
            assertThat(appFixture.fx(() -> appFixture.filterField().isFocused())).isTrue();
            assertThat(text(appFixture)).isEqualTo("train status:running");
        }
    }

    @Test
    void the_bar_never_grows_higher_and_says_how_many_chips_are_out_of_sight() throws Exception {
        try (var appFixture = AppFixture.open(10)) {
            double before = appFixture.fx(() -> appFixture.find("#bar").getLayoutBounds().getHeight());
            enter(appFixture,
                    "name:one name:two name:three name:four name:five name:six name:seven name:eight name:nine name:ten");
            assertThat(appFixture.fx(() -> appFixture.find("#bar").getLayoutBounds().getHeight())).isEqualTo(before);
            assertThat(appFixture.fx(() -> appFixture.filterField().getWidth())).isGreaterThanOrEqualTo(60);
            assertThat(appFixture.fx(() -> ((Label) appFixture.find(".more")).getText())).matches("\\+[1-9]");
            assertThat(appFixture.fx(() -> appFixture.find(".more").isVisible())).isTrue();
            assertThat(appFixture.fx(() -> LazyTooltip.getText(appFixture.find(".more")))).as("the hidden ones")
                    .startsWith("name:one")
                    .doesNotContain("name:ten");
        }
    }

    /// The chips after the first one were drawn without width, under the text field.
    @Test
    void a_click_on_the_number_of_hidden_chips_shows_the_first_and_none_outside_the_line() throws Exception {
        try (var appFixture = AppFixture.open(10)) {
            var words = "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn";
            enter(appFixture, "(name:a" + words + " or name:b" + words + ") (name:c" + words + " or name:d" + words
                    + ") status!=running");
            appFixture.click(".more");
            appFixture.settle();
            var drawn = appFixture.fx(() -> ((Parent) appFixture.find(".chip-strip")).getChildrenUnmodifiable()
                    .stream()
                    .filter(chip -> !(chip instanceof Label) && chip.getOpacity() == 1)
                    .map(Node::getBoundsInParent)
                    .toList());
            assertThat(drawn).isNotEmpty();
            double room = appFixture.fx(() -> appFixture.find(".chip-strip").getLayoutBounds().getWidth());
            assertThat(drawn).allMatch(bounds -> bounds.getMaxX() <= room + 2 && bounds.getWidth() > 60);
        }
    }

    @Test
    void the_number_of_hidden_chips_stands_where_they_are() throws Exception {
        try (var appFixture = AppFixture.open(10)) {
            enter(appFixture, "name:one name:two name:three name:four name:five name:six name:seven name:eight");
            assertThat(hidden(appFixture)).isPositive().isEqualTo(numbers(appFixture).getFirst());
            assertThat(numbers(appFixture).getLast()).isZero();
            appFixture.hands().push(KeyCode.LEFT).push(KeyCode.HOME);
            appFixture.settle();
            assertThat(hidden(appFixture)).isPositive().isEqualTo(numbers(appFixture).getLast());
            assertThat(numbers(appFixture).getFirst()).isZero();
            var behind = appFixture.fx(() -> drawnNumbers(appFixture).getFirst());
            double lastChip = appFixture
                    .fx(() -> drawn(appFixture).stream().mapToDouble(chip -> chip.getBoundsInParent().getMaxX()).max())
                    .orElseThrow();
            assertThat(appFixture.fx(() -> behind.getBoundsInParent().getMinX())).isGreaterThanOrEqualTo(lastChip);
            appFixture.hands().clickOn(behind);
            appFixture.settle();
            assertThat(numbers(appFixture).stream().mapToInt(number -> number).sum()).isEqualTo(hidden(appFixture));
            assertThat(numbers(appFixture)).as("the page in the middle").doesNotContain(0);
        }
    }

    @Test
    void a_chip_stays_where_it_is_when_it_is_switched_off() throws Exception {
        try (var appFixture = AppFixture.open(10)) {
            enter(appFixture, "name:one name:two name:three name:four name:five name:six name:seven name:eight");
            appFixture.hands().push(KeyCode.LEFT).push(KeyCode.HOME);
            appFixture.settle();
            var before = places(appFixture);
            click(appFixture, 0, ".switch");
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().filter().state().chips().getFirst().on()))
                    .isFalse();
            focusTable(appFixture);
            click(appFixture, 0, ".switch");
            click(appFixture, 1, ".switch");
            assertThat(places(appFixture)).isEqualTo(before);
        }
    }

    /// Where the chips begin that are drawn.
    private static List<Double> places(AppFixture appFixture) {
        return appFixture.fx(() -> drawn(appFixture).stream().map(chip -> chip.getBoundsInParent().getMinX()).toList());
    }

    @Test
    void the_chips_of_the_view_of_free_accelerators_are_all_to_be_seen() throws Exception {
        try (var appFixture = ColumnWidthsWindowTest.sized(AppFixture.open(10), 1_280, 760, 100)) {
            appFixture.hands().push(KeyCode.ALT, KeyCode.DIGIT3);
            appFixture.until("the chips are there", () -> chips(appFixture).size() == 2);
            appFixture.settle();
            assertThat(hidden(appFixture)).isZero();
            assertThat(appFixture.fx(() -> appFixture.filterField().getWidth())).isGreaterThanOrEqualTo(60);
        }
    }

    private static List<Node> drawn(AppFixture appFixture) {
        return appFixture.find("#strip").lookupAll(".chip").stream().filter(chip -> chip.getOpacity() == 1).toList();
    }

    private static int hidden(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.find("#strip").lookupAll(".chip").size() - drawn(appFixture).size());
    }

    private static List<Node> drawnNumbers(AppFixture appFixture) {
        return appFixture.find("#strip").lookupAll(".more").stream().filter(Node::isVisible).toList();
    }

    /// The numbers of hidden chips on the left and on the right; 0 where none is shown.
    private static List<Integer> numbers(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.find("#strip")
                .lookupAll(".more")
                .stream()
                .map(more -> more.isVisible() ? Integer.parseInt(((Label) more).getText().substring(1)) : 0)
                .toList());
    }

    @Test
    void a_wrong_word_is_underlined_where_it_stands_also_when_the_text_is_scrolled() throws Exception {
        try (var appFixture = AppFixture.open(10)) {
            var before = "status:running ";
            appFixture.type(before + "gpus:1");
            assertThat(appFixture.text("#problem")).contains("gpus").contains("gpu");
            assertUnderlined(appFixture, before, "gpus");
            var far = "name:aaaaaaaaaaaaaaaaaaaa name:bbbbbbbbbbbbbbbbbbbbbbbbbbbb name:cccccccccccccccccccccc name:dddddddddddddddddd ";
            appFixture.type(far + "gpus:1");
            appFixture.fx(() -> {
                appFixture.filterField().end();
                return true;
            });
            appFixture.settle();
            double scrolled = appFixture
                    .fx(() -> width(appFixture, far + "gpus:1") - appFixture.filterField().getWidth());
            assertThat(scrolled).as("the text is longer than the field").isPositive();
            assertThat(appFixture.fx(() -> line(appFixture).getEndX() - line(appFixture).getStartX()))
                    .isCloseTo(appFixture.fx(() -> width(appFixture, "gpus")), within(1.5));
            double end = appFixture.fx(() -> appFixture.filterField().getWidth() - line(appFixture).getEndX());
            assertThat(end).as("what follows it is still to be seen")
                    .isCloseTo(appFixture.fx(() -> width(appFixture, ":1")), within(12.0));
            appFixture.type("gpu:1");
            assertThat(appFixture.fx(() -> line(appFixture).isVisible())).isFalse();
        }
    }

    @Test
    void tab_or_a_click_takes_what_was_meant() throws Exception {
        try (var appFixture = AppFixture.open(10)) {
            appFixture.click("#field");
            appFixture.hands().write("gpsu:1");
            appFixture.until("it is offered", () -> appFixture.find("#suggestion").isVisible());
            appFixture.hands().push(KeyCode.TAB);
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).isEqualTo("gpu:1");
            appFixture.type("onwer:li");
            appFixture.click("#suggestion");
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).isEqualTo("owner:li");
            assertThat(appFixture.fx(() -> appFixture.filterField().isFocused())).isTrue();
        }
    }

    @Test
    void the_pinyin_of_a_field_is_corrected_to_its_name() throws Exception {
        try (var appFixture = AppFixture.open(10)) {
            appFixture.click("#field");
            appFixture.hands().write("zhuangtai:");
            appFixture.until("it is offered", () -> appFixture.find("#suggestion").isVisible());
            appFixture.hands().push(KeyCode.TAB);
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).isEqualTo("状态:");
        }
    }

    @Test
    void field_names_and_values_are_offered_with_counts_and_enter_alone_never_takes_one() throws Exception {
        try (var appFixture = AppFixture.open(120)) {
            appFixture.click("#field");
            appFixture.hands().write("sta");
            appFixture.until("the name is offered", () -> offers(appFixture).contains("status:"));
            appFixture.hands().push(KeyCode.TAB);
            appFixture.until("the values are offered", () -> offers(appFixture).contains("running"));
            assertThat(appFixture.fx(() -> choices(appFixture).getItems().getFirst().toString())).contains("running")
                    .contains(running(appFixture) + " pools");
            appFixture.hands().push(KeyCode.DOWN).push(KeyCode.ENTER);
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).isEqualTo("status:running");
            appFixture.hands().write(" own");
            appFixture.until("another name is offered", () -> offers(appFixture).contains("owner:"));
            appFixture.hands().push(KeyCode.ENTER);
            assertThat(chips(appFixture)).containsExactly("status:running", "own");
        }
    }

    @Test
    void down_shows_the_filters_of_before_with_what_they_show_now() throws Exception {
        try (var appFixture = AppFixture.open(120)) {
            enter(appFixture, "status:running");
            appFixture.fx(() -> {
                appFixture.appComposition.pools().filter().setText("gpu>=8");
                return true;
            });
            appFixture.click("#clear");
            appFixture.hands().push(KeyCode.DOWN);
            appFixture.until("they are shown", () -> offers(appFixture).equals(List.of("gpu>=8", "status:running")));
            assertThat(appFixture.fx(() -> choices(appFixture).getItems().getLast().toString()))
                    .contains(running(appFixture) + " pools");
            appFixture.hands().push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
            assertThat(chips(appFixture)).containsExactly("status:running");
            untilShown(appFixture, running(appFixture));
        }
    }

    @Test
    void when_nothing_matches_each_term_offers_to_go() throws Exception {
        try (var appFixture = AppFixture.open(120)) {
            enter(appFixture, "status:running nosuchpool");
            appFixture.until("the ways out are there", () -> !links(appFixture).isEmpty());
            assertThat(appFixture.fx(() -> links(appFixture).stream().map(Hyperlink::getText).toList()))
                    .containsExactly("Without nosuchpool: " + running(appFixture));
            appFixture.fx(() -> {
                links(appFixture).getFirst().fire();
                return true;
            });
            untilShown(appFixture, running(appFixture));
            assertThat(chips(appFixture)).containsExactly("status:running");
        }
    }

    @Test
    void undo_and_redo_are_the_filters_in_the_bar_and_in_the_menu() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            assertThat(appFixture.fx(() -> item(appFixture, "undoItem").isDisable())).isTrue();
            enter(appFixture, "status:running");
            appFixture.hands().write("train");
            appFixture.click("#status-abnormal");
            appFixture.click("#field");
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.Z);
            assertThat(text(appFixture)).isEqualTo("status:running train");
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.Z);
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.Z);
            assertThat(text(appFixture)).isEmpty();
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.Z);
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.Y);
            assertThat(text(appFixture)).isEqualTo("status:running");
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
            assertThat(text(appFixture)).isEqualTo("status:running train");
            appFixture.fx(() -> {
                item(appFixture, "undoItem").fire();
                return true;
            });
            assertThat(text(appFixture)).isEqualTo("status:running");
            assertThat(appFixture.fx(() -> item(appFixture, "redoItem").isDisable())).isFalse();
        }
    }

    @Test
    void escape_closes_the_list_then_clears_the_text_then_the_filter() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            enter(appFixture, "status:running");
            appFixture.hands().write("own");
            appFixture.until("names are offered", () -> !offers(appFixture).isEmpty());
            appFixture.hands().push(KeyCode.ESCAPE);
            assertThat(appFixture.fx(() -> offers(appFixture))).isEmpty();
            assertThat(text(appFixture)).isEqualTo("status:running own");
            appFixture.hands().push(KeyCode.ESCAPE);
            assertThat(text(appFixture)).isEqualTo("status:running");
            appFixture.hands().push(KeyCode.ESCAPE);
            assertThat(text(appFixture)).isEmpty();
            untilShown(appFixture, 60);
        }
    }

    @Test
    void the_button_of_earlier_filters_says_that_there_are_none_yet() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            appFixture.click("#before");
            appFixture.until("it says so", () -> appFixture.labels().contains("No earlier filters yet"));
            appFixture.click("#before");
            assertThat(appFixture.labels()).doesNotContain("No earlier filters yet");
            appFixture.hands().push(KeyCode.DOWN);
            appFixture.until("it says so", () -> appFixture.labels().contains("No earlier filters yet"));
            appFixture.hands().write("train").push(KeyCode.ENTER);
            assertThat(appFixture.labels()).doesNotContain("No earlier filters yet");
            assertThat(chips(appFixture)).containsExactly("train");
        }
    }

    @Test
    void enter_on_a_chip_edits_it_and_keeps_the_focus() throws Exception {
        try (var appFixture = AppFixture.open(120)) {
            enter(appFixture, "status:running gpu>=8");
            appFixture.hands().push(KeyCode.LEFT).push(KeyCode.LEFT).push(KeyCode.ENTER);
            appFixture.settle();
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).isEqualTo("status:running");
            assertThat(appFixture.fx(() -> appFixture.filterField().isFocused())).isTrue();
            assertThat(chips(appFixture)).containsExactly("gpu>=8");
            appFixture.hands().push(KeyCode.ENTER);
            appFixture.settle();
            assertThat(chips(appFixture)).containsExactlyInAnyOrder("gpu>=8", "status:running");
            appFixture.hands().push(KeyCode.LEFT).push(KeyCode.DELETE);
            appFixture.settle();
            assertThat(chips(appFixture)).hasSize(1);
            assertThat(appFixture.fx(() -> appFixture.find("#strip").lookup(".chip").isFocused()))
                    .as("the chip beside the removed one")
                    .isTrue();
        }
    }

    @Test
    void escape_from_a_chip_that_is_edited_restores_it_and_its_switch() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            enter(appFixture, "status:running");
            appFixture.hands().write("train").push(KeyCode.ENTER);
            click(appFixture, 0, ".switch");
            untilChips(appFixture, "status:running", "train");
            var shown = appFixture.shown();
            click(appFixture, 0, ".term");
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).isEqualTo("status:running");
            appFixture.hands().push(KeyCode.ESCAPE);
            untilChips(appFixture, "status:running", "train");
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().filter().state().chips().getFirst().on()))
                    .isFalse();
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).isEmpty();
            untilShown(appFixture, shown.size());
            click(appFixture, 0, ".term");
            focusTable(appFixture);
            untilChips(appFixture, "status:running", "train");
            untilShown(appFixture, shown.size());
        }
    }

    private static void untilChips(AppFixture appFixture, String... texts) {
        appFixture.until("the chips are " + List.of(texts), () -> chips(appFixture).equals(List.of(texts)));
    }

    @Test
    void a_letter_in_the_table_begins_a_word_and_a_slash_goes_to_the_bar() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            focusTable(appFixture);
            appFixture.hands().write("t");
            assertThat(appFixture.fx(() -> appFixture.filterField().isFocused())).isTrue();
            appFixture.hands().write("rain");
            assertThat(text(appFixture)).isEqualTo("train");
            focusTable(appFixture);
            assertThat(chips(appFixture)).containsExactly("train");
            appFixture.hands().write("/");
            assertThat(appFixture.fx(() -> appFixture.filterField().isFocused())).isTrue();
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).isEmpty();
            appFixture.hands().write("a/b");
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).isEqualTo("a/b");
        }
    }

    @Test
    void what_an_input_method_composes_is_no_filter_until_it_is_committed() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            appFixture.click("#field");
            compose(appFixture, "xun'lian", "");
            appFixture.hands().push(KeyCode.ENTER).push(KeyCode.ESCAPE);
            assertThat(text(appFixture)).isEmpty();
            assertThat(chips(appFixture)).isEmpty();
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).isEqualTo("xun'lian");
            compose(appFixture, "", "训练");
            assertThat(text(appFixture)).isEqualTo("训练");
            appFixture.hands().push(KeyCode.ENTER);
            assertThat(chips(appFixture)).containsExactly("训练");
        }
    }

    @Test
    void the_filter_survives_a_restart_and_says_so_until_it_is_touched(@TempDir Path folder) throws Exception {
        try (var appFixture = AppFixture
                .open(TestCloud.start(AppFixture.still(120)), folder, WindowAppearance.Theme.LIGHT)
                .untilRead()) {
            assertThat(appFixture.fx(() -> appFixture.find("#restored").isVisible())).isFalse();
            enter(appFixture, "status:running");
            appFixture.hands().write("gpu>=8").push(KeyCode.ENTER);
            appFixture.until("it is a chip",
                    () -> appFixture.appComposition.pools().filter().state().chips().size() == 2);
        }
        try (var appFixture = AppFixture
                .open(TestCloud.start(AppFixture.still(120)), folder, WindowAppearance.Theme.LIGHT)
                .untilRead()) {
            assertThat(chips(appFixture)).containsExactly("status:running", "gpu>=8");
            assertThat(appFixture.fx(() -> appFixture.find("#restored").isVisible())).isTrue();
            untilShown(appFixture, running(appFixture) - runningWithout(appFixture, 8));
            appFixture.hands().push(KeyCode.DOWN);
            appFixture.until("history is there",
                    () -> offers(appFixture).equals(List.of("status:running gpu>=8", "status:running")));
            appFixture.hands().push(KeyCode.ESCAPE);
            click(appFixture, 0, ".remove");
            assertThat(appFixture.fx(() -> appFixture.find("#restored").isVisible())).isFalse();
        }
    }

    @Test
    void limiting_to_a_cell_and_leaving_one_out_are_chips_too() throws Exception {
        try (var appFixture = AppFixture.open(120)) {
            var pool = appFixture.shown().get(3);
            var owner = pool.poolNamesAndOwner().owner();
            appFixture.fx(() -> {
                appFixture.appComposition.pools().filter().only(PoolField.OWNER, owner);
                return true;
            });
            untilShown(appFixture,
                    appFixture.cloudPools().stream().filter(p -> p.poolNamesAndOwner().owner().equals(owner)).count());
            appFixture.fx(() -> {
                appFixture.appComposition.pools()
                        .filter()
                        .leaveOut(PoolField.STATUS, new FieldValue.State(pool.status()));
                return true;
            });
            untilShown(appFixture, appFixture.cloudPools()
                    .stream()
                    .filter(p -> p.poolNamesAndOwner().owner().equals(owner) && !p.status().equals(pool.status()))
                    .count());
            assertThat(chips(appFixture)).hasSize(2);
        }
    }

    private static void enter(AppFixture appFixture, String text) {
        appFixture.type(text);
        appFixture.hands().push(KeyCode.ENTER);
        appFixture.settle();
    }

    private static void focusTable(AppFixture appFixture) {
        appFixture.fx(() -> {
            appFixture.table().requestFocus();
            return true;
        });
        appFixture.settle();
    }

    private static void compose(AppFixture appFixture, String composed, String committed) {
        appFixture.fx(() -> {
            List<InputMethodTextRun> runs = composed.isEmpty()
                    ? List.of()
                    : List.of(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW));
            Event.fireEvent(appFixture.filterField(), new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                    runs, committed, composed.length()));
            return true;
        });
        appFixture.settle();
    }

    private static List<String> chips(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.appComposition.stage()
                .getScene()
                .getRoot()
                .lookupAll(".chip .term")
                .stream()
                .map(node -> ((Label) node).getText())
                .toList());
    }

    private static void click(AppFixture appFixture, int chip, String part) {
        var node = appFixture
                .fx(() -> List.copyOf(appFixture.appComposition.stage().getScene().getRoot().lookupAll(".chip"))
                        .get(chip)
                        .lookup(part));
        appFixture.hands().clickOn(node);
        appFixture.settle();
    }

    private static String text(AppFixture appFixture) {
        appFixture.settle();
        return appFixture.fx(appFixture.appComposition.pools().filter()::text);
    }

    @SuppressWarnings("unchecked")
    private static ListView<Object> choices(AppFixture appFixture) {
        return (ListView<Object>) appFixture.find("#choices");
    }

    /// What can be chosen, without the counts; nothing before the list is open.
    private static List<String> offers(AppFixture appFixture) {
        if (choices(appFixture) == null) return List.of();
        return choices(appFixture).getItems()
                .stream()
                .map(Object::toString)
                .map(choice -> choice.replaceAll("^Choice\\[text=(.*), count=.*$", "$1"))
                .toList();
    }

    private static List<Hyperlink> links(AppFixture appFixture) {
        return appFixture.appComposition.stage()
                .getScene()
                .getRoot()
                .lookupAll(".withouts .hyperlink")
                .stream()
                .map(Hyperlink.class::cast)
                .toList();
    }

    private static MenuItem item(AppFixture appFixture, String id) {
        return ((MenuBar) appFixture.find("#menuBar")).getMenus()
                .stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static Line line(AppFixture appFixture) {
        return (Line) appFixture.find(".wrong-place");
    }

    private static double width(AppFixture appFixture, String text) {
        var measured = new Text(text);
        measured.setFont(appFixture.filterField().getFont());
        return measured.getLayoutBounds().getWidth();
    }

    private static void assertUnderlined(AppFixture appFixture, String before, String word) {
        appFixture.settle();
        double start = appFixture.fx(() -> appFixture.filterField().getInsets().getLeft() + width(appFixture, before));
        assertThat(appFixture.fx(() -> line(appFixture).isVisible())).isTrue();
        assertThat(appFixture.fx(() -> line(appFixture).getStartX())).isCloseTo(start, within(1.5));
        assertThat(appFixture.fx(() -> line(appFixture).getEndX()))
                .isCloseTo(start + appFixture.fx(() -> width(appFixture, word)), within(1.5));
    }

    private static void untilShown(AppFixture appFixture, long pools) {
        appFixture.until(pools + " pools are shown", () -> appFixture.table().getItems().size() == pools);
    }

    /// How many pools run.
    private static long running(AppFixture appFixture) {
        return appFixture.cloudPools().stream().filter(FilterBarTest::runs).count();
    }

    /// How many pools run and do not have that many cards.
    private static long runningWithout(AppFixture appFixture, int cards) {
        return appFixture.cloudPools()
                .stream()
                .filter(FilterBarTest::runs)
                .filter(pool -> pool.allocatableResources()
                        .accelerators()
                        .asNumber()
                        .map(n -> n.intValue() < cards)
                        .orElse(true))
                .count();
    }

    private static boolean runs(Pool pool) {
        return pool.status().kind() == PoolStatus.Kind.RUNNING;
    }
}
