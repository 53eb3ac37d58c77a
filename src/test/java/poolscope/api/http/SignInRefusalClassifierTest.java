package poolscope.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.api.v1.FaultTestService.answer;
import static poolscope.api.v1.FaultTestService.coded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.RawServer;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.TestService;
import poolscope.connection.Credentials;

/// Why a sign-in was refused: what was sent goes before the words of the answer, and what the gateway echoes is
/// not searched.
@Timeout(60)
class SignInRefusalClassifierTest {
    private static final String ECHO = ", canonicalRequest:GET\\n/v1/p1/clusters/\\nx-sdk-date:20261128T030000Z\\n"
            + "x-security-token:locked token expired\\n\\nhost;x-sdk-date;x-security-token\\n";

    private static Credentials credentials(String kind) {
        return (switch (kind) {
            case "token" -> Credentials.token("MIIFcanary0123456789");
            case "key" -> Credentials.accessKey(TestService.AK, TestService.SK, "");
            case "temporary" -> Credentials.accessKey(TestService.AK, TestService.SK, "MIIFtemporary0123456789");
            default -> throw new IllegalArgumentException(kind);
        }).orThrow();
    }

    private static Failure refused(Credentials credentials, String code, String message) throws Exception {
        try (var server = RawServer.saying(answer("401 Unauthorized", coded(code, message)));
                var reader = ClusterListReader.open(ApiTarget.of(server.connection("http"), credentials),
                        RequestClockAndTimeouts.real())) {
            return TestService.failure(reader);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "temporary|APIG.0301|Incorrect IAM authentication information: verify aksk signature fail" + ECHO
                    + "|SIGNATURE_WRONG",
            "key|APIG.0301|Incorrect IAM authentication information: verify aksk signature fail" + ECHO
                    + "|SIGNATURE_WRONG",
            "key|APIG.0301|verify aksk signature fail, authorization:SDK-HMAC-SHA256 Access=A, x-auth-token|SIGNATURE_WRONG",
            "temporary|APIG.0301|Incorrect IAM authentication information: decrypt token fail|SECURITY_TOKEN",
            "temporary|APIG.0301|the security token has expired|SECURITY_TOKEN",
            "temporary|APIG.0301|token expires|SECURITY_TOKEN",
            "key|APIG.0301|AK access failed to reach the limit, forbidden" + ECHO + "|KEY_LOCKED",
            "key|APIG.0303|signature expired, signature time:20261123T010101Z|CLOCK_SKEW",
            "token|APIG.0301|Incorrect IAM authentication information: token expires|TOKEN_EXPIRED",
            "token|APIG.0301|Incorrect IAM authentication information: token expires, expires_at:2026-11-27T00:00:00Z|TOKEN_EXPIRED",
            "token|APIGW.0301|Incorrect IAM authentication information: Token expired.|TOKEN_EXPIRED",
            "token|APIG.0301|The token has been expired|TOKEN_EXPIRED",
            "token|APIG.0301|AK access failed to reach the limit, forbidden|TOKEN_INVALID",
            "token|APIG.0301|Incorrect IAM authentication information: decrypt token fail|TOKEN_INVALID",
            "token|APIG.0301|Incorrect IAM authentication information: the request is blocked|TOKEN_INVALID"})
    void the_kind_of_credentials_then_code_and_message_decide(String kind, String code, String message, String cause)
            throws Exception {
        assertThat(refused(credentials(kind), code, message).name()).isEqualTo("SignInRefused." + cause);
    }

    @Test
    void whoever_sent_nothing_is_told_to_sign_in() throws Exception {
        assertThat(
                refused(Credentials.NONE, "APIG.0301", "Incorrect IAM authentication information: decrypt token fail")
                        .name())
                .isEqualTo("SignInRefused.MISSING");
    }

    @Test
    void a_password_gets_a_new_token_once_its_token_has_expired_by_the_words_of_the_message() throws Exception {
        try (var testService = new TestService(poolscope.demo.AccessRequirement.token("another-token-0123456789"));
                var reader = testService.reader(testService.password(TestService.PASSWORD))) {
            TestService.read(reader);
            testService.pass(java.time.Duration.ofHours(5));
            testService.cloud.script(poolscope.demo.Fault.gateway(401, "APIG.0301", "token expires"));
            assertThat(TestService.read(reader).pools()).hasSize(7);
            assertThat(testService.logins()).isEqualTo(2);
        }
    }
}
