package poolscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.table.FieldValueCounts;
import poolscope.ui.commands.PlatformMenuShortcuts;

/// The list of a field's values over the window, worked as an operator works it.
class ValueListWindowTest {

    /// From the header of the column.
    static void open(AppFixture appFixture, PoolField field) {
        appFixture.fx(() -> {
            appFixture.table()
                    .getColumns()
                    .stream()
                    .filter(column -> field.id().equals(column.getId()))
                    .forEach(column -> column.setVisible(true));
            return true;
        });
        var item = appFixture.headerMenu(field)
                .stream()
                .filter(one -> "columns-values".equals(one.getId()))
                .findFirst()
                .orElseThrow();
        appFixture.fx(() -> {
            item.fire();
            return true;
        });
        appFixture.until("the values are counted",
                () -> appFixture.find("#values") != null && !list(appFixture).getItems().isEmpty());
        // what is clicked next is where it was drawn last
        appFixture.settle();
    }

    @SuppressWarnings("unchecked")
    private static ListView<FieldValueCounts.Line> list(AppFixture appFixture) {
        return (ListView<FieldValueCounts.Line>) appFixture.find("#values");
    }

    private static void search(AppFixture appFixture, String text) {
        appFixture.fx(() -> {
            ((TextField) appFixture.find("#search")).setText(text);
            return true;
        });
    }

    private static void untilShown(AppFixture appFixture, Set<String> owners, List<Pool> all) {
        var expected = all.stream()
                .filter(pool -> owners.contains(pool.poolNamesAndOwner().owner().asText("—")))
                .map(Pool::key)
                .collect(Collectors.toSet());
        appFixture.until("pools of " + owners + " are shown",
                () -> appFixture.shownNow().stream().map(Pool::key).collect(Collectors.toSet()).equals(expected));
    }

    @Test
    void a_key_opens_the_values_of_the_current_column_and_its_header_says_which() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            appFixture.fx(() -> {
                appFixture.table().requestFocus();
                appFixture.table().getSelectionModel().clearAndSelect(0);
                return true;
            });
            appFixture.hands().push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.SHIFT, KeyCode.F3);
            appFixture.until("the values are counted",
                    () -> appFixture.find("#values") != null && !list(appFixture).getItems().isEmpty());
            var column = appFixture.fx(() -> appFixture.appComposition.pools().currentColumnProperty().get());
            assertThat(column).isNotEmpty();
            var shown = appFixture
                    .fx(() -> list(appFixture).getItems().stream().map(line -> line.fieldValue()).toList());
            assertThat(shown).containsAll(appFixture.shown().stream().map(column.get()::of).distinct().toList());
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("the list is closed", () -> appFixture.find("#values") == null);
            assertThat(appFixture.headerMenu(column.get()).stream().map(MenuItem::getText))
                    .contains("Filter by values… (" + PlatformMenuShortcuts.ofThis().written("Shift+F3") + ")");
        }
    }

    @Test
    void ticking_two_owners_by_keyboard_shows_their_pools_alone() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            var all = appFixture.shown();
            open(appFixture, PoolField.OWNER);
            assertThat(appFixture.fx(() -> appFixture.find("#search").isFocused())).isTrue();
            assertThat(appFixture.fx(() -> ((Button) appFixture.find("#apply")).isDisabled())).isTrue();
            var lines = List.copyOf(appFixture.fx(() -> list(appFixture).getItems()));
            appFixture.fx(() -> {
                appFixture.find("#search").requestFocus();
                return true;
            });
            while (!appFixture.fx(() -> list(appFixture).isFocused()))
                appFixture.hands().push(KeyCode.TAB);
            appFixture.hands().push(KeyCode.SPACE).push(KeyCode.DOWN).push(KeyCode.SPACE);
            assertThat(appFixture.text("#note")).startsWith("2 of " + lines.size());
            appFixture.hands().push(KeyCode.ENTER);
            var two = lines.subList(0, 2)
                    .stream()
                    .map(line -> line.fieldValue().asText("—"))
                    .collect(Collectors.toSet());
            untilShown(appFixture, two, all);
            assertThat(appFixture.shown()).hasSize(lines.get(0).pools() + lines.get(1).pools());
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().filter().text())).startsWith("owner in (");
            open(appFixture, PoolField.OWNER);
            assertThat(appFixture.fx(() -> list(appFixture).getItems())).filteredOn(FieldValueCounts.Line::ticked)
                    .containsExactlyElementsOf(
                            List.of(new FieldValueCounts.Line(lines.get(0).fieldValue(), lines.get(0).pools(), true),
                                    new FieldValueCounts.Line(lines.get(1).fieldValue(), lines.get(1).pools(), true)));
        }
    }

    @Test
    void only_under_the_mouse_filters_by_that_value_alone() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            var all = appFixture.shown();
            open(appFixture, PoolField.OWNER);
            var owner = appFixture.fx(() -> list(appFixture).getItems().get(1).fieldValue().asText("—"));
            var cell = appFixture.fx(() -> list(appFixture).lookupAll(".list-cell")
                    .stream()
                    .filter(node -> ((ListCell<?>) node).getIndex() == 1)
                    .findFirst()
                    .orElseThrow());
            assertThat(appFixture.fx(() -> cell.lookup(".only").isVisible())).isFalse();
            appFixture.hands().moveTo(cell);
            appFixture.until("it is offered", () -> cell.lookup(".only").isVisible());
            appFixture.hands().clickOn(cell.lookup(".only"));
            untilShown(appFixture, Set.of(owner), all);
            appFixture.until("the list is closed", () -> appFixture.find("#values") == null);
        }
    }

    @Test
    void shift_enter_filters_by_the_selected_value_alone() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            var all = appFixture.shown();
            open(appFixture, PoolField.OWNER);
            var owner = appFixture.fx(() -> list(appFixture).getItems().get(1).fieldValue().asText("—"));
            appFixture.hands().push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.SHIFT, KeyCode.ENTER);
            untilShown(appFixture, Set.of(owner), all);
        }
    }

    @Test
    void enter_in_the_search_filters_by_the_only_value_found_alone() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            var all = appFixture.shown();
            open(appFixture, PoolField.OWNER);
            var lines = List.copyOf(appFixture.fx(() -> list(appFixture).getItems()));
            var owner = lines.get(2).fieldValue().asText("—");
            appFixture.hands().push(KeyCode.DOWN).push(KeyCode.SPACE).push(KeyCode.UP);
            search(appFixture, owner.substring(0, 1));
            assertThat(appFixture.fx(() -> list(appFixture).getItems())).hasSizeGreaterThan(1);
            search(appFixture, owner);
            appFixture.hands().push(KeyCode.ENTER);
            untilShown(appFixture, Set.of(owner), all);
            appFixture.until("the list is closed", () -> appFixture.find("#values") == null);
        }
    }

    @ParameterizedTest
    @CsvSource({"STATUS, 1280, 800", "SPECIFICATION, 1280, 800", "STATUS, 1024, 640"})
    void the_list_opens_below_the_header_of_its_column_inside_the_window(PoolField field, double width, double height)
            throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            appFixture.fx(() -> {
                appFixture.appComposition.stage().setWidth(width);
                appFixture.appComposition.stage().setHeight(height);
                return true;
            });
            appFixture.settle();
            open(appFixture, field);
            var header = appFixture.fx(() -> bounds(appFixture.table()
                    .getColumns()
                    .stream()
                    .filter(column -> field.id().equals(column.getId()))
                    .findFirst()
                    .orElseThrow()
                    .getStyleableNode()));
            appFixture.until("it has moved in", () -> appFixture.find(".value-list").getScaleX() == 1);
            var list = appFixture.fx(() -> bounds(appFixture.find(".value-list")));
            assertThat(list.getMinY()).isCloseTo(header.getMaxY(), within(1.5));
            assertThat(list.getMinX()).isLessThanOrEqualTo(header.getMinX() + 1);
            assertThat(list.getMaxX()).isGreaterThan(header.getMinX());
            assertThat(
                    appFixture.fx(() -> bounds(appFixture.appComposition.stage().getScene().getRoot())).contains(list))
                    .isTrue();
        }
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void what_is_searched_is_ticked_together_and_cancel_changes_nothing() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            appFixture.type("status:running");
            appFixture.until("the filter is on", () -> appFixture.table().getItems().size() < 240);
            var before = appFixture.shown();
            open(appFixture, PoolField.SPECIFICATION);
            int all = appFixture.fx(() -> list(appFixture).getItems().size());
            search(appFixture, "GPU");
            var found = appFixture.fx(() -> List.copyOf(list(appFixture).getItems()));
            assertThat(found).hasSizeBetween(1, all - 1)
                    .allMatch(line -> line.fieldValue().asText("").toLowerCase(Locale.ROOT).contains("gpu"));
            appFixture.click("#tickAll");
            assertThat(appFixture.text("#note")).startsWith(found.size() + " of " + all);
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("the list is closed", () -> appFixture.find("#values") == null);
            assertThat(appFixture.shown()).isEqualTo(before);
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().filter().text()))
                    .isEqualTo("status:running");
        }
    }

    @Test
    void a_list_of_very_many_values_asks_for_fewer_before_it_becomes_a_filter() throws Exception {
        try (var appFixture = AppFixture.open(3_000)) {
            open(appFixture, PoolField.ID);
            search(appFixture, "a");
            appFixture.click("#tickAll");
            search(appFixture, "ab");
            appFixture.click("#tickNone");
            assertThat(appFixture.fx(() -> ((Label) appFixture.find("#note")).getText())).contains("too many");
            assertThat(appFixture.fx(() -> ((Button) appFixture.find("#apply")).isDisabled())).isTrue();
        }
    }
}
