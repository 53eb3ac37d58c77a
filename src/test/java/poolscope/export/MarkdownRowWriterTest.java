package poolscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

class MarkdownRowWriterTest {
    private static final PoolExportColumns NAMES = new PoolExportColumns(List.of(PoolField.NAME, PoolField.CPU_CORES),
            PoolField::id, ZoneId.of("UTC"), false);

    @Test
    void a_table_is_read_back_field_by_field() throws Exception {
        var pools = Wire.demo(200);
        var rows = Wire.text(new PoolsExportContent(ExportFormat.MARKDOWN, PoolExportColumns.raw(false), pools))
                .lines()
                .toList();
        var sheet = Delimited
                .commas(Wire.text(new PoolsExportContent(ExportFormat.CSV, PoolExportColumns.raw(false), pools)));
        assertThat(rows).hasSize(202);
        assertThat(cells(rows.getFirst())).isEqualTo(sheet.getFirst());
        for (int i = 0; i < pools.size(); i++)
            assertThat(cells(rows.get(i + 2))).isEqualTo(stripped(sheet.get(i + 1)));
    }

    @Test
    void numbers_stand_to_the_right() throws Exception {
        var lines = Wire.text(new PoolsExportContent(ExportFormat.MARKDOWN, NAMES, List.of())).lines().toList();
        assertThat(lines).containsExactly("| cluster_name | allocatable_cpu_cores | connection | region | project |",
                "| --- | ---: | --- | --- | --- |");
    }

    @Test
    void P43_no_text_leaves_its_cell_or_becomes_markup() throws Exception {
        var pools = new ArrayList<Pool>();
        for (var text : Hostile.TEXTS)
            pools.addAll(Wire.pools(Hostile.cluster("id", text, "o")));
        var lines = Wire.text(new PoolsExportContent(ExportFormat.MARKDOWN, NAMES, pools)).split("\n");
        assertThat(lines).hasSize(pools.size() + 2);
        for (var line : Arrays.asList(lines).subList(2, lines.length)) {
            assertThat(line.split("(?<!\\\\)(\\\\\\\\)*\\|", -1)).as(line).hasSize(7);
            assertThat(line.replace("<br>", "").replaceAll("<span>([@#:.$-])</span>", "$1")).doesNotContainPattern(
                    "<(?![0-9=])|(?<![\\p{L}\\p{N}])>|(?<!\\\\)[`*\\[]|[\\x00-\\x1F\\x7F-\\x9F\\u202E]");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://example.com       | http<span>:</span>//example.com
            www.example.com          | www<span>.</span>example.com
            WWW.example.com          | WWW<span>.</span>example.com
            ops@example.com          | ops<span>@</span>example.com
            @somebody                | <span>@</span>somebody
            team/pools#12            | team/pools<span>#</span>12
            #1                       | <span>#</span>1
            GH-12                    | GH<span>-</span>12
            :smile:                  | <span>:</span>smile:
            :+1: it                  | <span>:</span>+1: it
            a:100:b                  | a<span>:</span>100:b
            $x$                      | <span>$</span>x<span>$</span>
            [^1]                     | \\[^1\\]
            [a](b)                   | \\[a\\](b)
            ![a](b)                  | !\\[a\\](b)
            <b>&amp;                 | &lt;b&gt;&amp;amp;
            free>=8, gpu<4, 空闲卡>0  | free>=8, gpu<4, 空闲卡>0
            a<b, a>b, <3, >3, a<     | a&lt;b, a&gt;b, &lt;3, &gt;3, a&lt;
            `a`                      | \\`a\\`
            ~~a~~                    | \\~\\~a\\~\\~
            gpu-pool_7               | gpu-pool_7
            status: ok               | status: ok
            127.0.0.1:8131           | 127.0.0.1:8131
            a:b                      | a:b
            2026-03-01T08:00:00      | 2026-03-01T08:00:00
            8:00-20:00: night        | 8:00-20:00: night
            pool #gpu, # 1           | pool #gpu, # 1
            HIGH-1, GH-pool          | HIGH-1, GH-pool
            ops @ night              | ops @ night
            v1.2 - cn                | v1.2 - cn
            """)
    void nothing_in_a_name_is_a_link_a_mention_or_markup(String name, String written) throws Exception {
        var text = Wire.text(
                new PoolsExportContent(ExportFormat.MARKDOWN, NAMES, Wire.pools(Hostile.cluster("id", name, "o"))));
        assertThat(text.lines().skip(2).findFirst().orElseThrow()).startsWith("| " + written + " |");
    }

    @Test
    void P43_a_table_of_shown_text_is_escaped_like_an_export() {
        assertThat(MarkdownTableFormatter.of(List.of("Field", "a|b"),
                List.of(List.of("Name", "@somebody"), List.of("Owner", "[x](javascript:1)\u202E")))).isEqualTo("""
                        | Field | a\\|b |
                        | --- | --- |
                        | Name | <span>@</span>somebody |
                        | Owner | \\[x\\](javascript:1)\uFFFD |
                        """);
    }

    /// The cells of a row as GitHub reads them.
    private static List<String> cells(String line) {
        var cells = Arrays.asList(line.split("(?<!\\\\)\\|", -1));
        return cells.subList(1, cells.size() - 1)
                .stream()
                .map(cell -> cell.strip()
                        .replaceAll("</?span>", "")
                        .replaceAll("\\\\(.)", "$1")
                        .replace("<br>", "\n")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&"))
                .toList();
    }

    private static List<String> stripped(List<String> row) {
        return row.stream().map(cell -> cell.replace("\r\n", "\n").replace('\t', ' ').strip()).toList();
    }
}
