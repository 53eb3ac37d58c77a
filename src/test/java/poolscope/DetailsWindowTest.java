package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import poolscope.pool.Pool;
import poolscope.ui.pools.Selection;

/// The details of no pool, of one and of many.
class DetailsWindowTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static void select(Desk desk, int place) {
        desk.fx(() -> {
            desk.table().getSelectionModel().select(place);
            return true;
        });
        desk.settle();
    }

    private static JsonNode json(Pool pool) {
        try {
            return JSON.readTree(pool.raw().text());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String value(Desk desk, String name) {
        return desk.fx(() -> desk.find("#many").lookupAll(".line").stream()
                .map(line -> line.lookupAll(".label").stream().map(label -> ((Label) label).getText()).toList())
                .filter(words -> words.getFirst().equals(name)).findFirst().orElse(List.of("", "")).getLast());
    }

    @Test
    void with_nothing_selected_the_details_are_the_totals_of_what_is_shown() throws Exception {
        try (var desk = Desk.open(60)) {
            assertThat(desk.text("#summary-title")).isEqualTo("60 pools are shown");
            desk.type("status:running");
            desk.until("the filter is on", () -> desk.table().getItems().size() < 60);
            var running = desk.shown().stream().map(DetailsWindowTest::json).toList();
            assertThat(desk.text("#summary-title")).isEqualTo(running.size() + " pools are shown");
            long unknown = running.stream().filter(one -> !one.path("allocatable_gpus").isNumber()).count();
            assertThat(value(desk, "GPU")).contains(" · ").startsWith(SummaryWindowTest.cardsByFamily(desk));
            assertThat(value(desk, "GPU").contains("unknown")).isEqualTo(unknown > 0);
        }
    }

    @Test
    void of_several_pools_the_details_are_their_sums_and_what_they_have_in_common() throws Exception {
        try (var desk = Desk.open(60)) {
            desk.type("status:running");
            desk.until("the filter is on", () -> desk.table().getItems().size() < 60);
            desk.fx(() -> {
                desk.program.pools().picks().select(Selection.all(5));
                return true;
            });
            desk.until("the sums are there", () -> ((Label) desk.find("#summary-title")).getText().equals("5 pools selected"));
            desk.until("what they have in common is there", () -> !desk.find("#many").lookupAll(".section").isEmpty()
                    && desk.find("#many").lookupAll(".section").size() == 2);
            assertThat(value(desk, "Status")).isEqualTo("running");
            assertThat(value(desk, "Connection")).isEqualTo("Demo cloud");
            assertThat(value(desk, "ID")).isEmpty();
            var five = desk.shown().subList(0, 5).stream().map(DetailsWindowTest::json).toList();
            double cores = five.stream().mapToDouble(one -> one.path("allocatable_cpu_cores").asDouble()).sum();
            assertThat(Double.parseDouble(value(desk, "CPU").split(" ", 2)[0].replace(",", ""))).isCloseTo(cores,
                    org.assertj.core.data.Offset.offset(1.0));
        }
    }

    @Test
    void the_head_of_a_group_stands_for_its_pools() throws Exception {
        try (var desk = Desk.open(60)) {
            desk.fx(() -> {
                desk.program.pools().groups().groupBy(poolscope.pool.Grouping.STATUS);
                return true;
            });
            desk.until("there are groups", () -> !desk.program.pools().arrangement().groups().isEmpty());
            select(desk, 0);
            long running = desk.cloudPools().stream().filter(pool -> json(pool).path("status").asText().equals("running"))
                    .count();
            desk.until("the sums are there",
                    () -> ((Label) desk.find("#summary-title")).getText().equals(running + " pools selected"));
        }
    }

    @Test
    void of_one_pool_a_known_specification_is_decoded_beside_its_name_and_the_bar_says_its_numbers() throws Exception {
        try (var desk = Desk.open(240)) {
            var shown = desk.shown();
            int known = indexOf(shown, one -> one.path("nodes").path("specification").asText().equals("modelarts.vm.gpu.v100")
                    && one.path("nodes").path("available_count").isNumber());
            select(desk, known);
            assertThat(desk.text("#detail-specification")).isEqualTo("modelarts.vm.gpu.v100");
            assertThat(desk.text("#detail-flavor")).isEqualTo("[8 vCPU · 64 GiB · 1 × V100 a node]");
            var nodes = json(shown.get(known)).path("nodes");
            assertThat(desk.fx(() -> ((ProgressBar) desk.find("#nodes-bar")).getAccessibleText()))
                    .startsWith(
                            nodes.path("available_count").asText() + " of " + nodes.path("count").asText() + " nodes available");
            assertThat(desk.text("#where")).isEqualTo("Demo cloud / demo-1");
            int unknown = indexOf(shown,
                    one -> one.path("nodes").path("specification").asText().equals("modelarts.bm.snt9z.c48.preview"));
            select(desk, unknown);
            assertThat(desk.text("#detail-specification")).isEqualTo("modelarts.bm.snt9z.c48.preview");
            assertThat(desk.fx(() -> desk.find("#detail-flavor").isVisible())).isFalse();
        }
    }

    private static int indexOf(List<Pool> pools, java.util.function.Predicate<JsonNode> wanted) {
        for (int i = 0; i < pools.size(); i++)
            if (wanted.test(json(pools.get(i)))) return i;
        throw new AssertionError("no such pool");
    }

    @Test
    void text_is_found_in_the_json_by_the_key_that_otherwise_goes_to_the_filter_bar() throws Exception {
        try (var desk = Desk.open(20)) {
            select(desk, 3);
            desk.fx(() -> {
                desk.find("#json").requestFocus();
                return true;
            });
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.F);
            desk.until("the field is there", () -> desk.find("#jsonSought").isVisible() && desk.find("#jsonSought").isFocused());
            desk.hands().write("CLUSTER_");
            desk.settle();
            var text = desk.fx(() -> ((TextArea) desk.find("#json")).getText());
            int places = text.split("cluster_", -1).length - 1;
            assertThat(places).isGreaterThan(1);
            assertThat(desk.text("#jsonFound")).isEqualTo("1 of " + places);
            desk.hands().push(KeyCode.ENTER);
            desk.settle();
            assertThat(desk.text("#jsonFound")).isEqualTo("2 of " + places);
            assertThat(desk.fx(() -> ((TextArea) desk.find("#json")).getSelectedText())).isEqualTo("cluster_");
            desk.fx(() -> {
                ((TextField) desk.find("#jsonSought")).setText("no such text");
                return true;
            });
            desk.settle();
            assertThat(desk.text("#jsonFound")).isEqualTo("not found");
            desk.hands().push(KeyCode.ESCAPE);
            desk.settle();
            assertThat(desk.fx(() -> desk.find("#jsonSought").isVisible() && desk.find("#jsonSought").getParent().isVisible()))
                    .isFalse();
            desk.fx(() -> {
                ((javafx.scene.control.Button) desk.find("#copyJson")).fire();
                return true;
            });
            assertThat(desk.fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(desk.shown().get(3).raw().text());
        }
    }
}
