package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.demo.Fault;
import poolscope.live.table.PoolRow;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.SortOrder;
import poolscope.settings.WindowAppearance;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.fit.DemandPerNodeOrTotal;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.VisibleTableRow;
import poolscope.ui.text.Texts;

/// From the question to the answer: where does a job fit?
class FitWindowTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static void ask(AppFixture appFixture, String field, String text) {
        appFixture.fx(() -> {
            ((TextField) appFixture.find(field)).setText(text);
            return true;
        });
    }

    private static void open(AppFixture appFixture) {
        appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.J);
        appFixture.until("the strip is open", () -> appFixture.find("#fit").isVisible());
        amountsAre(appFixture, DemandPerNodeOrTotal.IN_ALL);
    }

    @SuppressWarnings("unchecked")
    static void amountsAre(AppFixture appFixture, DemandPerNodeOrTotal scope) {
        appFixture.fx(() -> {
            ((ChoiceBox<DemandPerNodeOrTotal>) appFixture.find("#fitScope")).setValue(scope);
            return true;
        });
    }

    private static void untilAnswered(AppFixture appFixture) {
        appFixture.until("the answer is there",
                () -> appFixture.appComposition.pools().jobDemandProperty().get().isPresent()
                        && appFixture.appComposition.pools()
                                .arrangedPools()
                                .tableQuery()
                                .jobDemand()
                                .equals(appFixture.appComposition.pools().jobDemandProperty().get()));
    }

    /// The answers on screen, from the top.
    private static List<String> answers(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.table()
                .lookupAll(".fit-cell")
                .stream()
                .filter(cell -> ((TableCell<?, ?>) cell).getTableRow().getIndex() >= 0)
                .sorted(java.util.Comparator
                        .comparingInt((Node cell) -> ((TableCell<?, ?>) cell).getTableRow().getIndex()))
                .map(cell -> ((TableCell<?, ?>) cell).getText())
                .filter(text -> text != null)
                .toList());
    }

    private static JsonNode json(Pool pool) throws Exception {
        return JSON.readTree(pool.raw().text());
    }

    @Test
    void escape_closes_the_fit_finder_from_each_of_its_fields() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            for (var field : List.of("#fitNodes", "#fitAccelerators", "#fitScope")) {
                EveryForm.choose(appFixture, "fitItem");
                appFixture.until("the fit finder is open",
                        () -> appFixture.find(field) != null && appFixture.find("#fit").isVisible());
                appFixture.fx(() -> {
                    appFixture.find(field).requestFocus();
                    return true;
                });
                appFixture.hands().push(KeyCode.ESCAPE);
                appFixture.until("it is closed by Esc in " + field, () -> !appFixture.find("#fit").isVisible());
            }
        }
    }

    /// The list stood at its top then, far from the pool whose details are shown.
    @Test
    void when_the_finder_closes_the_current_row_is_in_view() throws Exception {
        try (var app = AppFixture.open(240).untilRead()) {
            app.fx(() -> {
                app.table().requestFocus();
                app.table().getSelectionModel().clearAndSelect(150);
                return true;
            });
            app.settle();
            var current = app.fx(() -> app.table().getSelectionModel().getSelectedItem());
            app.hands().push(KeyCode.SHORTCUT, KeyCode.J).write("2x8");
            app.until("the best are at the top", () -> app.table().getItems().indexOf(current) != 150);
            app.hands().push(KeyCode.ESCAPE);
            app.until("it is where it was", () -> app.table().getItems().indexOf(current) == 150
                    && VisibleTableRow.at(app.table(), 150).filter(row -> isInView(app.table(), row)).isPresent());
        }
    }

    @Test
    void the_header_of_the_fit_stands_over_its_cells_also_after_the_table_got_another_width() throws Exception {
        try (var app = ColumnWidthsWindowTest.sized(AppFixture.open(240), 1_280, 800, 100)) {
            app.hands().push(KeyCode.SHORTCUT, KeyCode.J).write("2x8");
            app.until("the column is there", () -> app.table().lookup(".fit-cell") != null);
            for (int width : List.of(1_280, 1_100, 980)) {
                ColumnWidthsWindowTest.sized(app, width, 800, 100);
                double header = app
                        .fx(() -> leftOfText(app.table().lookup(".column-header.first-column .header-name")));
                double cell = app.fx(() -> leftOfText(app.table().lookup(".fit-cell")));
                assertThat(header).as("at width %d", width).isEqualTo(cell, Offset.offset(1.5));
            }
        }
    }

    private static double leftOfText(Node node) {
        var text = node.lookup(".text");
        return text.localToScene(text.getLayoutBounds()).getMinX();
    }

    private static boolean isInView(Node table, Node row) {
        var seen = table.localToScene(table.getLayoutBounds());
        return seen.contains(row.localToScene(row.getLayoutBounds()).getMinX() + 1,
                row.localToScene(row.getLayoutBounds()).getCenterY());
    }

    @Test
    void what_is_typed_in_the_moment_in_which_the_finder_opens_reaches_it() throws Exception {
        try (var app = AppFixture.open(20).untilRead()) {
            boolean isMac = System.getProperty("os.name").startsWith("Mac");
            app.fx(() -> {
                var scene = app.appComposition.stage().getScene();
                Event.fireEvent(scene.getFocusOwner(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.J, false, !isMac, false, isMac));
                for (var typed : List.of("2", "x", "8"))
                    Event.fireEvent(scene.getFocusOwner(),
                            new KeyEvent(KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, false, false, false, false));
                return true;
            });
            assertThat(((TextField) app.find("#fitNodes")).getText()).isEqualTo("2");
            assertThat(((TextField) app.find("#fitAccelerators")).getText()).isEqualTo("8");
        }
    }

    private static void clipboardHas(AppFixture appFixture, String text) {
        appFixture.fx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    private static String clipboard(AppFixture appFixture) {
        return appFixture.fx(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void enter_leads_to_the_best_row_and_leaves_the_clipboard_as_it_is() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            clipboardHas(appFixture, "of the operator");
            open(appFixture);
            appFixture.hands().clickOn("#fitAccelerators").write("8").push(KeyCode.ENTER);
            appFixture.until("the table has the focus", () -> appFixture.table().isFocused());
            untilAnswered(appFixture);
            assertThat(appFixture.table().getSelectionModel().getSelectedItem()).isInstanceOfSatisfying(PoolRow.class,
                    row -> assertThat(row.pool()).isEqualTo(appFixture.shown().getFirst()));
            assertThat(appFixture.fx(() -> appFixture.table().getSelectionModel().getSelectedIndex())).isZero();
            assertThat(clipboard(appFixture)).isEqualTo("of the operator");
        }
    }

    @Test
    void the_button_copies_the_best_answer_not_a_row_that_was_selected_before_and_does_not_fit() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            open(appFixture);
            appFixture.hands().clickOn("#fitAccelerators").write("8");
            untilAnswered(appFixture);
            var shown = appFixture.shown();
            appFixture.fx(() -> {
                appFixture.table().getSelectionModel().select(shown.size() - 1);
                return true;
            });
            appFixture.click("#fitCopy");
            appFixture.settle();
            var best = json(shown.getFirst());
            assertThat(clipboard(appFixture)).isEqualTo(
                    best.path("cluster_name").asText() + ", " + best.path("cluster_id").asText() + ", Demo cloud");
            appFixture.fx(() -> {
                appFixture.table().getSelectionModel().clearAndSelect(1);
                return true;
            });
            appFixture.click("#fitCopy");
            appFixture.settle();
            assertThat(clipboard(appFixture)).contains(json(shown.get(1)).path("cluster_id").asText());
        }
    }

    @Test
    void the_sort_arrow_is_hidden_while_the_rows_are_in_the_order_of_the_fit() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            appFixture.fx(() -> {
                appFixture.appComposition.pools().sort(SortOrder.by(PoolField.NAME, true));
                return true;
            });
            appFixture.until("the arrow is there", () -> arrows(appFixture) > 0);
            open(appFixture);
            ask(appFixture, "#fitAccelerators", "1");
            untilAnswered(appFixture);
            appFixture.until("no arrow is seen", () -> arrows(appFixture) == 0);
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("the arrow is back", () -> arrows(appFixture) > 0);
        }
    }

    private static long arrows(AppFixture appFixture) {
        return appFixture.table().lookupAll(".column-header .arrow").stream().filter(Node::isVisible).count();
    }

    @Test
    void two_nodes_of_eight_cards_are_asked_for_with_one_key_and_2x8() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            var before = columns(appFixture);
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.J);
            appFixture.until("the strip is open", () -> appFixture.find("#fit").isVisible());
            appFixture.hands().write("2x8");
            untilAnswered(appFixture);
            assertThat(appFixture.fx(() -> ((TextField) appFixture.find("#fitNodes")).getText())).isEqualTo("2");
            assertThat(appFixture.fx(() -> ((TextField) appFixture.find("#fitAccelerators")).getText())).isEqualTo("8");
            var demand = appFixture.fx(() -> appFixture.appComposition.pools().jobDemandProperty().get().orElseThrow());
            assertThat(demand.nodes()).isEqualTo(2);
            assertThat(demand.amounts().accelerators()).isEqualByComparingTo("16");
            assertThat(columns(appFixture)).startsWith("fit-column", "cluster_name");
            assertThat(columns(appFixture).subList(2, 4)).contains("allocatable_gpus");
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("the columns are as before", () -> columns(appFixture).equals(before));
        }
    }

    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Language.class, names = {"ENGLISH", "CHINESE"})
    void two_nodes_of_eight_cards_are_asked_for_with_one_click_and_2x8(WindowAppearance.Language language)
            throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            KeyboardTest.speak(appFixture, language);
            appFixture.hands().clickOn("#fitButton").write("2x8");
            untilAnswered(appFixture);
            var demand = appFixture.fx(() -> appFixture.appComposition.pools().jobDemandProperty().get().orElseThrow());
            assertThat(demand.nodes()).isEqualTo(2);
            assertThat(demand.amounts().accelerators()).isEqualByComparingTo("16");
            var button = (ToggleButton) appFixture.find("#fitButton");
            assertThat(button.isSelected()).isTrue();
            assertThat(button.getAccessibleText()).isEqualTo(Texts.of(language).format("fit.title"));
            assertThat(LazyTooltip.getText(button)).contains("2x8",
                    PlatformMenuShortcuts.ofThis().written("Shortcut+J"));
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("the button is off", () -> !button.isSelected());
        }
    }

    @Test
    void pasted_2x8_fills_both_fields() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            open(appFixture);
            ask(appFixture, "#fitNodes", "4×2");
            untilAnswered(appFixture);
            assertThat(appFixture.fx(() -> ((TextField) appFixture.find("#fitNodes")).getText())).isEqualTo("4");
            assertThat(appFixture.fx(() -> ((TextField) appFixture.find("#fitAccelerators")).getText())).isEqualTo("2");
        }
    }

    private static List<String> columns(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.table().getVisibleLeafColumns().stream().map(c -> c.getId()).toList());
    }

    @Test
    void a_question_is_answered_in_the_table_with_the_tightest_fit_first() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            appFixture.fx(() -> {
                appFixture.appComposition.pools().groups().groupBy(PoolGroupingCriterion.STATUS);
                return true;
            });
            open(appFixture);
            appFixture.hands().write("2");
            appFixture.hands().clickOn("#fitAccelerators").write("8");
            untilAnswered(appFixture);
            var shown = appFixture.shown();
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
            assertThat(answers(appFixture).getFirst()).isEqualTo("(✔) fits by capacity");
            assertThat(appFixture.text("#fitAnswer"))
                    .startsWith("Tightest fit by capacity (what is free now is not known): "
                            + best.path("cluster_name").asText() + ".");
            assertThat(appFixture.text("#fitLimits")).contains("placement is not guaranteed");
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("the strip is closed and the groups are back", () -> !appFixture.find("#fit").isVisible()
                    && !appFixture.appComposition.pools().arrangedPools().groups().isEmpty());
            assertThat(appFixture.fx(() -> appFixture.table().getColumns().getFirst().getId()))
                    .isEqualTo("cluster_name");
        }
    }

    @Test
    void when_nothing_fits_the_nearest_miss_is_told() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            open(appFixture);
            ask(appFixture, "#fitAccelerators", "100000");
            untilAnswered(appFixture);
            var most = appFixture.cloudPools()
                    .stream()
                    .filter(pool -> pool.status().word().equals("running"))
                    .mapToDouble(pool -> pool.allocatableResources()
                            .accelerators()
                            .asNumber()
                            .map(Number::doubleValue)
                            .orElse(0.0))
                    .max()
                    .orElseThrow();
            var first = appFixture.shown().getFirst();
            assertThat(first.allocatableResources().accelerators().asNumber().orElseThrow().doubleValue())
                    .isEqualTo(most);
            assertThat(appFixture.text("#fitAnswer"))
                    .startsWith("Nothing fits; nearest: " + first.poolNamesAndOwner().name().asText("?") + " (short ")
                    .contains("✔ 0 fit")
                    .contains("accelerators");
            assertThat(answers(appFixture)).isNotEmpty().allMatch(text -> text.startsWith("✖ "));
        }
    }

    @Test
    void an_incomplete_source_is_told_beside_the_answer() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            open(appFixture);
            ask(appFixture, "#fitCpu", "8");
            untilAnswered(appFixture);
            assertThat(appFixture.text("#fitAnswer")).doesNotContain("up to date");
            appFixture.cloud.failAll(Fault.forbidden());
            appFixture.fx(() -> {
                appFixture.appComposition.observableTickedConnectionPools().refresh();
                return true;
            });
            appFixture.until("the answer says so",
                    () -> ((javafx.scene.control.Label) appFixture.find("#fitAnswer")).getText()
                            .endsWith("(not all data is up to date)"));
        }
    }

    @Test
    void what_is_no_number_is_told_in_place_and_the_last_question_stands() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            open(appFixture);
            ask(appFixture, "#fitCpu", "８");
            untilAnswered(appFixture);
            var before = appFixture.fx(() -> appFixture.appComposition.pools().jobDemandProperty().get());
            ask(appFixture, "#fitNodes", "1.5");
            appFixture.settle();
            assertThat(appFixture.text("#fitProblem"))
                    .startsWith("Nodes: a job runs on whole nodes, not on 1.5. Write a whole number");
            assertThat(appFixture.fx(() -> poolscope.ui.parts.LazyTooltip.getText(appFixture.find("#fitNodes"))))
                    .isEqualTo(appFixture.text("#fitProblem"));
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().jobDemandProperty().get()))
                    .isEqualTo(before);
            ask(appFixture, "#fitNodes", "");
            appFixture.settle();
            assertThat(appFixture.fx(() -> appFixture.find("#fitProblem").isVisible())).isFalse();
        }
    }

    @Test
    void what_contradicts_itself_is_told_with_what_to_do() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            open(appFixture);
            ask(appFixture, "#fitNodes", "0");
            ask(appFixture, "#fitMemory", "64 GiB");
            appFixture.settle();
            assertThat(appFixture.text("#fitProblem").lines()).satisfiesExactly(
                    line -> assertThat(line).startsWith("Nodes: a job needs at least 1 node."),
                    line -> assertThat(line).startsWith("Memory, GiB: “64 GiB” has a unit."));
            ask(appFixture, "#fitMemory", "");
            ask(appFixture, "#fitNodes", "4");
            ask(appFixture, "#fitAccelerators", "3");
            appFixture.settle();
            assertThat(appFixture.text("#fitProblem"))
                    .startsWith("Accelerators: 3 spread over 4 nodes is less than one for each.");
            ask(appFixture, "#fitAccelerators", "4");
            untilAnswered(appFixture);
            assertThat(appFixture.fx(() -> appFixture.find("#fitProblem").isVisible())).isFalse();
        }
    }

    @Test
    void the_filter_still_hides_and_the_columns_are_remembered_without_the_answer() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            var layout = appFixture.fx(() -> appFixture.appComposition.pools().layoutProperty().get());
            open(appFixture);
            ask(appFixture, "#fitCpu", "8");
            untilAnswered(appFixture);
            appFixture.type("train");
            appFixture.until("the filter is on", () -> appFixture.table().getItems().size() < 240);
            assertThat(appFixture.shown()).isNotEmpty();
            assertThat(appFixture.fx(() -> appFixture.table().getColumns().getFirst().getId())).isEqualTo("fit-column");
            appFixture.click("#fitClose");
            appFixture.until("the column is gone",
                    () -> !appFixture.table().getColumns().getFirst().getId().equals("fit-column"));
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().layoutProperty().get())).isEqualTo(layout);
        }
    }
}
