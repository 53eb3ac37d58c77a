package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.export.ExportFormat;
import poolscope.pool.Pool;
import poolscope.settings.WindowAppearance;
import poolscope.ui.export.CopyModel.Kind;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.pools.SelectedRowIndexes;

/// How pools leave the window: as files and through the clipboard.
class LeavingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void each_format_holds_the_pools_shown_in_the_order_shown(ExportFormat format) throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            appFixture.type("status:running");
            appFixture.until("the filter is on", () -> appFixture.table().getItems().size() < 240);
            appFixture.click("#cluster_name");
            appFixture.until("the rows are sorted",
                    () -> !appFixture.appComposition.pools().arrangedPools().tableQuery().sortOrder().keys().isEmpty());
            var shown = appFixture.shown();
            open(appFixture);
            assertThat(appFixture.fx(() -> ((RadioButton) appFixture.find("#filteredRows")).getText()))
                    .isEqualTo("Shown (" + shown.size() + " of 240)");
            choose(appFixture, format);
            set(appFixture, "#allColumns");
            set(appFixture, "#rawNames");
            var file = export(appFixture);
            assertThat(file.getFileName().toString()).matches("pools_Demo-cloud_\\d{8}-\\d{4}\\." + format.extension());
            check(shown, read(format, file));
        }
    }

    @Test
    void an_export_begins_with_what_was_chosen_for_the_last_one_also_after_a_restart(@TempDir Path settings)
            throws Exception {
        try (var appFixture = AppFixture
                .open(TestCloud.start(AppFixture.still(20)), settings, WindowAppearance.Theme.LIGHT)
                .untilRead()) {
            open(appFixture);
            for (var choice : List.of("#allRows", "#allColumns", "#rawNames", "#withSources"))
                set(appFixture, choice);
            choose(appFixture, ExportFormat.XLSX);
        }
        try (var appFixture = AppFixture
                .open(TestCloud.start(AppFixture.still(20)), settings, WindowAppearance.Theme.LIGHT)
                .untilRead()) {
            appFixture.type("status:running");
            appFixture.until("the filter is on", () -> appFixture.table().getItems().size() < 20);
            open(appFixture);
            assertThat(appFixture.fx(() -> ((RadioButton) appFixture.find("#allRows")).isSelected())).isTrue();
            var file = export(appFixture);
            assertThat(file.getFileName().toString()).endsWith(".xlsx");
            assertThat(sheet(file)).extracting(List::getFirst)
                    .containsExactlyInAnyOrderElementsOf(appFixture.cloudPools()
                            .stream()
                            .map(pool -> pool.poolNamesAndOwner().id().asText(""))
                            .toList());
            assertThat(file.resolveSibling(file.getFileName().toString().replace(".xlsx", "-sources.json"))).exists();
        }
    }

    @Test
    void csv_opens_rightly_in_a_spreadsheet_unless_the_operator_does_not_want_that() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            open(appFixture);
            var file = export(appFixture);
            assertThat(Files.readString(file)).startsWith("\uFEFFName,Status,");
            assertThat(Files.readString(file).lines().findFirst().orElseThrow()).contains("(MiB)")
                    .endsWith("Region,Project");
            press(appFixture, "#closeExport");
            appFixture.until("the dialog is gone", () -> appFixture.find("#exportForm") == null);
            open(appFixture);
            set(appFixture, "#forSpreadsheets");
            assertThat(Files.readString(export(appFixture))).startsWith("Name,");
        }
    }

    @Test
    void selected_rows_are_exported_in_the_order_shown_with_their_account() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            select(appFixture, 7, 3, 5);
            open(appFixture);
            set(appFixture, "#selectedRows");
            choose(appFixture, ExportFormat.JSON);
            set(appFixture, "#withSources");
            var file = export(appFixture);
            var shown = appFixture.shown();
            assertThat(new ObjectMapper().readTree(file.toFile()).findValuesAsText("cluster_id"))
                    .containsExactly(shown.get(3).key(), shown.get(5).key(), shown.get(7).key());
            var account = new ObjectMapper()
                    .readTree(folder.resolve(file.getFileName().toString().replace(".json", "-sources.json")).toFile());
            assertThat(account.path("rows").asText()).isEqualTo("selected");
            assertThat(account.path("pools").asInt()).isEqualTo(3);
            assertThat(account.path("may_be_incomplete").asBoolean()).isFalse();
            assertThat(account.path("connections").path(0).path("endpoint").asText())
                    .isEqualTo(appFixture.cloud.endpoint().toString());
            assertThat(account.path("connections").path(0).path("pools").asInt()).isEqualTo(60);
        }
    }

    @Test
    void a_file_without_rows_is_asked_about_first() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.type("nosuchpool");
            appFixture.until("nothing is shown", () -> appFixture.table().getItems().isEmpty());
            open(appFixture);
            press(appFixture, "#export");
            assertThat(said(appFixture)).contains("no rows");
            assertThat(folder).isEmptyDirectory();
            assertThat(Files.readString(export(appFixture)).lines()).hasSize(1);
        }
    }

    @Test
    void a_file_that_nobody_was_asked_about_is_asked_about() throws Exception {
        Files.writeString(folder.resolve("mine.csv"), "old");
        try (var appFixture = AppFixture.open(5)) {
            open(appFixture);
            appFixture.saveAs(_ -> Optional.of(folder.resolve("mine").toString()));
            press(appFixture, "#export");
            appFixture.until("it asks", () -> said(appFixture).contains("exists already"));
            assertThat(folder.resolve("mine.csv")).hasContent("old");
            press(appFixture, "#export");
            appFixture.until("it is written", () -> said(appFixture).contains("written"));
            assertThat(Files.readString(folder.resolve("mine.csv")).lines()).hasSize(6);
        }
    }

    @Test
    void what_can_not_be_written_is_said_in_a_sentence_and_another_place_can_be_chosen() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            open(appFixture);
            appFixture.saveAs(_ -> Optional.of(folder.resolve("gone/pools.csv").toString()));
            press(appFixture, "#export");
            appFixture.until("it says why", () -> said(appFixture).contains("its folder does not exist"));
            assertThat(export(appFixture)).exists();
        }
    }

    @Test
    void an_incomplete_list_is_said_to_be_one() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.cloud.failAll(Fault.forbidden());
            appFixture.hands().push(KeyCode.F5);
            appFixture.until("it failed", () -> appFixture.find("#sourcesStatus").isVisible());
            open(appFixture);
            assertThat(appFixture.text("#shortfall")).startsWith("May be incomplete or out of date. Demo cloud:");
            set(appFixture, "#withSources");
            var account = Files.readString(
                    folder.resolve(export(appFixture).getFileName().toString().replace(".csv", "-sources.json")));
            assertThat(account).contains("\"may_be_incomplete\" : true", "\"state\" : \"failed\"", "NotAllowed");
        }
    }

    @Test
    void what_could_not_be_read_stands_in_the_line_on_the_card_and_in_the_account() throws Exception {
        var cloud = TestCloud.start(AppFixture.still(3));
        cloud.failAll(new Fault.Edited(
                body -> body.replaceAll("count\":\\s*3\\b", "count\":4").replaceFirst("\\[", "[null,")));
        try (var appFixture = AppFixture.open(cloud, folder.resolve("settings"), WindowAppearance.Theme.LIGHT)) {
            appFixture.until("the rest is on screen",
                    () -> appFixture.table().getItems().size() == 3 && appFixture.find("#sourcesStatus").isVisible());
            assertThat(appFixture.text("#sentence")).contains("some entries of its list could not be read",
                    "3 of 4 pools read, 1 entry unreadable.");
            assertThat(appFixture.fx(() -> appFixture.appComposition.stage()
                    .getScene()
                    .getRoot()
                    .lookupAll(".source-card .state")
                    .stream()
                    .map(node -> ((Label) node).getText() + "\n" + LazyTooltip.getText(node))
                    .toList()))
                    .anyMatch(text -> text.startsWith("incomplete") && text.contains("Read with 1 request in"))
                    .anyMatch(text -> text.startsWith("3 of 4 pools read, 1 entry unreadable"));
            open(appFixture);
            set(appFixture, "#withSources");
            var account = folder.resolve(export(appFixture).getFileName().toString().replace(".csv", "-sources.json"));
            var line = new ObjectMapper().readTree(account.toFile()).path("connections").path(0);
            assertThat(line.path("complete").asBoolean(true)).isFalse();
            assertThat(line.path("why").asText()).isEqualTo("UNREADABLE_ENTRIES");
            var reading = line.path("reading");
            assertThat(reading.path("total_count").asInt()).isEqualTo(4);
            assertThat(reading.path("unreadable_entries").asInt()).isEqualTo(1);
            assertThat(reading.path("duplicate_entries").asInt(-1)).isZero();
            assertThat(reading.path("offset").asText()).isEqualTo("not_asked");
            assertThat(reading.path("requests").asInt()).isEqualTo(1);
            assertThat(reading.path("milliseconds").isIntegralNumber()).isTrue();
        }
    }

    @Test
    void ctrl_c_copies_the_selected_rows_in_the_order_shown() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            select(appFixture, 7, 3, 5);
            appFixture.fx(() -> {
                appFixture.table().requestFocus();
                return true;
            });
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.C);
            appFixture.until("the status bar says so", () -> appFixture.labels().contains("3 rows copied"));
            var lines = clipboard(appFixture).lines().toList();
            var shown = appFixture.shown();
            assertThat(lines).hasSize(3);
            for (int i = 0; i < 3; i++)
                assertThat(lines.get(i))
                        .startsWith(sent(shown.get(new int[]{3, 5, 7}[i])).path("cluster_name").asText() + "\t");
        }
    }

    @Test
    void each_way_to_copy_says_the_same_pools() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            select(appFixture, 1, 2);
            var shown = appFixture.shown().subList(1, 3);
            var names = shown.stream().map(pool -> json(pool).path("cluster_name").asText()).toList();
            assertThat(copy(appFixture, Kind.WITH_HEADER).lines().map(line -> line.split("\t")[0]))
                    .containsExactly("Name", names.get(0), names.get(1));
            assertThat(copy(appFixture, Kind.LINES)).isEqualTo(String.join("\n", names));
            assertThat(copy(appFixture, Kind.COMMA_LIST)).isEqualTo(String.join(",", names));
            assertThat(copy(appFixture, Kind.CELL)).isIn(names);
            assertThat(new ObjectMapper().readTree(copy(appFixture, Kind.JSON)).findValuesAsText("cluster_name"))
                    .isEqualTo(names);
            assertThat(copy(appFixture, Kind.MARKDOWN).lines()).hasSize(4);
            assertThat(copy(appFixture, Kind.CURL)).contains("$TOKEN",
                    "'" + appFixture.cloud.endpoint() + "/v1/" + appFixture.cloud.projectId());
        }
    }

    @Test
    void everything_selected_is_copied_without_holding_the_window_up() throws Exception {
        try (var appFixture = AppFixture.open(20_000)) {
            appFixture.fx(() -> {
                appFixture.appComposition.pools().selection().select(SelectedRowIndexes.all(20_000));
                return true;
            });
            assertThat(copy(appFixture, Kind.ROWS).lines()).hasSize(20_000);
            appFixture.until("the status bar says so", () -> appFixture.labels().contains("20,000 rows copied"));
        }
    }

    private static void select(AppFixture appFixture, int... rows) {
        appFixture.fx(() -> {
            var selectedRowIndexes = SelectedRowIndexes.only(rows[0]);
            for (int i = 1; i < rows.length; i++)
                selectedRowIndexes = selectedRowIndexes.toggled(rows[i]);
            appFixture.appComposition.pools().selection().select(selectedRowIndexes);
            return true;
        });
        appFixture.settle();
    }

    private static String copy(AppFixture appFixture, Kind kind) {
        appFixture.fx(() -> {
            Clipboard.getSystemClipboard().clear();
            var texts = english();
            var fields = new poolscope.ui.text.PoolFieldText(texts, java.time.ZoneOffset.UTC);
            var times = new poolscope.ui.text.TimeText(texts, java.time.ZoneOffset.UTC);
            var states = new poolscope.ui.text.ConnectionStateText(texts, times,
                    new poolscope.ui.text.FailureText(texts));
            new poolscope.ui.export.CopyMenu(appFixture.appComposition.copies(), texts, fields,
                    new poolscope.ui.text.TicketPoolListHeadingText(texts, fields, times, states)).copy(kind);
            return true;
        });
        appFixture.until("the text is there", () -> Clipboard.getSystemClipboard().hasString());
        return clipboard(appFixture);
    }

    private static poolscope.ui.text.Texts english() {
        return poolscope.ui.text.Texts.of(java.util.Locale.ENGLISH);
    }

    private static String clipboard(AppFixture appFixture) {
        return appFixture.fx(() -> Clipboard.getSystemClipboard().getString());
    }

    private static void open(AppFixture appFixture) {
        appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.E);
        appFixture.until("the dialog is open", () -> appFixture.find("#exportForm") != null);
    }

    private static void press(AppFixture appFixture, String button) {
        appFixture.fx(() -> {
            ((Button) appFixture.find(button)).fire();
            return true;
        });
        appFixture.settle();
    }

    private static void set(AppFixture appFixture, String choice) {
        appFixture.fx(() -> {
            if (appFixture.find(choice) instanceof CheckBox box) box.fire();
            else if (appFixture.find(choice) instanceof ToggleButton button) button.fire();
            return true;
        });
        appFixture.settle();
    }

    @SuppressWarnings("unchecked")
    private static void choose(AppFixture appFixture, ExportFormat format) {
        appFixture.fx(() -> {
            ((ComboBox<ExportFormat>) appFixture.find("#format")).setValue(format);
            return true;
        });
        appFixture.settle();
    }

    /// Not through [AppFixture#text]: it is asked on the FX thread.
    private static String said(AppFixture appFixture) {
        return ((Label) appFixture.find("#said")).getText();
    }

    /// Lets the operator agree to the suggested name, and waits for the file.
    private Path export(AppFixture appFixture) {
        var chosen = new ArrayList<Path>();
        appFixture.saveAs(name -> {
            chosen.add(folder.resolve(name));
            return Optional.of(chosen.getFirst().toString());
        });
        press(appFixture, "#export");
        appFixture.until("it is written", () -> said(appFixture).contains("written to"));
        return chosen.getFirst();
    }

    /// Id, name and cores of each row.
    private static List<List<String>> read(ExportFormat format, Path file) throws Exception {
        return switch (format) {
            case CSV -> columns(CsvReader.builder()
                    .ofCsvRecord(new StringReader(Files.readString(file).substring(1)))
                    .stream()
                    .map(row -> row.getFields())
                    .toList());
            case TSV -> columns(CsvReader.builder()
                    .fieldSeparator('\t')
                    .ofCsvRecord(new StringReader(Files.readString(file).substring(1)))
                    .stream()
                    .map(row -> row.getFields())
                    .toList());
            case MARKDOWN -> columns(Files.readAllLines(file)
                    .stream()
                    .filter(line -> !line.startsWith("| ---"))
                    .map(line -> Arrays.stream(line.split("(?<!\\\\)\\|", -1))
                            .skip(1)
                            .map(cell -> cell.strip().replaceAll("\\\\(.)", "$1"))
                            .toList())
                    .toList());
            case XLSX -> sheet(file);
            case JSON -> {
                var rows = new ArrayList<List<String>>();
                for (var pool : new ObjectMapper().readTree(file.toFile()))
                    rows.add(facts(pool));
                yield rows;
            }
        };
    }

    private static List<List<String>> sheet(Path file) throws Exception {
        try (var in = Files.newInputStream(file); var book = new XSSFWorkbook(in)) {
            var rows = new ArrayList<List<String>>();
            for (var row : book.getSheetAt(0)) {
                var cells = new ArrayList<String>();
                for (int i = 0; i < book.getSheetAt(0).getRow(0).getLastCellNum(); i++)
                    cells.add(row.getCell(i) == null ? "" : row.getCell(i).toString());
                rows.add(cells);
            }
            return columns(rows);
        }
    }

    private static List<List<String>> columns(List<List<String>> rows) {
        var places = java.util.stream.Stream.of("cluster_id", "cluster_name", "allocatable_cpu_cores")
                .map(rows.getFirst()::indexOf)
                .toList();
        assertThat(places).doesNotContain(-1);
        return rows.stream().skip(1).map(row -> places.stream().map(row::get).toList()).toList();
    }

    private static List<String> facts(JsonNode pool) {
        return List.of(pool.path("cluster_id").asText(), pool.path("cluster_name").asText(),
                pool.path("allocatable_cpu_cores").asText(""));
    }

    private static void check(List<Pool> shown, List<List<String>> rows) throws Exception {
        assertThat(rows).hasSameSizeAs(shown);
        for (int i = 0; i < rows.size(); i++) {
            var facts = facts(sent(shown.get(i)));
            assertThat(rows.get(i).subList(0, 2)).isEqualTo(facts.subList(0, 2));
            if (facts.get(2).isEmpty()) assertThat(rows.get(i).get(2)).isEmpty();
            else
                assertThat(new BigDecimal(rows.get(i).get(2))).isEqualByComparingTo(new BigDecimal(facts.get(2)));
        }
    }

    private static JsonNode sent(Pool pool) throws Exception {
        return new ObjectMapper().readTree(pool.raw().text());
    }

    private static JsonNode json(Pool pool) {
        try {
            return sent(pool);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
