package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import poolscope.demo.Fault;
import poolscope.live.table.PoolRow;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.fit.FitResult;
import poolscope.ui.fit.DemandPerNodeOrTotal;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.text.FitResultText;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

/// From a demand that fits by the sums to the nodes that have room for it.
class NodeCheckWindowTest {

    private static AppFixture open(int v1, int v2) throws Exception {
        var app = AppFixture.open(AppFixture.still(v1).withV2Pools(v2)).untilRead();
        app.hands().push(KeyCode.SHORTCUT, KeyCode.J);
        app.until("the strip is open", () -> app.find("#fit").isVisible());
        FitWindowTest.amountsAre(app, DemandPerNodeOrTotal.IN_ALL);
        return app;
    }

    private static void ask(AppFixture app, String nodes, String accelerators) {
        app.fx(() -> {
            ((TextField) app.find("#fitNodes")).setText(nodes);
            ((TextField) app.find("#fitAccelerators")).setText(accelerators);
            return true;
        });
        app.until("the answer is there",
                () -> app.appComposition.pools().jobDemandProperty().get().isPresent() && app.appComposition.pools()
                        .arrangedPools()
                        .tableQuery()
                        .jobDemand()
                        .equals(app.appComposition.pools().jobDemandProperty().get()));
    }

    private static boolean canCheck(AppFixture app) {
        return app.fx(() -> !app.find("#fitCheck").isDisabled());
    }

    private static int rows(AppFixture app) {
        return ((VBox) app.find("#checkedRows")).getChildren().size();
    }

    private static List<String> answers(AppFixture app) {
        return app.fx(() -> app.find("#checkedRows")
                .lookupAll(".answer")
                .stream()
                .map(label -> ((Label) label).getText())
                .toList());
    }

    private static List<String> notes(AppFixture app) {
        return app.fx(() -> app.find("#checkedRows")
                .lookupAll(".note")
                .stream()
                .map(label -> ((Label) label).getText())
                .toList());
    }

    private static long asked(AppFixture app) {
        return app.cloud.requests()
                .stream()
                .filter(request -> request.path().endsWith("/nodes") || request.path().endsWith("/workloads"))
                .count();
    }

    private static void check(AppFixture app) {
        app.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        app.until("the pools are read", () -> rows(app) > 0);
    }

    @Test
    void the_nodes_with_room_are_named_after_at_most_twenty_requests() throws Exception {
        try (var app = open(4, 40)) {
            ask(app, "2", "8");
            assertThat(canCheck(app)).isTrue();
            check(app);
            assertThat(asked(app)).isBetween(1L, 20L);
            assertThat(app.text("#checkStatus")).startsWith("Checked for 2 nodes with 4 accelerators each: ");
            assertThat(answers(app)).hasSize(app.fx(() -> rows(app))).allMatch(text -> text.matches("[✔~✖?] .*"));
            assertThat(answers(app)).anyMatch(text -> text.startsWith("✔ Room now on "));
            assertThat(notes(app)).hasSameSizeAs(answers(app))
                    .allMatch(text -> text
                            .matches("(?s).*(room for .*\\d+ jobs? of 1; at most \\d+ cards? together.*)?\\d+ free.*"));
            assertThat(notes(app)).anyMatch(text -> text.contains(" together on one node, "));
            assertThat(app.fx(() -> app.find("#fitCheck").isDisabled())).isFalse();
            // How the free cards lie is known now
            assertThat(app.cloudPools())
                    .anyMatch(pool -> PoolField.LARGEST_FREE_BLOCK.of(pool) instanceof FieldValue.Number);
        }
    }

    @Test
    void two_nodes_of_eight_cards_are_asked_for_with_five_strokes_and_the_nodes_in_the_way_are_named()
            throws Exception {
        try (var app = AppFixture.open(AppFixture.still(4).withV2Pools(40)).untilRead()) {
            app.hands().push(KeyCode.SHORTCUT, KeyCode.J);
            app.until("the strip is open", () -> app.find("#fit").isVisible());
            app.hands().write("2").push(KeyCode.TAB).write("8");
            app.until("the answer is there", () -> canCheck(app));
            check(app);
            assertThat(app.text("#checkStatus")).startsWith("Checked for 2 nodes with 8 accelerators each: ");
            assertThat(notes(app)).anyMatch(text -> text.matches("(?s).*nodes have none: .*\\d+ Abnormal \\(.+\\).*"));
        }
    }

    /// Symbols of the answers, by the name of the pool.
    private static Map<String, String> symbols(AppFixture app) {
        return app.fx(() -> app.find("#checkedRows")
                .lookupAll(".checked-line")
                .stream()
                .collect(Collectors.toMap(line -> ((Hyperlink) line.lookup(".hyperlink")).getText(),
                        line -> ((Label) line.lookup(".answer")).getText().substring(0, 1))));
    }

    @Test
    void the_table_does_not_contradict_the_nodes() throws Exception {
        try (var app = open(4, 40)) {
            ask(app, "2", "8");
            check(app);
            var checked = symbols(app);
            assertThat(checked).containsValue("✔");
            var texts = new FitResultText(Texts.of(Locale.ENGLISH),
                    new PoolFieldText(Texts.of(Locale.ENGLISH), ZoneOffset.UTC));
            app.until("the pools with room stand first, and no other fits by its nodes", () -> {
                var shown = app.appComposition.pools().arrangedPools();
                long withRoom = checked.values().stream().filter("✔"::equals).count();
                return IntStream.range(0, (int) withRoom)
                        .allMatch(i -> "✔".equals(checked.get(shown.at(i).poolNamesAndOwner().name().asText("")))
                                && shown.fitAt(i)
                                        .map(texts::cell)
                                        .orElseThrow()
                                        .matches("✔ room (on its nodes|behind a queue) at \\d\\d:\\d\\d:\\d\\d"));
            });
            var shown = app.appComposition.pools().arrangedPools();
            for (int i = 0; i < shown.size(); i++) {
                var symbol = checked.get(shown.at(i).poolNamesAndOwner().name().asText(""));
                var cell = shown.fitAt(i).map(texts::cell).orElseThrow();
                if (symbol != null && "~✖".contains(symbol)) assertThat(cell).startsWith(symbol);
            }
            assertThat(app.text("#fitAnswer")).startsWith("Best: ").contains("room on its nodes at ");
            ask(app, "2", "10");
            app.until("another demand is not answered by these nodes",
                    () -> IntStream.range(0, app.appComposition.pools().arrangedPools().size())
                            .noneMatch(i -> app.appComposition.pools()
                                    .arrangedPools()
                                    .fitAt(i)
                                    .orElseThrow() instanceof FitResult.OnNodes));
        }
    }

    @Test
    void the_fit_column_is_as_wide_as_what_the_nodes_say() throws Exception {
        try (var app = AppFixture.open(AppFixture.still(200).withV2Pools(40)).untilRead()) {
            ColumnWidthsWindowTest.sized(app, 1_280, 800, 100);
            app.hands().push(KeyCode.SHORTCUT, KeyCode.J);
            app.until("the strip is open", () -> app.find("#fit").isVisible());
            app.hands().write("2").push(KeyCode.TAB).write("4");
            app.until("the answer is there", () -> canCheck(app));
            check(app);
            app.until("what the nodes say is whole", () -> {
                var cells = app.table().lookupAll(".fit-cell").stream().map(Labeled.class::cast).toList();
                return cells.stream().anyMatch(cell -> cell.getText() != null && cell.getText().startsWith("✔ room on"))
                        && cells.stream().noneMatch(ColumnWidthsWindowTest::isCut);
            });
        }
    }

    @Test
    void in_the_request_log_a_column_that_is_empty_in_view_leaves_its_room_to_paths() throws Exception {
        try (var app = open(4, 40)) {
            ColumnWidthsWindowTest.sized(app, 1_280, 800, 100);
            ask(app, "2", "8");
            check(app);
            app.until("the check is done", () -> app.text("#checkStatus").startsWith("Checked"));
            ScreenTour.openRequestLog(app);
            app.until("the log is laid out", () -> !app.find("#requests").lookupAll(".table-cell").isEmpty());
            var table = (TableView<?>) app.find("#requests");
            app.until("paths have the room",
                    () -> table.getColumns().get(4).getWidth() < 100 && table.getColumns().get(3).getWidth() > 400);
            assertThat(app.fx(() -> table.getColumns().get(4).getText())).isEqualTo("Query");
            assertThat(app.fx(() -> table.lookupAll(".table-cell.id")
                    .stream()
                    .filter(cell -> ((Labeled) cell).getText() != null)
                    .anyMatch(ColumnWidthsWindowTest::isCut))).as("ids are cut").isFalse();
            app.fx(() -> {
                table.scrollTo(table.getItems().size() - 1);
                return true;
            });
            app.until("longer queries come into view", () -> table.getColumns().get(4).getWidth() > 150);
        }
    }

    /// Many types of cards, each with a note in the strip.
    @Test
    void what_stands_over_the_table_stays_inside_the_window_after_a_check() throws Exception {
        try (var app = open(4, 40)) {
            ask(app, "1", "1");
            check(app);
            app.until("the strip says where the free cards are", () -> !app.text("#figure-free_gpusNote").isEmpty());
            assertThat(app.fx(() -> LazyTooltip.getText((Label) app.find("#figure-free_gpusNote")))
                    .lines()
                    .filter(line -> line.contains("largest free block"))).as("notes of several families")
                    .hasSizeGreaterThan(1)
                    .noneMatch(line -> line.matches("(v100|t4|a100|snt).*"))
                    .anyMatch(line -> line.startsWith("mixed: "));
            assertThat(app.fx(() -> ((Text) app.find("#figure-free_gpusNote").lookup(".text")).getText()))
                    .as("no note is cut")
                    .isEqualTo(app.text("#figure-free_gpusNote"));
            double width = app.fx(() -> app.find("#fit").getScene().getWidth());
            for (var part : List.of("#strip", "#charts", "#fit", "#nodeCheck"))
                assertThat(app.fx(() -> app.find(part).localToScene(app.find(part).getLayoutBounds()).getMaxX()))
                        .as(part)
                        .isLessThanOrEqualTo(width);
        }
    }

    /// Which nodes are in the way, beside what the server says of the phases of its nodes.
    @Test
    void nodes_without_room_are_named_with_their_reasons() throws Exception {
        try (var app = open(4, 12)) {
            app.type("name:aurora");
            ask(app, "2", "16");
            app.fx(() -> {
                app.find("#fitNodes").requestFocus();
                return true;
            });
            app.settle();
            check(app);
            var pool = app.shown().stream().filter(one -> one.v2().free().accelerators().isKnown()).findFirst();
            var uri = URI.create(app.cloud.endpoint() + "/v2/" + app.cloud.projectId() + "/pools/"
                    + pool.orElseThrow().key() + "/nodes");
            List<String> abnormal;
            try (var client = HttpClient.newHttpClient()) {
                var body = client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                        .body();
                abnormal = StreamSupport.stream(new JsonMapper().readTree(body).path("items").spliterator(), false)
                        .filter(node -> node.at("/status/phase").asText().equals("Abnormal"))
                        .map(node -> node.at("/metadata/name").asText())
                        .toList();
            }
            assertThat(abnormal).hasSizeBetween(1, 3);
            var note = app.fx(() -> (Label) app.find("#checkedRows").lookup(".note"));
            var named = Pattern.compile(abnormal.size() + " Abnormal \\((.*?)\\)").matcher(note.getText());
            assertThat(named.find()).as(note.getText()).isTrue();
            assertThat(named.group(1).split(", ")).containsExactlyInAnyOrderElementsOf(abnormal);
            var lines = app.fx(() -> LazyTooltip.getText(note));
            for (var name : abnormal)
                assertThat(lines.lines()).contains(name + ": Abnormal");
        }
    }

    @Test
    void in_a_low_window_the_results_are_scrolled_to() throws Exception {
        try (var app = open(4, 40)) {
            app.fx(() -> {
                app.find("#fit").getScene().getWindow().setHeight(640);
                return true;
            });
            ask(app, "2", "8");
            check(app);
            app.until("the first result can be seen", () -> {
                var over = app.find(".over-table");
                var seen = over.localToScene(over.getLayoutBounds());
                var first = ((VBox) app.find("#checkedRows")).getChildren().getFirst();
                var place = first.localToScene(first.getLayoutBounds());
                return place.getHeight() > 0 && place.getMinY() >= seen.getMinY() - 1
                        && place.getMaxY() <= seen.getMaxY() + 1;
            });
        }
    }

    /// What scrolls them gets the focus, and was scrolled to.
    @Test
    void a_click_on_a_result_scrolls_nothing() throws Exception {
        try (var app = open(4, 40)) {
            ask(app, "2", "8");
            check(app);
            app.until("the first result can be seen",
                    () -> isInView(app, "#checkStatus") && isInView(app, "#checkedRows .answer"));
            double before = app.fx(() -> ((ScrollPane) app.find(".over-table")).getVvalue());
            app.click("#checkedRows .answer");
            app.until("it has the focus", () -> app.find("#checkedPools").isFocused());
            assertThat(app.fx(() -> ((ScrollPane) app.find(".over-table")).getVvalue())).isEqualTo(before);
        }
    }

    @Test
    void in_a_low_window_no_line_above_the_first_result_is_cut_in_half() throws Exception {
        try (var app = open(4, 40)) {
            ColumnWidthsWindowTest.sized(app, 1_280, 800, 150);
            ask(app, "2", "8");
            check(app);
            app.until("the first result can be seen", () -> isInView(app, "#checkedRows .checked-pool"));
            assertThat(app.fx(() -> {
                double top = app.find(".over-table").localToScene(0, 0).getY();
                return app.find("#fit")
                        .lookupAll(".label")
                        .stream()
                        .map(label -> label.localToScene(label.getLayoutBounds()))
                        .filter(place -> place.getMinY() < top - 1 && place.getMaxY() > top + 1)
                        .toList();
            })).isEmpty();
        }
    }

    /// They scrolled by themselves inside what scrolls.
    @Test
    void in_a_low_window_the_results_do_not_scroll_by_themselves_and_a_zoomed_finder_stays_in_view() throws Exception {
        try (var app = open(4, 40)) {
            ask(app, "2", "8");
            check(app);
            app.fx(() -> {
                app.find("#fit").getScene().getWindow().setHeight(640);
                return true;
            });
            app.until("the results have their height",
                    () -> app.find("#checkedPools").getLayoutBounds().getHeight() >= app.find("#checkedRows")
                            .getLayoutBounds()
                            .getHeight());
            app.fx(() -> {
                app.find("#fitNodes").requestFocus();
                return true;
            });
            app.until("the fields are in view", () -> isInView(app, "#fitNodes"));
            app.fx(() -> {
                app.table().requestFocus();
                return true;
            });
            for (int i = 0; i < 3; i++)
                app.hands().push(KeyCode.SHORTCUT, KeyCode.EQUALS);
            app.settle();
            app.until("they are still in view", () -> isInView(app, "#fitNodes"));
        }
    }

    private static boolean isInView(AppFixture app, String part) {
        var over = app.find(".over-table");
        var seen = over.localToScene(over.getLayoutBounds());
        var place = app.find(part).localToScene(app.find(part).getLayoutBounds());
        return place.getMinY() >= seen.getMinY() - 1 && place.getMaxY() <= seen.getMaxY() + 1;
    }

    @Test
    void a_pool_of_the_answer_is_selected_by_its_name() throws Exception {
        try (var app = open(4, 12)) {
            ask(app, "1", "1");
            check(app);
            var name = app.fx(() -> {
                var link = (Hyperlink) app.find("#checkedRows").lookup(".hyperlink");
                link.fire();
                return link.getText();
            });
            app.until("it is selected", () -> app.table().getSelectionModel().getSelectedItem() instanceof PoolRow row
                    && row.pool().poolNamesAndOwner().name().asText("").equals(name));
        }
    }

    @Test
    void another_demand_clears_the_answer_and_another_filter_makes_it_old() throws Exception {
        try (var app = open(4, 12)) {
            ask(app, "1", "1");
            check(app);
            assertThat(app.fx(() -> app.find("#checkOld").isVisible())).isFalse();
            app.type("aurora");
            app.until("it is old", () -> app.find("#checkOld").isVisible());
            assertThat(answers(app)).isNotEmpty();
            ask(app, "1", "2");
            app.until("it is gone", () -> rows(app) == 0 && !app.find("#checkOld").isVisible());
        }
    }

    /// With a demand it only opened, and the key had to be pressed again.
    @Test
    void the_key_opens_a_finder_that_is_closed_and_checks_what_is_still_typed_there() throws Exception {
        try (var app = open(4, 12)) {
            app.hands().push(KeyCode.ESCAPE);
            app.until("it is closed", () -> !app.find("#fit").isVisible());
            app.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
            app.until("it is open", () -> app.find("#fit").isVisible());
            assertThat(rows(app)).isZero();
            ask(app, "1", "1");
            app.hands().push(KeyCode.ESCAPE);
            app.until("it is closed again", () -> !app.find("#fit").isVisible());
            check(app);
            assertThat(app.find("#fit").isVisible()).isTrue();
        }
    }

    /// They were gone until the nodes were read again, and what stands below moved up and down.
    @Test
    void results_stay_dimmed_while_the_nodes_are_read_again() throws Exception {
        try (var app = open(4, 12)) {
            ask(app, "1", "1");
            check(app);
            var before = answers(app);
            app.cloud.failInside(Fault.delay(Duration.ofSeconds(20)));
            app.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
            app.until("it reads", () -> ((Label) app.find("#checkStatus")).getText().contains("pools read"));
            assertThat(answers(app)).isEqualTo(before);
            assertThat(app.fx(() -> app.find("#nodeCheck").getPseudoClassStates().toString())).contains("old");
        }
    }

    /// It asked for what was typed already, and ignored the key.
    @Test
    void a_check_asked_for_while_the_pools_are_computed_says_so_and_comes_after_that() throws Exception {
        try (var app = open(4, 12)) {
            assertThat(app.fx(() -> {
                ((TextField) app.find("#fitNodes")).setText("1");
                ((TextField) app.find("#fitAccelerators")).setText("1");
                ((Button) app.find("#fitCheck")).fire();
                return ((Label) app.find("#fitAnswer")).getText();
            })).isEqualTo("Computing which pools fit; then nodes are checked…");
            app.until("the pools are read", () -> rows(app) > 0);
            assertThat(app.text("#fitAnswer")).doesNotStartWith("Computing");
        }
    }

    @Test
    void results_that_can_not_be_checked_again_say_why() throws Exception {
        try (var app = open(4, 12)) {
            ask(app, "1", "1");
            check(app);
            app.type("no-such-pool");
            app.until("they are old", () -> app.find("#checkOld").isVisible());
            assertThat(app.text("#checkOld")).startsWith("No nodes to check:");
            assertThat(answers(app)).isNotEmpty();
        }
    }

    @Test
    void a_check_that_runs_is_stopped_by_the_same_button() throws Exception {
        try (var app = open(4, 12)) {
            ask(app, "1", "1");
            app.cloud.failInside(Fault.delay(Duration.ofSeconds(20)));
            app.click("#fitCheck");
            app.until("it reads", () -> ((Label) app.find("#checkStatus")).getText().contains("pools read"));
            assertThat(app.fx(() -> ((Button) app.find("#fitCheck")).getText())).isEqualTo("Stop (Ctrl+Shift+K)");
            app.click("#fitCheck");
            app.until("it is stopped",
                    () -> ((Button) app.find("#fitCheck")).getText().equals("Check nodes (Ctrl+Shift+K)"));
            assertThat(app.fx(() -> rows(app))).isZero();
            assertThat(app.text("#checkStatus")).isEmpty();
        }
    }

    @Test
    void what_is_refused_is_not_known_with_the_reason() throws Exception {
        try (var app = open(4, 12)) {
            ask(app, "1", "1");
            app.cloud.failInside(Fault.forbidden());
            check(app);
            assertThat(answers(app)).isNotEmpty()
                    .allMatch(text -> text.startsWith("? Not known: ") && text.contains("permission"));
            assertThat(app.text("#checkStatus")).contains("whether there is room is not certain for any of the ")
                    .doesNotContain("none has room", "pools read,");
            assertThat(asked(app)).isLessThanOrEqualTo(20);
        }
    }

    @Test
    void requests_that_are_repeated_after_a_failure_count_too() throws Exception {
        try (var app = open(4, 200)) {
            ask(app, "1", "1");
            app.cloud.failInside(Fault.status(503));
            check(app);
            assertThat(asked(app)).isEqualTo(20);
        }
    }

    @Test
    void what_stands_in_the_way_of_a_check_is_said() throws Exception {
        try (var app = open(4, 12)) {
            assertThat(canCheck(app)).isFalse();
            assertThat(app.fx(() -> app.find("#nodeCheck").isVisible())).isFalse();
            ask(app, "", "8");
            assertThat(canCheck(app)).isFalse();
            assertThat(app.text("#checkStatus")).contains("Enter the number of nodes");
            ask(app, "2", "100000");
            assertThat(canCheck(app)).as("some pools do not say what they have").isTrue();
            app.type("free>=0");
            app.until("only pools that say it are shown", () -> app.find("#fitCheck").isDisabled());
            assertThat(app.text("#checkStatus")).startsWith("No nodes to check");
            app.type("");
            ask(app, "1", "1");
            assertThat(canCheck(app)).isTrue();
            assertThat(app.fx(() -> app.find("#nodeCheck").isVisible())).isFalse();
        }
    }
}
