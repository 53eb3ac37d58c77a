package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.Test;

/// Pools side by side.
class CompareWindowTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static void pin(Desk desk, int place) {
        desk.fx(() -> {
            desk.table().getSelectionModel().select(place);
            desk.table().requestFocus();
            return true;
        });
        desk.settle();
        desk.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.D);
        desk.settle();
    }

    /// The words of one column of the comparison, from its head.
    private static List<String> column(Desk desk, int column) {
        return desk.fx(() -> ((GridPane) desk.find("#compared")).getChildren().stream()
                .filter(cell -> GridPane.getColumnIndex(cell) == column && cell instanceof Label)
                .map(cell -> ((Label) cell).getText())
                .toList());
    }

    @Test
    void two_pools_stand_side_by_side_and_where_they_differ_is_said_in_a_word() throws Exception {
        try (var desk = Desk.open(20)) {
            pin(desk, 2);
            assertThat(desk.text("#pinnedSentence")).contains(desk.shown().get(2).identity().name().asText("—"))
                    .contains("Select another pool");
            pin(desk, 7);
            desk.until("they stand side by side", () -> desk.find("#compared") != null);
            var names = column(desk, 0);
            var marks = column(desk, 1);
            var left = column(desk, 2);
            var right = column(desk, 3);
            assertThat(names).hasSameSizeAs(left).hasSameSizeAs(right).contains("Name", "ID", "Status");
            var one = JSON.readTree(desk.shown().get(2).raw().text());
            var other = JSON.readTree(desk.shown().get(7).raw().text());
            assertThat(left.get(names.indexOf("ID"))).isEqualTo(one.path("cluster_id").asText());
            assertThat(right.get(names.indexOf("ID"))).isEqualTo(other.path("cluster_id").asText());
            assertThat(marks.get(names.indexOf("ID"))).isEqualTo("≠ differs");
            assertThat(marks.get(names.indexOf("Owner")))
                    .isEqualTo(one.path("owner").equals(other.path("owner")) ? "= same" : "≠ differs");
            assertThat(marks.get(names.indexOf("Connection"))).isEqualTo("= same");
            desk.fx(() -> {
                ((CheckBox) desk.find("#onlyDifferences")).fire();
                return true;
            });
            desk.settle();
            assertThat(column(desk, 1)).hasSize((int) marks.stream().filter("≠ differs"::equals).count())
                    .containsOnly("≠ differs");
        }
    }

    @Test
    void the_comparison_is_copied_as_a_markdown_table_of_equally_long_lines() throws Exception {
        try (var desk = Desk.open(20)) {
            IntStream.of(1, 4, 6).forEach(place -> {
                pin(desk, place);
                desk.fx(() -> {
                    if (desk.find("#closeComparison") instanceof Button close) close.fire();
                    return true;
                });
                desk.settle();
            });
            desk.until("nothing is over the window", () -> desk.find("#compared") == null);
            desk.click("#comparePinned");
            desk.until("they stand side by side", () -> desk.find("#compared") != null);
            desk.fx(() -> {
                ((Button) desk.find("#copyComparison")).fire();
                return true;
            });
            var lines = Arrays.asList(desk.fx(() -> Clipboard.getSystemClipboard().getString()).split("\n"));
            assertThat(lines).hasSize(column(desk, 0).size() + 2);
            assertThat(lines).allMatch(line -> line.replace("\\|", "").chars().filter(c -> c == '|').count() == 6);
            assertThat(lines.get(1)).isEqualTo("| --- | --- | --- | --- | --- |");
            assertThat(lines).anyMatch(line -> line.startsWith("| ID | ≠ differs | " + desk.shown().get(1).key() + " |"));
        }
    }

    @Test
    void a_pool_can_be_unpinned_and_a_fifth_has_no_room() throws Exception {
        try (var desk = Desk.open(20)) {
            for (int place : List.of(0, 1, 2, 3, 4)) {
                pin(desk, place);
                desk.fx(() -> {
                    if (desk.find("#closeComparison") instanceof Button close) close.fire();
                    return true;
                });
                desk.until("nothing is over the window", () -> desk.find("#compared") == null);
            }
            assertThat(desk.text("#pinnedSentence")).endsWith("Four is the most.")
                    .doesNotContain(desk.shown().get(4).identity().name().asText("?") + " ·");
            desk.click("#comparePinned");
            desk.until("they stand side by side", () -> desk.find("#compared") != null);
            desk.fx(() -> {
                ((Button) desk.find("#compared").lookup(".compared-head .clear")).fire();
                return true;
            });
            desk.settle();
            assertThat(column(desk, 5)).isEmpty();
            assertThat(column(desk, 4)).isNotEmpty();
            desk.fx(() -> {
                ((Button) desk.find("#clearComparison")).fire();
                return true;
            });
            desk.until("nothing is pinned", () -> !desk.find("#pinned").isVisible());
        }
    }

    @Test
    void keys_are_named_as_the_system_writes_them() throws Exception {
        var system = System.getProperty("os.name");
        System.setProperty("os.name", "Mac OS X");
        try (var desk = Desk.open(10)) {
            pin(desk, 0);
            assertThat(desk.labels()).anySatisfy(label -> assertThat(label).contains("⇧⌘D"));
            assertThat(desk.fx(() -> poolscope.ui.parts.Tip.getText(desk.find("#findJson")))).contains("⌘F");
        } finally {
            System.setProperty("os.name", system);
        }
    }
}
