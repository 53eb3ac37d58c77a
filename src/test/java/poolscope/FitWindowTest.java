package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import poolscope.demo.Fault;
import poolscope.pool.Grouping;
import poolscope.pool.Pool;

/// From the question to the answer: where does a job fit?
class FitWindowTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static void ask(Desk desk, String field, String text) {
        desk.fx(() -> {
            ((TextField) desk.find(field)).setText(text);
            return true;
        });
    }

    private static void open(Desk desk) {
        desk.hands().push(KeyCode.SHORTCUT, KeyCode.J);
        desk.until("the strip is open", () -> desk.find("#fit").isVisible());
    }

    private static void untilAnswered(Desk desk) {
        desk.until("the answer is there", () -> desk.program.pools().demandProperty().get().isPresent()
                && desk.program.pools().arrangement().wish().demand().equals(desk.program.pools().demandProperty().get()));
    }

    /// The answers on screen, from the top.
    private static List<String> answers(Desk desk) {
        return desk.fx(() -> desk.table().lookupAll(".fit-cell").stream()
                .filter(cell -> ((TableCell<?, ?>) cell).getTableRow().getIndex() >= 0)
                .sorted(java.util.Comparator.comparingInt((Node cell) -> ((TableCell<?, ?>) cell).getTableRow().getIndex()))
                .map(cell -> ((TableCell<?, ?>) cell).getText()).filter(text -> text != null).toList());
    }

    private static JsonNode json(Pool pool) throws Exception {
        return JSON.readTree(pool.raw().text());
    }

    @Test
    void enter_copies_the_best_answer_not_a_row_that_was_selected_before_and_does_not_fit() throws Exception {
        try (var desk = Desk.open(240)) {
            open(desk);
            desk.hands().clickOn("#fitAccelerators").write("8");
            untilAnswered(desk);
            var shown = desk.shown();
            desk.fx(() -> {
                desk.table().getSelectionModel().select(shown.size() - 1);
                return true;
            });
            desk.hands().clickOn("#fitAccelerators").push(KeyCode.ENTER);
            desk.settle();
            var best = json(shown.getFirst());
            assertThat(desk.fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(
                    best.path("cluster_name").asText() + ", " + best.path("cluster_id").asText() + ", Demo cloud");
            desk.fx(() -> {
                desk.table().getSelectionModel().clearAndSelect(1);
                return true;
            });
            desk.hands().clickOn("#fitAccelerators").push(KeyCode.ENTER);
            desk.settle();
            assertThat(desk.fx(() -> Clipboard.getSystemClipboard().getString()))
                    .contains(json(shown.get(1)).path("cluster_id").asText());
        }
    }

    @Test
    void a_question_is_answered_in_the_table_with_the_tightest_fit_first() throws Exception {
        try (var desk = Desk.open(240)) {
            desk.fx(() -> {
                desk.program.pools().groups().groupBy(Grouping.STATUS);
                return true;
            });
            open(desk);
            desk.hands().write("2");
            desk.hands().clickOn("#fitAccelerators").write("8");
            untilAnswered(desk);
            var shown = desk.shown();
            assertThat(shown).hasSize(240);
            var best = json(shown.getFirst());
            assertThat(best.path("status").asText()).isEqualTo("running");
            double cards = best.path("allocatable_gpus").asDouble();
            assertThat(cards).isGreaterThanOrEqualTo(8);
            for (var pool : shown) {
                var one = json(pool);
                var nodes = one.path("nodes").path("available_count").asInt(0);
                boolean fits = one.path("status").asText().equals("running") && nodes >= 2
                        && one.path("allocatable_gpus").asDouble(0) * 2 >= 8.0 * nodes
                        && one.path("allocatable_gpus").asDouble(0) >= 8;
                if (fits) assertThat(one.path("allocatable_gpus").asDouble()).isGreaterThanOrEqualTo(cards);
            }
            assertThat(answers(desk).getFirst()).isEqualTo("✔ fits");
            assertThat(desk.text("#fitAnswer")).startsWith("Tightest: " + best.path("cluster_name").asText() + ".");
            assertThat(desk.text("#fitLimits")).contains("placement on single nodes is not known");
            desk.hands().push(KeyCode.ENTER);
            desk.settle();
            assertThat(desk.fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(
                    best.path("cluster_name").asText() + ", " + best.path("cluster_id").asText() + ", Demo cloud");
            desk.hands().push(KeyCode.ESCAPE);
            desk.until("the strip is closed and the groups are back",
                    () -> !desk.find("#fit").isVisible() && !desk.program.pools().arrangement().groups().isEmpty());
            assertThat(desk.fx(() -> desk.table().getColumns().getFirst().getId())).isEqualTo("cluster_name");
        }
    }

    @Test
    void when_nothing_fits_the_nearest_miss_is_told() throws Exception {
        try (var desk = Desk.open(240)) {
            open(desk);
            ask(desk, "#fitAccelerators", "100000");
            untilAnswered(desk);
            var most = desk.cloudPools().stream().filter(pool -> pool.status().word().equals("running"))
                    .mapToDouble(pool -> pool.allocatable().accelerators().asNumber().map(Number::doubleValue).orElse(0.0)).max()
                    .orElseThrow();
            var first = desk.shown().getFirst();
            assertThat(first.allocatable().accelerators().asNumber().orElseThrow().doubleValue()).isEqualTo(most);
            assertThat(desk.text("#fitAnswer"))
                    .startsWith("Nothing fits; nearest: " + first.identity().name().asText("?") + " (short ")
                    .contains("✔ 0 fit").contains("accelerators");
            assertThat(answers(desk)).isNotEmpty().allMatch(text -> text.startsWith("✖ "));
        }
    }

    @Test
    void an_incomplete_source_is_told_beside_the_answer() throws Exception {
        try (var desk = Desk.open(240)) {
            open(desk);
            ask(desk, "#fitCpu", "8");
            untilAnswered(desk);
            assertThat(desk.text("#fitAnswer")).doesNotContain("up to date");
            desk.cloud.failAll(Fault.forbidden());
            desk.fx(() -> {
                desk.program.fleet().refresh();
                return true;
            });
            desk.until("the answer says so",
                    () -> ((javafx.scene.control.Label) desk.find("#fitAnswer")).getText()
                            .endsWith("(not all data is up to date)"));
        }
    }

    @Test
    void what_is_no_number_is_told_in_place_and_the_last_question_stands() throws Exception {
        try (var desk = Desk.open(240)) {
            open(desk);
            ask(desk, "#fitCpu", "８");
            untilAnswered(desk);
            var before = desk.fx(() -> desk.program.pools().demandProperty().get());
            ask(desk, "#fitNodes", "1.5");
            desk.settle();
            assertThat(desk.text("#fitProblem")).startsWith("Nodes: a job runs on whole nodes, not on 1.5. Write a whole number");
            assertThat(desk.fx(() -> poolscope.ui.parts.Tip.getText(desk.find("#fitNodes")))).isEqualTo(desk.text("#fitProblem"));
            assertThat(desk.fx(() -> desk.program.pools().demandProperty().get())).isEqualTo(before);
            ask(desk, "#fitNodes", "");
            desk.settle();
            assertThat(desk.fx(() -> desk.find("#fitProblem").isVisible())).isFalse();
        }
    }

    @Test
    void what_contradicts_itself_is_told_with_what_to_do() throws Exception {
        try (var desk = Desk.open(240)) {
            open(desk);
            ask(desk, "#fitNodes", "0");
            ask(desk, "#fitMemory", "64 GiB");
            desk.settle();
            assertThat(desk.text("#fitProblem").lines()).satisfiesExactly(
                    line -> assertThat(line).startsWith("Nodes: a job needs at least 1 node."),
                    line -> assertThat(line).startsWith("Memory in all, GiB: “64 GiB” has a unit."));
            ask(desk, "#fitMemory", "");
            ask(desk, "#fitNodes", "4");
            ask(desk, "#fitAccelerators", "3");
            desk.settle();
            assertThat(desk.text("#fitProblem"))
                    .startsWith("Accelerators in all: 3 spread over 4 nodes is less than one for each.");
            ask(desk, "#fitAccelerators", "4");
            untilAnswered(desk);
            assertThat(desk.fx(() -> desk.find("#fitProblem").isVisible())).isFalse();
        }
    }

    @Test
    void the_filter_still_hides_and_the_columns_are_remembered_without_the_answer() throws Exception {
        try (var desk = Desk.open(240)) {
            var layout = desk.fx(() -> desk.program.pools().layoutProperty().get());
            open(desk);
            ask(desk, "#fitCpu", "8");
            untilAnswered(desk);
            desk.type("train");
            desk.until("the filter is on", () -> desk.table().getItems().size() < 240);
            assertThat(desk.shown()).isNotEmpty();
            assertThat(desk.fx(() -> desk.table().getColumns().getFirst().getId())).isEqualTo("fit-column");
            desk.click("#fitClose");
            desk.until("the column is gone", () -> !desk.table().getColumns().getFirst().getId().equals("fit-column"));
            assertThat(desk.fx(() -> desk.program.pools().layoutProperty().get())).isEqualTo(layout);
        }
    }
}
