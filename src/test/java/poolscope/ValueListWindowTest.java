package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.ValueCounts;
import poolscope.ui.text.Texts;

/// The list of a field's values over the window, worked as an operator works it.
class ValueListWindowTest {

    /// From the header of the column, in a window of either language.
    static void open(Desk desk, PoolField field) {
        var values = Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE).map(Texts::of).map(texts -> texts.say("columns.values"))
                .toList();
        desk.fx(() -> {
            desk.table().getColumns().stream().filter(column -> field.id().equals(column.getId()))
                    .forEach(column -> column.setVisible(true));
            return true;
        });
        var item = desk.headerMenu(field).stream().filter(one -> values.contains(one.getText())).findFirst().orElseThrow();
        desk.fx(() -> {
            item.fire();
            return true;
        });
        desk.until("the values are counted", () -> desk.find("#values") != null && !list(desk).getItems().isEmpty());
    }

    @SuppressWarnings("unchecked")
    private static ListView<ValueCounts.Line> list(Desk desk) {
        return (ListView<ValueCounts.Line>) desk.find("#values");
    }

    private static void search(Desk desk, String text) {
        desk.fx(() -> {
            ((TextField) desk.find("#search")).setText(text);
            return true;
        });
    }

    private static void untilShown(Desk desk, Set<String> owners, List<Pool> all) {
        var expected = all.stream().filter(pool -> owners.contains(pool.identity().owner().asText("—")))
                .map(Pool::key).collect(Collectors.toSet());
        desk.until("pools of " + owners + " are shown",
                () -> desk.shownNow().stream().map(Pool::key).collect(Collectors.toSet()).equals(expected));
    }

    @Test
    void ticking_two_owners_by_keyboard_shows_their_pools_alone() throws Exception {
        try (var desk = Desk.open(240)) {
            var all = desk.shown();
            open(desk, PoolField.OWNER);
            assertThat(desk.fx(() -> desk.find("#search").isFocused())).isTrue();
            desk.click("#tickNone");
            assertThat(desk.fx(() -> ((Button) desk.find("#apply")).isDisabled())).isTrue();
            var lines = List.copyOf(desk.fx(() -> list(desk).getItems()));
            desk.fx(() -> {
                desk.find("#search").requestFocus();
                return true;
            });
            desk.hands().push(KeyCode.DOWN).push(KeyCode.SPACE).push(KeyCode.DOWN).push(KeyCode.SPACE);
            assertThat(desk.text("#note")).startsWith("2 of " + lines.size());
            desk.hands().push(KeyCode.ENTER);
            var two = lines.subList(0, 2).stream().map(line -> line.value().asText("—")).collect(Collectors.toSet());
            untilShown(desk, two, all);
            assertThat(desk.shown()).hasSize(lines.get(0).pools() + lines.get(1).pools());
            assertThat(desk.fx(() -> desk.program.pools().filter().text())).startsWith("owner in (");
            open(desk, PoolField.OWNER);
            assertThat(desk.fx(() -> list(desk).getItems())).filteredOn(ValueCounts.Line::ticked)
                    .containsExactlyElementsOf(List.of(
                            new ValueCounts.Line(lines.get(0).value(), lines.get(0).pools(), true),
                            new ValueCounts.Line(lines.get(1).value(), lines.get(1).pools(), true)));
        }
    }

    @Test
    void what_is_searched_is_ticked_together_and_cancel_changes_nothing() throws Exception {
        try (var desk = Desk.open(240)) {
            desk.type("status:running");
            desk.until("the filter is on", () -> desk.table().getItems().size() < 240);
            var before = desk.shown();
            open(desk, PoolField.SPECIFICATION);
            int all = desk.fx(() -> list(desk).getItems().size());
            search(desk, "GPU");
            var found = desk.fx(() -> List.copyOf(list(desk).getItems()));
            assertThat(found).hasSizeBetween(1, all - 1)
                    .allMatch(line -> line.value().asText("").toLowerCase(Locale.ROOT).contains("gpu"));
            desk.click("#tickNone");
            assertThat(desk.text("#note")).startsWith((all - found.size()) + " of " + all);
            desk.hands().push(KeyCode.ESCAPE);
            desk.until("the list is closed", () -> desk.find("#values") == null);
            assertThat(desk.shown()).isEqualTo(before);
            assertThat(desk.fx(() -> desk.program.pools().filter().text())).isEqualTo("status:running");
        }
    }

    @Test
    void a_list_of_very_many_values_asks_for_fewer_before_it_becomes_a_filter() throws Exception {
        try (var desk = Desk.open(3_000)) {
            open(desk, PoolField.ID);
            search(desk, "a");
            desk.click("#tickNone");
            search(desk, "ab");
            desk.click("#tickAll");
            assertThat(desk.fx(() -> ((Label) desk.find("#note")).getText())).contains("too many");
            assertThat(desk.fx(() -> ((Button) desk.find("#apply")).isDisabled())).isTrue();
        }
    }
}
