package poolscope.api.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.api.v1.FaultTestService.coded;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.HttpTimeouts;
import poolscope.api.RawServer;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.TestCertificates;
import poolscope.api.http.ErrorResponseHeaderReader;
import poolscope.connection.Credentials;
import poolscope.connection.ValidationError;
import poolscope.connection.ValidationResult;
import poolscope.demo.AccessRequirement;
import poolscope.demo.Fault;
import poolscope.pool.FieldValue;

/// B8 and B9: clocks, and who asks.
final class SignInFaultCases {
    private static final Credentials KEY = Credentials.accessKey(TestService.AK, TestService.SK, "").orThrow();
    private static final String REFUSED = "SignInRefused.";

    private SignInFaultCases() {}

    static List<FaultCase> cases(TestCertificates certificates) {
        return List.of(new FaultCase(97, "local clock 16 minutes wrong", SignInFaultCases::skew),
                new FaultCase(101, "2038, the year 10000, a leap second", () -> {
                    assertThat(FaultTestService.pool("\"created_at\":2147483648000").createdAt())
                            .isEqualTo(new FieldValue.Time(Instant.parse("2038-01-19T03:14:08Z")));
                    assertThat(FaultTestService.pool("\"created_at\":253402300800000").createdAt())
                            .isInstanceOf(FieldValue.Unreadable.class);
                    assertThat(ErrorResponseHeaderReader.clockSkew("Sat, 31 Dec 2016 23:59:60 GMT", Instant.EPOCH))
                            .isEmpty();
                }), new FaultCase(102, "expires_at that makes no sense", () -> {
                    for (var end : List.of("", "soon", "2026-13-40T00:00:00.000000Z", "1999-01-01T00:00:00.000000Z",
                            "2099-01-01T00:00:00.000000"))
                        expiresAt(end);
                }), new FaultCase(104, "Date missing or wrong", () -> {
                    for (var date : List.of("", "Date: yesterday\r\n")) {
                        var failure = stops(KEY, FaultTestService.answer("401 No", date,
                                coded("APIG.0301", "verify aksk signature fail")), "SIGNATURE_WRONG");
                        assertThat(failure.failureDetails().clockSkew()).isEmpty();
                    }
                }), new FaultCase(105, "local clock at 1970", () -> clockAt1970(certificates)),
                new FaultCase(106, "token expired", () -> {
                    renews(Fault.gateway(401, "APIG.0307", "The token must be updated"));
                    renews(Fault.modelArts(401, "ModelArts.0202", "x"));
                    renews(Fault.modelArts(401, "ModelArts.6620", "x"));
                }), new FaultCase(107, "token of another environment", () -> {
                    renews(Fault.tokenExpired());
                    stops(FaultTestService.TOKEN,
                            FaultTestService.answer("401 No", coded("APIG.0301", "decrypt token fail")),
                            "TOKEN_INVALID");
                }), new FaultCase(108, "wrong signature, with an echo", SignInFaultCases::echo),
                new FaultCase(109, "access key locked", () -> stops(401,
                        coded("APIG.0301", "AK access failed to reach the limit, forbidden"), "KEY_LOCKED")),
                new FaultCase(110, "access key unknown", () -> {
                    var failure = stops(401,
                            coded("APIG.0301", "Get secretKey failed, ak:" + TestService.AK + ", err: ak not exist"),
                            "KEY_UNKNOWN");
                    assertThat(failure.failureDetails().serverText()).doesNotContain(TestService.AK);
                }), new FaultCase(111, "signature expired", () -> {
                    var failure = stops(401, coded("APIG.0303",
                            "signature expired, signature time:20261123T010101Z,server " + "time:20261123T020101Z"),
                            "CLOCK_SKEW");
                    assertThat(failure.failureDetails().serverText()).contains("server time");
                }), new FaultCase(112, "account suspended", () -> {
                    for (var code : List.of("ModelArts.6201", "ModelArts.6203"))
                        noLogin(Fault.modelArts(401, code, "x"), REFUSED + "SUSPENDED");
                }),
                new FaultCase(113, "token without project",
                        () -> noLogin(Fault.modelArts(401, "ModelArts.0212", "x"), REFUSED + "NO_PROJECT_SCOPE")),
                new FaultCase(114, "401 that means a missing right", () -> {
                    for (var code : List.of("ModelArts.4203", "ModelArts.5056"))
                        noLogin(Fault.modelArts(401, code, "x"), "NotAllowed.PERMISSION");
                }), new FaultCase(115, "user locked at IAM", () -> {
                    try (var testService = new TestService(AccessRequirement.token("another-token-0123456789"));
                            var reader = testService.reader(testService.password(TestService.PASSWORD))) {
                        testService.cloud.script(Fault.iamUnauthorized());
                        for (int i = 0; i < 2; i++)
                            assertThat(TestService.failure(reader).name()).isEqualTo(REFUSED + "ACCOUNT_LOCKED");
                        assertThat(testService.cloud.requestCount()).isEqualTo(1);
                    }
                }), new FaultCase(116, "temporary key without its token", SignInFaultCases::temporary),
                new FaultCase(117, "tokens as pasted", SignInFaultCases::pasted));
    }

    private static void skew() throws Exception {
        for (int minutes : new int[]{-16, -14, 14, 16})
            try (var testService = new TestService(AccessRequirement.signature(TestService.AK, TestService.SK));
                    var reader = testService.reader(KEY)) {
                testService.setLocalClockWrongBy(Duration.ofMinutes(minutes));
                assertThat(TestService.read(reader).pools()).hasSize(7);
                assertThat(testService.cloud.requestCount()).isEqualTo(Math.abs(minutes) < 15 ? 1 : 2);
            }
    }

    private static void expiresAt(String end) throws Exception {
        try (var testService = new TestService(AccessRequirement.token("another-token-0123456789"));
                var reader = testService.reader(testService.password(TestService.PASSWORD))) {
            testService.cloud.script(new Fault.Edited(
                    body -> body.replaceAll("\"expires_at\":\"[^\"]*\"", "\"expires_at\":\"" + end + "\"")));
            TestService.read(reader);
            testService.pass(Duration.ofHours(5));
            testService.cloud.script(Fault.tokenExpired());
            assertThat(TestService.read(reader).pools()).hasSize(7);
            assertThat(testService.logins()).isEqualTo(2);
        }
    }

    /// The program's own check of an added certificate goes by the local clock, and says what it saw.
    private static void clockAt1970(TestCertificates certificates) throws Exception {
        var server = certificates.serve("alone");
        var real = RequestClockAndTimeouts.real();
        var clock = java.time.Clock.fixed(Instant.EPOCH, java.time.ZoneOffset.UTC);
        var apiTarget = new ApiTarget(TestCertificates.to(server, "127.0.0.1"), FaultTestService.TOKEN,
                TestCertificates.trusting(certificates.pem("alone")));
        try (var reader = ClusterListReader.open(apiTarget, new RequestClockAndTimeouts(clock, real.nanoTime(),
                real.random(), real.sleeper(), HttpTimeouts.DEFAULT))) {
            var failure = TestService.failure(reader);
            assertThat(failure.name()).isEqualTo("Untrusted.NOT_YET_VALID");
            assertThat(failure.failureDetails().at()).isEqualTo(Instant.EPOCH);
        } finally {
            server.stop(0);
        }
    }

    /// One login more, one repeat.
    private static void renews(Fault once) throws Exception {
        try (var testService = new TestService(AccessRequirement.token("another-token-0123456789"));
                var reader = testService.reader(testService.password(TestService.PASSWORD))) {
            TestService.read(reader);
            testService.pass(Duration.ofHours(5));
            testService.cloud.script(once);
            assertThat(TestService.read(reader).pools()).hasSize(7);
            assertThat(testService.logins()).isEqualTo(2);
            assertThat(testService.lists()).isEqualTo(3);
        }
    }

    /// A password is there, and yet no login is tried.
    private static void noLogin(Fault fault, String expected) throws Exception {
        try (var testService = new TestService(AccessRequirement.token("another-token-0123456789"));
                var reader = testService.reader(testService.password(TestService.PASSWORD))) {
            TestService.read(reader);
            testService.cloud.script(fault);
            assertThat(TestService.failure(reader).name()).isEqualTo(expected);
            assertThat(testService.logins()).isEqualTo(1);
            assertThat(testService.lists()).isEqualTo(2);
        }
    }

    /// Whoever asks again before a person has acted hears the same, and nothing is sent.
    private static Failure stops(int status, String body, String cause) throws IOException, InterruptedException {
        return stops(KEY, FaultTestService.answer(status + " No", body), cause);
    }

    private static Failure stops(Credentials credentials, String answer, String cause)
            throws IOException, InterruptedException {
        try (var server = RawServer.saying(answer);
                var reader = ClusterListReader.open(ApiTarget.of(server.connection("http"), credentials),
                        RequestClockAndTimeouts.real())) {
            var first = TestService.failure(reader);
            assertThat(first.name()).isEqualTo(REFUSED + cause);
            assertThat(TestService.failure(reader)).isEqualTo(first);
            assertThat(server.requests).hasSize(1);
            return first;
        }
    }

    private static void echo() throws Exception {
        var said = "verify aksk signature fail, canonicalRequest:GET\\n/v1/p1/clusters/\\nauthorization:SDK-HMAC-SHA256 Access="
                + TestService.AK + ", SignedHeaders=host;x-sdk-date, Signature=0123456789abcdef0123456789abcdef";
        var failure = stops(401, coded("APIG.0301", said), "SIGNATURE_WRONG");
        assertThat(failure.toString()).doesNotContain(TestService.AK, "0123456789abcdef", "x-sdk-date");
    }

    private static void temporary() throws Exception {
        var token = "MIIFtemporary0123456789";
        var whole = Credentials.accessKey(TestService.AK, TestService.SK, token).orThrow();
        var expired = Credentials.accessKey(TestService.AK, TestService.SK, "MIIFexpired9876543210").orThrow();
        for (var credentials : List.of(whole, KEY, expired))
            try (var testService = new TestService(
                    new AccessRequirement.Signature(TestService.AK, TestService.SK, token));
                    var reader = testService.reader(credentials)) {
                if (credentials == whole) assertThat(TestService.read(reader).pools()).hasSize(7);
                else
                    assertThat(TestService.failure(reader)).isInstanceOf(Failure.SignInRefused.class);
                assertThat(testService.cloud.requestCount()).isEqualTo(1);
            }
    }

    private static void pasted() {
        var token = "MIIFcanary0123456789";
        for (var around : List.of(token + "\n", "\r\n" + token, "\uFEFF" + token, "\u00A0" + token + " "))
            assertThat(Credentials.token(around))
                    .isEqualTo(ValidationResult.accepted(Credentials.token(token).orThrow()));
        refuses("MIIF\ncanary", ValidationError.SECRET_BROKEN);
        refuses("Bearer " + token, ValidationError.SECRET_BROKEN);
        refuses("\u201C" + token + "\u201D", ValidationError.SECRET_NOT_ASCII);
        refuses("\"" + token + "\"", ValidationError.SECRET_NOT_ASCII);
        refuses("MIIF\u00A0canary", ValidationError.SECRET_NOT_ASCII);
        refuses("x".repeat(40 * 1024), ValidationError.SECRET_TOO_LONG);
    }

    private static void refuses(String pasted, ValidationError validationError) {
        var validationResult = Credentials.token(pasted);
        assertThat(validationResult).isEqualTo(ValidationResult.refused(validationError));
        assertThat(validationResult.toString()).doesNotContain("canary");
    }
}
