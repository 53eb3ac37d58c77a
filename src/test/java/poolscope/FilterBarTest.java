package poolscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
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
import poolscope.demo.DemoCloud;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.Value;
import poolscope.settings.Look;

/// The filter bar as an operator uses it: by mouse, by keyboard and with an input method.
class FilterBarTest {

    @Test
    void enter_makes_chips_that_can_be_negated_switched_off_and_removed_by_mouse() throws Exception {
        try (var desk = Desk.open(120)) {
            enter(desk, "status:running gpu>=8");
            assertThat(chips(desk)).containsExactly("status:running", "gpu>=8");
            assertThat(desk.fx(() -> desk.filterField().getText())).isEmpty();
            untilShown(desk, running(desk) - runningWithout(desk, 8));
            assertThat(desk.text("#count")).isEqualTo(desk.shown().size() + " of 120 shown");
            click(desk, 1, ".negate");
            assertThat(chips(desk)).containsExactly("status:running", "not gpu>=8");
            untilShown(desk, runningWithout(desk, 8));
            click(desk, 1, ".switch");
            untilShown(desk, running(desk));
            assertThat(chips(desk)).containsExactly("status:running", "not gpu>=8");
            click(desk, 0, ".remove");
            assertThat(chips(desk)).containsExactly("not gpu>=8");
            untilShown(desk, 120);
        }
    }

    @Test
    void chips_are_walked_and_changed_by_keys() throws Exception {
        try (var desk = Desk.open(40)) {
            enter(desk, "status:running train gpu>=1");
            desk.hands().push(KeyCode.LEFT).push(KeyCode.LEFT).push(KeyCode.DELETE);
            assertThat(chips(desk)).containsExactly("status:running", "gpu>=1");
            desk.hands().push(KeyCode.SPACE);
            assertThat(text(desk)).isEqualTo("status:running");
            desk.hands().push(KeyCode.SPACE).write("!");
            assertThat(text(desk)).isEqualTo("status:running not gpu>=1");
            desk.hands().push(KeyCode.RIGHT).push(KeyCode.BACK_SPACE);
            assertThat(chips(desk)).containsExactly("status:running");
            assertThat(desk.fx(() -> desk.filterField().getText())).isEqualTo("not gpu>=1");
            desk.hands().push(KeyCode.BACK_SPACE).write("4").push(KeyCode.TAB);
            assertThat(chips(desk)).containsExactly("status:running", "not gpu>=4");
        }
    }

    @Test
    void a_click_on_a_chip_makes_it_text_again() throws Exception {
        try (var desk = Desk.open(10)) {
            enter(desk, "status:running train");
            click(desk, 0, ".term");
            assertThat(chips(desk)).containsExactly("train");
            assertThat(desk.fx(() -> desk.filterField().getText())).isEqualTo("status:running");
            assertThat(desk.fx(() -> desk.filterField().isFocused())).isTrue();
            assertThat(text(desk)).isEqualTo("train status:running");
        }
    }

    @Test
    void the_bar_never_grows_higher_and_says_how_many_chips_are_out_of_sight() throws Exception {
        try (var desk = Desk.open(10)) {
            double before = desk.fx(() -> desk.find("#bar").getLayoutBounds().getHeight());
            enter(desk, "name:one name:two name:three name:four name:five name:six name:seven name:eight name:nine name:ten");
            assertThat(desk.fx(() -> desk.find("#bar").getLayoutBounds().getHeight())).isEqualTo(before);
            assertThat(desk.fx(() -> desk.filterField().getWidth())).isGreaterThan(100);
            assertThat(desk.fx(() -> ((Label) desk.find(".more")).getText())).matches("\\+[1-9]");
            assertThat(desk.fx(() -> desk.find(".more").isVisible())).isTrue();
        }
    }

    @Test
    void a_wrong_word_is_underlined_where_it_stands_also_when_the_text_is_scrolled() throws Exception {
        try (var desk = Desk.open(10)) {
            var before = "status:running ";
            desk.type(before + "gpus:1");
            assertThat(desk.text("#problem")).contains("gpus").contains("gpu");
            assertUnderlined(desk, before, "gpus");
            var far = "name:aaaaaaaaaaaaaaaaaaaa name:bbbbbbbbbbbbbbbbbbbbbbbbbbbb name:cccccccccccccccccccccc name:dddddddddddddddddd ";
            desk.type(far + "gpus:1");
            desk.fx(() -> {
                desk.filterField().end();
                return true;
            });
            desk.settle();
            double scrolled = desk.fx(() -> width(desk, far + "gpus:1") - desk.filterField().getWidth());
            assertThat(scrolled).as("the text is longer than the field").isPositive();
            assertThat(desk.fx(() -> line(desk).getEndX() - line(desk).getStartX())).isCloseTo(desk.fx(() -> width(desk, "gpus")),
                    within(1.5));
            double end = desk.fx(() -> desk.filterField().getWidth() - line(desk).getEndX());
            assertThat(end).as("what follows it is still to be seen").isCloseTo(desk.fx(() -> width(desk, ":1")), within(12.0));
            desk.type("gpu:1");
            assertThat(desk.fx(() -> line(desk).isVisible())).isFalse();
        }
    }

    @Test
    void tab_or_a_click_takes_what_was_meant() throws Exception {
        try (var desk = Desk.open(10)) {
            desk.click("#field");
            desk.hands().write("gpsu:1");
            desk.until("it is offered", () -> desk.find("#suggestion").isVisible());
            desk.hands().push(KeyCode.TAB);
            assertThat(desk.fx(() -> desk.filterField().getText())).isEqualTo("gpu:1");
            desk.type("onwer:li");
            desk.click("#suggestion");
            assertThat(desk.fx(() -> desk.filterField().getText())).isEqualTo("owner:li");
            assertThat(desk.fx(() -> desk.filterField().isFocused())).isTrue();
        }
    }

    @Test
    void field_names_and_values_are_offered_with_counts_and_enter_alone_never_takes_one() throws Exception {
        try (var desk = Desk.open(120)) {
            desk.click("#field");
            desk.hands().write("sta");
            desk.until("the name is offered", () -> offers(desk).contains("status:"));
            desk.hands().push(KeyCode.TAB);
            desk.until("the values are offered", () -> offers(desk).contains("running"));
            assertThat(desk.fx(() -> choices(desk).getItems().getFirst().toString())).contains("running")
                    .contains(running(desk) + " pools");
            desk.hands().push(KeyCode.DOWN).push(KeyCode.ENTER);
            assertThat(desk.fx(() -> desk.filterField().getText())).isEqualTo("status:running");
            desk.hands().write(" own");
            desk.until("another name is offered", () -> offers(desk).contains("owner:"));
            desk.hands().push(KeyCode.ENTER);
            assertThat(chips(desk)).containsExactly("status:running", "own");
        }
    }

    @Test
    void down_shows_the_filters_of_before_with_what_they_show_now() throws Exception {
        try (var desk = Desk.open(120)) {
            enter(desk, "status:running");
            desk.fx(() -> {
                desk.program.pools().filter().setText("gpu>=8");
                return true;
            });
            desk.click("#clear");
            desk.hands().push(KeyCode.DOWN);
            desk.until("they are shown", () -> offers(desk).equals(List.of("gpu>=8", "status:running")));
            assertThat(desk.fx(() -> choices(desk).getItems().getLast().toString())).contains(running(desk) + " pools");
            desk.hands().push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
            assertThat(chips(desk)).containsExactly("status:running");
            untilShown(desk, running(desk));
        }
    }

    @Test
    void when_nothing_matches_each_term_offers_to_go() throws Exception {
        try (var desk = Desk.open(120)) {
            enter(desk, "status:running nosuchpool");
            desk.until("the ways out are there", () -> !links(desk).isEmpty());
            assertThat(desk.fx(() -> links(desk).stream().map(Hyperlink::getText).toList()))
                    .containsExactly("Without nosuchpool: " + running(desk));
            desk.fx(() -> {
                links(desk).getFirst().fire();
                return true;
            });
            untilShown(desk, running(desk));
            assertThat(chips(desk)).containsExactly("status:running");
        }
    }

    @Test
    void undo_and_redo_are_the_filters_in_the_bar_and_in_the_menu() throws Exception {
        try (var desk = Desk.open(60)) {
            assertThat(desk.fx(() -> item(desk, "undoItem").isDisable())).isTrue();
            enter(desk, "status:running");
            desk.hands().write("train");
            desk.click("#status-abnormal");
            desk.click("#field");
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.Z);
            assertThat(text(desk)).isEqualTo("status:running train");
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.Z);
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.Z);
            assertThat(text(desk)).isEmpty();
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.Z);
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.Y);
            assertThat(text(desk)).isEqualTo("status:running");
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
            assertThat(text(desk)).isEqualTo("status:running train");
            desk.fx(() -> {
                item(desk, "undoItem").fire();
                return true;
            });
            assertThat(text(desk)).isEqualTo("status:running");
            assertThat(desk.fx(() -> item(desk, "redoItem").isDisable())).isFalse();
        }
    }

    @Test
    void escape_closes_the_list_then_clears_the_text_then_the_filter() throws Exception {
        try (var desk = Desk.open(60)) {
            enter(desk, "status:running");
            desk.hands().write("own");
            desk.until("names are offered", () -> !offers(desk).isEmpty());
            desk.hands().push(KeyCode.ESCAPE);
            assertThat(desk.fx(() -> offers(desk))).isEmpty();
            assertThat(text(desk)).isEqualTo("status:running own");
            desk.hands().push(KeyCode.ESCAPE);
            assertThat(text(desk)).isEqualTo("status:running");
            desk.hands().push(KeyCode.ESCAPE);
            assertThat(text(desk)).isEmpty();
            untilShown(desk, 60);
        }
    }

    @Test
    void a_letter_in_the_table_begins_a_word_and_a_slash_goes_to_the_bar() throws Exception {
        try (var desk = Desk.open(60)) {
            focusTable(desk);
            desk.hands().write("t");
            assertThat(desk.fx(() -> desk.filterField().isFocused())).isTrue();
            desk.hands().write("rain");
            assertThat(text(desk)).isEqualTo("train");
            focusTable(desk);
            assertThat(chips(desk)).containsExactly("train");
            desk.hands().write("/");
            assertThat(desk.fx(() -> desk.filterField().isFocused())).isTrue();
            assertThat(desk.fx(() -> desk.filterField().getText())).isEmpty();
            desk.hands().write("a/b");
            assertThat(desk.fx(() -> desk.filterField().getText())).isEqualTo("a/b");
        }
    }

    @Test
    void what_an_input_method_composes_is_no_filter_until_it_is_committed() throws Exception {
        try (var desk = Desk.open(60)) {
            desk.click("#field");
            compose(desk, "xun'lian", "");
            desk.hands().push(KeyCode.ENTER).push(KeyCode.ESCAPE);
            assertThat(text(desk)).isEmpty();
            assertThat(chips(desk)).isEmpty();
            assertThat(desk.fx(() -> desk.filterField().getText())).isEqualTo("xun'lian");
            compose(desk, "", "训练");
            assertThat(text(desk)).isEqualTo("训练");
            desk.hands().push(KeyCode.ENTER);
            assertThat(chips(desk)).containsExactly("训练");
        }
    }

    @Test
    void the_filter_survives_a_restart_and_says_so_until_it_is_touched(@TempDir Path folder) throws Exception {
        try (var desk = Desk.open(DemoCloud.start(Desk.still(120)), folder, Look.Theme.LIGHT).untilRead()) {
            assertThat(desk.fx(() -> desk.find("#restored").isVisible())).isFalse();
            enter(desk, "status:running");
            desk.hands().write("gpu>=8").push(KeyCode.ENTER);
            desk.until("it is a chip", () -> desk.program.pools().filter().state().chips().size() == 2);
        }
        try (var desk = Desk.open(DemoCloud.start(Desk.still(120)), folder, Look.Theme.LIGHT).untilRead()) {
            assertThat(chips(desk)).containsExactly("status:running", "gpu>=8");
            assertThat(desk.fx(() -> desk.find("#restored").isVisible())).isTrue();
            untilShown(desk, running(desk) - runningWithout(desk, 8));
            desk.hands().push(KeyCode.DOWN);
            desk.until("history is there", () -> offers(desk).equals(List.of("status:running gpu>=8", "status:running")));
            desk.hands().push(KeyCode.ESCAPE);
            click(desk, 0, ".remove");
            assertThat(desk.fx(() -> desk.find("#restored").isVisible())).isFalse();
        }
    }

    @Test
    void limiting_to_a_cell_and_leaving_one_out_are_chips_too() throws Exception {
        try (var desk = Desk.open(120)) {
            var pool = desk.shown().get(3);
            var owner = pool.identity().owner();
            desk.fx(() -> {
                desk.program.pools().filter().only(PoolField.OWNER, owner);
                return true;
            });
            untilShown(desk, desk.cloudPools().stream().filter(p -> p.identity().owner().equals(owner)).count());
            desk.fx(() -> {
                desk.program.pools().filter().leaveOut(PoolField.STATUS, new Value.State(pool.status()));
                return true;
            });
            untilShown(desk, desk.cloudPools().stream()
                    .filter(p -> p.identity().owner().equals(owner) && !p.status().equals(pool.status())).count());
            assertThat(chips(desk)).hasSize(2);
        }
    }

    private static void enter(Desk desk, String text) {
        desk.type(text);
        desk.hands().push(KeyCode.ENTER);
        desk.settle();
    }

    private static void focusTable(Desk desk) {
        desk.fx(() -> {
            desk.table().requestFocus();
            return true;
        });
        desk.settle();
    }

    private static void compose(Desk desk, String composed, String committed) {
        desk.fx(() -> {
            List<InputMethodTextRun> runs = composed.isEmpty()
                    ? List.of()
                    : List.of(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW));
            Event.fireEvent(desk.filterField(),
                    new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, composed.length()));
            return true;
        });
        desk.settle();
    }

    private static List<String> chips(Desk desk) {
        return desk.fx(() -> desk.program.stage().getScene().getRoot().lookupAll(".chip .term").stream()
                .map(node -> ((Label) node).getText()).toList());
    }

    private static void click(Desk desk, int chip, String part) {
        var node = desk
                .fx(() -> List.copyOf(desk.program.stage().getScene().getRoot().lookupAll(".chip")).get(chip).lookup(part));
        desk.hands().clickOn((Node) node);
        desk.settle();
    }

    private static String text(Desk desk) {
        desk.settle();
        return desk.fx(desk.program.pools().filter()::text);
    }

    @SuppressWarnings("unchecked")
    private static ListView<Object> choices(Desk desk) {
        return (ListView<Object>) desk.find("#choices");
    }

    /// What can be chosen, without the counts.
    private static List<String> offers(Desk desk) {
        return choices(desk).getItems().stream().map(Object::toString)
                .map(choice -> choice.replaceAll("^Choice\\[text=(.*), count=.*$", "$1")).toList();
    }

    private static List<Hyperlink> links(Desk desk) {
        return desk.program.stage().getScene().getRoot().lookupAll(".withouts .hyperlink").stream()
                .map(Hyperlink.class::cast).toList();
    }

    private static MenuItem item(Desk desk, String id) {
        return ((MenuBar) desk.find("#menuBar")).getMenus().stream().flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
    }

    private static Line line(Desk desk) {
        return (Line) desk.find(".wrong-place");
    }

    private static double width(Desk desk, String text) {
        var measured = new Text(text);
        measured.setFont(desk.filterField().getFont());
        return measured.getLayoutBounds().getWidth();
    }

    private static void assertUnderlined(Desk desk, String before, String word) {
        desk.settle();
        double start = desk.fx(() -> desk.filterField().getInsets().getLeft() + width(desk, before));
        assertThat(desk.fx(() -> line(desk).isVisible())).isTrue();
        assertThat(desk.fx(() -> line(desk).getStartX())).isCloseTo(start, within(1.5));
        assertThat(desk.fx(() -> line(desk).getEndX())).isCloseTo(start + desk.fx(() -> width(desk, word)), within(1.5));
    }

    private static void untilShown(Desk desk, long pools) {
        desk.until(pools + " pools are shown", () -> desk.table().getItems().size() == pools);
    }

    /// How many pools run.
    private static long running(Desk desk) {
        return desk.cloudPools().stream().filter(FilterBarTest::runs).count();
    }

    /// How many pools run and do not have that many cards.
    private static long runningWithout(Desk desk, int cards) {
        return desk.cloudPools().stream().filter(FilterBarTest::runs)
                .filter(pool -> pool.allocatable().accelerators().asNumber().map(n -> n.intValue() < cards).orElse(true))
                .count();
    }

    private static boolean runs(Pool pool) {
        return pool.status().kind() == PoolStatus.Kind.RUNNING;
    }
}
