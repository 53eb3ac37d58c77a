package poolscope.api.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.api.ApiTarget;
import poolscope.api.ConnectProxy;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.HttpTimeouts;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.RawServer;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.TestCertificates;
import poolscope.api.check.ConnectionCheckResult.Outcome;
import poolscope.api.check.PoolListPermissionFinding.Finding;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.TestService;
import poolscope.connection.Credentials;
import poolscope.connection.NetworkRoute;
import poolscope.connection.PoolQuery;
import poolscope.connection.ProxyChoice;
import poolscope.connection.RequestedPoolLists;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.TestQueries;
import poolscope.demo.AccessRequirement;
import poolscope.demo.Fault;

/// The test stops at the first step that fails, and says why.
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class ConnectionTestRunTest {
    private static final Credentials TOKEN = Credentials.token("MIIFtoken0123456789").orThrow();
    private static final Credentials KEY = Credentials.accessKey(TestService.AK, TestService.SK, "").orThrow();
    private static final AccessRequirement BY_TOKEN = AccessRequirement.token("MIIFtoken0123456789");

    private static final PoolQuery V1_ONLY = TestQueries.V1_ONLY;

    private static List<ConnectionCheckResult> climb(ApiTarget apiTarget,
            RequestClockAndTimeouts requestClockAndTimeouts) throws InterruptedException {
        return ConnectionTestRun.of(apiTarget, requestClockAndTimeouts).run(_ -> {
        });
    }

    /// Such as `NAME ok, TCP ok, PROXY skipped`.
    private static String path(List<ConnectionCheckResult> steps) {
        return steps.stream()
                .map(connectionCheckResult -> connectionCheckResult.name() + " "
                        + switch (connectionCheckResult.outcome()) {
                            case Outcome.Passed _, Outcome.ClocksAgree _ -> "ok";
                            case Outcome.ClocksDiffer _ -> "differs";
                            case Outcome.Permissions(var lists) ->
                                connectionCheckResult.isFailed() ? permissions(lists) : "ok";
                            case Outcome.Skipped _ -> "skipped";
                            case Outcome.Failed(Failure failure) -> failure.name();
                        })
                .collect(Collectors.joining(", "));
    }

    /// Of the permission step.
    private static String permissionOfEachList(List<ConnectionCheckResult> steps) {
        return steps.stream()
                .flatMap(step -> step.outcome() instanceof Outcome.Permissions(var lists)
                        ? Stream.of(permissions(lists))
                        : Stream.empty())
                .collect(Collectors.joining());
    }

    private static String permissions(List<PoolListPermissionFinding> lists) {
        return lists.stream().map(list -> list.call().name() + " " + switch (list.finding()) {
            case Finding.Permitted(long pools, boolean isAll) -> pools + (isAll ? "" : "+");
            case Finding.Refused(var failure) -> failure.name();
            case Finding.NotOffered _ -> "not offered";
            case Finding.Unknown(var failure) -> failure.name() + "?";
        }).collect(Collectors.joining("; "));
    }

    private static RequestClockAndTimeouts real() {
        var real = RequestClockAndTimeouts.real();
        return new RequestClockAndTimeouts(real.clock(), real.nanoTime(), real.random(), real.sleeper(),
                new HttpTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3),
                        Duration.ofSeconds(5)));
    }

    @Test
    void all_rungs_hold_and_each_is_told_as_it_is_climbed() throws Exception {
        try (var testService = new TestService(BY_TOKEN)) {
            var told = new ArrayList<ConnectionCheckResult>();
            var steps = ConnectionTestRun.of(testService.approach(TOKEN), testService.requestClockAndTimeouts)
                    .run(told::add);
            assertThat(path(steps)).isEqualTo(
                    "NAME skipped, TCP ok, PROXY skipped, TLS skipped, ANSWER ok, CLOCK ok, SIGN_IN ok, PERMISSION ok, FIRST_PAGE ok");
            assertThat(told).isEqualTo(steps);
            assertThat(steps.getLast().outcome()).isEqualTo(new Outcome.Passed("7 / 7"));
            assertThat(testService.cloud.requests()).allMatch(request -> request.method().equals("GET"));
        }
    }

    @Test
    void without_a_sign_in_that_rung_is_skipped() throws Exception {
        try (var testService = new TestService(AccessRequirement.open())) {
            assertThat(path(climb(testService.approach(Credentials.NONE), testService.requestClockAndTimeouts)))
                    .endsWith("SIGN_IN skipped, PERMISSION ok, FIRST_PAGE ok");
        }
    }

    @Test
    void P23_a_wrong_sign_in_is_shown_once() throws Exception {
        try (var testService = new TestService(AccessRequirement.signature(TestService.AK, TestService.SK))) {
            var wrong = Credentials.accessKey(TestService.AK, "x" + TestService.SK, "").orThrow();
            var steps = climb(testService.approach(wrong), testService.requestClockAndTimeouts);
            assertThat(path(steps)).endsWith("CLOCK ok, SIGN_IN SignInRefused.SIGNATURE_WRONG");
            assertThat(testService.lists()).isEqualTo(1);
        }
        try (var testService = new TestService(AccessRequirement.token("another-token-0123456789"))) {
            var steps = climb(testService.approach(testService.password("wrong")), testService.requestClockAndTimeouts);
            assertThat(path(steps)).endsWith("CLOCK ok, SIGN_IN SignInRefused.OTHER");
            assertThat(testService.logins()).isEqualTo(1);
            assertThat(testService.lists()).isZero();
            assertThat(path(climb(testService.approach(testService.password(TestService.PASSWORD)),
                    testService.requestClockAndTimeouts))).endsWith("FIRST_PAGE ok");
        }
    }

    @Test
    void P27_a_clock_that_spoils_the_first_signature_is_named_and_the_second_is_signed_with_the_time_of_the_service()
            throws Exception {
        try (var testService = new TestService(AccessRequirement.signature(TestService.AK, TestService.SK))) {
            testService.setLocalClockWrongBy(Duration.ofMinutes(-19));
            var steps = climb(testService.approach(KEY), testService.requestClockAndTimeouts);
            assertThat(path(steps)).endsWith("ANSWER ok, CLOCK differs, SIGN_IN ok, PERMISSION ok, FIRST_PAGE ok");
            var skew = steps.stream()
                    .flatMap(step -> step.outcome() instanceof Outcome.ClocksDiffer(Duration found)
                            ? Stream.of(found)
                            : Stream.empty())
                    .findFirst();
            assertThat(skew.orElseThrow().toMinutes()).isBetween(18L, 19L);
            assertThat(ConnectionDiagnosisText.text(steps, testService.connection("c")))
                    .contains("clocks differ by 11");
        }
    }

    @Test
    void P27_a_difference_of_more_than_a_minute_is_named_whoever_signs_in() throws Exception {
        try (var testService = new TestService(AccessRequirement.open())) {
            testService.setLocalClockWrongBy(Duration.ofSeconds(75));
            assertThat(path(climb(testService.approach(Credentials.NONE), testService.requestClockAndTimeouts)))
                    .contains("CLOCK differs")
                    .endsWith("FIRST_PAGE ok");
            testService.setLocalClockWrongBy(Duration.ofSeconds(45));
            assertThat(path(climb(testService.approach(Credentials.NONE), testService.requestClockAndTimeouts)))
                    .contains("CLOCK ok");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | APIG.0302      | SIGN_IN ok, PERMISSION V1_POOLS NotAllowed.PERMISSION; V2_POOLS not offered
            403 | ModelArts.0210 | SIGN_IN ok, PERMISSION V1_POOLS ProjectMismatch; V2_POOLS not offered
            404 | APIG.0101      | SIGN_IN ok, PERMISSION ok, FIRST_PAGE NoSuchApi
            401 | ModelArts.6201 | SIGN_IN SignInRefused.SUSPENDED
            503 | APIG.0613      | SIGN_IN ServiceTrouble
            """)
    void a_refusal_ends_at_the_rung_that_it_is_about(int status, String code, String end) throws Exception {
        try (var testService = new TestService(BY_TOKEN)) {
            testService.cloud.script(Fault.pass(), Fault.gateway(status, code, "no"));
            assertThat(path(climb(testService.approach(TOKEN), testService.requestClockAndTimeouts)))
                    .endsWith("CLOCK ok, " + end);
        }
    }

    @Test
    void a_web_page_instead_of_pools_ends_at_the_first_page() throws Exception {
        try (var testService = new TestService(BY_TOKEN)) {
            testService.cloud.script(Fault.pass(), Fault.captivePortal());
            assertThat(path(climb(testService.approach(TOKEN), testService.requestClockAndTimeouts)))
                    .endsWith("FIRST_PAGE UnreadableAnswer.WEB_PAGE");
        }
    }

    @Test
    void the_first_page_counts_what_can_be_read() throws Exception {
        var pages = java.util.Map.of("{\"total_count\":2,\"clusters\":[null,{}]}", "1 / 2", "{\"clusters\":[5,{},{}]}",
                "2");
        for (var page : pages.entrySet())
            try (var testService = new TestService(BY_TOKEN)) {
                testService.cloud.script(Fault.pass(), Fault.pass(), Fault.json(200, page.getKey()));
                assertThat(climb(testService.approach(TOKEN), testService.requestClockAndTimeouts).getLast().outcome())
                        .isEqualTo(new ConnectionCheckResult.Outcome.Passed(page.getValue()));
            }
    }

    @Test
    void no_rows_of_some_end_at_the_first_page() throws Exception {
        try (var testService = new TestService(BY_TOKEN)) {
            testService.cloud.script(Fault.pass(), Fault.pass(),
                    Fault.json(200, "{\"total_count\":7,\"count\":0,\"clusters\":[]}"));
            assertThat(path(climb(testService.approach(TOKEN), testService.requestClockAndTimeouts)))
                    .endsWith("FIRST_PAGE UnreadableAnswer.WRONG_SHAPE");
        }
    }

    @Test
    void an_iam_that_is_none_ends_at_the_sign_in() throws Exception {
        try (var testService = new TestService(BY_TOKEN)) {
            testService.cloud.script(Fault.pass(), Fault.noSuchApi());
            assertThat(path(climb(testService.approach(testService.password(TestService.PASSWORD)),
                    testService.requestClockAndTimeouts))).endsWith("CLOCK ok, SIGN_IN NoSuchApi");
        }
    }

    @Test
    void nobody_at_the_port_and_an_unknown_name_end_below() throws Exception {
        var nobody = connection("https://127.0.0.1:1");
        assertThat(path(climb(ApiTarget.of(nobody, TOKEN), real()))).isEqualTo("NAME skipped, TCP Unreachable.REFUSED");
        var unknown = connection("https://modelarts.does-not-exist.invalid");
        assertThat(path(climb(ApiTarget.of(unknown, TOKEN), real()))).isEqualTo("NAME Unreachable.NAME_UNKNOWN");
    }

    @Test
    void P20_the_proxys_word_ends_at_the_proxy() throws Exception {
        var behind = connection("https://modelarts.cn-north-4.myhuaweicloud.com");
        try (var proxy = new ConnectProxy(
                "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n")) {
            var requestClockAndTimeouts = real();
            var apiTarget = new ApiTarget(behind, TOKEN, proxy.way("me", "secret-word", NetworkRoute.DEFAULT));
            var steps = climb(apiTarget, requestClockAndTimeouts);
            assertThat(path(steps)).isEqualTo("NAME skipped, TCP ok, PROXY Proxy.LOGIN_REQUIRED");
            assertThat(((Outcome.Failed) steps.getLast().outcome()).failure().failureDetails().detail())
                    .isEqualTo("Negotiate");
            try (var reader = ClusterListReader.open(apiTarget, requestClockAndTimeouts)) {
                assertThat(TestService.failure(reader).name()).isEqualTo("Proxy.LOGIN_REQUIRED");
            }
            assertThat(proxy.heads).hasSize(1);
        }
    }

    @Test
    void P19_certificates_end_at_tls_or_hold_also_behind_a_proxy(@TempDir Path folder) throws Exception {
        var certificates = new TestCertificates(folder);
        certificates.issue("good", TestCertificates.HERE);
        var server = certificates.serve("good");
        try (var proxy = new ConnectProxy(ConnectProxy.TUNNEL)) {
            var serviceAndProject = TestCertificates.to(server, "localhost");
            var direct = new NetworkRouteAndPasswords(NetworkRoute.DEFAULT.withProxy(ProxyChoice.DIRECT),
                    Optional.empty());
            var steps = climb(new ApiTarget(serviceAndProject, Credentials.NONE, direct), real());
            assertThat(path(steps)).isEqualTo("NAME ok, TCP ok, PROXY skipped, TLS Untrusted.UNKNOWN_ISSUER");
            assertThat(((Outcome.Failed) steps.getLast().outcome()).failure().failureDetails().detail())
                    .isEqualTo("CN=Example Company CA");
            var through = proxy.way("", "", new NetworkRoute(ProxyChoice.DIRECT, Optional.of(certificates.ca())));
            assertThat(path(climb(new ApiTarget(serviceAndProject, TOKEN, through).withQuery(V1_ONLY), real())))
                    .isEqualTo(
                            "NAME skipped, TCP ok, PROXY ok, TLS ok, ANSWER ok, CLOCK ok, SIGN_IN ok, PERMISSION ok, FIRST_PAGE ok");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void P13_a_server_that_says_nothing_ends_by_the_deadline_and_an_interrupt_at_once() throws Exception {
        try (var silent = new RawServer((_, _) -> Thread.sleep(60_000))) {
            var apiTarget = ApiTarget.of(silent.connection("https"), TOKEN);
            var steps = climb(apiTarget, real());
            assertThat(path(steps)).endsWith("TLS Unreachable.CONNECT_TIMED_OUT");
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> climb(apiTarget, real())).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void P31_the_diagnosis_names_everything_but_secrets() throws Exception {
        try (var testService = new TestService(AccessRequirement.signature(TestService.AK, TestService.SK))) {
            var wrong = Credentials.accessKey(TestService.AK, "x" + TestService.SK, "").orThrow();
            var steps = climb(testService.approach(wrong), testService.requestClockAndTimeouts);
            var text = ConnectionDiagnosisText.text(steps, testService.connection("c"));
            assertThat(text).contains("PoolScope: ", "Java: ", "System: ", "Endpoint: " + testService.cloud.endpoint(),
                    "Project: " + testService.cloud.projectId(), "SIGN_IN", "FAILED   SignInRefused.SIGNATURE_WRONG",
                    "Code: APIG.0301", "Request id: ", "Status: 401");
            for (int i = 0; i + 5 <= TestService.SK.length(); i++)
                assertThat(text).doesNotContain(TestService.SK.substring(i, i + 5));
            assertThat(text).doesNotContain(TestService.AK);
            assertThat(Arrays.stream(text.split("\n")).map(String::length)).allMatch(length -> length < 700);
        }
    }

    @Test
    void P43_what_the_service_said_is_one_line_of_the_diagnosis_without_marks_of_direction() {
        var failure = new Failure.Unreachable(Failure.Unreachable.Cause.CONNECT_TIMED_OUT,
                FailureDetails.of(new FailureDetails.RequestLine("GET", "h", "/"), Instant.EPOCH)
                        .withDetail("a\u202Eb\nFailure: c\u2028Status: 200"));
        var steps = List.of(
                new ConnectionCheckResult(ConnectionCheckKind.NAME, Duration.ZERO, new Outcome.Passed("d\u202Ee\nf")),
                new ConnectionCheckResult(ConnectionCheckKind.TCP, Duration.ZERO, new Outcome.Failed(failure)));
        assertThat(ConnectionDiagnosisText.text(steps, connection("https://example.com")))
                .contains("ok       d\uFFFDe f\n", "Detail: a\uFFFDb Failure: c Status: 200\n")
                .doesNotContain("\u202E", "\u2028");
    }

    @Test
    void a_server_that_takes_the_connection_and_is_silent_fails_at_the_answer_not_at_the_clock() throws Exception {
        try (var silent = new RawServer((_, _) -> Thread.sleep(60_000))) {
            assertThat(path(climb(ApiTarget.of(silent.connection("http"), TOKEN), real())))
                    .endsWith("TLS skipped, ANSWER Unreachable.ANSWER_TIMED_OUT");
        }
    }

    private static ServiceAndProject connection(String endpoint) {
        return ServiceAndProject.of(new ServiceAndProject.Draft("c", "Here", "", endpoint, "p")).orThrow();
    }

    /// A service of both generations, one pool on the page of each, and what it was asked.
    private static final class BothGenerations implements AutoCloseable {
        private static final String V1 = "{\"total_count\":2,\"count\":1,\"clusters\":[{\"cluster_id\":\"b\"}]}";
        private static final String V2 = "{\"items\":[{\"metadata\":{\"name\":\"a\"}}]}";

        private final List<String> asked = new CopyOnWriteArrayList<>();
        private final HttpServer server;

        /// @param v1
        ///            status with which the list of v1 is answered
        BothGenerations(int v1, int v2) throws IOException {
            this(v1, v2, V2);
        }

        BothGenerations(int v1, int v2, String pools) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var path = exchange.getRequestURI().getPath();
                if (!path.equals("/")) asked.add(path);
                boolean isV2 = path.startsWith("/v2/");
                int status = isV2 ? v2 : v1;
                var body = status == 200
                        ? isV2 ? pools : V1
                        : "{\"error_code\":\"%s\",\"error_msg\":\"no\"}"
                                .formatted(status == 401 ? "ModelArts.4203" : "ModelArts.0005");
                exchange.sendResponseHeaders(status, body.length());
                exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
                exchange.close();
            });
            server.start();
        }

        List<ConnectionCheckResult> test(RequestedPoolLists.Generations generations) throws InterruptedException {
            var draft = new ServiceAndProject.Draft("c", "n", "", "http://localhost:" + server.getAddress().getPort(),
                    "p");
            var scope = new RequestedPoolLists(generations, RequestedPoolLists.Workspaces.DEFAULT);
            return climb(ApiTarget.of(ServiceAndProject.of(draft).orThrow(), Credentials.NONE)
                    .withQuery(TestQueries.of(scope)), real());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    /// The last result, such as `FIRST_PAGE 1 / 2 + 1 v2`.
    private static String end(List<ConnectionCheckResult> steps) {
        var last = steps.getLast();
        return last.outcome() instanceof Outcome.Passed(var found) ? last.name() + " " + found : path(List.of(last));
    }

    @ParameterizedTest
    @CsvSource({"200, 200, BOTH, FIRST_PAGE 1 / 2 + 1 v2", "404, 200, BOTH, FIRST_PAGE 1 v2",
            "200, 404, BOTH, FIRST_PAGE 1 / 2", "404, 404, BOTH, FIRST_PAGE NoSuchApi", "500, 200, V2, FIRST_PAGE 1 v2",
            "200, 500, V1, FIRST_PAGE 1 / 2", "404, 404, V2, FIRST_PAGE NoSuchApi",
            "200, 500, BOTH, FIRST_PAGE ServiceTrouble", "500, 200, BOTH, PERMISSION ServiceTrouble",
            "200, 403, V2, PERMISSION NotAllowed.PERMISSION", "403, 200, V1, PERMISSION NotAllowed.PERMISSION"})
    void each_generation_that_is_asked_for_is_checked_and_one_of_them_is_enough(int v1, int v2,
            RequestedPoolLists.Generations generations, String last) throws Exception {
        try (var service = new BothGenerations(v1, v2)) {
            assertThat(end(service.test(generations))).isEqualTo(last);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | 200 | V1_POOLS 2; V2_POOLS 1                                                     | FIRST_PAGE 1 / 2 + 1 v2
            403 | 200 | V1_POOLS NotAllowed.PERMISSION; V2_POOLS 1                                 | FIRST_PAGE 1 v2
            401 | 200 | V1_POOLS NotAllowed.PERMISSION; V2_POOLS 1                                 | FIRST_PAGE 1 v2
            200 | 403 | V1_POOLS 2; V2_POOLS NotAllowed.PERMISSION                                 | FIRST_PAGE 1 / 2
            200 | 401 | V1_POOLS 2; V2_POOLS NotAllowed.PERMISSION                                 | FIRST_PAGE 1 / 2
            404 | 200 | V1_POOLS not offered; V2_POOLS 1                                           | FIRST_PAGE 1 v2
            200 | 404 | V1_POOLS 2; V2_POOLS not offered                                           | FIRST_PAGE 1 / 2
            403 | 403 | V1_POOLS NotAllowed.PERMISSION; V2_POOLS NotAllowed.PERMISSION             | the end
            404 | 403 | V1_POOLS not offered; V2_POOLS NotAllowed.PERMISSION                       | the end
            403 | 404 | V1_POOLS NotAllowed.PERMISSION; V2_POOLS not offered                       | the end
            403 | 500 | V1_POOLS NotAllowed.PERMISSION; V2_POOLS ServiceTrouble?                   | the end
            200 | 500 | V1_POOLS 2; V2_POOLS ServiceTrouble?                                       | FIRST_PAGE ServiceTrouble
            """)
    void the_permission_of_each_generation_is_checked_and_a_refused_one_does_not_hide_the_other(int v1, int v2,
            String permission, String end) throws Exception {
        try (var service = new BothGenerations(v1, v2)) {
            var steps = service.test(RequestedPoolLists.Generations.BOTH);
            assertThat(permissionOfEachList(steps)).isEqualTo(permission);
            if (end.equals("the end")) assertThat(steps.getLast().name()).isEqualTo(ConnectionCheckKind.PERMISSION);
            else
                assertThat(end(steps)).isEqualTo(end);
            assertThat(steps.getLast().isFailed()).isEqualTo(!end.matches("FIRST_PAGE \\d.*"));
            assertThat(service.asked).filteredOn(path -> path.startsWith("/v2/")).hasSize(1);
            assertThat(service.asked).filteredOn(path -> path.startsWith("/v1/")).hasSize(v1 == 200 ? 2 : 1);
        }
    }

    @Test
    void a_first_page_of_v2_that_others_follow_is_not_counted_as_all_pools() throws Exception {
        try (var service = new BothGenerations(404, 200,
                "{\"metadata\":{\"continue\":\"next\"},\"items\":[{\"metadata\":{\"name\":\"a\"}}]}")) {
            assertThat(permissionOfEachList(service.test(RequestedPoolLists.Generations.BOTH)))
                    .isEqualTo("V1_POOLS not offered; V2_POOLS 1+");
        }
    }

    @Test
    void the_diagnosis_has_the_result_of_each_generation_and_the_codes_of_the_refusal() throws Exception {
        try (var service = new BothGenerations(403, 200)) {
            var text = ConnectionDiagnosisText.text(service.test(RequestedPoolLists.Generations.BOTH),
                    connection("https://example.com"));
            assertThat(text).contains("GET /v1/PROJECT/clusters not permitted, NotAllowed.PERMISSION; "
                    + "GET /v2/PROJECT/pools permitted, 1\n", "Code: ModelArts.0005", "Status: 403");
        }
    }
}
