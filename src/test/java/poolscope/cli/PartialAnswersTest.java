package poolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.cli.ScriptedServer.EVENTS;
import static poolscope.cli.ScriptedServer.FLAVORS;
import static poolscope.cli.ScriptedServer.METRICS;
import static poolscope.cli.ScriptedServer.V1;
import static poolscope.cli.ScriptedServer.V2;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `export` writes, says and ends with when one of the answers is missing or is not what it should be.
class PartialAnswersTest {
    private static final String ONE_CLUSTER = """
            {"total_count":1,"count":1,"clusters":[{"cluster_id":"old"}]}""";
    private static final String TWO_POOLS = list("", "new-1", "new-2");
    private static final String NO_CLUSTERS = "{\"total_count\":0,\"count\":0,\"clusters\":[]}";
    private static final String NO_ITEMS = "{\"items\":[]}";
    private static final String REFUSED = "{\"error_code\":\"ModelArts.0005\",\"error_msg\":\"no\"}";
    private static final String OLD = "old";
    private static final String NEW = "new-1 new-2";
    private static final String ALL = OLD + " " + NEW;

    private final Terminal terminal = new Terminal();
    private ScriptedServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new ScriptedServer();
        server.answer(V1, 200, ONE_CLUSTER);
        server.answer(V2, 200, TWO_POOLS);
        server.answer(METRICS, 200, metrics("{\"cpu\":8,\"snt9\":8}", "{\"cpu\":3,\"snt9\":\"1\"}"));
        server.answer(FLAVORS, 200, NO_ITEMS);
        server.answer(EVENTS, 200, "{\"events\":[]}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String list(String next, String... ids) {
        var items = Stream.of(ids).map(id -> "{\"metadata\":{\"name\":\"" + id + "\"}}").toList();
        return "{\"metadata\":{\"continue\":\"" + next + "\"},\"items\":[" + String.join(",", items) + "]}";
    }

    /// Of the pool `new-1`.
    private static String metrics(String capacity, String allocated) {
        return "{\"items\":[{\"metadata\":{\"name\":\"new-1\"},\"table\":{\"capacity\":{\"value\":" + capacity
                + "},\"allocated\":{\"value\":" + allocated + "}}}]}";
    }

    private List<NamedCsvRecord> rows() throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(terminal.rows())) {
            return reader.stream().toList();
        }
    }

    private String ids() throws IOException {
        return String.join(" ", rows().stream().map(row -> row.getField("cluster_id")).toList());
    }

    /// @param exit
    ///            the exit code
    /// @param ids
    ///            of the pools that are written
    /// @param words
    ///            what is said, with `…` for the cause
    private record Case(String path, int status, String body, int exit, String ids, String words) {
        @Override
        public String toString() {
            return path + " " + status + " " + body;
        }
    }

    static Stream<Case> generations() {
        var lost1 = "Incomplete: the pools of v1 could not be read: …; 2 pools were written, none of v1.";
        var lost2 = "Incomplete: the pools of v2 could not be read: …; 1 pool was written, none of v2.";
        var two = "2 pools were written.";
        var one = "1 pool was written.";
        return Stream.of(new Case(V1, 404, REFUSED, 0, NEW, two), new Case(V2, 404, REFUSED, 0, OLD, one),
                new Case(V1, 403, REFUSED, 3, NEW, lost1), new Case(V2, 403, REFUSED, 3, OLD, lost2),
                new Case(V1, 500, REFUSED, 3, NEW, lost1), new Case(V2, 500, REFUSED, 3, OLD, lost2),
                new Case(V1, 200, NO_CLUSTERS, 0, NEW, two), new Case(V2, 200, NO_ITEMS, 0, OLD, one),
                new Case(V1, 200, "{\"total_count\":1}", 3, NEW, lost1), new Case(V2, 200, "{}", 3, OLD, lost2),
                new Case(V1, 200, "{\"clusters\":null}", 3, NEW, lost1),
                new Case(V2, 200, "{\"items\":null}", 3, OLD, lost2), new Case(V1, 200, "", 3, NEW, lost1),
                new Case(V2, 200, "", 3, OLD, lost2));
    }

    @ParameterizedTest
    @MethodSource("generations")
    void a_generation_that_fails_leaves_the_pools_of_the_other_and_only_404_and_an_empty_list_are_no_loss(Case one)
            throws Exception {
        server.answer(one.path, one.status, one.body);
        check(one);
    }

    static Stream<Case> parts() {
        var all = "3 pools were written; ";
        var free = all + "free CPU, memory and cards could not be read: ….";
        var types = all + "the types of cards could not be read: ….";
        var planned = all + "planned maintenance could not be read: ….";
        return Stream.of(new Case(METRICS, 403, REFUSED, 0, ALL, free), new Case(METRICS, 500, REFUSED, 0, ALL, free),
                new Case(METRICS, 200, "{}", 0, ALL, free), new Case(METRICS, 200, "{\"items\":null}", 0, ALL, free),
                new Case(METRICS, 200, "", 0, ALL, free), new Case(FLAVORS, 403, REFUSED, 0, ALL, types),
                new Case(FLAVORS, 200, "{}", 0, ALL, types), new Case(EVENTS, 500, REFUSED, 0, ALL, planned),
                new Case(EVENTS, 200, "[]", 0, ALL, planned));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_part_beside_the_lists_that_fails_is_said_and_its_cells_are_empty(Case one) throws Exception {
        server.answer(one.path, one.status, one.body);
        check(one);
        var free = rows().get(1).getField("free_gpus");
        assertThat(free).isEqualTo(one.path.equals(METRICS) ? "" : "7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            METRICS | 3 pools were written; the service does not offer free CPU, memory and cards.
            FLAVORS | 3 pools were written.
            EVENTS  | 3 pools were written; the service does not offer planned maintenance.
            """)
    void a_part_that_the_service_does_not_have_leaves_its_cells_empty_is_said_and_is_no_failure(String part,
            String words) throws Exception {
        var path = Map.of("METRICS", METRICS, "FLAVORS", FLAVORS, "EVENTS", EVENTS).get(part);
        server.answer(path, 404, REFUSED);
        check(new Case(path, 404, REFUSED, 0, ALL, words));
        assertThat(rows().get(1).getField("free_gpus")).isEqualTo(part.equals("METRICS") ? "" : "7");
    }

    @Test
    void types_of_cards_that_neither_metrics_nor_specifications_give_are_said() throws Exception {
        server.answer(METRICS, 500, REFUSED);
        server.answer(FLAVORS, 404, REFUSED);
        assertThat(server.export(terminal)).as(terminal.words()).isZero();
        assertThat(terminal.words()).endsWith("; the service does not offer the types of cards.\n");
    }

    @Test
    void maintenance_beyond_two_thousand_entries_is_not_read_and_said() throws Exception {
        IntStream.range(0, 30)
                .forEach(page -> server.answer(EVENTS + (page == 0 ? "" : "?offset=" + 100 * page), 200,
                        "{\"count\":3000,\"events\":[" + IntStream.range(100 * page, 100 * page + 100)
                                .mapToObj("{\"id\":\"e%d\"}"::formatted)
                                .collect(Collectors.joining(",")) + "]}"));
        assertThat(server.export(terminal)).as(terminal.words()).isZero();
        assertThat(terminal.words())
                .isEqualTo("3 pools were written; planned maintenance could be read only in part, the service has "
                        + "more than the 2000 entries that were read.\n");
        assertThat(server.asked().stream().filter(asked -> asked.startsWith(EVENTS))).hasSize(20);
    }

    private void check(Case one) throws IOException {
        assertThat(server.export(terminal)).as(terminal.words()).isEqualTo(one.exit);
        assertThat(ids()).isEqualTo(one.ids);
        int cause = one.words.indexOf('…');
        if (cause < 0) assertThat(terminal.words()).isEqualTo(one.words + "\n");
        else
            assertThat(terminal.words()).startsWith(one.words.substring(0, cause))
                    .endsWith(one.words.substring(cause + 1) + "\n")
                    .hasLineCount(1)
                    .hasSizeGreaterThan(one.words.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {NO_ITEMS, "{\"items\":[{\"metadata\":{\"name\":\"new-1\"}}]}",
            "{\"items\":[{\"metadata\":{\"name\":\"new-1\"},\"table\":[]}]}",
            "{\"items\":[{\"metadata\":{\"name\":\"other\"},\"table\":{\"capacity\":{\"value\":{\"cpu\":1}}}}]}"})
    void metrics_that_lack_a_pool_leave_its_cells_empty(String body) throws Exception {
        server.answer(METRICS, 200, body);
        assertThat(server.export(terminal)).as(terminal.words()).isZero();
        assertThat(terminal.words()).isEqualTo("3 pools were written.\n");
        for (var column : Set.of("allocatable_cpu_cores", "allocatable_gpus", "free_cpu_cores", "free_gpus"))
            assertThat(rows()).as(column).allMatch(row -> row.getField(column).isEmpty());
    }

    @Test
    void metrics_that_name_a_part_fill_that_part_only() throws Exception {
        server.answer(METRICS, 200, metrics("{\"cpu\":8,\"memory\":\"2Gi\"}", "{\"cpu\":3,\"snt9\":1}"));
        assertThat(server.export(terminal)).as(terminal.words()).isZero();
        var row = rows().get(1);
        assertThat(row.getField("allocatable_cpu_cores")).isEqualTo("8");
        assertThat(row.getField("free_cpu_cores")).isEqualTo("5");
        assertThat(row.getField("allocatable_memory")).isEqualTo("2048");
        assertThat(row.getField("free_memory")).isEmpty();
        assertThat(row.getField("allocatable_gpus")).isEmpty();
        assertThat(row.getField("free_gpus")).isEmpty();
    }

    @Test
    void metrics_in_an_unknown_unit_are_kept_as_sent_and_nothing_is_computed_from_them() throws Exception {
        server.answer(METRICS, 200,
                metrics("{\"cpu\":\"8 threads\",\"memory\":-1,\"snt9\":[]}", "{\"cpu\":1,\"memory\":0,\"snt9\":0}"));
        assertThat(server.export(terminal)).as(terminal.words()).isZero();
        var row = rows().get(1);
        assertThat(row.getField("allocatable_cpu_cores")).isEqualTo("\"8 threads\"");
        assertThat(row.getField("allocatable_memory")).isEqualTo("-1");
        assertThat(row.getField("allocatable_gpus")).isEqualTo("[]");
        for (var column : Set.of("free_cpu_cores", "free_memory", "free_gpus"))
            assertThat(row.getField(column)).as(column).isEmpty();
    }

    @Test
    void a_continue_that_goes_on_for_ever_ends_with_what_came_and_says_so() throws Exception {
        IntStream.rangeClosed(0, 1000)
                .forEach(i -> server.answer(V2 + (i == 0 ? "" : "?continue=" + i), 200,
                        list("" + (i + 1), "pool-" + i)));
        assertThat(server.export(terminal, "--api", "v2")).isEqualTo(3);
        assertThat(rows()).hasSize(1000);
        assertThat(terminal.words()).isEqualTo("Incomplete: 1000 of an unknown number of pools were read, because the "
                + "pages of the service repeat or do not end; 1000 pools were written.\n");
    }

    @Test
    void metrics_that_go_on_for_ever_end_after_a_thousand_pages_and_the_list_is_whole() throws Exception {
        var more = "{\"metadata\":{\"continue\":\"%d\"},\"items\":[{\"metadata\":{\"name\":\"pool-%1$d\"}}]}";
        IntStream.rangeClosed(0, 1000)
                .forEach(i -> server.answer(METRICS + (i == 0 ? "" : "?continue=" + i), 200, more.formatted(i + 1)));
        assertThat(server.export(terminal)).as(terminal.words()).isZero();
        assertThat(ids()).isEqualTo(ALL);
        assertThat(server.asked().stream().filter(asked -> asked.startsWith(METRICS))).hasSize(1000);
        assertThat(terminal.words())
                .isEqualTo("3 pools were written; free CPU, memory and cards could be read only in part, the service "
                        + "has more than the 1000 entries that were read.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {V2, METRICS, FLAVORS})
    void a_continue_that_brings_nothing_new_is_followed_once(String path) throws Exception {
        var body = path.equals(V2)
                ? list("again", "new-1", "new-2")
                : "{\"metadata\":{\"continue\":\"again\"},\"items\":[]}";
        server.answer(path, 200, body);
        assertThat(server.export(terminal)).as(terminal.words()).isZero();
        assertThat(ids()).isEqualTo(ALL);
        assertThat(server.asked().stream().filter(asked -> asked.startsWith(path))).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void neither_generation_ends_with_the_failure_that_can_be_acted_on() {
        server.answer(V1, 404, REFUSED);
        server.answer(V2, 403, REFUSED);
        assertThat(server.export(terminal)).isEqualTo(4);
        server.answer(V2, 404, REFUSED);
        assertThat(server.export(terminal)).isEqualTo(5);
        server.answer(V2, 200, "{}");
        assertThat(server.export(terminal)).isEqualTo(5);
        assertThat(terminal.rows()).isEmpty();
        assertThat(terminal.words()).hasLineCount(3);
    }

    @Test
    void two_empty_lists_are_an_empty_list() throws Exception {
        server.answer(V1, 200, NO_CLUSTERS);
        server.answer(V2, 200, NO_ITEMS);
        assertThat(server.export(terminal)).isZero();
        assertThat(rows()).isEmpty();
        assertThat(terminal.words()).isEqualTo("0 pools were written.\n");
    }
}
