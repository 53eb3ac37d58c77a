package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import poolscope.pool.Pool;
import poolscope.ui.pools.SelectedRowIndexes;

/// The details of no pool, of one and of many.
class DetailsWindowTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static void select(AppFixture appFixture, int place) {
        appFixture.fx(() -> {
            appFixture.table().getSelectionModel().select(place);
            return true;
        });
        appFixture.settle();
    }

    private static JsonNode json(Pool pool) {
        try {
            return JSON.readTree(pool.raw().text());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String value(AppFixture appFixture, String name) {
        return appFixture.fx(() -> appFixture.find("#many")
                .lookupAll(".line")
                .stream()
                .map(line -> line.lookupAll(".label").stream().map(label -> ((Label) label).getText()).toList())
                .filter(words -> words.getFirst().equals(name))
                .findFirst()
                .orElse(List.of("", ""))
                .getLast());
    }

    @Test
    void with_nothing_selected_the_details_are_the_totals_of_what_is_shown() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            assertThat(appFixture.text("#summary-title")).isEqualTo("60 pools shown");
            appFixture.type("status:running");
            appFixture.until("the filter is on", () -> appFixture.table().getItems().size() < 60);
            var running = appFixture.shown().stream().map(DetailsWindowTest::json).toList();
            assertThat(appFixture.text("#summary-title")).isEqualTo(running.size() + " pools shown");
            long unknown = running.stream().filter(one -> !one.path("allocatable_gpus").isNumber()).count();
            assertThat(value(appFixture, "Accelerators")).contains(" · ")
                    .startsWith(SummaryWindowTest.cardsByFamily(appFixture));
            assertThat(value(appFixture, "Accelerators").contains("unknown")).isEqualTo(unknown > 0);
        }
    }

    @Test
    void the_details_say_that_the_filter_hides_their_pool() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            appFixture.shown();
            select(appFixture, 2);
            var name = appFixture.text(".details .pool-name");
            assertThat(appFixture.fx(() -> appFixture.find("#hiddenByFilter").isVisible())).isFalse();
            appFixture.type("nodes>100000");
            appFixture.until("it is said that the filter hides it",
                    () -> appFixture.find("#hiddenByFilter").isVisible());
            assertThat(appFixture.text("#hiddenByFilter")).isEqualTo("Hidden in the table by the filter");
            assertThat(appFixture.text(".details .pool-name")).isEqualTo(name);
            appFixture.type("");
            appFixture.until("it is shown again", () -> !appFixture.find("#hiddenByFilter").isVisible());
        }
    }

    /// The details went on with the pool that was selected before, and its owner was read as that of the hit.
    @Test
    void the_only_pool_that_a_filter_leaves_is_shown() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            var hit = appFixture.shown().get(30);
            select(appFixture, 2);
            appFixture.type("id:" + hit.key());
            appFixture.until("its details are shown", () -> appFixture.text("#detail-cluster_id").equals(hit.key()));
            assertThat(appFixture.fx(() -> appFixture.find("#hiddenByFilter").isVisible())).isFalse();
            appFixture.type("");
            appFixture.until("all are shown", () -> appFixture.table().getItems().size() == 60);
            assertThat(appFixture.text("#detail-cluster_id")).isEqualTo(hit.key());
            assertThat(appFixture.fx(() -> appFixture.table().getSelectionModel().getSelectedIndices()))
                    .containsExactly(30);
        }
    }

    @Test
    void of_several_pools_the_details_are_their_sums_and_what_they_have_in_common() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            appFixture.type("status:running");
            appFixture.until("the filter is on", () -> appFixture.table().getItems().size() < 60);
            appFixture.fx(() -> {
                appFixture.appComposition.pools().selection().select(SelectedRowIndexes.all(5));
                return true;
            });
            appFixture.until("the sums are there",
                    () -> ((Label) appFixture.find("#summary-title")).getText().equals("5 pools selected"));
            appFixture.until("what they have in common is there",
                    () -> !appFixture.find("#many").lookupAll(".section").isEmpty()
                            && appFixture.find("#many").lookupAll(".section").size() == 2);
            assertThat(value(appFixture, "Status")).isEqualTo("running");
            assertThat(value(appFixture, "Connection")).isEqualTo("Demo cloud");
            assertThat(value(appFixture, "ID")).isEmpty();
            var five = appFixture.shown().subList(0, 5).stream().map(DetailsWindowTest::json).toList();
            double cores = five.stream().mapToDouble(one -> one.path("allocatable_cpu_cores").asDouble()).sum();
            assertThat(Double.parseDouble(value(appFixture, "CPU").split(" ", 2)[0].replace(",", ""))).isCloseTo(cores,
                    org.assertj.core.data.Offset.offset(1.0));
        }
    }

    @Test
    void the_head_of_a_group_stands_for_its_pools() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            appFixture.fx(() -> {
                appFixture.appComposition.pools().groups().groupBy(poolscope.pool.table.PoolGroupingCriterion.STATUS);
                return true;
            });
            appFixture.until("there are groups",
                    () -> !appFixture.appComposition.pools().arrangedPools().groups().isEmpty());
            select(appFixture, 0);
            long running = appFixture.cloudPools()
                    .stream()
                    .filter(pool -> json(pool).path("status").asText().equals("running"))
                    .count();
            appFixture.until("the sums are there",
                    () -> ((Label) appFixture.find("#summary-title")).getText().equals("running — " + running));
        }
    }

    @Test
    void the_details_of_another_pool_begin_at_their_top() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            select(appFixture, 3);
            var scroll = (ScrollPane) appFixture.find(".details #scroll");
            appFixture.fx(() -> {
                scroll.setVvalue(.8);
                return true;
            });
            select(appFixture, 4);
            assertThat(appFixture.fx(scroll::getVvalue)).isZero();
        }
    }

    @Test
    void of_one_pool_a_known_specification_is_decoded_beside_its_name_and_the_bar_says_its_numbers() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            var shown = appFixture.shown();
            int known = indexOf(shown,
                    one -> one.path("nodes").path("specification").asText().equals("modelarts.vm.gpu.v100")
                            && one.path("nodes").path("available_count").isNumber());
            select(appFixture, known);
            assertThat(appFixture.text("#detail-specification")).isEqualTo("modelarts.vm.gpu.v100");
            assertThat(appFixture.text("#detail-flavor"))
                    .isEqualTo("[8 vCPU · 64 GiB · 1 × V100 a node, from the built-in table]");
            var nodes = json(shown.get(known)).path("nodes");
            assertThat(appFixture.fx(() -> ((ProgressBar) appFixture.find("#nodes-bar")).getAccessibleText()))
                    .startsWith(nodes.path("available_count").asText() + " of " + nodes.path("count").asText()
                            + " nodes available");
            assertThat(appFixture.text("#where")).startsWith("Demo cloud / demo-1 · owner: ");
            int unknown = indexOf(shown,
                    one -> one.path("nodes").path("specification").asText().equals("modelarts.bm.snt9z.c48.preview"));
            select(appFixture, unknown);
            assertThat(appFixture.text("#detail-specification")).isEqualTo("modelarts.bm.snt9z.c48.preview");
            assertThat(appFixture.fx(() -> appFixture.find("#detail-flavor").isVisible())).isFalse();
        }
    }

    private static int indexOf(List<Pool> pools, java.util.function.Predicate<JsonNode> wanted) {
        for (int i = 0; i < pools.size(); i++)
            if (wanted.test(json(pools.get(i)))) return i;
        throw new AssertionError("no such pool");
    }

    @Test
    void text_is_found_in_the_json_by_the_key_that_otherwise_goes_to_the_filter_bar() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            select(appFixture, 3);
            appFixture.fx(() -> {
                appFixture.find("#json").requestFocus();
                return true;
            });
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.F);
            appFixture.until("the field is there",
                    () -> appFixture.find("#jsonSought").isVisible() && appFixture.find("#jsonSought").isFocused());
            appFixture.hands().write("CLUSTER_");
            appFixture.settle();
            var text = appFixture.fx(() -> ((TextArea) appFixture.find("#json")).getText());
            int places = text.split("cluster_", -1).length - 1;
            assertThat(places).isGreaterThan(1);
            assertThat(appFixture.text("#jsonFound")).isEqualTo("1 of " + places);
            appFixture.hands().push(KeyCode.ENTER);
            appFixture.settle();
            assertThat(appFixture.text("#jsonFound")).isEqualTo("2 of " + places);
            assertThat(appFixture.fx(() -> ((TextArea) appFixture.find("#json")).getSelectedText()))
                    .isEqualTo("cluster_");
            appFixture.fx(() -> {
                ((TextField) appFixture.find("#jsonSought")).setText("no such text");
                return true;
            });
            appFixture.settle();
            assertThat(appFixture.text("#jsonFound")).isEqualTo("not found");
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.settle();
            assertThat(appFixture.fx(() -> appFixture.find("#jsonSought").isVisible()
                    && appFixture.find("#jsonSought").getParent().isVisible())).isFalse();
            appFixture.fx(() -> {
                ((javafx.scene.control.Button) appFixture.find("#copyJson")).fire();
                return true;
            });
            assertThat(appFixture.fx(() -> Clipboard.getSystemClipboard().getString()))
                    .isEqualTo(appFixture.shown().get(3).raw().text());
        }
    }
}
