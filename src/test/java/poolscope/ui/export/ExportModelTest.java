package poolscope.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.export.ExportFormat;
import poolscope.export.ExportObstacle;
import poolscope.live.Job;
import poolscope.pool.PoolField;
import poolscope.settings.RecentChoices;
import poolscope.settings.Settings;
import poolscope.settings.TableLayout;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;
import poolscope.ui.pools.RowSet;

class ExportModelTest {
    private static final ExportChoices PLAIN = new ExportChoices(ExportChoices.Rows.FILTERED,
            ExportChoices.Columns.SHOWN, ExportFormat.CSV, false, false, false);

    /// The columns on screen, and those that say where a pool comes from.
    private static final String HEADER = "<cluster_name>,<status>,<connection>,<region>,<project>\r\n";

    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ObjectProperty<RecentChoices> recentChoices;
    private ExportModel model;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        fixture.connect("prod: east", SentPool.of("b", 8).withStatus("abnormal"), SentPool.of("a", 16));
        fixture.pools.layoutProperty()
                .set(new TableLayout(List.of(new TableLayout.Column("cluster_name", 100, true, false),
                        new TableLayout.Column("status", 100, true, false)), List.of()));
        fixture.read();
        recentChoices = fixture.settings.part(Settings::recentChoices, Settings::withHabits);
        model = reopened();
        model.exportChoicesProperty().set(PLAIN);
    }

    private ExportModel reopened() {
        return new ExportModel(new ExportModel.Dependencies(fixture.pools, fixture.fleet, fixture.clock,
                () -> ZoneOffset.UTC, "PoolScope 1", recentChoices, new Job<>(fixture.executors)));
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        fixture.close();
    }

    private void write(String name) {
        model.write(folder.resolve(name).toString(), field -> "<" + field.id() + ">");
        fixture.run();
    }

    private ExportState state() {
        return model.stateProperty().get();
    }

    @Test
    void the_rows_and_columns_on_screen_are_written_in_the_background() throws Exception {
        var file = folder.resolve("pools.csv");
        model.write(file.toString(), field -> "<" + field.id() + ">");
        assertThat(state()).isEqualTo(new ExportState.Writing());
        assertThat(file).doesNotExist();
        fixture.run();
        assertThat(state()).isEqualTo(new ExportState.Written(2, file.toString()));
        assertThat(Files.readString(file)).isEqualTo(HEADER + "b,abnormal,prod: east,,\r\na,running,prod: east,,\r\n");
    }

    @Test
    void filtered_selected_and_all_pools_are_different_files() throws Exception {
        fixture.filter("status:running");
        write("filtered.csv");
        assertThat(Files.readString(folder.resolve("filtered.csv"))).isEqualTo(HEADER + "a,running,prod: east,,\r\n");
        model.exportChoicesProperty().set(PLAIN.withRows(ExportChoices.Rows.ALL));
        write("all.csv");
        assertThat(Files.readString(folder.resolve("all.csv"))).contains("b,abnormal", "a,running");
        fixture.filter("");
        fixture.pools.selection().select(RowSet.only(0));
        model.exportChoicesProperty().set(PLAIN.withRows(ExportChoices.Rows.SELECTED));
        assertThat(model.count(ExportChoices.Rows.SELECTED)).isOne();
        write("selected.csv");
        assertThat(Files.readString(folder.resolve("selected.csv"))).contains("b,abnormal").doesNotContain("a,running");
    }

    @Test
    void the_API_s_names_and_all_columns_can_be_chosen() throws Exception {
        model.exportChoicesProperty()
                .set(new ExportChoices(ExportChoices.Rows.FILTERED, ExportChoices.Columns.ALL, ExportFormat.CSV, false,
                        true, false));
        write("all.csv");
        assertThat(Files.readString(folder.resolve("all.csv")).lines().findFirst().orElseThrow().split(","))
                .hasSizeGreaterThan(5)
                .contains("cluster_id", "allocatable_gpus", "region");
    }

    @Test
    void a_name_without_an_ending_gets_that_of_the_format_and_an_existing_file_is_asked_about() throws Exception {
        var existing = folder.resolve("pools.csv");
        Files.writeString(existing, "mine");
        write("pools");
        assertThat(state()).isEqualTo(new ExportState.Existing(existing.toString()));
        assertThat(Files.readString(existing)).isEqualTo("mine");
        model.replace();
        fixture.run();
        assertThat(state()).isEqualTo(new ExportState.Written(2, existing.toString()));
        assertThat(Files.readString(existing)).startsWith("<cluster_name>");
    }

    @Test
    void another_choice_answers_a_pending_question_with_no() throws Exception {
        Files.writeString(folder.resolve("pools.csv"), "mine");
        write("pools");
        model.exportChoicesProperty().set(PLAIN.withRows(ExportChoices.Rows.ALL));
        assertThat(state()).isEqualTo(ExportState.CHOOSING);
        assertThat(Files.readString(folder.resolve("pools.csv"))).isEqualTo("mine");
    }

    @Test
    void without_a_pool_to_write_it_asks_before_an_empty_file_is_written() throws Exception {
        fixture.filter("no-such-pool");
        assertThat(model.mayAsk()).isFalse();
        assertThat(state()).isEqualTo(new ExportState.Empty());
        assertThat(model.mayAsk()).as("the second time it is meant").isTrue();
        write("none.csv");
        assertThat(Files.readString(folder.resolve("none.csv"))).isEqualTo(HEADER);
    }

    @Test
    void a_file_that_can_not_be_written_is_a_failure_with_its_reason() {
        write("no-such-folder/pools.csv");
        assertThat(state()).isInstanceOfSatisfying(ExportState.Failed.class, failed -> {
            assertThat(failed.exportObstacle()).isEqualTo(ExportObstacle.NO_FOLDER);
            assertThat(failed.file()).endsWith("pools.csv");
        });
    }

    @Test
    void a_cancelled_export_leaves_the_file_as_it_was() throws Exception {
        var existing = folder.resolve("pools.csv");
        Files.writeString(existing, "mine");
        model.write(existing.toString(), PoolField::id);
        model.cancel();
        fixture.run();
        assertThat(state()).isEqualTo(ExportState.CHOOSING);
        assertThat(Files.readString(existing)).isEqualTo("mine");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(existing);
        }
    }

    @Test
    void the_origin_is_written_beside_the_export_when_that_is_chosen() throws Exception {
        fixture.filter("status:running");
        model.exportChoicesProperty()
                .set(new ExportChoices(ExportChoices.Rows.FILTERED, ExportChoices.Columns.SHOWN, ExportFormat.CSV,
                        false, false, true));
        write("pools.csv");
        try (var files = Files.list(folder)) {
            var other = files.filter(file -> !file.endsWith("pools.csv")).toList();
            assertThat(other).hasSize(1);
            assertThat(Files.readString(other.getFirst())).contains("PoolScope 1", "prod: east", "status:running",
                    "2026-03-04T05:06:07Z");
        }
    }

    @Test
    void the_suggested_name_is_the_connection_and_the_minute_without_characters_that_a_system_forbids()
            throws Exception {
        assertThat(model.suggestedName()).isEqualTo("pools_prod-east_20260304-0506.csv");
        fixture.connect("lab");
        fixture.read();
        assertThat(model.suggestedName()).isEqualTo("pools_all_20260304-0506.csv");
    }

    @Test
    void the_last_choices_are_remembered_but_not_the_selection_when_nothing_is_selected() {
        model.exportChoicesProperty().set(PLAIN.withRows(ExportChoices.Rows.SELECTED));
        assertThat(recentChoices.get().export().rows()).isEqualTo("selected");
        var next = reopened();
        assertThat(next.exportChoicesProperty().get()).isEqualTo(PLAIN.withRows(ExportChoices.Rows.SELECTED));
        next.open();
        assertThat(next.exportChoicesProperty().get()).isEqualTo(PLAIN);
    }

    @Test
    void opening_the_dialog_while_a_file_is_written_shows_that() {
        model.write(folder.resolve("pools.csv").toString(), PoolField::id);
        model.open();
        assertThat(state()).isEqualTo(new ExportState.Writing());
        fixture.run();
        model.open();
        assertThat(state()).isEqualTo(ExportState.CHOOSING);
    }
}
