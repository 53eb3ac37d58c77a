package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.api.check.ConnectionCheckKind;
import poolscope.api.check.ConnectionCheckResult;
import poolscope.api.check.ConnectionTestRun;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.FaultTestService;
import poolscope.api.v1.TestService;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory;
import poolscope.pool.Pool;

/// A service that takes only pages up to some size is asked for those.
@Timeout(60)
class SmallerPagesTest {
    private static final int POOLS = 250;
    private static final Pattern ASKED = Pattern.compile("offset=(\\d+)&limit=(\\d+)");
    private static final String TOO_BIG = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 17000000\r\n\r\n"
            + " ".repeat(17_000_000);

    private final List<Integer> limits = new CopyOnWriteArrayList<>();
    private final List<String> pauses = new CopyOnWriteArrayList<>();

    /// Refuses pages above a size with this answer.
    private RawServer refusing(int above, boolean pages, String refusal) throws Exception {
        var servers = new CopyOnWriteArrayList<RawServer>();
        servers.add(new RawServer((_, out) -> {
            var asked = ASKED.matcher(servers.getFirst().requests.getLast());
            if (!asked.find()) {
                out.write(FaultTestService.answer("404 Not Found", "{}").getBytes(StandardCharsets.ISO_8859_1));
                return;
            }
            int offset = Integer.parseInt(asked.group(1));
            int limit = Integer.parseInt(asked.group(2));
            limits.add(limit);
            String answer = limit > above ? refusal : RawServer.ok(page(pages ? offset * limit : offset, limit));
            out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        }));
        return servers.getFirst();
    }

    private static String page(int from, int limit) {
        int to = Math.min(POOLS, from + limit);
        var rows = IntStream.range(Math.min(from, POOLS), Math.max(to, Math.min(from, POOLS)))
                .mapToObj(i -> "{\"cluster_id\":\"id%d\",\"created_at\":%d}".formatted(i, 1_700_000_000_000L - i))
                .collect(Collectors.joining(","));
        return "{\"total_count\":" + POOLS + ",\"clusters\":[" + rows + "]}";
    }

    private ClusterListReader reader(RawServer server) {
        return ClusterListReader.open(ApiTarget.of(server.connection("http"), FaultTestService.TOKEN),
                FaultTestService.quick(new CopyOnWriteArrayList<>()));
    }

    private static void assertWhole(Inventory inventory) {
        assertThat(inventory.isComplete()).isTrue();
        assertThat(inventory.pools()
                .stream()
                .map(Pool::poolNamesAndOwner)
                .map(poolNamesAndOwner -> ((FieldValue.Text) poolNamesAndOwner.id()).text()))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, POOLS).mapToObj(i -> "id" + i).toList());
    }

    private static String refusal(String status) {
        return FaultTestService.answer(status, FaultTestService.coded("ModelArts.0104", "Invalid parameter"));
    }

    @ParameterizedTest
    @CsvSource({"400 Bad Request,500,false", "400 Bad Request,100,true", "400 Bad Request,50,false",
            "413 Too Large,10,true", "504 Gateway Timeout,100,false"})
    void all_pools_are_read_in_pages_that_the_service_takes(String status, int most, boolean pages) throws Exception {
        try (var server = refusing(most, pages, refusal(status)); var reader = reader(server)) {
            assertWhole(TestService.read(reader));
            assertThat(limits.getFirst()).isEqualTo(1000);
        }
    }

    @Test
    void a_page_beyond_16_MiB_is_asked_for_in_smaller_ones() throws Exception {
        try (var server = refusing(100, false, TOO_BIG); var reader = reader(server)) {
            assertWhole(TestService.read(reader));
            assertThat(limits).filteredOn(limit -> limit > 100).containsExactly(1000);
        }
    }

    @Test
    void the_size_that_worked_is_remembered_for_the_life_of_the_reader() throws Exception {
        try (var server = refusing(100, false, refusal("400 Bad Request")); var reader = reader(server)) {
            assertWhole(TestService.read(reader));
            limits.clear();
            assertWhole(TestService.read(reader));
            assertThat(limits).isNotEmpty().allMatch(limit -> limit <= 100);
        }
    }

    @Test
    void a_refusal_that_is_not_for_the_size_is_not_tried_in_smaller_pages_again() throws Exception {
        try (var server = refusing(0, false, refusal("400 Bad Request")); var reader = reader(server)) {
            assertThat(TestService.failure(reader).name()).isEqualTo("BadRequest.PARAMETER");
            assertThat(limits).containsExactly(1000, 100, 10);
            limits.clear();
            assertThat(TestService.failure(reader).name()).isEqualTo("BadRequest.PARAMETER");
            assertThat(limits).containsExactly(1000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"401 No", "403 No", "404 No", "414 Long", "429 Slow", "500 Error", "503 Busy"})
    void other_refusals_change_no_size(String status) throws Exception {
        try (var server = refusing(0, false, FaultTestService.answer(status, "{}")); var reader = reader(server)) {
            assertThat(TestService.failure(reader).name()).isNotEmpty();
            assertThat(limits).isNotEmpty().allMatch(limit -> limit == 1000);
        }
    }

    @Test
    void the_test_of_a_connection_passes_with_smaller_pages() throws Exception {
        try (var server = refusing(100, false, refusal("400 Bad Request"))) {
            var steps = ConnectionTestRun
                    .of(ApiTarget.of(server.connection("http"), FaultTestService.TOKEN), RequestClockAndTimeouts.real())
                    .run(connectionCheckResult -> pauses.add(connectionCheckResult.toString()));
            assertThat(steps.getLast().name()).isEqualTo(ConnectionCheckKind.FIRST_PAGE);
            assertThat(steps.getLast().outcome()).isEqualTo(new ConnectionCheckResult.Outcome.Passed("100 / " + POOLS));
        }
    }

    @Test
    void where_one_pool_is_sent_and_no_page_the_page_is_refused_and_not_the_project() throws Exception {
        try (var server = refusing(1, false, refusal("400 Bad Request"))) {
            var steps = ConnectionTestRun
                    .of(ApiTarget.of(server.connection("http"), FaultTestService.TOKEN), RequestClockAndTimeouts.real())
                    .run(connectionCheckResult -> pauses.add(connectionCheckResult.toString()));
            assertThat(((ConnectionCheckResult.Outcome.Failed) steps.getLast().outcome()).failure().name())
                    .isEqualTo("BadRequest.PAGE_SIZE");
        }
    }

    @Test
    void a_refusal_that_speaks_of_the_limit_is_about_the_page() throws Exception {
        FaultTestService.fails(
                FaultTestService.answer("400 Bad",
                        FaultTestService.coded("ModelArts.0104", "Parameter limit is out of range")),
                "BadRequest.PAGE_SIZE", 3);
    }
}
