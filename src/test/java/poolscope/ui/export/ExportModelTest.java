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
import poolscope.export.ExportFileFailureReason;
import poolscope.export.ExportFormat;
import poolscope.export.FileWriteOutcome;
import poolscope.export.TranslatedValueLookup;
import poolscope.pool.PoolField;
import poolscope.settings.RecentCommandsAndExport;
import poolscope.settings.Settings;
import poolscope.settings.TableLayout;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;
import poolscope.ui.parts.BackgroundFileWriter;
import poolscope.ui.pools.SelectedRowIndexes;

class ExportModelTest {
    private static final ExportDialogChoices PLAIN = new ExportDialogChoices(ExportDialogChoices.Rows.FILTERED,
            ExportDialogChoices.Columns.SHOWN, ExportFormat.CSV, false, false, false, false);

    private static final TranslatedValueLookup WORDS = (field, fieldValue) -> "shown " + field.id();

    /// The columns on screen, and those that say where a pool comes from.
    private static final String HEADER = "<cluster_name>,<status>,<connection>,<region>,<project>\r\n";

    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ObjectProperty<RecentCommandsAndExport> recentCommandsAndExport;
    private ExportModel model;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        fixture.connect("prod: east", SentPool.of("b", 8).withStatus("abnormal"), SentPool.of("a", 16));
        fixture.pools.layoutProperty()
                .set(new TableLayout(List.of(new TableLayout.Column("cluster_name", 100, true, false),
                        new TableLayout.Column("status", 100, true, false)), List.of()));
        fixture.read();
        recentCommandsAndExport = fixture.settings.part(Settings::recentCommandsAndExport,
                Settings::withRecentCommandsAndExport);
        model = reopened();
        model.exportDialogChoicesProperty().set(PLAIN);
    }

    private ExportModel reopened() {
        return new ExportModel(new ExportModel.Dependencies(fixture.pools, fixture.observableTickedConnectionPools,
                fixture.clock, () -> ZoneOffset.UTC, "PoolScope 1", recentCommandsAndExport,
                new BackgroundFileWriter(fixture.executors)));
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        fixture.close();
    }

    private void write(String name) {
        model.write(folder.resolve(name).toString(), field -> "<" + field.id() + ">", WORDS);
        fixture.run();
    }

    private ExportDialogState state() {
        return model.stateProperty().get();
    }

    @Test
    void what_is_chosen_in_the_settings_is_chosen_in_the_dialog_too() {
        recentCommandsAndExport.set(recentCommandsAndExport.get()
                .withExport(recentCommandsAndExport.get().export().withAsShown(true).withForSpreadsheets(true)));
        assertThat(model.exportDialogChoicesProperty().get().asShown()).isTrue();
        assertThat(model.exportDialogChoicesProperty().get().forSpreadsheets()).isTrue();
    }

    @Test
    void the_rows_and_columns_on_screen_are_written_in_the_background() throws Exception {
        var file = folder.resolve("pools.csv");
        model.write(file.toString(), field -> "<" + field.id() + ">", WORDS);
        assertThat(state()).isEqualTo(new ExportDialogState.Writing());
        assertThat(file).doesNotExist();
        fixture.run();
        assertThat(state()).isEqualTo(new ExportDialogState.Ended(new FileWriteOutcome.Written(2, file.toString())));
        assertThat(Files.readString(file)).isEqualTo(HEADER + "b,abnormal,prod: east,,\r\na,running,prod: east,,\r\n");
    }

    @Test
    void filtered_selected_and_all_pools_are_different_files() throws Exception {
        fixture.filter("status:running");
        write("filtered.csv");
        assertThat(Files.readString(folder.resolve("filtered.csv"))).isEqualTo(HEADER + "a,running,prod: east,,\r\n");
        model.exportDialogChoicesProperty().set(PLAIN.withRows(ExportDialogChoices.Rows.ALL));
        write("all.csv");
        assertThat(Files.readString(folder.resolve("all.csv"))).contains("b,abnormal", "a,running");
        fixture.filter("");
        fixture.pools.selection().select(SelectedRowIndexes.only(0));
        model.exportDialogChoicesProperty().set(PLAIN.withRows(ExportDialogChoices.Rows.SELECTED));
        assertThat(model.count(ExportDialogChoices.Rows.SELECTED)).isOne();
        write("selected.csv");
        assertThat(Files.readString(folder.resolve("selected.csv"))).contains("b,abnormal").doesNotContain("a,running");
    }

    @Test
    void the_clipboard_gets_what_the_file_would_contain_without_its_byte_order_mark() throws Exception {
        fixture.filter("status:running");
        model.exportDialogChoicesProperty()
                .set(new ExportDialogChoices(ExportDialogChoices.Rows.FILTERED, ExportDialogChoices.Columns.SHOWN,
                        ExportFormat.CSV, true, false, false, false));
        write("a.csv");
        var file = java.nio.file.Files.readString(folder.resolve("a.csv"));
        var copied = model.textToCopy(field -> "<" + field.id() + ">", (_, _) -> "word");
        assertThat(copied.rows()).isEqualTo(1).isEqualTo(copied.all());
        assertThat("\uFEFF" + copied.text()).isEqualTo(file);
    }

    @Test
    void no_more_is_copied_than_the_window_bears_and_both_numbers_are_said() throws Exception {
        fixture.connect("many",
                java.util.stream.IntStream.range(0, 2_100)
                        .mapToObj(i -> SentPool.of("p" + i, 8))
                        .toArray(SentPool[]::new));
        fixture.read();
        var copied = model.textToCopy(PoolField::id, (_, _) -> "word");
        assertThat(copied.rows()).isEqualTo(2_000);
        assertThat(copied.all()).isEqualTo(2_102);
        assertThat(copied.text().lines()).hasSize(2_001);
    }

    @Test
    void the_API_s_names_and_all_columns_can_be_chosen() throws Exception {
        model.exportDialogChoicesProperty()
                .set(new ExportDialogChoices(ExportDialogChoices.Rows.FILTERED, ExportDialogChoices.Columns.ALL,
                        ExportFormat.CSV, false, true, false, false));
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
        assertThat(state()).isEqualTo(new ExportDialogState.Existing(existing.toString()));
        assertThat(Files.readString(existing)).isEqualTo("mine");
        model.replace();
        fixture.run();
        assertThat(state())
                .isEqualTo(new ExportDialogState.Ended(new FileWriteOutcome.Written(2, existing.toString())));
        assertThat(Files.readString(existing)).startsWith("<cluster_name>");
    }

    @Test
    void another_choice_answers_a_pending_question_with_no() throws Exception {
        Files.writeString(folder.resolve("pools.csv"), "mine");
        write("pools");
        model.exportDialogChoicesProperty().set(PLAIN.withRows(ExportDialogChoices.Rows.ALL));
        assertThat(state()).isEqualTo(ExportDialogState.CHOOSING);
        assertThat(Files.readString(folder.resolve("pools.csv"))).isEqualTo("mine");
    }

    @Test
    void without_a_pool_to_write_it_asks_before_an_empty_file_is_written() throws Exception {
        fixture.filter("no-such-pool");
        assertThat(model.mayAsk()).isFalse();
        assertThat(state()).isEqualTo(new ExportDialogState.Empty());
        assertThat(model.mayAsk()).as("the second time it is meant").isTrue();
        write("none.csv");
        assertThat(Files.readString(folder.resolve("none.csv"))).isEqualTo(HEADER);
    }

    @Test
    void a_file_that_can_not_be_written_is_a_failure_with_its_reason() {
        write("no-such-folder/pools.csv");
        assertThat(state()).isInstanceOfSatisfying(ExportDialogState.Ended.class, ended -> {
            var failed = (FileWriteOutcome.Failed) ended.outcome();
            assertThat(failed.failure()).isEqualTo(ExportFileFailureReason.NO_FOLDER);
            assertThat(failed.file()).endsWith("pools.csv");
        });
    }

    @Test
    void a_cancelled_export_leaves_the_file_as_it_was() throws Exception {
        var existing = folder.resolve("pools.csv");
        Files.writeString(existing, "mine");
        model.write(existing.toString(), PoolField::id, WORDS);
        model.cancel();
        fixture.run();
        assertThat(state()).isEqualTo(ExportDialogState.CHOOSING);
        assertThat(Files.readString(existing)).isEqualTo("mine");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(existing);
        }
    }

    @Test
    void rows_as_shown_have_the_words_of_the_screen_and_never_the_names_of_the_API() throws Exception {
        model.exportDialogChoicesProperty()
                .set(new ExportDialogChoices(ExportDialogChoices.Rows.FILTERED, ExportDialogChoices.Columns.SHOWN,
                        ExportFormat.CSV, false, true, true, false));
        write("shown.csv");
        assertThat(Files.readString(folder.resolve("shown.csv"))).startsWith(HEADER)
                .contains("a,shown status,")
                .doesNotContain("running");
        assertThat(recentCommandsAndExport.get().export().asShown()).as("it is remembered").isTrue();
    }

    @Test
    void the_origin_is_written_beside_the_export_when_that_is_chosen() throws Exception {
        fixture.filter("status:running");
        model.exportDialogChoicesProperty()
                .set(new ExportDialogChoices(ExportDialogChoices.Rows.FILTERED, ExportDialogChoices.Columns.SHOWN,
                        ExportFormat.CSV, false, false, false, true));
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
        model.exportDialogChoicesProperty().set(PLAIN.withRows(ExportDialogChoices.Rows.SELECTED));
        assertThat(recentCommandsAndExport.get().export().rows()).isEqualTo("selected");
        var next = reopened();
        assertThat(next.exportDialogChoicesProperty().get())
                .isEqualTo(PLAIN.withRows(ExportDialogChoices.Rows.SELECTED));
        next.open();
        assertThat(next.exportDialogChoicesProperty().get()).isEqualTo(PLAIN);
    }

    @Test
    void opening_the_dialog_while_a_file_is_written_shows_that() {
        model.write(folder.resolve("pools.csv").toString(), PoolField::id, WORDS);
        model.open();
        assertThat(state()).isEqualTo(new ExportDialogState.Writing());
        fixture.run();
        model.open();
        assertThat(state()).isEqualTo(ExportDialogState.CHOOSING);
    }
}
