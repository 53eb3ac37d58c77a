package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import poolscope.ui.commands.MenuCommand;
import poolscope.ui.commands.PlatformMenuShortcuts;

/// The field reference and the list of keys in the window.
class ReferenceWindowTest {
    @Test
    void the_reference_has_statuses_with_marks_and_an_example_that_a_click_puts_into_the_filter() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            openReference(appFixture);
            assertThat(appFixture.fx(() -> appFixture.find(".field-reference").lookupAll(".status-mark"))).hasSize(7);
            type(appFixture, "#fieldSearch", "at least one of");
            appFixture.until("the example alone is found", () -> entries(appFixture).size() == 1);
            appFixture.fx(() -> {
                ((Hyperlink) appFixture.find(".filter-example")).fire();
                return true;
            });
            appFixture.until("the reference is closed", () -> appFixture.find(".field-reference") == null);
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().filter().text()))
                    .isEqualTo("status:abnormal or status:concerning");
        }
    }

    @Test
    void the_reference_is_searched_by_status_meaning_and_operator_and_says_when_nothing_is_found() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            openReference(appFixture);
            type(appFixture, "#fieldSearch", "being set up");
            appFixture.until("deploying is found", () -> entries(appFixture).size() == 1);
            type(appFixture, "#fieldSearch", "regular expression");
            appFixture.until("the operator is found", () -> entries(appFixture).size() == 1);
            type(appFixture, "#fieldSearch", "zhouqileixing");
            appFixture.until("周期类型 is found by its pinyin", () -> entries(appFixture).size() == 1);
            type(appFixture, "#fieldSearch", "qqqqq");
            appFixture.until("it is said", () -> appFixture.find("#fieldsNone").isVisible());
        }
    }

    /// Each column of the three tables inside a pool has an entry with its name and what it means.
    @Test
    void the_reference_has_the_columns_inside_a_pool() throws Exception {
        try (var appFixture = V2DetailsFixture.open()) {
            V2DetailsFixture.select(appFixture, "aurora");
            V2DetailsFixture.choose(appFixture, "NODES");
            var columns = appFixture.fx(() -> Stream.of("#nodeTable", "#jobTable", "#eventTable")
                    .flatMap(table -> V2DetailsFixture.table(appFixture, table).getColumns().stream())
                    .map(TableColumn::getText)
                    .toList());
            openReference(appFixture);
            var described = appFixture.fx(() -> entries(appFixture).stream()
                    .filter(entry -> entry.getStyleClass().contains("reference-entry"))
                    .map(Node::getAccessibleText)
                    .map(text -> text.split("  ·  |\n")[0])
                    .toList());
            assertThat(columns).hasSize(28);
            assertThat(described).containsAll(columns);
            type(appFixture, "#fieldSearch", "NoExecute");
            appFixture.until("taints are found", () -> entries(appFixture).size() == 1);
        }
    }

    @Test
    void the_list_of_keys_is_searched_by_command_and_by_key() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.hands().push(KeyCode.F1);
            appFixture.until("it is open", () -> appFixture.find("#shortcutSearch") != null);
            assertThat(appFixture.fx(() -> appFixture.find("#shortcutSearch").isFocused())).isTrue();
            type(appFixture, "#shortcutSearch", "palette");
            appFixture.until("one is found", () -> names(appFixture).equals(List.of("Command palette…")));
            type(appFixture, "#shortcutSearch", "f12");
            appFixture.until("the keys are found",
                    () -> names(appFixture).equals(List.of("Next changed pool", "Previous changed pool")));
            type(appFixture, "#shortcutSearch", "qqqqq");
            appFixture.until("it is said", () -> appFixture.find(".shortcuts #none").isVisible());
        }
    }

    private static void openReference(AppFixture appFixture) {
        appFixture.fx(() -> {
            MenuCommand.of((MenuBar) appFixture.find("#menuBar"), PlatformMenuShortcuts.on("Linux"))
                    .stream()
                    .filter(command -> command.id().equals("fieldsItem"))
                    .forEach(MenuCommand::run);
            return true;
        });
        appFixture.until("it is open", () -> appFixture.find(".field-reference") != null);
    }

    private static void type(AppFixture appFixture, String field, String text) {
        appFixture.fx(() -> {
            ((TextField) appFixture.find(field)).setText(text);
            return true;
        });
    }

    private static List<Node> entries(AppFixture appFixture) {
        var reference = appFixture.find(".field-reference");
        var entries = new ArrayList<Node>(reference.lookupAll(".field-entry"));
        entries.addAll(reference.lookupAll(".reference-entry"));
        return entries;
    }

    private static List<String> names(AppFixture appFixture) {
        return appFixture.find(".shortcuts")
                .lookupAll(".shortcut-line")
                .stream()
                .map(line -> (Label) ((javafx.scene.Parent) line).getChildrenUnmodifiable().getFirst())
                .map(Label::getText)
                .toList();
    }
}
