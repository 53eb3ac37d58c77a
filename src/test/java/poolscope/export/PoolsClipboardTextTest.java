package poolscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// What is put on the clipboard.
class PoolsClipboardTextTest {
    private static final PoolExportColumns SHOWN = new PoolExportColumns(
            List.of(PoolField.NAME, PoolField.NODES, PoolField.CPU_CORES, PoolField.CREATED_AT), PoolField::id,
            ZoneId.of("Asia/Shanghai"), true);
    private static final String CLUSTER = """
            {"cluster_id":"of %1$s","cluster_name":"%1$s","allocatable_cpu_cores":12345.50,"created_at":1589250721000,
             "nodes":{"specification":"s","count":8,"available_count":7}}""";

    @Test
    void rows_are_the_columns_shown_with_plain_numbers_and_iso_times() throws Exception {
        var poolsClipboardText = clip("train", "=1+1");
        assertThat(poolsClipboardText.rows()).isEqualTo("train\t7\t8\t12345.50\t2020-05-12T10:32:01.000+08:00\n"
                + "'=1+1\t7\t8\t12345.50\t2020-05-12T10:32:01.000+08:00");
        assertThat(poolsClipboardText.rowsWithHeader())
                .isEqualTo("cluster_name\tavailable_count\tcount\tallocatable_cpu_cores\tcreated_at\n"
                        + poolsClipboardText.rows());
    }

    /// Nothing above or beside the value says that it is an estimate, but in a table with a header.
    @Test
    void an_estimate_is_in_brackets_where_no_header_says_so() throws Exception {
        var pools = Wire.pools("""
                {"cluster_id":"a","created_at":1589250721000,"period_type":"year","period_num":1,"order_id":"o"}""",
                "{\"cluster_id\":\"b\"}");
        var columns = new PoolExportColumns(List.of(PoolField.ID, PoolField.ESTIMATED_END), PoolField::id,
                ZoneId.of("America/New_York"), true);
        var text = new PoolsClipboardText(pools, columns);

        assertThat(text.rows()).isEqualTo("a\t[2021-05-12]\nb\t");
        assertThat(text.lines(PoolField.ESTIMATED_END)).isEqualTo("[2021-05-12]\n");
        assertThat(text.commaList(PoolField.ESTIMATED_END)).isEqualTo("[2021-05-12]");
        assertThat(PoolsClipboardText.cell(pools.getFirst(), PoolField.ESTIMATED_END, columns))
                .isEqualTo("[2021-05-12]");
        assertThat(text.markdown()).contains("estimated_end").contains("| 2021-05-12 |");
        assertThat(text.json()).doesNotContain("2021");
    }

    @Test
    void P41_whatever_the_text_a_spreadsheet_gets_as_many_cells_as_there_are_columns_and_no_formula() throws Exception {
        var pools = new ArrayList<Pool>();
        for (var text : Hostile.TEXTS)
            pools.addAll(Wire.pools(Hostile.cluster("id", text, text)));
        var poolExportColumns = new PoolExportColumns(List.of(PoolField.NAME, PoolField.ID, PoolField.OWNER),
                PoolField::id, ZoneId.of("UTC"), true);
        var rows = new PoolsClipboardText(pools, poolExportColumns).rows().split("\n", -1);
        assertThat(rows).hasSize(pools.size());
        for (var row : rows) {
            var cells = row.split("\t", -1);
            assertThat(cells).hasSize(3);
            assertThat(cells[1]).isEqualTo("id");
            assertThat(cells[0]).isEqualTo(cells[2])
                    .doesNotMatch("(?s)[\\s\\p{C}\\p{Z}]*[=+\\-@＝＋－＠].*")
                    .doesNotContain("\0", "\r", "\u2028");
            if (cells[0].startsWith("\"")) assertThat(cells[0]).matches("\"([^\"]|\"\")*\"");
        }
    }

    @Test
    void one_column_is_a_value_a_line_and_keeps_the_rows_apart() throws Exception {
        var pools = Wire.pools("{\"cluster_id\":\"a\",\"owner\":\"li\\nwei\"}", "{\"cluster_id\":\"b\"}",
                "{\"cluster_id\":\"c\",\"owner\":\"-x\"}");
        var poolsClipboardText = new PoolsClipboardText(pools, SHOWN);
        assertThat(poolsClipboardText.lines(PoolField.OWNER)).isEqualTo("li wei\n\n'-x");
        assertThat(poolsClipboardText.commaList(PoolField.ID)).isEqualTo("a,b,c");
        assertThat(poolsClipboardText.commaList(PoolField.OWNER)).isEqualTo("li\nwei,-x");
    }

    @Test
    void one_cell_is_exactly_what_the_service_sent() throws Exception {
        for (var text : List.of("-x", "a\tb\nc", "\u202Egnp.exe", "😀", "\"q\"")) {
            var pool = Wire.pools(Hostile.cluster("id", text, "o")).getFirst();
            assertThat(PoolsClipboardText.cell(pool, PoolField.NAME, SHOWN)).isEqualTo(text);
        }
        var pool = Wire.pools(CLUSTER.formatted("n")).getFirst();
        assertThat(PoolsClipboardText.cell(pool, PoolField.CPU_CORES, SHOWN)).isEqualTo("12345.50");
        assertThat(PoolsClipboardText.cell(pool, PoolField.NODES, SHOWN)).isEqualTo("7 of 8");
    }

    @Test
    void json_is_an_array_of_what_the_service_sent() throws Exception {
        var pools = Wire.demo(30);
        var read = Wire.EXACT.readTree(new PoolsClipboardText(pools, SHOWN).json());
        assertThat(read).hasSize(30);
        for (int i = 0; i < pools.size(); i++)
            assertThat(read.get(i)).isEqualTo(Wire.json(pools.get(i)));
    }

    @Test
    void markdown_has_the_columns_shown_and_no_others() throws Exception {
        assertThat(clip("a|b").markdown().lines().toList()).containsExactly(
                "| cluster_name | available_count | count | allocatable_cpu_cores | created_at |",
                "| --- | ---: | ---: | ---: | --- |", "| a\\|b | 7 | 8 | 12345.50 | 2020-05-12T10:32:01.000+08:00 |");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "https://modelarts.cn-north-4.myhuaweicloud.com/v1/0f5d1/clusters?offset=0&limit=1000&status=a%20b",
            "https://h/$(id)'`x`/v1/p'q;$x/clusters?a=b&c='d'"})
    void curl_says_to_a_shell_what_is_meant_and_holds_no_secret(String address) throws Exception {
        var command = CurlCommand.list(address);
        assertThat(command).contains("X-Auth-Token: $TOKEN");
        assertThat(inShell(command)).containsExactly("-sS", "-H", "X-Auth-Token: a token of tests", address);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"cn-north-4, 0f5d1", "$(id)'`x`, p'q;$x", "a b, --cli-secret-key"})
    void hcloud_says_to_a_shell_what_is_meant(String region, String project) throws Exception {
        assertThat(inShell(HcloudCommand.list(Optional.of(region), project))).containsExactly("ModelArts", "ListPools",
                "--cli-region=" + region, "--project_id=" + project);
        assertThat(inShell(HcloudCommand.list(Optional.empty(), project))).containsExactly("ModelArts", "ListPools",
                "--project_id=" + project);
    }

    private static PoolsClipboardText clip(String... names) throws Exception {
        var clusters = java.util.Arrays.stream(names).map(CLUSTER::formatted).toArray(String[]::new);
        return new PoolsClipboardText(Wire.pools(clusters), SHOWN);
    }

    /// The arguments that a real shell would give to the command.
    private static List<String> inShell(String command) throws Exception {
        var shell = new ProcessBuilder("sh", "-c",
                "run() { printf '%s\\n' \"$@\"; }\n" + command.replaceFirst("^(curl|hcloud) ", "run "));
        shell.environment().put("TOKEN", "a token of tests");
        var process = shell.start();
        var out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out.lines().toList();
    }
}
