package poolscope.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.demo.DemoClient.ids;
import static poolscope.demo.DemoClient.json;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import poolscope.MovableClock;

class AccessRequirementTest {
    private static final String KEY = "AKEXAMPLE0000001";
    private static final String SECRET = "SkExample0000000000000000000000000000001";

    private final MovableClock clock = new MovableClock();

    private DemoClient client(AccessRequirement accessRequirement) {
        return new DemoClient(TestCloudSettings.of(20)
                .withClock(clock)
                .withDrift(false)
                .withAccess(accessRequirement)
                .withAccount(new IamAccount("acme", "ann", "pass word")));
    }

    private static void assertRefused(HttpResponse<String> answer, String code, String message) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer.body()).get("error_code").textValue()).isEqualTo(code);
        assertThat(json(answer.body()).get("error_msg").textValue())
                .startsWith("Incorrect IAM authentication information: ")
                .contains(message);
        assertThat(json(answer.body()).get("request_id").textValue())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    // ---- token

    @Test
    void accepts_the_right_token_and_no_other() throws Exception {
        try (var client = client(AccessRequirement.token("t0ken"))) {
            assertThat(client.send(client.clusters("").header("X-Auth-Token", "t0ken")).statusCode()).isEqualTo(200);
            assertRefused(client.send(client.clusters("").header("X-Auth-Token", "other")), "APIG.0301",
                    "decrypt token fail");
            assertRefused(client.send(client.clusters("")), "APIG.0301", "x-auth-token not found");
        }
    }

    @Test
    void every_call_of_v2_needs_the_token() throws Exception {
        try (var client = new DemoClient(
                TestCloudSettings.of(1).withV2Pools(3).withAccess(AccessRequirement.token("t0ken")))) {
            for (var path : List.of("v2/%s/pools", "v2/%s/metrics/runtime/pools", "v1/%s/resourceflavors",
                    "v1/%s/scheduled-events", "v1/%s/workspaces", "v2/%s/statistics/pools")) {
                var request = "/" + path.replace("%s", client.cloud.projectId());
                assertRefused(client.send(client.to(request)), "APIG.0301", "x-auth-token not found");
                assertThat(client.send(client.to(request).header("X-Auth-Token", "t0ken")).statusCode()).isEqualTo(200);
            }
        }
    }

    private HttpResponse<String> login(DemoClient client, String password, String scope) throws Exception {
        return client.send(client.to("/v3/auth/tokens?nocatalog=true")
                .POST(BodyPublishers.ofString(
                        """
                                {"auth":{"identity":{"methods":["password"],"password":{"user":{"domain":{"name":"acme"},"name":"ann","password":"%s"}}}%s}}
                                """
                                .formatted(password, scope))));
    }

    @Test
    void gives_a_token_for_a_password_that_lives_a_day() throws Exception {
        try (var client = client(AccessRequirement.token("t0ken"))) {
            var answer = login(client, "pass word", ",\"scope\":{\"project\":{\"name\":\"cn-north-4\"}}");
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(json(answer.body()).at("/token/expires_at").textValue())
                    .isEqualTo("2026-03-05T05:06:07.000000Z");
            assertThat(json(answer.body()).at("/token/project/id").textValue()).isEqualTo(client.cloud.projectId());
            var token = answer.headers().firstValue("X-Subject-Token").orElseThrow();
            assertThat(token).hasSizeBetween(2000, 4000);
            assertThat(client.send(client.clusters("").header("X-Auth-Token", token)).statusCode()).isEqualTo(200);
            clock.advance(Duration.ofHours(24));
            assertRefused(client.send(client.clusters("").header("X-Auth-Token", token)), "APIG.0301",
                    "decrypt token fail");
        }
    }

    @Test
    void a_token_without_a_project_or_for_another_one_gives_no_pools() throws Exception {
        try (var client = client(AccessRequirement.token("t0ken"))) {
            var whole = login(client, "pass word", "").headers().firstValue("X-Subject-Token").orElseThrow();
            var refused = client.send(client.clusters("").header("X-Auth-Token", whole));
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(json(refused.body()).get("error_code").textValue()).isEqualTo("ModelArts.0212");
            var other = login(client, "pass word", ",\"scope\":{\"project\":{\"name\":\"cn-east-3\"}}").headers()
                    .firstValue("X-Subject-Token")
                    .orElseThrow();
            assertThat(client.send(client.clusters("").header("X-Auth-Token", other)).statusCode()).isEqualTo(403);
            assertThat(login(client, "pass word", ",\"scope\":{\"project\":{\"name\":\"nowhere-1\"}}").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour() throws Exception {
        try (var client = client(AccessRequirement.open())) {
            for (var i = 0; i < 5; i++) {
                var wrong = login(client, "guess", "");
                assertThat(wrong.statusCode()).isEqualTo(401);
                assertThat(json(wrong.body())).isEqualTo(json(
                        "{\"error\":{\"code\":401,\"message\":\"The username or password is wrong.\",\"title\":\"Unauthorized\"}}"));
            }
            assertThat(json(login(client, "pass word", "").body()).at("/error/message").textValue())
                    .isEqualTo("The account is locked.");
            clock.advance(Duration.ofMinutes(15));
            assertThat(login(client, "pass word", "").statusCode()).isEqualTo(201);
        }
    }

    @Test
    void refuses_a_login_that_it_cannot_read() throws Exception {
        try (var client = client(AccessRequirement.open())) {
            for (var body : List.of("", "{", "[]", "{\"auth\":{}}"))
                assertThat(client.send(client.to("/v3/auth/tokens").POST(BodyPublishers.ofString(body))).statusCode())
                        .isEqualTo(400);
        }
    }

    @Test
    void lists_the_projects_to_whoever_has_a_token() throws Exception {
        try (var client = client(AccessRequirement.token("t0ken"))) {
            assertThat(client.send(client.to("/v3/auth/projects")).statusCode()).isEqualTo(401);
            var projects = json(client.send(client.to("/v3/auth/projects").header("X-Auth-Token", "t0ken")).body())
                    .get("projects");
            assertThat(projects.get(0).get("id").textValue()).isEqualTo(client.cloud.projectId())
                    .matches("[0-9a-f]{32}");
            assertThat(projects.valueStream().map(project -> project.get("name").textValue())).contains("cn-north-4",
                    "cn-north-4_research");
            assertThat(projects.valueStream().map(project -> project.get("enabled").booleanValue())).contains(true,
                    false);
        }
    }

    // ---- signature

    @Test
    void finds_the_signature_that_the_vendor_published() {
        var request = new DemoRequest("GET", "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs",
                "limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
                Map.of("content-type", List.of("application/json"), "host", List.of("service.region.example.com"),
                        "x-sdk-date", List.of("20191115T033655Z"), "authorization",
                        List.of("SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, SignedHeaders=content-type;host;x-sdk-date, "
                                + "Signature=7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe")),
                "");
        var keys = new AccessRequirement.Signature("QTWAOYTTINDUT2QVKYUC", "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc",
                "");
        assertThat(new SignatureCheck(keys, Instant.parse("2019-11-15T03:40:00Z")).flaw(request)).isEmpty();
        assertThat(new SignatureCheck(keys, Instant.parse("2019-11-15T03:51:55Z")).flaw(request)).isEmpty();
        assertThat(new SignatureCheck(keys, Instant.parse("2019-11-15T03:51:56Z")).flaw(request)).isPresent();
    }

    /// A signer of the test's own; `query` must be in its canonical form already.
    private HttpRequest.Builder signed(DemoClient client, String query, String secret, Map<String, String> more)
            throws Exception {
        var headers = new TreeMap<>(more);
        headers.put("host", client.cloud.endpoint().getAuthority());
        headers.putIfAbsent("x-sdk-date",
                DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC).format(clock.instant()));
        var names = String.join(";", headers.keySet());
        var canonical = new StringBuilder("GET\n/v1/" + client.cloud.projectId() + "/clusters/\n" + query + "\n");
        headers.forEach((name, value) -> canonical.append(name).append(':').append(value).append('\n'));
        canonical.append('\n').append(names).append('\n').append(sha256(""));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var toSign = "SDK-HMAC-SHA256\n" + headers.get("x-sdk-date") + "\n" + sha256(canonical.toString());
        var signature = HexFormat.of().formatHex(mac.doFinal(toSign.getBytes(StandardCharsets.UTF_8)));
        var request = client.clusters(query)
                .header("Authorization",
                        "SDK-HMAC-SHA256 Access=" + KEY + ", SignedHeaders=" + names + ", Signature=" + signature);
        headers.forEach((name, value) -> {
            if (!name.equals("host")) request.header(name, value);
        });
        return request;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void accepts_a_good_signature() throws Exception {
        try (var client = client(AccessRequirement.signature(KEY, SECRET))) {
            var answer = client.send(signed(client, "cluster_name=%E6%8E%A8%20~%2A&limit=7&status=", SECRET, Map.of()));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var all = client.send(signed(client, "", SECRET, Map.of("x-project-id", client.cloud.projectId())));
            assertThat(ids(json(all.body()))).hasSize(20);
            assertRefused(client.send(client.clusters("")), "APIG.0301", "x-auth-token not found");
            assertRefused(client.send(client.clusters("").header("Authorization", "Bearer x")), "APIG.0301",
                    "Authorization format");
        }
    }

    @Test
    void refuses_a_wrong_secret_and_repeats_what_was_signed() throws Exception {
        try (var client = client(AccessRequirement.signature(KEY, SECRET))) {
            var answer = client.send(signed(client, "limit=7", "wrong", Map.of()));
            assertRefused(answer, "APIG.0301",
                    "verify aksk signature fail, canonicalRequest:GET|/v1/" + client.cloud.projectId()
                            + "/clusters/|limit=7|host:" + client.cloud.endpoint().getAuthority()
                            + "|x-sdk-date:20260304T050607Z||host;x-sdk-date|");
            assertThat(answer.body()).contains("|authorization:SDK-HMAC-SHA256 Access=" + KEY);
        }
    }

    @Test
    void refuses_a_request_that_is_not_the_one_that_was_signed() throws Exception {
        try (var client = client(AccessRequirement.signature(KEY, SECRET))) {
            var moved = client.clusters("limit=8");
            signed(client, "limit=7", SECRET, Map.of()).build()
                    .headers()
                    .map()
                    .forEach((name, values) -> moved.header(name, values.getFirst()));
            assertRefused(client.send(moved), "APIG.0301", "verify aksk signature fail");
        }
    }

    @Test
    void refuses_a_key_that_it_does_not_know() throws Exception {
        try (var client = client(AccessRequirement.signature("ANOTHER", SECRET))) {
            assertRefused(client.send(signed(client, "", SECRET, Map.of())), "APIG.0301",
                    "Get secretKey failed,ak:" + KEY + ",err: ak not exist");
        }
    }

    @Test
    void refuses_a_clock_that_is_more_than_a_quarter_of_an_hour_off() throws Exception {
        try (var client = client(AccessRequirement.signature(KEY, SECRET))) {
            var early = signed(client, "", SECRET, Map.of("x-sdk-date", "20260304T045107Z"));
            assertThat(client.send(early).statusCode()).isEqualTo(200);
            var tooEarly = signed(client, "", SECRET, Map.of("x-sdk-date", "20260304T045106Z"));
            assertRefused(client.send(tooEarly), "APIG.0303",
                    "signature time:20260304T045106Z,server time:20260304T050607Z");
            var tooLate = signed(client, "", SECRET, Map.of("x-sdk-date", "20260304T052108Z"));
            assertRefused(client.send(tooLate), "APIG.0303", "signature expired");
            assertRefused(client.send(signed(client, "", SECRET, Map.of("x-sdk-date", "today"))), "APIG.0301",
                    "X-Sdk-Date");
        }
    }

    @Test
    void a_temporary_key_needs_its_security_token_signed() throws Exception {
        try (var client = client(new AccessRequirement.Signature(KEY, SECRET, "st"))) {
            assertThat(client.send(signed(client, "", SECRET, Map.of("x-security-token", "st"))).statusCode())
                    .isEqualTo(200);
            assertRefused(client.send(signed(client, "", SECRET, Map.of("x-security-token", "old"))), "APIG.0301",
                    "x-security-token");
            assertRefused(client.send(signed(client, "", SECRET, Map.of())), "APIG.0301", "x-security-token");
            assertRefused(client.send(signed(client, "", SECRET, Map.of()).header("X-Security-Token", "st")),
                    "APIG.0301", "x-security-token");
        }
    }

    @Test
    void five_wrong_signatures_in_a_row_lock_the_key_for_five_minutes() throws Exception {
        try (var client = client(AccessRequirement.signature(KEY, SECRET))) {
            for (var i = 0; i < 4; i++)
                client.send(signed(client, "", "wrong", Map.of()));
            assertThat(client.send(signed(client, "", SECRET, Map.of())).statusCode()).isEqualTo(200);
            for (var i = 0; i < 5; i++)
                assertRefused(client.send(signed(client, "", "wrong", Map.of())), "APIG.0301",
                        "verify aksk signature fail");
            assertRefused(client.send(signed(client, "", SECRET, Map.of())), "APIG.0301",
                    "AK access failed to reach the limit");
            clock.advance(Duration.ofMinutes(5));
            assertThat(client.send(signed(client, "", SECRET, Map.of())).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void secrets_do_not_print() {
        assertThat(new AccessRequirement.Signature("ak", "s3cret", "t3mp").toString()).doesNotContain("s3cret", "t3mp");
        assertThat(new IamAccount("d", "u", "pa55").toString()).doesNotContain("pa55");
        assertThat(AccessRequirement.token("t0ken").toString()).doesNotContain("t0ken");
    }
}
