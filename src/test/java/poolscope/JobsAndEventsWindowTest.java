package poolscope;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.V2DetailsFixture.asked;
import static poolscope.V2DetailsFixture.choose;
import static poolscope.V2DetailsFixture.open;
import static poolscope.V2DetailsFixture.select;
import static poolscope.V2DetailsFixture.sent;
import static poolscope.V2DetailsFixture.table;
import static poolscope.V2DetailsFixture.untilJobsAreKnown;
import static poolscope.V2DetailsFixture.written;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import poolscope.pool.node.PoolEvent;
import poolscope.pool.node.PoolJob;
import poolscope.settings.Settings;

/// The jobs and events of a pool of v2 in the window, and the export of what is in view.
class JobsAndEventsWindowTest {
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
            int left = app.fx(() -> table(app, "#jobTable").getItems().size());
            assertThat(app.text("#contentsSummary")).startsWith("Running " + left + " (")
                    .endsWith(". " + left + " of " + all + " jobs shown.");
            app.fx(() -> {
                ((TextField) app.find("#contentsSought")).setText("nosuchjob");
                return true;
            });
            app.until("what hides the jobs is said",
                    () -> table(app, "#jobTable").getPlaceholder() instanceof Label label
                            && label.getText().matches("No job matches “nosuchjob”, “On .+”\\."));
            app.fx(() -> {
                ((TextField) app.find("#contentsSought")).clear();
                ((Button) app.find("#unlimit")).fire();
                return true;
            });
            app.until("all are shown again", () -> table(app, "#jobTable").getItems().size() == all);
        }
    }

    /// Half of it was under the header.
    @Test
    void the_first_marked_node_is_wholly_in_view() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            choose(app, "NODES");
            untilJobsAreKnown(app);
            var jobs = app.fx(() -> {
                ((ToggleButton) app.find("#tabJOBS")).fire();
                return List.copyOf(table(app, "#jobTable").getItems());
            });
            for (int i = 0; i < jobs.size(); i++) {
                if (((PoolJob) jobs.get(i)).hostIps().isEmpty()) continue;
                showNodes(app, i);
                app.until("its first node is in view", () -> isWhollyInView(app.find("#nodeTable"), marked(app)));
            }
        }
    }

    private static void showNodes(AppFixture app, int job) {
        choose(app, "JOBS");
        app.until("they are shown", () -> table(app, "#jobTable").isVisible());
        app.fx(() -> {
            table(app, "#jobTable").requestFocus();
            table(app, "#jobTable").getSelectionModel().clearAndSelect(job);
            return true;
        });
        app.hands().push(KeyCode.ENTER);
        app.settle();
    }

    private static boolean isWhollyInView(Node table, List<Node> rows) {
        var seen = table.lookup(".virtual-flow > .clipped-container");
        var place = seen.localToScene(seen.getLayoutBounds());
        return rows.stream()
                .map(row -> row.localToScene(row.getLayoutBounds()))
                .min(Comparator.comparing(Bounds::getMinY))
                .filter(row -> row.getMinY() >= place.getMinY() - 0.5 && row.getMaxY() <= place.getMaxY() + 0.5)
                .isPresent();
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

    /// Only a pointer over the cell showed it.
    @Test
    void the_whole_message_of_the_selected_event_is_under_the_table_and_warnings_are_marked() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            choose(app, "EVENTS");
            app.until("the events are there", () -> table(app, "#eventTable").isVisible());
            assertThat(app.text("#eventMessage")).startsWith("Select an event");
            app.fx(() -> {
                table(app, "#eventTable").requestFocus();
                return true;
            });
            app.hands().push(KeyCode.DOWN).push(KeyCode.DOWN);
            var event = app.fx(() -> (PoolEvent) table(app, "#eventTable").getSelectionModel().getSelectedItem());
            assertThat(app.text("#eventMessage")).isEqualTo(event.message().asText("")).isNotEmpty();
            app.until("nothing of it is cut", () -> ((Text) app.find("#eventMessage").lookup(".text")).getText()
                    .equals(event.message().asText("")));
            assertThat(app.fx(() -> app.find("#eventTable")
                    .lookupAll(".table-cell")
                    .stream()
                    .filter(cell -> cell instanceof TableCell<?, ?> one && one.getGraphic() != null)
                    .map(cell -> ((TableCell<?, ?>) cell).getText() + ((TableCell<?, ?>) cell).getGraphic().isVisible())
                    .distinct()
                    .toList())).containsExactlyInAnyOrder("Warningtrue", "Normalfalse");
        }
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

    /// The text that is drawn in each cell of a column, cut where it does not fit, beside the whole text.
    private static List<List<String>> drawn(AppFixture app, String table, String column) {
        return app.fx(() -> app.find(table)
                .lookupAll(".table-cell")
                .stream()
                .filter(cell -> cell instanceof TableCell<?, ?> one && one.getTableColumn() != null
                        && column.equals(one.getTableColumn().getId()) && !one.isEmpty())
                .map(cell -> List.of(((Text) cell.lookup(".text")).getText(), ((TableCell<?, ?>) cell).getText()))
                .toList());
    }

    @Test
    void in_a_zoomed_window_columns_are_as_wide_as_their_first_rows_need() throws Exception {
        try (var app = open()) {
            app.fx(() -> {
                var windowAppearance = app.appComposition.settings()
                        .part(Settings::windowAppearance, Settings::withWindowAppearance);
                windowAppearance.set(windowAppearance.get().withZoomPercent(125));
                // the details may be below the table: high enough for rows there
                app.appComposition.stage().setHeight(980);
                return true;
            });
            select(app, "aurora");
            choose(app, "JOBS");
            app.until("the jobs are there", () -> !drawn(app, "#jobTable", "job.status").isEmpty());
            choose(app, "EVENTS");
            app.until("the events are there", () -> !drawn(app, "#eventTable", "event.last").isEmpty());
            app.settle();
            for (var cell : drawn(app, "#eventTable", "event.last"))
                assertThat(cell.getFirst()).isEqualTo(cell.getLast());
            choose(app, "JOBS");
            app.settle();
            for (var column : List.of("job.status", "job.name"))
                assertThat(drawn(app, "#jobTable", column)).isNotEmpty()
                        .allSatisfy(cell -> assertThat(cell.getFirst()).isEqualTo(cell.getLast()));
        }
    }

    /// The nodes of a job took the room, and its duration was under the scroll bar.
    @Test
    void the_duration_of_jobs_is_seen_whole_beside_their_nodes() throws Exception {
        try (var app = open()) {
            ColumnWidthsWindowTest.sized(app, 1_280, 800, 100);
            select(app, "aurora");
            choose(app, "JOBS");
            app.until("the jobs are there", () -> !drawn(app, "#jobTable", "job.since").isEmpty());
            app.settle();
            for (var cell : drawn(app, "#jobTable", "job.since"))
                assertThat(cell.getFirst()).isEqualTo(cell.getLast()).matches("\\d.*");
            var table = table(app, "#jobTable");
            assertThat(app.fx(() -> table.getColumns().subList(0, 6).stream().mapToDouble(one -> one.getWidth()).sum()))
                    .isLessThan(app.fx(() -> table.getWidth() - 12));
        }
    }

    /// Columns kept the width that another pool had needed.
    @Test
    void columns_of_nodes_get_narrower_for_another_pool() throws Exception {
        try (var app = open()) {
            ColumnWidthsWindowTest.sized(app, 1_280, 800, 100);
            select(app, "aurora");
            choose(app, "NODES");
            untilJobsAreKnown(app);
            var column = table(app, "#nodeTable").getColumns().getFirst();
            double narrow = app.fx(column::getWidth);
            select(app, "maple");
            app.until("it has longer names", () -> column.getWidth() > narrow + 10);
            select(app, "aurora");
            app.until("its nodes are there", () -> Math.abs(column.getWidth() - narrow) < 1);
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
}
