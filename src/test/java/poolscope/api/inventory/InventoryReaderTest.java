package poolscope.api.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.http.ApiRequest;
import poolscope.connection.Credentials;
import poolscope.connection.PoolQuery;
import poolscope.connection.RequestedPoolLists;
import poolscope.connection.Secret;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.TestQueries;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Inventory.Reason;
import poolscope.pool.InventoryPartReadOutcome;
import poolscope.pool.InventoryPartReadOutcome.Kind;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// Against a server that answers each path as it is told.
class InventoryReaderTest {
    private static final String V1 = "/v1/p/clusters";
    private static final String V2 = "/v2/p/pools";
    private static final String METRICS = "/v2/p/metrics/runtime/pools";
    private static final String FLAVORS = "/v1/p/resourceflavors";
    private static final String EVENTS = "/v1/p/scheduled-events";
    private static final String ONE_CLUSTER = """
            {"total_count":1,"count":1,"clusters":[{"cluster_id":"old","cluster_name":"old"}]}""";
    private static final String TWO_POOLS = pools("new-1", "new-2");
    private static final String NO_CLUSTERS = "{\"total_count\":0,\"count\":0,\"clusters\":[]}";
    private static final String REFUSED = "{\"error_code\":\"ModelArts.0005\",\"error_msg\":\"no\"}";

    private record Answer(int status, String body) {}

    private static final Answer ENDLESS = new Answer(200, "endless");

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    /// Paths that are answered only after this.
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        answers.put(V1, new Answer(200, ONE_CLUSTER));
        answers.put(V2, new Answer(200, TWO_POOLS));
        answers.put(METRICS, new Answer(200, metrics("new-1")));
        answers.put(FLAVORS, new Answer(200, "{\"items\":[]}"));
        answers.put(EVENTS, new Answer(200, "{\"events\":[]}"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        asked.add(exchange.getRequestMethod() + " " + uri);
        await(held.get(uri.toString()));
        var known = answers.get(uri.toString());
        var answer = known != null ? known : answers.getOrDefault(uri.getPath(), new Answer(404, REFUSED));
        if (answer.equals(ENDLESS)) writeForEver(exchange);
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        try (exchange; var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void writeForEver(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        while (true)
            exchange.getResponseBody().write(new byte[1024 * 1024]);
    }

    private static void await(@Nullable CountDownLatch latch) {
        try {
            if (latch != null) assertThat(latch.await(20, TimeUnit.SECONDS)).as("was reported in time").isTrue();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String pools(String... ids) {
        return pools(List.of(ids), "");
    }

    private static String pools(List<String> ids, String next) {
        return "{\"metadata\":{\"continue\":\"" + next + "\"},\"items\":["
                + String.join(",", ids.stream().map(id -> "{\"metadata\":{\"name\":\"" + id + "\"}}").toList()) + "]}";
    }

    private static String metrics(String id) {
        return "{\"items\":[{\"metadata\":{\"name\":\"" + id
                + "\"},\"table\":{\"capacity\":{\"value\":{\"cpu\":8,\"snt9\":8}},"
                + "\"allocated\":{\"value\":{\"cpu\":3,\"snt9\":\"1\"}}}}]}";
    }

    private InventoryReader reader(RequestedPoolLists scope, Credentials credentials) {
        var serviceAndProject = new ServiceAndProject("c", "Connection", Optional.empty(),
                URI.create("http://localhost:" + server.getAddress().getPort()), "p");
        return InventoryReader.open(ApiTarget.of(serviceAndProject, credentials).withQuery(TestQueries.of(scope)),
                RequestClockAndTimeouts.real());
    }

    private Inventory read() throws Exception {
        return read(RequestedPoolLists.DEFAULT);
    }

    private Inventory read(RequestedPoolLists scope) throws Exception {
        try (var reader = reader(scope, Credentials.NONE)) {
            return reader.read(_ -> {
            });
        }
    }

    private static List<String> ids(Inventory inventory) {
        return inventory.pools().stream().map(Pool::key).toList();
    }

    private static List<Kind> failed(Inventory inventory) {
        return inventory.failedParts().stream().map(InventoryPartReadOutcome::kind).toList();
    }

    private static FieldValue free(Inventory inventory, String id) {
        return PoolField.FREE_ACCELERATORS
                .of(inventory.pools().stream().filter(pool -> pool.key().equals(id)).findFirst().orElseThrow());
    }

    @Test
    void one_list_holds_the_pools_of_both_generations() throws Exception {
        var inventory = read();
        assertThat(ids(inventory)).containsExactly("old", "new-1", "new-2");
        assertThat(inventory.isComplete()).isTrue();
        assertThat(inventory.parts()).allMatch(part -> part.state() instanceof InventoryPartReadOutcome.State.Read);
        assertThat(free(inventory, "new-1")).isEqualTo(FieldValue.Number.of(7));
        assertThat(free(inventory, "new-2")).as("not measured").isEqualTo(FieldValue.ABSENT);
        assertThat(free(inventory, "old")).isEqualTo(FieldValue.ABSENT);
        assertThat(asked).hasSize(5).allMatch(request -> request.startsWith("GET "));
        assertThat(inventory.reading().requests()).isEqualTo(5);
        assertThat(inventory.reading().expected()).as("as many as both lists announce").isEqualTo(3);
    }

    @Test
    void a_refresh_costs_two_requests_more_than_v1_alone() throws Exception {
        try (var reader = reader(RequestedPoolLists.DEFAULT, Credentials.NONE)) {
            reader.read(_ -> {
            });
            asked.clear();
            assertThat(ids(reader.read(_ -> {
            }))).hasSize(3);
        }
        assertThat(asked).hasSize(3).noneMatch(request -> request.contains("flavors") || request.contains("events"));
    }

    @ParameterizedTest
    @CsvSource({"200, 'old new-1 new-2'", "404, 'new-1 new-2'"})
    void pools_of_v2_are_reported_before_their_details_are_read(int v1, String ids) throws Exception {
        answers.put(V1, new Answer(v1, v1 == 200 ? ONE_CLUSTER : REFUSED));
        var wereReported = new CountDownLatch(1);
        held.put(METRICS, wereReported);
        var reported = new ArrayList<String>();
        try (var reader = reader(RequestedPoolLists.DEFAULT, Credentials.NONE)) {
            var inventory = reader.read(readProgress -> {
                var soFar = readProgress.inventory().get();
                assertThat(soFar.coverage()).isEqualTo(new Coverage.SoFar());
                assertThat(readProgress.pools()).isEqualTo(soFar.pools().size());
                assertThat(readProgress.isMilestone()).isTrue();
                reported.add(String.join(" ", ids(soFar)));
                if (ids(soFar).contains("new-2")) wereReported.countDown();
            });
            assertThat(String.join(" ", ids(inventory))).isEqualTo(ids);
            assertThat(free(inventory, "new-1")).isEqualTo(FieldValue.Number.of(7));
        }
        assertThat(reported.getLast()).isEqualTo(ids);
    }

    @Test
    void what_is_free_is_reported_before_planned_maintenance_is_read() throws Exception {
        var wasReported = new CountDownLatch(1);
        held.put(EVENTS, wasReported);
        try (var reader = reader(RequestedPoolLists.DEFAULT, Credentials.NONE)) {
            assertThat(ids(reader.read(readProgress -> {
                var soFar = readProgress.inventory().get();
                if (ids(soFar).contains("new-1") && free(soFar, "new-1").isKnown()) wasReported.countDown();
            }))).hasSize(3);
        }
        assertThat(wasReported.getCount()).isZero();
    }

    /// A gateway that loses its route for a minute answers like a service that does not have the list.
    @ParameterizedTest
    @ValueSource(strings = {V1, V2})
    void a_list_that_had_pools_is_missing_when_the_service_no_longer_has_it(String path) throws Exception {
        try (var reader = reader(RequestedPoolLists.DEFAULT, Credentials.NONE)) {
            assertThat(reader.read(_ -> {
            }).isComplete()).isTrue();
            answers.put(path, new Answer(404, REFUSED));
            for (int refresh = 0; refresh < 2; refresh++) {
                var inventory = reader.read(_ -> {
                });
                assertThat(inventory.coverage()).isEqualTo(new Coverage.Incomplete(Reason.PART_FAILED));
                assertThat(inventory.failedParts()).extracting(InventoryPartReadOutcome::kind)
                        .containsExactly(path.equals(V1) ? Kind.V1_POOLS : Kind.V2_POOLS);
            }
        }
    }

    @Test
    void a_list_that_had_no_pools_may_go_without_being_missed() throws Exception {
        answers.put(V1, new Answer(200, NO_CLUSTERS));
        try (var reader = reader(RequestedPoolLists.DEFAULT, Credentials.NONE)) {
            reader.read(_ -> {
            });
            answers.put(V1, new Answer(404, REFUSED));
            assertThat(reader.read(_ -> {
            }).isComplete()).isTrue();
        }
    }

    @Test
    void the_first_page_of_v2_is_reported_before_the_second_is_read() throws Exception {
        answers.put(V1, new Answer(404, REFUSED));
        answers.put(V2, new Answer(200, pools(List.of("new-1"), "x")));
        answers.put(V2 + "?continue=x", new Answer(200, pools("new-2")));
        var wasReported = new CountDownLatch(1);
        held.put(V2 + "?continue=x", wasReported);
        try (var reader = reader(RequestedPoolLists.DEFAULT, Credentials.NONE)) {
            assertThat(ids(reader.read(_ -> wasReported.countDown()))).containsExactly("new-1", "new-2");
        }
    }

    @Test
    void pools_of_v1_are_reported_while_v2_does_not_answer() throws Exception {
        var wereReported = new CountDownLatch(1);
        held.put(V2, wereReported);
        try (var reader = reader(RequestedPoolLists.DEFAULT, Credentials.NONE)) {
            assertThat(ids(reader.read(readProgress -> {
                if (ids(readProgress.inventory().get()).equals(List.of("old"))) wereReported.countDown();
            }))).hasSize(3);
        }
    }

    @Test
    void a_generation_that_is_not_asked_for_is_not_asked() throws Exception {
        assertThat(
                ids(read(new RequestedPoolLists(RequestedPoolLists.Generations.V1, RequestedPoolLists.Workspaces.ALL))))
                .containsExactly("old");
        assertThat(asked).hasSize(1);
        asked.clear();
        assertThat(ids(
                read(new RequestedPoolLists(RequestedPoolLists.Generations.V2, RequestedPoolLists.Workspaces.DEFAULT))))
                .containsExactly("new-1", "new-2");
        assertThat(asked).hasSize(4).noneMatch(request -> request.contains("clusters"));
    }

    @Test
    void v2_alone_is_read_whole_because_names_and_states_narrow_the_list_of_v1_only() throws Exception {
        var v2Task = new RequestedPoolLists(RequestedPoolLists.Generations.V2, RequestedPoolLists.Workspaces.DEFAULT);
        var serviceAndProject = new ServiceAndProject("c", "Connection", Optional.empty(),
                URI.create("http://localhost:" + server.getAddress().getPort()), "p");
        var query = new PoolQuery("train", "running", PoolQuery.SortBy.CREATED_AT, PoolQuery.Order.DESC, 1000, v2Task);
        try (var reader = InventoryReader.open(ApiTarget.of(serviceAndProject, Credentials.NONE).withQuery(query),
                RequestClockAndTimeouts.real())) {
            var inventory = reader.read(_ -> {
            });
            assertThat(ids(inventory)).containsExactly("new-1", "new-2");
            assertThat(inventory.narrowing()).isEmpty();
        }
    }

    @Test
    void a_workspace_is_shown_by_its_name_and_its_id_and_files_have_the_id() throws Exception {
        answers.put("/v1/p/workspaces", new Answer(200, """
                {"workspaces":[{"id":"0","name":"default"},{"id":"d6f0","name":"research"},{"id":"e1"}]}"""));
        for (var id : List.of("0", "d6f0", "e1"))
            answers.put(V2 + "?workspaceId=" + id, new Answer(200, "{\"items\":[{\"metadata\":{\"name\":\"in-" + id
                    + "\",\"labels\":{\"os.modelarts/workspace.id\":\"" + id + "\"}}}]}"));
        var pools = read(new RequestedPoolLists(RequestedPoolLists.Generations.V2, RequestedPoolLists.Workspaces.ALL))
                .pools();
        assertThat(pools).extracting(PoolField.WORKSPACE::of)
                .extracting(value -> value.asText(""))
                .containsExactly("0", "research (d6f0)", "e1");
        assertThat(pools).extracting(PoolField.WORKSPACE::identity)
                .extracting(value -> value.asText(""))
                .containsExactly("0", "d6f0", "e1");
    }

    @Test
    void all_workspaces_are_asked_one_after_the_other() throws Exception {
        answers.put("/v1/p/workspaces", new Answer(200, "{\"workspaces\":[{\"id\":\"0\"},{\"id\":\"a b\"}]}"));
        answers.put(V2 + "?workspaceId=0", new Answer(200, pools("new-1")));
        answers.put(V2 + "?workspaceId=a%20b", new Answer(200, pools("new-1", "new-3")));
        var all = new RequestedPoolLists(RequestedPoolLists.Generations.BOTH, RequestedPoolLists.Workspaces.ALL);
        var inventory = read(all);
        assertThat(ids(inventory)).containsExactly("old", "new-1", "new-3");
        assertThat(inventory.isComplete()).isTrue();
        assertThat(inventory.reading().duplicates()).isEqualTo(1);
        answers.put("/v1/p/workspaces", new Answer(403, REFUSED));
        var partly = read(all);
        assertThat(ids(partly)).containsExactly("old", "new-1", "new-2");
        assertThat(failed(partly)).containsExactly(Kind.WORKSPACES);
        assertThat(partly.coverage()).isEqualTo(new Coverage.Incomplete(Reason.PART_FAILED));
    }

    @ParameterizedTest
    @CsvSource({V1 + ", 'new-1 new-2'", V2 + ", old"})
    void a_generation_that_the_service_does_not_have_is_no_loss(String path, String left) throws Exception {
        answers.put(path, new Answer(404, REFUSED));
        var inventory = read();
        assertThat(ids(inventory)).containsExactly(left.split(" "));
        assertThat(inventory.isComplete()).isTrue();
        assertThat(inventory.failedParts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({V1 + ", 403, V1_POOLS, 'new-1 new-2'", V2 + ", 403, V2_POOLS, old", V2 + ", 400, V2_POOLS, old",
            V1 + ", 400, V1_POOLS, 'new-1 new-2'"})
    void a_generation_that_is_refused_leaves_the_other_and_says_so(String path, int status, Kind kind, String left)
            throws Exception {
        answers.put(path, new Answer(status, REFUSED));
        var inventory = read();
        assertThat(ids(inventory)).containsExactly(left.split(" "));
        assertThat(failed(inventory)).containsExactly(kind);
        assertThat(inventory.coverage()).isEqualTo(new Coverage.Incomplete(Reason.PART_FAILED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"items\":null}", "{\"items\":{}}", "{\"clusters\":[]}", "[]", "", "<html>"})
    void a_list_of_v2_without_items_is_no_empty_list(String body) throws Exception {
        answers.put(V2, new Answer(200, body));
        var inventory = read();
        assertThat(ids(inventory)).containsExactly("old");
        assertThat(failed(inventory)).containsExactly(Kind.V2_POOLS);
        assertThat(inventory.isComplete()).isFalse();
    }

    @Test
    void an_empty_list_of_one_generation_is_no_loss() throws Exception {
        answers.put(V1, new Answer(200, NO_CLUSTERS));
        assertThat(ids(read())).containsExactly("new-1", "new-2");
        answers.put(V2, new Answer(200, "{\"items\":[]}"));
        asked.clear();
        var nothing = read();
        assertThat(nothing.pools()).isEmpty();
        assertThat(nothing.isComplete()).isTrue();
        assertThat(asked).as("nothing to be measured").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({METRICS + ", METRICS", FLAVORS + ", FLAVORS", EVENTS + ", MAINTENANCE"})
    void a_part_that_fails_degrades_its_facts_and_nothing_else(String path, Kind kind) throws Exception {
        answers.put(path, new Answer(403, REFUSED));
        var inventory = read();
        assertThat(ids(inventory)).containsExactly("old", "new-1", "new-2");
        assertThat(inventory.isComplete()).isTrue();
        assertThat(failed(inventory)).containsExactly(kind);
        assertThat(free(inventory, "new-1"))
                .isEqualTo(kind == Kind.METRICS ? FieldValue.ABSENT : FieldValue.Number.of(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {FLAVORS, EVENTS})
    void what_the_service_does_not_offer_is_not_requested_at_each_refresh_and_stays_said(String path) throws Exception {
        answers.put(path, new Answer(404, REFUSED));
        answers.put(METRICS, new Answer(404, REFUSED));
        try (var reader = reader(RequestedPoolLists.DEFAULT, Credentials.NONE)) {
            var first = reader.read(_ -> {
            });
            asked.clear();
            var second = reader.read(_ -> {
            });
            for (var inventory : List.of(first, second))
                assertThat(inventory.lackingParts()).extracting(InventoryPartReadOutcome::kind)
                        .containsExactly(Kind.METRICS, path.equals(FLAVORS) ? Kind.FLAVORS : Kind.MAINTENANCE);
        }
        assertThat(asked).noneMatch(request -> request.contains(path));
    }

    @Test
    void neither_generation_is_a_failure_that_can_be_acted_on() {
        answers.put(V1, new Answer(404, REFUSED));
        answers.put(V2, new Answer(403, REFUSED));
        assertThatThrownBy(this::read).isInstanceOfSatisfying(ApiException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.NotAllowed.class));
        answers.remove(V2);
        assertThatThrownBy(this::read).isInstanceOfSatisfying(ApiException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.NoSuchApi.class));
    }

    @Test
    void continue_is_followed_while_it_is_new_and_brings_new_pools() throws Exception {
        answers.put(V2, new Answer(200, pools(List.of("new-1", "new-2"), "x")));
        answers.put(V2 + "?continue=x", new Answer(200, pools(List.of("new-2", "new-3"), "y")));
        answers.put(V2 + "?continue=y", new Answer(200, pools(List.of("new-3"), "z")));
        answers.put(V2 + "?continue=z", new Answer(500, ""));
        var inventory = read();
        assertThat(ids(inventory)).containsExactly("old", "new-1", "new-2", "new-3");
        assertThat(inventory.isComplete()).isTrue();
        assertThat(asked.stream().filter(request -> request.contains(V2)).toList()).hasSize(3);
    }

    @Test
    void a_continue_that_never_changes_is_followed_once() throws Exception {
        answers.put(V2, new Answer(200, pools(List.of("new-1"), "x")));
        answers.put(V2 + "?continue=x", new Answer(200, pools(List.of("new-2"), "x")));
        var inventory = read();
        assertThat(ids(inventory)).containsExactly("old", "new-1", "new-2");
        assertThat(asked.stream().filter(request -> request.contains(V2)).toList()).hasSize(2);
        assertThat(inventory.coverage()).as("more pages may exist").isEqualTo(new Coverage.Incomplete(Reason.ENDLESS));
    }

    @Test
    void a_list_that_never_ends_is_given_up_and_said_to_be_a_part() throws Exception {
        IntStream.range(0, 1001)
                .forEach(i -> answers.put(V2 + (i == 0 ? "" : "?continue=" + i),
                        new Answer(200, pools(List.of("new-" + i), String.valueOf(i + 1)))));
        var inventory = read(
                new RequestedPoolLists(RequestedPoolLists.Generations.V2, RequestedPoolLists.Workspaces.DEFAULT));
        assertThat(inventory.pools()).hasSize(1000);
        assertThat(inventory.coverage()).isEqualTo(new Coverage.Incomplete(Reason.ENDLESS));
    }

    @Test
    void what_was_read_before_a_page_failed_is_kept_with_its_details() throws Exception {
        answers.put(V2, new Answer(200, pools(List.of("new-1"), "x")));
        answers.put(V2 + "?continue=x", new Answer(200, pools(List.of("new-2"), "y")));
        answers.put(V2 + "?continue=y", new Answer(403, REFUSED));
        var inventory = read();
        assertThat(ids(inventory)).containsExactly("old", "new-1", "new-2");
        assertThat(free(inventory, "new-1")).isEqualTo(FieldValue.Number.of(7));
        assertThat(inventory.reading().expected()).as("of half a list it is not known").isNegative();
        assertThat(failed(inventory)).containsExactly(Kind.V2_POOLS);
        assertThat(inventory.coverage()).isEqualTo(new Coverage.Incomplete(Reason.PART_FAILED));
    }

    @Test
    void what_was_read_before_a_page_failed_is_reported_when_v2_is_the_only_list() {
        answers.put(V1, new Answer(404, REFUSED));
        answers.put(V2, new Answer(200, pools(List.of("new-1"), "x")));
        answers.put(V2 + "?continue=x", new Answer(200, pools(List.of("new-2"), "y")));
        answers.put(V2 + "?continue=y", new Answer(403, REFUSED));
        var reported = new ArrayList<List<String>>();
        assertThatThrownBy(() -> {
            try (var reader = reader(RequestedPoolLists.DEFAULT, Credentials.NONE)) {
                reader.read(readProgress -> reported.add(ids(readProgress.inventory().get())));
            }
        }).isInstanceOfSatisfying(ApiException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.NotAllowed.class));
        assertThat(reported.getLast()).containsExactly("new-1", "new-2");
    }

    @Test
    void a_page_that_does_not_exist_is_a_failure_because_the_service_has_the_list() throws Exception {
        answers.put(V2, new Answer(200, pools(List.of("new-1"), "x")));
        answers.put(V2 + "?continue=x", new Answer(404, REFUSED));
        var inventory = read();
        assertThat(ids(inventory)).containsExactly("old", "new-1");
        assertThat(failed(inventory)).containsExactly(Kind.V2_POOLS);
        assertThat(inventory.coverage()).isEqualTo(new Coverage.Incomplete(Reason.PART_FAILED));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void a_workspace_that_can_not_be_read_leaves_the_pools_of_the_others(int status) throws Exception {
        answers.put("/v1/p/workspaces", new Answer(200, "{\"workspaces\":[{\"id\":\"0\"},{\"id\":\"1\"}]}"));
        answers.put(V2 + "?workspaceId=" + (status == 403 ? 0 : 1), new Answer(status, REFUSED));
        answers.put(V2 + "?workspaceId=" + (status == 403 ? 1 : 0), new Answer(200, pools("new-1")));
        var inventory = read(
                new RequestedPoolLists(RequestedPoolLists.Generations.BOTH, RequestedPoolLists.Workspaces.ALL));
        assertThat(ids(inventory)).containsExactly("old", "new-1");
        assertThat(failed(inventory)).containsExactly(Kind.V2_POOLS);
        assertThat(inventory.coverage()).isEqualTo(new Coverage.Incomplete(Reason.PART_FAILED));
    }

    @Test
    void a_list_that_says_it_is_longer_is_incomplete() throws Exception {
        answers.put(V2, new Answer(200, "{\"total\":3," + TWO_POOLS.substring(1)));
        var inventory = read();
        assertThat(ids(inventory)).containsExactly("old", "new-1", "new-2");
        assertThat(inventory.coverage()).isEqualTo(new Coverage.Incomplete(Reason.COUNTS_DISAGREE));
    }

    @Test
    void the_list_of_v2_comes_in_one_response_and_may_be_larger_than_a_page() throws Exception {
        var annotations = IntStream.range(0, 20)
                .mapToObj(i -> "\"a" + i + "\":\"" + "x".repeat(1_000_000) + "\"")
                .collect(Collectors.joining(","));
        answers.put(V2, new Answer(200,
                "{\"items\":[{\"metadata\":{\"name\":\"new-1\",\"annotations\":{" + annotations + "}}}]}"));
        var inventory = read();
        assertThat(ids(inventory)).containsExactly("old", "new-1");
        assertThat(inventory.isComplete()).isTrue();
    }

    @Test
    void a_list_of_v2_without_end_is_cut_and_the_failure_says_at_which_size() throws Exception {
        answers.put(V2, ENDLESS);
        var inventory = read();
        assertThat(ids(inventory)).containsExactly("old");
        assertThat(inventory.failedParts()).singleElement()
                .extracting(InventoryPartReadOutcome::state)
                .isInstanceOfSatisfying(InventoryPartReadOutcome.State.Failed.class, state -> {
                    var failure = (Failure.UnreadableAnswer) state.cause();
                    assertThat(failure.cause()).isEqualTo(Failure.UnreadableAnswer.Cause.TOO_LARGE);
                    assertThat(failure.failureDetails().detail())
                            .isEqualTo(ApiRequest.WHOLE_LIST / (1024 * 1024) + " MiB");
                });
    }

    @Test
    void an_entry_that_is_no_pool_makes_the_list_incomplete() throws Exception {
        answers.put(V2, new Answer(200, "{\"items\":[7,{\"metadata\":{\"name\":\"new-1\"}}]}"));
        var inventory = read();
        assertThat(ids(inventory)).containsExactly("old", "new-1");
        assertThat(inventory.coverage()).isEqualTo(new Coverage.Incomplete(Reason.UNREADABLE_ENTRIES));
        assertThat(inventory.reading().unreadable()).isEqualTo(1);
    }

    @Test
    void pools_of_v2_without_an_id_are_no_repetition_of_each_other() throws Exception {
        answers.put(V2, new Answer(200, "{\"items\":[{\"spec\":{\"type\":\"a\"}},{\"spec\":{\"type\":\"b\"}}]}"));
        var inventory = read();
        assertThat(inventory.pools()).extracting(pool -> PoolField.POOL_TYPE.of(pool).asText("—"))
                .containsExactly("—", "a", "b");
        assertThat(inventory.reading().duplicates()).isZero();
    }

    @Test
    void a_pool_that_both_generations_list_is_one_pool() throws Exception {
        answers.put(V2, new Answer(200, pools("old", "new-1")));
        var inventory = read();
        assertThat(ids(inventory)).containsExactly("old", "new-1");
        assertThat(PoolField.API.of(inventory.pools().getFirst())).isEqualTo(FieldValue.text("v2"));
    }

    @Test
    void a_refused_sign_in_costs_one_request() {
        answers.replaceAll((_, _) -> new Answer(401, "{\"error_code\":\"ModelArts.0102\",\"error_msg\":\"bad\"}"));
        var token = new Credentials.Token(Secret.ofHeader("T".repeat(40)).orThrow());
        assertThatThrownBy(() -> {
            try (var reader = reader(RequestedPoolLists.DEFAULT, token)) {
                reader.read(_ -> {
                });
            }
        }).isInstanceOfSatisfying(ApiException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.SignInRefused.class));
        assertThat(asked).hasSize(1);
    }

    @Test
    void what_was_begun_is_gone_on_with() throws Exception {
        try (var reader = reader(RequestedPoolLists.DEFAULT, Credentials.NONE);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            reader.prefetch(threads);
            assertThat(ids(reader.read(_ -> {
            }))).containsExactly("old", "new-1", "new-2");
        }
        assertThat(asked).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "500, 1", "501, 2", "1203, 3"})
    void opening_the_nodes_of_a_pool_costs_one_request_to_a_page_of_500(int nodes, int requests) throws Exception {
        var path = V2 + "/new-1/nodes";
        for (int from = 0; from == 0 || from < nodes; from += 500) {
            int to = Math.min(from + 500, nodes);
            var page = IntStream.range(from, to).mapToObj(i -> "node-" + i).toList();
            answers.put(path + (from == 0 ? "" : "?continue=after-" + from),
                    new Answer(200, pools(page, to < nodes ? "after-" + to : "")));
        }
        try (var reader = reader(RequestedPoolLists.DEFAULT, Credentials.NONE)) {
            var read = reader.contents().nodes("new-1");
            assertThat(read.isWhole()).isTrue();
            assertThat(read.items()).hasSize(nodes);
        }
        assertThat(asked).hasSize(requests).allMatch(request -> request.startsWith("GET " + path));
    }

    @Test
    void nodes_that_were_read_before_a_page_failed_are_kept_and_the_failure_is_with_them() throws Exception {
        var path = V2 + "/new-1/nodes";
        answers.put(path, new Answer(200, pools(List.of("node-1"), "x")));
        answers.put(path + "?continue=x", new Answer(403, REFUSED));
        try (var reader = reader(RequestedPoolLists.DEFAULT, Credentials.NONE)) {
            var read = reader.contents().nodes("new-1");
            assertThat(read.items()).hasSize(1);
            assertThat(read.isWhole()).isFalse();
            assertThat(read.failure()).containsInstanceOf(Failure.NotAllowed.class);
            assertThatThrownBy(() -> reader.contents().nodes("unknown")).isInstanceOf(ApiException.class);
        }
    }
}
