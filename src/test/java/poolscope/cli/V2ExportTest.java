package poolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.cli.ScriptedServer.EVENTS;
import static poolscope.cli.ScriptedServer.FLAVORS;
import static poolscope.cli.ScriptedServer.METRICS;
import static poolscope.cli.ScriptedServer.V2;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `export --format csv` of a service that has nothing but v2, cell by cell beside what [ExpectedCells] computes from
/// the values of which the service's answers were made.
class V2ExportTest {
    private static final int POOLS = 40;
    private static final int PAGE = 16;

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    private static List<Map<String, String>> expected(List<PlainPool> pools, String connection) {
        return pools.stream().map(pool -> new ExpectedCells(pool).of(connection)).toList();
    }

    private static void serve(ScriptedServer server, List<PlainPool> pools) {
        for (int from = 0; from < pools.size(); from += PAGE) {
            int to = Math.min(from + PAGE, pools.size());
            var page = pools.subList(from, to);
            var asked = from == 0 ? "" : "?continue=after-" + from;
            var next = to < pools.size() ? "after-" + to : "";
            server.answer(V2 + asked, 200, PlainPoolJson.list(page.stream().map(PlainPoolJson::pool), next));
            server.answer(METRICS + asked, 200, PlainPoolJson
                    .list(page.stream().filter(PlainPoolJson::hasMetrics).map(PlainPoolJson::metrics), next));
        }
        server.answer(FLAVORS, 200,
                PlainPoolJson.list(PlainPools.CARD_TYPES.entrySet()
                        .stream()
                        .map(flavor -> PlainPoolJson.flavor(flavor.getKey(),
                                flavor.getValue().startsWith("snt") ? "npu" : "gpu", flavor.getValue())),
                        ""));
        server.answer(EVENTS, 200, PlainPoolJson.events(pools));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_cell_of_forty_pools_is_what_the_sent_values_come_to(long seed) throws Exception {
        var pools = PlainPools.of(seed, POOLS);
        var terminal = new Terminal();
        try (var server = new ScriptedServer()) {
            serve(server, pools);
            assertThat(server.export(terminal, "--format", "csv")).as(terminal.words()).isZero();
            assertThat(terminal.words()).isEqualTo("40 pools were written.\n");
            compare(rows(terminal), expected(pools, server.address()));
        }
    }

    private static List<NamedCsvRecord> rows(Terminal terminal) throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(terminal.rows())) {
            return reader.stream().toList();
        }
    }

    private static void compare(List<NamedCsvRecord> rows, List<Map<String, String>> expected) {
        assertThat(rows).hasSize(POOLS);
        assertThat(rows.getFirst().getHeader()).isEqualTo(ExpectedCells.COLUMNS);
        var softly = new SoftAssertions();
        for (int i = 0; i < POOLS; i++)
            for (var column : ExpectedCells.COLUMNS)
                softly.assertThat(rows.get(i).getField(column))
                        .as("%s of pool %d", column, i)
                        .isEqualTo(expected.get(i).get(column));
        softly.assertAll();
    }

    /// Otherwise the comparison would prove nothing for that column.
    @Test
    void each_column_that_v2_fills_has_several_values_among_the_forty() {
        var expected = expected(PlainPools.of(1, POOLS), "c");
        for (var column : ExpectedCells.COLUMNS) {
            var values = expected.stream().map(cells -> cells.get(column)).distinct().toList();
            switch (column) {
                case "connection", "api" -> assertThat(values).as(column).hasSize(1);
                case "cluster_id" -> assertThat(values).as(column).hasSize(POOLS);
                default -> {
                    if (ExpectedCells.NEVER.contains(column)) assertThat(values).as(column).containsExactly("");
                    else
                        assertThat(values).as(column).contains("").hasSizeGreaterThan(2);
                }
            }
        }
    }
}
