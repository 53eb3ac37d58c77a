package poolscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

@Execution(ExecutionMode.CONCURRENT)
class CsvAndTsvRowWriterTest {
    private static final PoolExportColumns FOR_SPREADSHEETS = PoolExportColumns.raw(false).withForSpreadsheets(true);

    @TempDir
    Path folder;

    @Test
    void P41_csv_is_read_back_field_by_field_by_a_strict_reader() throws Exception {
        var pools = Wire.demo(500);
        Sent.check(pools, Delimited
                .commas(Wire.text(new PoolsExportContent(ExportFormat.CSV, PoolExportColumns.raw(false), pools))));
    }

    @Test
    void tsv_is_read_back_field_by_field_by_a_strict_reader() throws Exception {
        var pools = Wire.demo(500);
        Sent.check(pools, Delimited
                .tabs(Wire.text(new PoolsExportContent(ExportFormat.TSV, PoolExportColumns.raw(false), pools))));
    }

    @Test
    void csv_is_read_back_field_by_field_by_the_librarys_reader() throws Exception {
        var pools = Wire.demo(500);
        var text = Wire.text(new PoolsExportContent(ExportFormat.CSV, PoolExportColumns.raw(false), pools));
        Sent.check(pools, CsvReader.builder().ofCsvRecord(text).stream().map(row -> row.getFields()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSV", "TSV"})
    void csv_and_tsv_are_read_back_by_python(ExportFormat format) throws Exception {
        var pools = new ArrayList<>(Wire.demo(300));
        for (var text : Hostile.TEXTS)
            pools.addAll(Wire.pools(Hostile.cluster("id", text, "o")));
        var file = folder.resolve("pools");
        Files.write(file, Wire.bytes(new PoolsExportContent(format, FOR_SPREADSHEETS, pools)));
        var rows = Wire.EXACT.readTree(python(file, format == ExportFormat.CSV ? "excel" : "excel-tab"));
        var ours = Wire.text(new PoolsExportContent(format, FOR_SPREADSHEETS, pools)).substring(1);
        var expected = format == ExportFormat.CSV ? Delimited.commas(ours) : Delimited.tabs(ours);
        assertThat(rows).hasSize(pools.size() + 1);
        for (int i = 0; i < rows.size(); i++) {
            var row = new ArrayList<String>();
            rows.get(i).forEach(cell -> row.add(cell.asText()));
            assertThat(row).isEqualTo(expected.get(i));
        }
    }

    @Test
    void P41_what_is_parsed_is_what_was_written_whatever_the_text() throws Exception {
        var random = new Random(41);
        var clusters = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (int i = 0; i < 900; i++) {
            names.add(Hostile.text(random));
            clusters.add(Hostile.cluster("id-" + i, names.get(i), Hostile.text(random)));
        }
        var pools = Wire.pools(clusters.toArray(String[]::new));
        var rows = Delimited
                .commas(Wire.text(new PoolsExportContent(ExportFormat.CSV, PoolExportColumns.raw(false), pools)));
        for (int i = 0; i < names.size(); i++)
            assertThat(rows.get(i + 1).getFirst()).isEqualTo(carried(names.get(i)));
        var safe = Wire.text(new PoolsExportContent(ExportFormat.CSV, FOR_SPREADSHEETS, pools));
        assertThat(safe).startsWith("\uFEFFcluster_name,");
        for (var row : Delimited.commas(safe.substring(1)))
            assertThat(row).allSatisfy(CsvAndTsvRowWriterTest::isHarmless);
    }

    @Test
    void P41_no_other_separator_makes_a_formula_of_a_part_of_a_cell() throws Exception {
        var pools = new ArrayList<Pool>();
        for (var text : Hostile.TEXTS)
            pools.addAll(Wire.pools(Hostile.cluster("id", text, text)));
        var safe = Wire.text(new PoolsExportContent(ExportFormat.CSV, FOR_SPREADSHEETS, pools)).substring(1);
        for (var cell : safe.split("[;\t\r\n]"))
            isHarmless(cell);
    }

    @Test
    void P41_numbers_stay_numbers_and_ids_stay_text() throws Exception {
        var pools = Wire
                .pools("""
                        {"cluster_id":"00012345678901234567","cluster_name":"a","allocatable_memory":4096.0,"allocatable_cpu_cores":7.06,
                         "allocatable_gpus":1e2,"nodes":{"specification":"s","count":2,"available_count":3}}""");
        var poolExportColumns = new PoolExportColumns(List.of(PoolField.ID, PoolField.MEMORY, PoolField.CPU_CORES,
                PoolField.ACCELERATORS, PoolField.UNAVAILABLE_NODES), PoolField::id, ZoneId.of("Asia/Shanghai"), true);
        assertThat(
                Wire.text(new PoolsExportContent(ExportFormat.CSV, poolExportColumns, pools)).lines().toList().get(1))
                .isEqualTo("\"'00012345678901234567\",4096.0,7.06,100,-1,Here,cn-north-4,");
    }

    @Test
    void P08_what_was_not_sent_is_empty_and_what_is_unreadable_is_its_raw_text() throws Exception {
        for (var sent : List.of("null", "\"\"", "\"twelve\"", "5.9", "\"NaN\"", "1e400", "-1", "true", "{}", "[1]")) {
            var pools = Wire.pools("{\"cluster_id\":\"a\",\"nodes\":{\"count\":" + sent + "}}");
            var row = row(pools, PoolField.NODE_COUNT);
            assertThat(row).as(sent).isEqualTo(sent.equals("null") ? "" : sent);
        }
        assertThat(row(Wire.pools("{\"cluster_id\":\"a\"}"), PoolField.NODE_COUNT)).isEmpty();
        assertThat(row(Wire.pools("{\"cluster_id\":\"a\",\"nodes\":{\"count\":0}}"), PoolField.NODE_COUNT))
                .isEqualTo("0");
    }

    @Test
    void an_empty_text_differs_from_one_that_was_not_sent() throws Exception {
        var poolExportColumns = new PoolExportColumns(List.of(PoolField.DESCRIPTION, PoolField.OWNER), PoolField::id,
                ZoneId.of("UTC"), false);
        var pools = Wire.pools("{\"cluster_id\":\"a\",\"description\":\"\"}");
        assertThat(
                Wire.text(new PoolsExportContent(ExportFormat.CSV, poolExportColumns, pools)).lines().toList().get(1))
                .startsWith("\"\",,");
    }

    @Test
    void times_bear_their_offset() throws Exception {
        var poolExportColumns = new PoolExportColumns(List.of(PoolField.CREATED_AT), PoolField::id,
                ZoneId.of("Asia/Shanghai"), false);
        var pools = Wire.pools("{\"cluster_id\":\"a\",\"created_at\":1589250721000}");
        assertThat(
                Wire.text(new PoolsExportContent(ExportFormat.CSV, poolExportColumns, pools)).lines().toList().get(1))
                .startsWith("2020-05-12T10:32:01.000+08:00,");
    }

    @Test
    void nothing_but_the_header_when_there_is_no_pool() throws Exception {
        assertThat(Delimited
                .commas(Wire.text(new PoolsExportContent(ExportFormat.CSV, PoolExportColumns.raw(false), List.of()))))
                .hasSize(1);
    }

    @Test
    void where_a_pool_comes_from_is_always_a_column_and_a_portion_is_two() {
        var poolExportColumns = new PoolExportColumns(List.of(PoolField.NAME, PoolField.NODES, PoolField.NODE_COUNT),
                PoolField::id, ZoneId.of("UTC"), false);
        assertThat(new PoolsExportContent(ExportFormat.CSV, poolExportColumns, List.of()).poolExportColumns().headers())
                .containsExactly("cluster_name", "available_count", "count", "connection", "region", "project");
    }

    private static String row(List<Pool> pools, PoolField field) throws Exception {
        var poolExportColumns = new PoolExportColumns(List.of(field), PoolField::id, ZoneId.of("UTC"), false);
        return Delimited.commas(Wire.text(new PoolsExportContent(ExportFormat.CSV, poolExportColumns, pools)))
                .get(1)
                .getFirst();
    }

    /// What a reader of this text in UTF-8 gets.
    private static String carried(String text) {
        var carried = new StringBuilder();
        text.codePoints()
                .forEach(c -> carried.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c));
        return carried.toString();
    }

    private static void isHarmless(String cell) {
        var seen = cell.replaceFirst("^[\\s\\p{C}\\p{Z}]+", "");
        if (isNumber(cell)) return;
        assertThat(seen).doesNotMatch("(?s)[=+\\-@＝＋－＠].*");
        assertThat(cell).doesNotMatch("(?s)[\t\r\n].*");
    }

    private static boolean isNumber(String cell) {
        return cell.matches("-?[0-9]+([.][0-9]+)?");
    }

    private static String python(Path file, String dialect) throws Exception {
        var script = """
                import csv, json, sys
                csv.field_size_limit(10**9)
                with open(sys.argv[1], encoding='utf-8-sig', newline='') as f:
                    print(json.dumps(list(csv.reader(f, sys.argv[2], strict=True))))""";
        Process python;
        try {
            python = new ProcessBuilder("python3", "-c", script, file.toString(), dialect)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (java.io.IOException missing) {
            return Assumptions.abort("there is no python3 on this machine");
        }
        var out = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).isZero();
        return out;
    }
}
