package poolscope.api.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.api.v1.FaultTestService.EMPTY_LIST;
import static poolscope.api.v1.FaultTestService.answer;
import static poolscope.api.v1.FaultTestService.coded;
import static poolscope.api.v1.FaultTestService.fails;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import poolscope.api.ApiTarget;
import poolscope.api.HttpTimeouts;
import poolscope.api.RawServer;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.TransportTest;
import poolscope.api.signin.RetryPolicy;

/// B3: statuses, headers and bodies of HTTP.
final class HttpFaultCases {

    private HttpFaultCases() {}

    static List<FaultCase> cases() {
        return List.of(new FaultCase(32, "redirect to another host", HttpFaultCases::redirect),
                new FaultCase(33, "204, 205, 206, 304", () -> {
                    fails(bare("204 No Content"), "UnreadableAnswer.EMPTY", 2);
                    fails(answer("205 Reset", ""), "UnreadableAnswer.EMPTY", 2);
                    fails(answer("206 Partial", EMPTY_LIST), "UnreadableAnswer.WRONG_STATUS", 1);
                    fails(bare("304 Not Modified"), "UnreadableAnswer.WRONG_STATUS", 1);
                }),
                new FaultCase(34, "200 with an empty body",
                        () -> fails(answer("200 OK", ""), "UnreadableAnswer.EMPTY", 2)),
                new FaultCase(35, "200 under another content type", () -> {
                    assertThat(
                            FaultTestService.reads(bytes(answer("200 OK", "Content-Type: text/html\r\n", EMPTY_LIST)))
                                    .isComplete())
                            .isTrue();
                    fails(answer("200 OK", "hello"), "UnreadableAnswer.NOT_JSON", 1);
                }),
                // in three sizes of a page
                new FaultCase(36, "400 for a parameter", () -> {
                    fails(answer("400 Bad", coded("APIG.0201", "x")), "BadRequest.PARAMETER", 3);
                    fails(answer("400 Bad", coded("ModelArts.0104", "x")), "BadRequest.PARAMETER", 3);
                }),
                // not asked again in another order: created_at is the order that the document itself names as the usual one
                new FaultCase(37, "400 for the sort field",
                        () -> fails(answer("400 Bad", coded("ModelArts.6303", "x")), "BadRequest.PARAMETER", 3)),
                new FaultCase(38, "403 as plain text", () -> {
                    var failure = fails(answer("403 Forbidden", "forbidden"), "NotAllowed.UNEXPLAINED", 1);
                    assertThat(failure.failureDetails().serverText()).isEqualTo("forbidden");
                }),
                new FaultCase(39, "404 of the gateway",
                        () -> fails(answer("404 Not Found", coded("APIG.0101", "x")), "NoSuchApi", 1)),
                new FaultCase(40, "404 of the service",
                        () -> fails(answer("404 Not Found", coded("ModelArts.0015", "x")), "NoSuchApi", 1)),
                new FaultCase(41, "405 for a quota", () -> {
                    fails(answer("405 No", coded("APIG.0501", "x")), "QuotaUsed", 1);
                    fails(answer("405 No", coded("APIG.0502", "x")), "QuotaUsed", 1);
                }), new FaultCase(42, "408, 500, 502, 504", () -> {
                    for (var status : List.of("408 T", "500 E", "502 B"))
                        fails(answer(status, ""), "ServiceTrouble", 3);
                    // in three sizes of a page
                    fails(answer("504 G", ""), "ServiceTrouble", 9);
                }), new FaultCase(43, "413, 414, 494", () -> {
                    for (var status : List.of("414 U", "494 H"))
                        fails(answer(status, coded("APIG.0201", "x")), "BadRequest.TOO_LARGE", 1);
                    fails(answer("413 L", coded("APIG.0201", "x")), "BadRequest.TOO_LARGE", 3);
                }), new FaultCase(44, "429 with Retry-After", HttpFaultCases::retryAfter),
                new FaultCase(45, "429 without Retry-After, and a daily quota", () -> {
                    fails(answer("429 Slow", coded("APIG.0308", "over ratelimit")), "Throttled", 3);
                    fails(answer("429 Slow", coded("APIG.0308", "Daily quota exhausted")), "QuotaUsed", 1);
                }), new FaultCase(46, "503 of IAM, or empty", () -> {
                    fails(answer("503 Busy", coded("APIG.0613", "x")), "ServiceTrouble", 3);
                    fails(answer("503 Busy", ""), "ServiceTrouble", 3);
                }), new FaultCase(47, "interim answers and unknown statuses", () -> {
                    var interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";
                    assertThat(FaultTestService.reads(bytes(interim + answer("200 OK", EMPTY_LIST))).isComplete())
                            .isTrue();
                    fails(answer("600 Odd", ""), "UnreadableAnswer.WRONG_STATUS", 1);
                    fails(answer("999 Odd", ""), "UnreadableAnswer.WRONG_STATUS", 1);
                    fails(answer("418 Teapot", ""), "BadRequest.OTHER", 1);
                }), new FaultCase(48, "gzip that nobody asked for", () -> {
                    assertThat(FaultTestService.reads(packed(TransportTest.gzip(bytes(EMPTY_LIST)))).isComplete())
                            .isTrue();
                    fails(packed(TransportTest.gzip(new byte[20 << 20])), "UnreadableAnswer.TOO_LARGE", 3);
                    fails(packed(new byte[]{1, 2, 3}), "UnreadableAnswer.DAMAGED_GZIP", 1);
                }), new FaultCase(49, "contradictory lengths, broken headers", () -> {
                    // the JDK goes by the first length: less than the list is no list
                    fails("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 43\r\n\r\n" + EMPTY_LIST,
                            "UnreadableAnswer.TRUNCATED", 3);
                    fails("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n{}", "UnreadableAnswer.NOT_HTTP", 1);
                    fails("HTTP/1.1 200 OK\r\nX Y: z\r\n\r\n{}", "UnreadableAnswer.NOT_HTTP", 1);
                }));
    }

    private static void redirect() throws Exception {
        for (var status : List.of("301", "302", "303", "307", "308"))
            try (var elsewhere = RawServer.saying(answer("200 OK", EMPTY_LIST))) {
                var failure = fails(
                        answer(status + " Moved", "Location: http://127.0.0.1:" + elsewhere.port() + "/steal\r\n", ""),
                        "UnreadableAnswer.REDIRECTED", 1);
                assertThat(failure.failureDetails().detail()).isEqualTo("127.0.0.1");
                assertThat(elsewhere.requests).isEmpty();
            }
    }

    private static void retryAfter() throws Exception {
        var soon = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(4));
        throttled("1", 3, Duration.ofSeconds(1));
        throttled(soon, 3, Duration.ofSeconds(1));
        throttled("86400", 1, Duration.ZERO);
        for (var nonsense : List.of("-5", "soon", "1000000000000"))
            throttled(nonsense, 3, Duration.ZERO);
    }

    private static void throttled(String after, int requests, Duration atLeast) throws Exception {
        var pauses = new CopyOnWriteArrayList<Duration>();
        var body = coded("APIG.0308", "over ratelimit");
        try (var server = RawServer.saying(answer("429 Slow", "Retry-After: " + after + "\r\n", body));
                var reader = ClusterListReader.open(ApiTarget.of(server.connection("http"), FaultTestService.TOKEN),
                        new RequestClockAndTimeouts(RequestClockAndTimeouts.real().clock(), System::nanoTime,
                                new java.util.Random(1), pauses::add, HttpTimeouts.DEFAULT))) {
            assertThat(TestService.failure(reader).name()).as(after).isEqualTo("Throttled");
            assertThat(server.requests).as(after).hasSize(requests);
            assertThat(pauses).as(after)
                    .hasSize(requests - 1)
                    .allMatch(pause -> pause.compareTo(atLeast) >= 0 && pause.compareTo(RetryPolicy.CAP) <= 0);
        }
    }

    private static String bare(String status) {
        return "HTTP/1.1 " + status + "\r\nConnection: close\r\n\r\n";
    }

    private static byte[] packed(byte[] body) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(bytes("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n"));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
