package poolscope;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.V2DetailsFixture.asked;
import static poolscope.V2DetailsFixture.choose;
import static poolscope.V2DetailsFixture.column;
import static poolscope.V2DetailsFixture.isCalled;
import static poolscope.V2DetailsFixture.open;
import static poolscope.V2DetailsFixture.select;
import static poolscope.V2DetailsFixture.sent;
import static poolscope.V2DetailsFixture.table;
import static poolscope.V2DetailsFixture.untilJobsAreKnown;
import static poolscope.V2DetailsFixture.written;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.demo.Fault;
import poolscope.pool.ApiGeneration;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.ui.parts.LazyTooltip;

/// The nodes of a pool of v2 in the window.
class NodesWindowTest {
    @Test
    void the_nodes_of_a_pool_are_read_when_they_are_opened_with_one_request() throws Exception {
        try (var app = open()) {
            var aurora = select(app, "aurora");
            assertThat(asked(app, "/nodes")).isZero();
            choose(app, "NODES");
            app.until("the nodes are there", () -> table(app, "#nodeTable").getItems().size() > 0);
            assertThat(asked(app, "/nodes")).isEqualTo(1);
            var nodes = sent(app, "/v2/" + app.cloud.projectId() + "/pools/" + aurora.key() + "/nodes");
            assertThat(table(app, "#nodeTable").getItems()).hasSize(nodes.size());
            app.until("they are drawn", () -> !column(app, "node.name").isEmpty());
            assertThat(nodes.stream().map(node -> node.at("/metadata/name").asText()))
                    .containsAll(column(app, "node.name"));
            var phases = new TreeSet<>(nodes.stream().map(node -> node.at("/status/phase").asText()).toList());
            assertThat(phases).containsAll(column(app, "node.phase"));
        }
    }

    @Test
    void the_jobs_and_the_maintenance_of_nodes_are_there_when_the_nodes_are_opened() throws Exception {
        try (var app = open()) {
            var aurora = select(app, "aurora");
            choose(app, "NODES");
            untilJobsAreKnown(app);
            assertThat(asked(app, "/nodes")).isEqualTo(1);
            assertThat(asked(app, "/workloads")).isEqualTo(1);
            assertThat(asked(app, "/scheduled-events")).isEqualTo(1);
            var jobs = sent(app, "/v2/" + app.cloud.projectId() + "/pools/" + aurora.key() + "/workloads");
            var nodes = sent(app, "/v2/" + app.cloud.projectId() + "/pools/" + aurora.key() + "/nodes");
            for (var node : nodes) {
                var ip = node.at("/status/privateIp").asText();
                long count = jobs.stream()
                        .filter(job -> List.of(job.path("hostIps").asText().split(",")).contains(ip))
                        .count();
                int at = written(app, "node.name").indexOf(node.at("/metadata/name").asText());
                assertThat(written(app, "node.jobs").get(at)).startsWith(count == 0 ? "none" : count + " ");
            }
            assertThat(written(app, "node.maintenance")).hasSameSizeAs(nodes).doesNotContain("—");
            choose(app, "JOBS");
            app.until("they are shown", () -> table(app, "#jobTable").isVisible());
            assertThat(asked(app, "/workloads")).as("ours, and that of this test").isEqualTo(2);
        }
    }

    private static void focusNodes(AppFixture app) throws Exception {
        select(app, "aurora");
        choose(app, "NODES");
        untilJobsAreKnown(app);
        app.fx(() -> {
            app.find("#nodeTable").requestFocus();
            return true;
        });
    }

    /// It used to explain the column of the list of pools that had been current last.
    @Test
    void the_key_for_the_meaning_of_a_field_explains_the_column_that_was_clicked() throws Exception {
        try (var app = open()) {
            focusNodes(app);
            app.hands().push(KeyCode.SHIFT, KeyCode.F1);
            assertThat(marked(app)).startsWith("Node  ·  ").contains("Name of the node");
            app.hands().push(KeyCode.ESCAPE);
            app.until("it is closed", () -> app.find(".field-reference") == null);
            app.hands()
                    .clickOn(app.fx(() -> app.find("#nodeTable")
                            .lookupAll(".table-cell")
                            .stream()
                            .filter(node -> node instanceof TableCell<?, ?> cell && cell.getIndex() == 0
                                    && "node.takesJobs".equals(cell.getTableColumn().getId()))
                            .findFirst()
                            .orElseThrow()));
            app.hands().push(KeyCode.SHIFT, KeyCode.F1);
            assertThat(marked(app)).startsWith("Takes jobs");
        }
    }

    @Test
    void alt_and_the_keys_for_pages_go_through_the_tabs_and_back_from_the_first_to_the_last() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            app.fx(() -> {
                app.table().requestFocus();
                return true;
            });
            app.until("there are tabs", () -> app.find(".details-tabs").isVisible());
            app.hands().push(KeyCode.ALT, KeyCode.PAGE_DOWN);
            app.until("the nodes are shown", () -> tab(app).equals("tabNODES"));
            app.hands().push(KeyCode.ALT, KeyCode.PAGE_UP);
            app.until("the overview is shown", () -> tab(app).equals("tabOVERVIEW"));
            app.hands().push(KeyCode.ALT, KeyCode.PAGE_UP);
            app.until("the last tab is shown", () -> tab(app).equals("tabJSON"));
        }
    }

    /// Back from jobs to nodes it was lost to the sidebar.
    @Test
    void the_focus_goes_with_the_tab_in_both_directions_and_comes_to_lists_that_are_yet_to_be_read() throws Exception {
        try (var app = open()) {
            focusNodes(app);
            var forth = List.of("#jobTable", "#eventTable", "#json", ".line", "#nodeTable");
            for (var next : forth)
                stepAndExpectFocus(app, KeyCode.PAGE_DOWN, next);
            for (var next : List.of(".line", "#json", "#eventTable", "#jobTable", "#nodeTable"))
                stepAndExpectFocus(app, KeyCode.PAGE_UP, next);
        }
    }

    private static void stepAndExpectFocus(AppFixture app, KeyCode key, String next) {
        app.hands().push(KeyCode.ALT, key);
        app.until(next + " has the focus",
                () -> app.find(".details").lookupAll(next).stream().anyMatch(Node::isFocused));
    }

    @Test
    void arrow_down_goes_from_the_tabs_into_the_content_and_right_to_the_next_tab() throws Exception {
        try (var app = open()) {
            focusNodes(app);
            app.fx(() -> {
                app.find("#tabNODES").requestFocus();
                return true;
            });
            app.hands().push(KeyCode.DOWN);
            app.until("the table has the focus", () -> table(app, "#nodeTable").isFocused());
            assertThat(app.fx(() -> tab(app))).isEqualTo("tabNODES");
            app.fx(() -> {
                app.find("#tabNODES").requestFocus();
                return true;
            });
            app.hands().push(KeyCode.RIGHT);
            app.until("the tab beside it is shown",
                    () -> tab(app).equals("tabJOBS") && app.find("#tabJOBS").isFocused());
        }
    }

    /// The words stayed, so that another pool seemed to have no nodes.
    @Test
    void the_search_is_cleared_for_another_pool_by_escape_and_by_its_button() throws Exception {
        try (var app = open()) {
            focusNodes(app);
            int all = table(app, "#nodeTable").getItems().size();
            search(app, "nosuchnode");
            app.click("#clearSought");
            app.until("all are shown", () -> table(app, "#nodeTable").getItems().size() == all);
            assertThat(app.find("#contentsSought").isFocused()).isTrue();
            search(app, "nosuchnode");
            app.hands().push(KeyCode.ESCAPE);
            app.until("all are shown", () -> table(app, "#nodeTable").getItems().size() == all);
            assertThat(app.find("#contentsSought").isFocused()).as("it only clears").isTrue();
            search(app, "nosuchnode");
            var other = app.shown()
                    .stream()
                    .filter(pool -> pool.poolOrigin().api() == ApiGeneration.V2 && !isCalled(pool, "aurora"))
                    .findFirst()
                    .orElseThrow();
            select(app, other.poolNamesAndOwner().name().asText(""));
            app.until("its nodes are shown", () -> !table(app, "#nodeTable").getItems().isEmpty());
        }
    }

    private static void search(AppFixture app, String text) {
        app.fx(() -> {
            app.find("#contentsSought").requestFocus();
            ((TextField) app.find("#contentsSought")).setText(text);
            return true;
        });
        app.until("nothing is left", () -> table(app, "#nodeTable").getItems().isEmpty());
    }

    private static String tab(AppFixture app) {
        return app.find(".details-tabs")
                .lookupAll(".toggle-button")
                .stream()
                .filter(node -> node instanceof ToggleButton tab && tab.isSelected())
                .map(Node::getId)
                .findFirst()
                .orElse("");
    }

    /// They moved under the pointer when the details became wider for the nodes, and again when they became narrower.
    @Test
    void the_tabs_of_the_details_stay_where_they_are() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            app.fx(() -> {
                app.appComposition.stage().setWidth(1280);
                return true;
            });
            app.settle();
            var before = tabs(app);
            double narrow = app.fx(() -> app.find(".details").getLayoutBounds().getWidth());
            choose(app, "NODES");
            untilJobsAreKnown(app);
            assertThat(app.fx(() -> app.find(".details").getLayoutBounds().getWidth())).isGreaterThan(narrow + 50);
            assertThat(tabs(app)).isEqualTo(before);
            choose(app, "JSON");
            assertThat(tabs(app)).isEqualTo(before);
        }
    }

    private static List<String> tabs(AppFixture app) {
        app.settle();
        return app.fx(() -> app.find(".details-tabs")
                .lookupAll(".toggle-button")
                .stream()
                .map(node -> node.getId() + " " + Math.round(node.localToScene(0, 0).getX() / 2) + " "
                        + Math.round(node.localToScene(0, 0).getY()))
                .toList());
    }

    @Test
    void left_and_right_move_the_current_cell_of_the_nodes_and_scroll_to_it() throws Exception {
        try (var app = open()) {
            focusNodes(app);
            var last = app.fx(() -> table(app, "#nodeTable").getVisibleLeafColumns().getLast());
            assertThat(app.fx(() -> isInView(app, last))).as("it has to be scrolled to").isFalse();
            for (int i = 0; i < app.fx(() -> table(app, "#nodeTable").getVisibleLeafColumns().size()); i++)
                app.hands().push(KeyCode.RIGHT);
            app.until("it is in view", () -> isInView(app, last));
            app.hands().push(KeyCode.SHIFT, KeyCode.F1);
            assertThat(marked(app)).startsWith(last.getText() + "  ·  ");
            app.hands().push(KeyCode.ESCAPE);
            app.until("it is closed", () -> app.find(".field-reference") == null);
            app.hands().push(KeyCode.HOME).push(KeyCode.LEFT).push(KeyCode.SHIFT, KeyCode.F1);
            assertThat(marked(app)).startsWith(app.fx(() -> {
                var columns = table(app, "#nodeTable").getVisibleLeafColumns();
                return columns.get(columns.size() - 2).getText();
            }));
        }
    }

    private static boolean isInView(AppFixture app, TableColumn<?, ?> column) {
        var table = app.find("#nodeTable");
        var right = table.localToScene(table.getLayoutBounds()).getMaxX();
        return table.lookupAll(".table-cell")
                .stream()
                .filter(node -> node instanceof TableCell<?, ?> cell && !cell.isEmpty()
                        && cell.getTableColumn() == column)
                .anyMatch(node -> node.localToScene(node.getLayoutBounds()).getMaxX() <= right + 1);
    }

    private static String marked(AppFixture app) {
        app.until("the reference is open", () -> app.find(".field-reference .marked") != null);
        return app.fx(() -> app.find(".field-reference .marked").getAccessibleText());
    }

    @Test
    void a_service_that_refuses_nodes_is_not_asked_for_jobs() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            app.cloud.failInside(Fault.forbidden());
            choose(app, "NODES");
            app.until("it is said", () -> !((Label) app.find("#contentsAdvice")).getText().isEmpty());
            app.settle();
            assertThat(asked(app, "/nodes")).isEqualTo(1);
            assertThat(asked(app, "/workloads")).isZero();
        }
    }

    @Test
    void how_the_free_cards_lie_is_known_once_the_nodes_were_read() throws Exception {
        try (var app = open()) {
            var before = select(app, "aurora");
            assertThat(PoolField.LARGEST_FREE_BLOCK.of(before)).isEqualTo(FieldValue.ABSENT);
            assertThat(app.fx(() -> app.appComposition.pools().shownFields()))
                    .doesNotContain(PoolField.LARGEST_FREE_BLOCK, PoolField.WHOLE_FREE_NODES);
            choose(app, "NODES");
            app.until("the list has columns for it",
                    () -> app.appComposition.pools()
                            .shownFields()
                            .containsAll(List.of(PoolField.LARGEST_FREE_BLOCK, PoolField.WHOLE_FREE_NODES)));
            app.until("the pool says it",
                    () -> app.shown()
                            .stream()
                            .filter(pool -> isCalled(pool, "aurora"))
                            .anyMatch(pool -> PoolField.LARGEST_FREE_BLOCK.of(pool) instanceof FieldValue.Number));
            app.click("#refresh");
            app.until("it was read again", () -> asked(app, "/metrics/runtime/pools") == 2);
            app.until("it is still known",
                    () -> app.shown()
                            .stream()
                            .filter(pool -> isCalled(pool, "aurora"))
                            .anyMatch(pool -> PoolField.LARGEST_FREE_BLOCK.of(pool) instanceof FieldValue.Number));
        }
    }

    /// How many cards are free on the nodes that take jobs, by what the server says of them.
    private static List<Integer> usable(List<JsonNode> nodes) {
        return nodes.stream()
                .filter(NodesWindowTest::takesJobs)
                .map(node -> node.at("/status/availableResources/huawei.com~1ascend-1980"))
                .filter(free -> !free.isMissingNode())
                .map(free -> free.asInt())
                .toList();
    }

    private static boolean takesJobs(JsonNode node) {
        var labels = node.at("/metadata/labels");
        return node.at("/status/phase").asText().equals("Available") && node.at("/status/taints").isEmpty()
                && !labels.path("os.modelarts.node/ha.redundant.enabled").asText().equals("true")
                && labels.path("os.modelarts/billing.status").asText("0").equals("0")
                && node.at("/metadata/annotations/os.modelarts.node~1drain").isMissingNode();
    }

    @Test
    void free_and_usable_cards_are_told_apart_in_the_list_the_details_the_strip_and_beside_the_nodes()
            throws Exception {
        try (var app = open()) {
            var aurora = select(app, "aurora");
            var free = PoolField.FREE_ACCELERATORS.of(aurora).asNumber().orElseThrow().intValue();
            assertThat(app.text("#detail-largest_free_block")).isEqualTo("—");
            assertThat(app.text("#detail-whole_free_nodes")).isEqualTo("—");
            assertThat(app.text("#figure-free_gpusNote")).isEmpty();
            choose(app, "NODES");
            untilJobsAreKnown(app);
            var cards = usable(sent(app, "/v2/" + app.cloud.projectId() + "/pools/" + aurora.key() + "/nodes"));
            int usable = cards.stream().mapToInt(i -> i).sum();
            long whole = cards.stream().filter(i -> i == 8).count();
            assertThat(usable).as("some free cards are on nodes that take no jobs").isLessThan(free);
            var said = free + " free, " + usable + " usable (";
            assertThat(app.text("#contentsSummary")).contains("Ascend 910: room for ", usable + " jobs of 1;", said);
            app.until("the strip says it", () -> !app.text("#figure-free_gpusNote").isEmpty());
            assertThat(app.text("#figure-free_gpusNote")).startsWith("largest free block ");
            assertThat(app.fx(() -> LazyTooltip.getText((Label) app.find("#figure-free_gpusNote"))))
                    .contains("(aurora)", whole == 0 ? "no wholly free node" : whole + " wholly free")
                    .containsPattern("nodes of 1 of \\d+ pools");
            choose(app, "OVERVIEW");
            app.until("the details say it", () -> !app.text("#detail-largest_free_block").equals("—"));
            assertThat(app.fx(() -> LazyTooltip.getText((Label) app.find("#detail-largest_free_block"))))
                    .contains(said);
        }
    }

    @Test
    void a_bar_of_free_cards_has_its_nodes_counted_and_shows_only_them() throws Exception {
        try (var app = open()) {
            var aurora = select(app, "aurora");
            choose(app, "NODES");
            untilJobsAreKnown(app);
            var cards = usable(sent(app, "/v2/" + app.cloud.projectId() + "/pools/" + aurora.key() + "/nodes"));
            var bars = app.fx(() -> app.find("#freeCounts")
                    .lookupAll(".free-count")
                    .stream()
                    .map(ToggleButton.class::cast)
                    .filter(bar -> !bar.isDisabled())
                    .toList());
            assertThat(bars).hasSize((int) cards.stream().distinct().count());
            int most = cards.stream().mapToInt(i -> i).max().orElseThrow();
            long nodes = cards.stream().filter(free -> free == most).count();
            app.fx(() -> {
                bars.getLast().fire();
                return true;
            });
            app.until("only they are shown", () -> table(app, "#nodeTable").getItems().size() == nodes);
            assertThat(app.fx(() -> bars.getLast().getAccessibleText())).startsWith(nodes + " node")
                    .contains(most + " free card");
            app.fx(() -> {
                bars.getLast().fire();
                return true;
            });
            app.until("all are shown again", () -> table(app, "#nodeTable").getItems().size() > nodes);
        }
    }

    /// Of what needs rows.
    private static List<Boolean> disabled(AppFixture app) {
        return app.fx(() -> Stream.of("#contentsSought", "#onlyOdd", "#contentsExport")
                .map(part -> app.find(part).isDisabled())
                .toList());
    }

    @Test
    void what_is_refused_is_said_with_what_to_do_and_can_be_tried_again() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            app.cloud.failInside(Fault.forbidden());
            choose(app, "NODES");
            app.until("it is said", () -> !((Label) app.find("#contentsWhat")).getText().isEmpty()
                    && !((Label) app.find("#contentsAdvice")).getText().isEmpty());
            assertThat(app.text("#contentsWhat")).contains("no permission to read the nodes of a pool");
            assertThat(app.text("#contentsAdvice")).contains("modelarts:pool:get");
            assertThat(disabled(app)).as("there is nothing to find").containsOnly(true);
            app.cloud.heal();
            app.click("#contentsRefresh");
            app.until("the nodes are there", () -> table(app, "#nodeTable").getItems().size() > 0);
            assertThat(disabled(app)).containsOnly(false);
        }
    }

    @Test
    void a_word_finds_nodes_and_the_selected_ones_are_copied() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            choose(app, "NODES");
            app.until("the nodes are there", () -> table(app, "#nodeTable").getItems().size() > 0);
            int all = table(app, "#nodeTable").getItems().size();
            app.fx(() -> {
                ((TextField) app.find("#contentsSought")).setText("abnormal");
                return true;
            });
            app.until("fewer are left", () -> table(app, "#nodeTable").getItems().size() < all);
            app.fx(() -> {
                table(app, "#nodeTable").requestFocus();
                table(app, "#nodeTable").getSelectionModel().select(0);
                return true;
            });
            app.hands().push(KeyCode.SHORTCUT, KeyCode.C);
            var copied = app.fx(() -> Clipboard.getSystemClipboard().getString());
            assertThat(copied.split("\t"))
                    .hasSize(app.fx(() -> table(app, "#nodeTable").getVisibleLeafColumns().size()));
            assertThat(copied).contains("Abnormal");
            assertThat(app.labels()).contains("1 row copied");
        }
    }

    /// Events had no menu at all, and nodes and jobs none for copying.
    @ParameterizedTest
    @CsvSource({"NODES,#nodeTable,1", "JOBS,#jobTable,1", "EVENTS,#eventTable,0"})
    void the_menu_of_a_row_copies_it(String tab, String query, int before) throws Exception {
        try (var app = open()) {
            focusNodes(app);
            choose(app, tab);
            app.until("the rows are there", () -> !table(app, query).getItems().isEmpty());
            app.fx(() -> {
                table(app, query).requestFocus();
                table(app, query).getSelectionModel().clearAndSelect(0);
                return true;
            });
            app.hands().push(KeyCode.SHIFT, KeyCode.F10);
            app.until("the menu is open", () -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
            for (int i = 0; i < before; i++)
                app.hands().push(KeyCode.DOWN);
            app.hands().push(KeyCode.ENTER);
            app.until("the row is copied", () -> Clipboard.getSystemClipboard().hasString());
            assertThat(app.fx(() -> Clipboard.getSystemClipboard().getString()).split("\t", -1))
                    .hasSize(app.fx(() -> table(app, query).getVisibleLeafColumns().size()));
        }
    }

    @Test
    void a_pool_without_nodes_says_so_where_they_would_be() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            app.cloud.failInside(Fault.body("{\"items\":[],\"metadata\":{}}"));
            choose(app, "NODES");
            app.until("it is said",
                    () -> table(app, "#nodeTable").isVisible()
                            && table(app, "#nodeTable").getPlaceholder() instanceof Label label
                            && label.getText().equals("This pool has no nodes."));
            assertThat(disabled(app)).containsOnly(true);
            app.cloud.heal();
            app.click("#contentsRefresh");
            app.until("the nodes are there", () -> table(app, "#nodeTable").getItems().size() > 0);
            assertThat(disabled(app)).containsOnly(false);
            app.fx(() -> {
                ((TextField) app.find("#contentsSought")).setText("nosuchnode");
                return true;
            });
            app.until("the search found nothing", () -> table(app, "#nodeTable").getItems().isEmpty());
            assertThat(app.fx(() -> ((Label) table(app, "#nodeTable").getPlaceholder()).getText()))
                    .isEqualTo("No node matches “nosuchnode”.");
        }
    }

    private static void setHeight(AppFixture app, double height) {
        app.fx(() -> {
            app.find("#nodeTable").getScene().getWindow().setHeight(height);
            return true;
        });
    }

    @Test
    void in_a_low_window_the_table_of_nodes_keeps_some_rows() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            choose(app, "NODES");
            untilJobsAreKnown(app);
            setHeight(app, 980);
            app.until("there is room for bars", () -> app.find("#freeCounts").isVisible());
            setHeight(app, 640);
            app.until("the bars are gone", () -> !app.find("#freeCounts").isVisible());
            assertThat(app.fx(() -> app.find("#nodeTable").getBoundsInParent().getHeight()
                    / app.find("#nodeTable").lookup(".table-row-cell").getBoundsInParent().getHeight()))
                    .isGreaterThan(3);
            assertThat(app.fx(() -> LazyTooltip.getText((Label) app.find("#contentsSummary"))))
                    .isEqualTo(app.text("#contentsSummary"));
            assertThat(app.fx(() -> app.find("#contentsSummary").getLayoutBounds().getHeight()
                    / app.find("#contentsAge").getLayoutBounds().getHeight())).as("lines of the summary")
                    .isBetween(1.5, 2.5);
        }
    }
}
