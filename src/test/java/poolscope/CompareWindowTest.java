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
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Compare pools.
@Isolated("Sets the name of the operating system.")
class CompareWindowTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static void pin(AppFixture appFixture, int place) {
        appFixture.fx(() -> {
            appFixture.table().getSelectionModel().select(place);
            appFixture.table().requestFocus();
            return true;
        });
        appFixture.settle();
        appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.D);
        appFixture.settle();
    }

    /// The words of one column of the comparison, from its head.
    private static List<String> column(AppFixture appFixture, int column) {
        return appFixture.fx(() -> ((GridPane) appFixture.find("#compared")).getChildren()
                .stream()
                .filter(cell -> GridPane.getColumnIndex(cell) == column && cell instanceof Label)
                .map(cell -> ((Label) cell).getText())
                .toList());
    }

    @Test
    void two_pools_stand_side_by_side_and_where_they_differ_is_said_in_a_word() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            pin(appFixture, 2);
            assertThat(appFixture.text("#pinnedSentence"))
                    .contains(appFixture.shown().get(2).poolNamesAndOwner().name().asText("—"))
                    .contains("Select another pool");
            pin(appFixture, 7);
            appFixture.until("they stand side by side", () -> appFixture.find("#compared") != null);
            var names = column(appFixture, 0);
            var marks = column(appFixture, 1);
            var left = column(appFixture, 2);
            var right = column(appFixture, 3);
            assertThat(names).hasSameSizeAs(left).hasSameSizeAs(right).contains("Name", "ID", "Status");
            var one = JSON.readTree(appFixture.shown().get(2).raw().text());
            var other = JSON.readTree(appFixture.shown().get(7).raw().text());
            assertThat(left.get(names.indexOf("ID"))).isEqualTo(one.path("cluster_id").asText());
            assertThat(right.get(names.indexOf("ID"))).isEqualTo(other.path("cluster_id").asText());
            for (var naming : List.of("Name", "ID"))
                assertThat(marks.get(names.indexOf(naming))).as(naming).isEmpty();
            assertThat(marks.get(names.indexOf("Owner")))
                    .isEqualTo(one.path("owner").equals(other.path("owner")) ? "= same" : "≠ differs");
            assertThat(marks.get(names.indexOf("Connection"))).isEqualTo("= same");
            appFixture.fx(() -> {
                ((CheckBox) appFixture.find("#onlyDifferences")).fire();
                return true;
            });
            appFixture.settle();
            assertThat(column(appFixture, 1)).hasSize((int) marks.stream().filter("≠ differs"::equals).count())
                    .containsOnly("≠ differs");
        }
    }

    @Test
    void the_form_is_as_wide_as_its_columns_need_and_keeps_that_width() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            pin(appFixture, 2);
            pin(appFixture, 7);
            appFixture.until("they stand side by side", () -> appFixture.find("#compared") != null);
            appFixture.settle();
            var width = width(appFixture);
            assertThat(width).isLessThan(appFixture.fx(() -> appFixture.appComposition.stage().getWidth()) - 100);
            assertThat(appFixture.fx(() -> ((GridPane) appFixture.find("#compared")).getChildren()
                    .stream()
                    .filter(Label.class::isInstance)
                    .map(Label.class::cast)
                    .filter(cell -> cell.getWidth() < Math.floor(cell.prefWidth(-1)))
                    .map(Label::getText)
                    .toList())).isEmpty();
            appFixture.fx(() -> {
                ((CheckBox) appFixture.find("#onlyDifferences")).fire();
                return true;
            });
            appFixture.settle();
            assertThat(width(appFixture)).isEqualTo(width);
        }
    }

    private static double width(AppFixture appFixture) {
        return appFixture.fx(() -> ((Region) appFixture.find("#comparison")).getWidth());
    }

    @Test
    void facts_of_v2_are_compared_too_and_rows_in_which_no_pool_has_anything_are_left_out() throws Exception {
        try (var appFixture = AppFixture.open(AppFixture.still(4).withV2Pools(12)).untilRead()) {
            var places = appFixture.fx(() -> IntStream.range(0, appFixture.shown().size())
                    .filter(i -> List.of("aurora", "birch")
                            .contains(appFixture.shown().get(i).poolNamesAndOwner().name().asText("")))
                    .boxed()
                    .toList());
            assertThat(places).hasSize(2);
            places.forEach(place -> pin(appFixture, place));
            appFixture.until("they stand side by side", () -> appFixture.find("#compared") != null);
            var names = column(appFixture, 0);
            assertThat(names).contains("Free cards", "Free CPU", "Free memory", "Phase", "Abnormal nodes", "Driver",
                    "Network", "Workspace", "Scope", "Accelerator type");
            var left = column(appFixture, 2);
            var right = column(appFixture, 3);
            for (int i = 0; i < names.size(); i++)
                assertThat(left.get(i).equals("—") && right.get(i).equals("—")).as(names.get(i)).isFalse();
            assertThat(names).doesNotContain("Whole nodes", "Product ID");
            var sent = JSON.readTree(appFixture.shown().get(places.getFirst()).raw().text());
            assertThat(left.get(names.indexOf("Phase"))).isEqualTo(sent.at("/status/phase").asText());
            assertThat(left.get(names.indexOf("Network"))).isEqualTo(sent.at("/spec/network/name").asText());
        }
    }

    @Test
    void the_comparison_is_copied_as_a_markdown_table_of_equally_long_lines() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            IntStream.of(1, 4, 6).forEach(place -> {
                pin(appFixture, place);
                appFixture.fx(() -> {
                    if (appFixture.find("#closeComparison") instanceof Button close) close.fire();
                    return true;
                });
                appFixture.settle();
            });
            appFixture.until("nothing is over the window", () -> appFixture.find("#compared") == null);
            appFixture.click("#comparePinned");
            appFixture.until("they stand side by side", () -> appFixture.find("#compared") != null);
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.C);
            appFixture.settle();
            var lines = Arrays.asList(appFixture.fx(() -> Clipboard.getSystemClipboard().getString()).split("\n"));
            assertThat(lines).hasSize(column(appFixture, 0).size() + 2);
            assertThat(lines).allMatch(line -> line.replace("\\|", "").chars().filter(c -> c == '|').count() == 6);
            assertThat(lines.get(1)).isEqualTo("| --- | --- | --- | --- | --- |");
            assertThat(lines).anyMatch(line -> line.startsWith("| ID |  | " + appFixture.shown().get(1).key() + " |"));
        }
    }

    @Test
    void a_pool_can_be_unpinned_and_a_fifth_has_no_room() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            for (int place : List.of(0, 1, 2, 3, 4)) {
                pin(appFixture, place);
                appFixture.fx(() -> {
                    if (appFixture.find("#closeComparison") instanceof Button close) close.fire();
                    return true;
                });
                appFixture.until("nothing is over the window", () -> appFixture.find("#compared") == null);
            }
            assertThat(appFixture.text("#pinnedSentence")).endsWith("Four is the most.")
                    .doesNotContain(appFixture.shown().get(4).poolNamesAndOwner().name().asText("?") + " ·");
            appFixture.click("#comparePinned");
            appFixture.until("they stand side by side", () -> appFixture.find("#compared") != null);
            appFixture.fx(() -> {
                ((Button) appFixture.find("#compared").lookup(".compared-head .clear")).fire();
                return true;
            });
            appFixture.settle();
            assertThat(column(appFixture, 5)).isEmpty();
            assertThat(column(appFixture, 4)).isNotEmpty();
            appFixture.fx(() -> {
                ((Button) appFixture.find("#clearComparison")).fire();
                return true;
            });
            appFixture.until("nothing is pinned", () -> !appFixture.find("#pinned").isVisible());
        }
    }

    @Test
    void keys_are_named_as_the_system_writes_them() throws Exception {
        var system = System.getProperty("os.name");
        System.setProperty("os.name", "Mac OS X");
        try (var appFixture = AppFixture.open(10)) {
            pin(appFixture, 0);
            assertThat(appFixture.labels()).anySatisfy(label -> assertThat(label).contains("⇧⌘D"));
            assertThat(appFixture.fx(() -> poolscope.ui.parts.LazyTooltip.getText(appFixture.find("#findJson"))))
                    .contains("⌘F");
        } finally {
            System.setProperty("os.name", system);
        }
    }
}
