package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.Value;
import poolscope.pool.node.PoolJob;
import poolscope.settings.Appearance;
import poolscope.ui.export.CopyModel;
import poolscope.ui.parts.LazyTooltip;

/// What stands inside a pool of v2, beside what the server says of it.
class NodesWindowTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static AppFixture open() throws Exception {
        return AppFixture.open(AppFixture.still(4).withV2Pools(12)).untilRead();
    }

    private static Pool select(AppFixture app, String name) {
        app.until("it is there", () -> app.shown().stream().anyMatch(pool -> isCalled(pool, name)));
        app.fx(() -> {
            var pool = app.shown().stream().filter(one -> isCalled(one, name)).findFirst().orElseThrow();
            app.table().getSelectionModel().clearAndSelect(app.shown().indexOf(pool));
            return true;
        });
        app.settle();
        return app.fx(() -> app.shown().stream().filter(one -> isCalled(one, name)).findFirst().orElseThrow());
    }

    private static boolean isCalled(Pool pool, String name) {
        return pool.poolIdentity().name().asText("").equals(name);
    }

    private static void choose(AppFixture app, String tab) {
        app.fx(() -> {
            ((ToggleButton) app.find("#tab" + tab)).fire();
            return true;
        });
    }

    private static List<JsonNode> sent(AppFixture app, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var uri = URI.create(app.cloud.endpoint() + path);
            var body = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
            return StreamSupport.stream(JSON.readTree(body).path("items").spliterator(), false).toList();
        }
    }

    private static long asked(AppFixture app, String ending) {
        return app.cloud.requests().stream().filter(request -> request.path().endsWith(ending)).count();
    }

    @SuppressWarnings("unchecked")
    private static TableView<Object> table(AppFixture app, String id) {
        return (TableView<Object>) app.find(id);
    }

    private static List<String> column(AppFixture app, String id) {
        return app.fx(() -> app.find("#nodeTable")
                .lookupAll(".table-cell")
                .stream()
                .filter(cell -> cell instanceof TableCell<?, ?> one && one.getTableColumn() != null
                        && id.equals(one.getTableColumn().getId()) && !one.isEmpty())
                .map(cell -> ((TableCell<?, ?>) cell).getText())
                .toList());
    }

    /// What stands in that column of each row, also of columns out of sight.
    @SuppressWarnings("unchecked")
    private static List<String> written(AppFixture app, String id) {
        return app.fx(() -> {
            var table = table(app, "#nodeTable");
            var column = table.getColumns().stream().filter(one -> id.equals(one.getId())).findFirst().orElseThrow();
            return table.getItems().stream().map((Function<Object, String>) column.getUserData()).toList();
        });
    }

    private static void untilJobsAreKnown(AppFixture app) {
        app.until("the jobs of nodes are there",
                () -> !written(app, "node.jobs").isEmpty() && !written(app, "node.jobs").contains("—"));
    }

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

    @Test
    void a_chosen_job_marks_its_nodes_and_a_node_shows_its_jobs_until_the_limit_is_removed() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            choose(app, "NODES");
            untilJobsAreKnown(app);
            choose(app, "JOBS");
            app.until("they are shown", () -> table(app, "#jobTable").isVisible());
            int all = app.fx(() -> table(app, "#jobTable").getItems().size());
            app.fx(() -> {
                table(app, "#jobTable").requestFocus();
                table(app, "#jobTable").getSelectionModel().select(0);
                return true;
            });
            var job = app.fx(() -> ((PoolJob) table(app, "#jobTable").getItems().getFirst()));
            app.hands().push(KeyCode.ENTER);
            app.until("its nodes are marked", () -> marked(app).size() == job.hostIps().size());
            assertThat(app.text("#markedText")).contains(job.name().asText(""));
            app.fx(() -> {
                ((Button) app.find("#unmark")).fire();
                return true;
            });
            app.until("nothing is marked", () -> marked(app).isEmpty() && !app.find("#markedChip").isVisible());
            app.fx(() -> {
                table(app, "#nodeTable").requestFocus();
                table(app, "#nodeTable").getSelectionModel().clearAndSelect(0);
                return true;
            });
            app.hands().push(KeyCode.ENTER);
            app.until("its jobs are shown",
                    () -> app.find("#onlyChip").isVisible() && table(app, "#jobTable").getItems().size() < all);
            app.fx(() -> {
                ((Button) app.find("#unlimit")).fire();
                return true;
            });
            app.until("all are shown again", () -> table(app, "#jobTable").getItems().size() == all);
        }
    }

    private static List<Node> marked(AppFixture app) {
        return app.find("#nodeTable")
                .lookupAll(".table-row-cell")
                .stream()
                .filter(row -> row.isVisible()
                        && row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("marked")))
                .toList();
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
            assertThat(PoolField.LARGEST_FREE_BLOCK.of(before)).isEqualTo(Value.ABSENT);
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
                            .anyMatch(pool -> PoolField.LARGEST_FREE_BLOCK.of(pool) instanceof Value.Number));
            app.click("#refresh");
            app.until("it was read again", () -> asked(app, "/metrics/runtime/pools") == 2);
            app.until("it is still known",
                    () -> app.shown()
                            .stream()
                            .filter(pool -> isCalled(pool, "aurora"))
                            .anyMatch(pool -> PoolField.LARGEST_FREE_BLOCK.of(pool) instanceof Value.Number));
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
            assertThat(app.text("#contentsSummary")).contains(said).contains(usable + " jobs of 1");
            app.until("the strip says it", () -> !app.text("#figure-free_gpusNote").isEmpty());
            assertThat(app.text("#figure-free_gpusNote").replace('\u00a0', ' ')).contains("(aurora)")
                    .contains(whole == 0 ? "no whole node" : whole + " whole")
                    .containsPattern("nodes read 1/\\d+");
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

    @Test
    void jobs_and_events_are_read_when_they_are_opened() throws Exception {
        try (var app = open()) {
            var aurora = select(app, "aurora");
            choose(app, "JOBS");
            app.until("the jobs are there", () -> table(app, "#jobTable").isVisible());
            var jobs = sent(app, "/v2/" + app.cloud.projectId() + "/pools/" + aurora.key() + "/workloads");
            long unfinished = jobs.stream()
                    .map(job -> job.path("status").asText())
                    .filter(status -> !List.of("Completed", "Terminated", "Failed").contains(status))
                    .count();
            assertThat((long) table(app, "#jobTable").getItems().size()).isEqualTo(unfinished);
            choose(app, "EVENTS");
            app.until("the events are there", () -> table(app, "#eventTable").isVisible());
            assertThat(table(app, "#eventTable").getItems()).isNotEmpty();
            assertThat(asked(app, "/nodes")).isZero();
        }
    }

    @Test
    void a_pool_of_v1_has_no_tabs_and_all_that_is_known_of_it_below_each_other() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            assertThat(app.fx(() -> app.find("#tabs").isVisible())).isTrue();
            var old = app.fx(() -> app.shown()
                    .stream()
                    .filter(pool -> PoolField.API.of(pool).equals(Value.text("v1")))
                    .findFirst()
                    .orElseThrow());
            select(app, old.poolIdentity().name().asText(""));
            app.until("the tabs are gone", () -> !app.find("#tabs").isVisible());
            assertThat(app.fx(() -> app.find("#json").isVisible())).isTrue();
        }
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
            app.cloud.heal();
            app.click("#contentsRefresh");
            app.until("the nodes are there", () -> table(app, "#nodeTable").getItems().size() > 0);
        }
    }

    @Test
    void another_pool_is_read_in_turn_and_the_tab_stays_open() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            choose(app, "NODES");
            app.until("the nodes are there", () -> table(app, "#nodeTable").getItems().size() > 0);
            var first = app.fx(() -> List.copyOf(table(app, "#nodeTable").getItems()));
            select(app, "birch");
            app.until("the other's nodes are there",
                    () -> asked(app, "/nodes") == 2 && !table(app, "#nodeTable").getItems().isEmpty()
                            && !table(app, "#nodeTable").getItems().equals(first));
            assertThat(app.fx(() -> ((ToggleButton) app.find("#tabNODES")).isSelected())).isTrue();
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
        }
    }

    private static Optional<MenuItem> item(List<MenuItem> items, String id) {
        return items.stream()
                .flatMap(item -> item instanceof Menu menu ? item(menu.getItems(), id).stream() : Stream.of(item))
                .filter(item -> id.equals(item.getId()))
                .findFirst();
    }

    private static MenuItem hcloud(AppFixture app) {
        return app
                .fx(() -> item(List.copyOf(((MenuBar) app.find(".menu-bar")).getMenus()), "copy-HCLOUD").orElseThrow());
    }

    private static void selectAll(AppFixture app, List<String> names) {
        app.fx(() -> {
            app.table().getSelectionModel().clearSelection();
            for (int i = 0; i < app.shown().size(); i++)
                if (names.contains(app.shown().get(i).poolIdentity().name().asText("")))
                    app.table().getSelectionModel().select(i);
            return true;
        });
        app.settle();
    }

    private static List<NamedCsvRecord> exported(AppFixture app, String name) throws Exception {
        var file = app.folder.resolve(name);
        app.saveAs(_ -> Optional.of(file.toString()));
        app.fx(() -> {
            ((Button) app.find("#contentsExport")).fire();
            return true;
        });
        app.until("it is said", () -> app.text("#contentsExported").contains(file.toString()));
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().toList();
        }
    }

    @Test
    void the_nodes_jobs_and_events_in_view_are_exported_in_their_order() throws Exception {
        try (var app = open()) {
            var aurora = select(app, "aurora");
            choose(app, "NODES");
            untilJobsAreKnown(app);
            app.fx(() -> {
                ((TextField) app.find("#contentsSought")).setText("abnormal");
                return true;
            });
            app.until("fewer are left", () -> table(app, "#nodeTable").getItems().size() < 5);
            var rows = exported(app, "nodes.csv");
            var abnormal = sent(app, "/v2/" + app.cloud.projectId() + "/pools/" + aurora.key() + "/nodes").stream()
                    .filter(node -> node.at("/status/phase").asText().equals("Abnormal"))
                    .map(node -> node.at("/metadata/name").asText())
                    .toList();
            assertThat(rows).extracting(row -> row.getField("node_name"))
                    .isEqualTo(written(app, "node.name"))
                    .containsExactlyInAnyOrderElementsOf(abnormal);
            assertThat(rows).allMatch(row -> row.getField("cluster_name").equals("aurora")
                    && row.getField("takes_jobs").endsWith("false"));
            assertThat(app.text("#contentsExported")).startsWith(abnormal.size() + " rows were written to ");
            app.fx(() -> {
                ((TextField) app.find("#contentsSought")).setText("");
                return true;
            });
            choose(app, "JOBS");
            app.until("what was said of the nodes is gone", () -> !app.find("#contentsExported").isVisible());
            var jobs = app.fx(() -> List.copyOf(table(app, "#jobTable").getItems()));
            assertThat(exported(app, "jobs.csv")).hasSize(jobs.size())
                    .extracting(row -> row.getField("job_name"))
                    .isEqualTo(jobs.stream().map(job -> ((PoolJob) job).name().asText("")).toList());
            choose(app, "EVENTS");
            app.until("the events are there", () -> table(app, "#eventTable").isVisible());
            var events = sent(app, "/v1/" + app.cloud.projectId() + "/events?resource=pools&name=" + aurora.key());
            assertThat(exported(app, "events.csv")).hasSameSizeAs(events)
                    .allMatch(row -> row.getField("cluster_name").equals("aurora"))
                    .extracting(row -> row.getField("message"))
                    .containsExactlyInAnyOrderElementsOf(
                            events.stream().map(event -> event.path("message").asText()).toList());
            app.saveAs(_ -> Optional.of(app.folder.resolve("nowhere/jobs.csv").toString()));
            app.fx(() -> {
                ((Button) app.find("#contentsExport")).fire();
                return true;
            });
            app.until("it is said", () -> app.text("#contentsExported").contains("its folder does not exist"));
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
            assertThat(app.fx(() -> app.find("#contentsExport").isDisabled())).isTrue();
            app.cloud.heal();
            app.click("#contentsRefresh");
            app.until("the nodes are there", () -> table(app, "#nodeTable").getItems().size() > 0);
            assertThat(app.fx(() -> app.find("#contentsExport").isDisabled())).isFalse();
            app.fx(() -> {
                ((TextField) app.find("#contentsSought")).setText("nosuchnode");
                return true;
            });
            app.until("the search found nothing", () -> table(app, "#nodeTable").getItems().isEmpty());
            assertThat(app.fx(() -> ((Label) table(app, "#nodeTable").getPlaceholder()).getText()))
                    .isEqualTo("Nothing here matches.");
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
                    .isGreaterThan(4);
            assertThat(app.fx(() -> LazyTooltip.getText((Label) app.find("#contentsSummary"))))
                    .isEqualTo(app.text("#contentsSummary"));
        }
    }

    @Test
    void the_hcloud_command_is_offered_for_pools_of_v2_only_and_says_why() throws Exception {
        try (var app = open()) {
            var item = hcloud(app);
            var v1 = app.fx(() -> app.shown()
                    .stream()
                    .filter(pool -> PoolField.API.of(pool).equals(Value.text("v1")))
                    .map(pool -> pool.poolIdentity().name().asText(""))
                    .toList());
            select(app, v1.getFirst());
            app.until("it is disabled", item::isDisable);
            assertThat(app.fx(item::getText)).contains("pools of v2 only");
            select(app, "aurora");
            app.until("it is enabled", () -> !item.isDisable());
            assertThat(app.fx(item::getText)).doesNotContain("of v2 only");
            selectAll(app, v1.subList(0, 2));
            app.until("it is disabled again", item::isDisable);
            selectAll(app, List.of(v1.getFirst(), "aurora"));
            app.until("one of v2 is enough", () -> !item.isDisable());
            app.fx(() -> {
                item.fire();
                return true;
            });
            app.until("it was copied", () -> Clipboard.getSystemClipboard().hasString());
            assertThat(app.fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(
                    "hcloud ModelArts ListPools --cli-region='demo-1' --project_id='" + app.cloud.projectId() + "'");
        }
    }

    private static String overview(AppFixture app) {
        return app.fx(() -> app.find("#groups")
                .lookupAll(".label")
                .stream()
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining("\n")));
    }

    @Test
    void what_a_node_of_a_specification_has_is_what_the_service_says_before_the_built_in_table() throws Exception {
        try (var app = open()) {
            var aurora = select(app, "aurora");
            var flavor = sent(app, "/v1/" + app.cloud.projectId() + "/resourceflavors").stream()
                    .filter(one -> aurora.nodes()
                            .specification()
                            .asText("")
                            .contains(one.at("/metadata/name").asText()))
                    .filter(one -> one.at("/spec/npu").isObject())
                    .findFirst()
                    .orElseThrow();
            app.until("it is said", () -> overview(app).contains("[" + flavor.at("/spec/cpu").asText() + " vCPU · "
                    + flavor.at("/spec/memory").asText().replace("Gi", " GiB · ") + flavor.at("/spec/npu/size").asText()
                    + " × " + flavor.at("/spec/npu/type").asText() + " a node, from the service]"));
        }
    }

    /// Their texts are computed when the pointer enters.
    private static List<String> tooltips(AppFixture app, PoolField field) {
        return app.fx(() -> app.table()
                .lookupAll(".value-cell")
                .stream()
                .filter(cell -> cell instanceof TableCell<?, ?> one && !one.isEmpty()
                        && one.getTableColumn().getUserData() == field)
                .map(LazyTooltip::getText)
                .toList());
    }

    @Test
    void the_tooltip_of_a_specification_says_of_each_what_the_service_does_wherever_it_is_shown() throws Exception {
        try (var app = open()) {
            var aurora = select(app, "aurora");
            assertThat(aurora.nodes().groups()).as("of two specifications").hasSize(2);
            var expected = aurora.nodes()
                    .groups()
                    .stream()
                    .map(group -> group.specification().asText(""))
                    .map(name -> Pattern.quote(name) + "\n\\[.* a node, from the service]")
                    .collect(Collectors.joining("\n"));
            app.until("the service's list is known",
                    () -> LazyTooltip.getText(app.find("#detail-specification")).matches(expected));
            app.type("aurora");
            app.until("only it is shown", () -> app.shown().size() <= 2);
            app.fx(() -> {
                var table = app.table();
                table.scrollToColumn(table.getColumns()
                        .stream()
                        .filter(column -> column.getUserData() == PoolField.SPECIFICATION)
                        .findFirst()
                        .orElseThrow());
                return true;
            });
            app.settle();
            assertThat(tooltips(app, PoolField.SPECIFICATION)).anyMatch(text -> text.matches(expected));
        }
    }

    @Test
    void the_JSON_is_as_high_as_its_tab() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            choose(app, "JSON");
            app.until("it is shown", () -> app.find("#json") != null && app.find("#json").isVisible()
                    && app.find("#json").getBoundsInParent().getHeight() > 0);
            app.settle();
            assertThat(app.fx(() -> app.find("#scroll").localToScene(app.find("#scroll").getLayoutBounds()).getMaxY()
                    - app.find("#json").localToScene(app.find("#json").getLayoutBounds()).getMaxY()))
                    .isBetween(0.0, 20.0);
        }
    }

    @Test
    void without_the_services_list_of_specifications_the_built_in_table_is_asked() throws Exception {
        try (var cloud = TestCloud.start(AppFixture.still(4).withV2Pools(12))) {
            cloud.failPart("/resourceflavors", Fault.forbidden());
            try (var app = AppFixture.open(cloud, Files.createTempDirectory("app"), Appearance.Theme.LIGHT)
                    .untilRead()) {
                select(app, "aurora");
                app.until("it is said", () -> overview(app)
                        .contains("[192 vCPU · 768 GiB · 8 × Ascend 910 a node, from the built-in table]"));
            }
        }
    }

    @Test
    void what_could_not_be_read_is_said_above_the_table_with_the_permission_that_it_needs() throws Exception {
        try (var cloud = TestCloud.start(AppFixture.still(4).withV2Pools(12))) {
            cloud.failPart("/metrics/runtime/pools", Fault.forbidden());
            cloud.failPart("/scheduled-events", Fault.forbidden());
            try (var app = AppFixture.open(cloud, Files.createTempDirectory("app"), Appearance.Theme.LIGHT)
                    .untilRead()) {
                app.until("it is said", () -> app.find("#sentence") != null && app.text("#sentence")
                        .contains(
                                "Not read: free CPU, memory and cards; the permission modelarts:pool:list is missing."));
                assertThat(app.text("#sentence")).contains("Not read: planned maintenance; "
                        + "the permission for GET /v1/PROJECT/scheduled-events is missing, its name is not documented.");
                assertThat(app.shown()).hasSize(16);
            }
        }
    }

    @Test
    void the_call_that_is_copied_is_the_one_that_lists_the_pool() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            app.fx(() -> {
                app.appComposition.copies().copy(CopyModel.Kind.CURL, PoolField::id, text -> {
                    var content = new ClipboardContent();
                    content.putString(text);
                    return Clipboard.getSystemClipboard().setContent(content);
                });
                return true;
            });
            app.until("it was copied", () -> Clipboard.getSystemClipboard().hasString());
            assertThat(app.fx(() -> Clipboard.getSystemClipboard().getString()))
                    .isEqualTo("curl -sS -H \"X-Auth-Token: $TOKEN\" '" + app.cloud.endpoint() + "/v2/"
                            + app.cloud.projectId() + "/pools'");
        }
    }
}
