package poolscope.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.PropertyCases;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.json.ErrorResponseBody;

class ErrorResponseClassifierTest {

    private static Failure of(int status, String body, Duration skew) {
        return of(SentCredentialsKind.TOKEN, status, body, skew);
    }

    private static Failure of(SentCredentialsKind sent, int status, String body, Duration skew) {
        var failureDetails = new FailureDetails(new FailureDetails.RequestLine("GET", "h", "/"), status, "", "", "", "",
                Optional.of(skew), Instant.EPOCH, 1);
        return ErrorResponseClassifier.of(ErrorResponse.of(sent, status, ErrorResponseBody.parse(body.getBytes(UTF_8)),
                Optional.empty(), failureDetails));
    }

    /// `SignInRefused.SUSPENDED`, or the type alone where there is no cause.
    private static String name(Failure failure) {
        String cause = switch (failure) {
            case Failure.Unreachable f -> f.cause().name();
            case Failure.Untrusted f -> f.cause().name();
            case Failure.Proxy f -> f.cause().name();
            case Failure.SignInRefused f -> f.cause().name();
            case Failure.SecretUnavailable _ -> throw new AssertionError("no answer says this");
            case Failure.NotAllowed f -> f.cause().name();
            case Failure.BadRequest f -> f.cause().name();
            case Failure.UnreadableAnswer f -> f.cause().name();
            case Failure.ProjectMismatch _, Failure.NoSuchApi _, Failure.QuotaUsed _, Failure.Throttled _,
                    Failure.ServiceTrouble _ ->
                "";
        };
        return failure.getClass().getSimpleName() + (cause.isEmpty() ? "" : "." + cause);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "400|{\"error_message\":\"x\",\"error_code\":\"ModelArts.0104\"}|BadRequest.PARAMETER",
            "400|{\"error_code\":\"ModelArts.0210\"}|BadRequest.PARAMETER",
            "400|{\"error_code\":\"ModelArts.0204\"}|SignInRefused.NO_PROJECT_SCOPE",
            "400|{\"error_code\":\"APIG.0607\"}|BadRequest.PROTOCOL",
            "400|{\"error_code\":\"ModelArts.9999\"}|BadRequest.OTHER",
            "401|{\"error_code\":\"APIG.0301\",\"error_msg\":\"Incorrect IAM authentication information: decrypt token fail\"}|SignInRefused.TOKEN_INVALID",
            "401|{\"error_code\":\"APIG.0307\",\"error_msg\":\"The token must be updated\"}|SignInRefused.TOKEN_EXPIRED",
            "401|{\"error_code\":\"ModelArts.0202\"}|SignInRefused.TOKEN_EXPIRED",
            "401|{\"error_code\":\"ModelArts.0201\"}|SignInRefused.MISSING",
            "401|{\"error_code\":\"ModelArts.0212\"}|SignInRefused.NO_PROJECT_SCOPE",
            "401|{\"error_code\":\"ModelArts.6201\"}|SignInRefused.SUSPENDED",
            "401|{\"error_code\":\"ModelArts.6203\"}|SignInRefused.SUSPENDED",
            "401|{\"error_code\":\"ModelArts.4203\"}|NotAllowed.PERMISSION",
            "401|{\"error_code\":\"ModelArts.5056\"}|NotAllowed.PERMISSION",
            "401|{\"error\":{\"code\":401,\"message\":\"The account is locked.\",\"title\":\"Unauthorized\"}}|SignInRefused.ACCOUNT_LOCKED",
            "401|nothing known|SignInRefused.OTHER", "403|{\"error_code\":\"ModelArts.0210\"}|ProjectMismatch",
            "403|{\"error_code\":\"APIG.0310\"}|ProjectMismatch",
            "403|{\"error_code\":\"APIG.0302\"}|NotAllowed.PERMISSION",
            "403|{\"error_code\":\"ModelArts.0112\",\"error_msg\":\"Policy doesn't allow {} {} to be performed.\"}|NotAllowed.PERMISSION",
            "403|{\"error_code\":\"APIG.0402\"}|NotAllowed.ADDRESS",
            "403|{\"error_code\":\"APIG.0802\"}|NotAllowed.REGION", "403|forbidden|NotAllowed.UNEXPLAINED",
            "404|{\"error_code\":\"APIG.0101\"}|NoSuchApi", "404|<html>|NoSuchApi",
            "405|{\"error_code\":\"APIG.0501\"}|QuotaUsed", "405|{\"error_code\":\"APIG.0502\"}|QuotaUsed",
            "407||Proxy.LOGIN_REQUIRED", "408||ServiceTrouble", "413||BadRequest.TOO_LARGE",
            "414||BadRequest.TOO_LARGE", "494|{\"error_code\":\"APIG.0201\"}|BadRequest.TOO_LARGE",
            "418|tea|BadRequest.OTHER", "429|{\"error_code\":\"APIG.0308\"}|Throttled",
            "429|{\"error_code\":\"APIG.0308\",\"error_msg\":\"Daily quota exhausted\"}|QuotaUsed",
            "500|{\"error_code\":\"APIG.0201\"}|ServiceTrouble", "502||ServiceTrouble",
            "503|{\"error_code\":\"APIG.0613\"}|ServiceTrouble", "504|<html>|ServiceTrouble",
            "204||UnreadableAnswer.EMPTY", "206|{}|UnreadableAnswer.WRONG_STATUS", "302||UnreadableAnswer.REDIRECTED",
            "304||UnreadableAnswer.WRONG_STATUS", "600||UnreadableAnswer.WRONG_STATUS",
            "999||UnreadableAnswer.WRONG_STATUS",
            "199|{\"error_code\":\"ModelArts.0108\"}|UnreadableAnswer.WRONG_STATUS", "300||UnreadableAnswer.REDIRECTED",
            "399||UnreadableAnswer.REDIRECTED", "499||BadRequest.OTHER", "599||ServiceTrouble",
            "200|{\"is_success\":false}|UnreadableAnswer.REPORTS_FAILURE",
            "200|{\"error_code\":\"ModelArts.0108\"}|NotAllowed.PERMISSION",
            "200|{\"error_code\":\"APIG.0308\"}|Throttled",
            "200|{\"error_code\":\"ModelArts.0203\"}|SignInRefused.TOKEN_INVALID"})
    void P25_status_and_code_decide_together(int status, String body, String expected) {
        assertThat(name(of(status, body == null ? "" : body, Duration.ZERO))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"verify aksk signature fail\"}|SIGNATURE_WRONG",
            "{\"error_code\":\"APIC.0301\",\"error_msg\":\"AK access failed to reach the limit, forbidden\"}|KEY_LOCKED",
            "{\"error_code\":\"APIG.0301\",\"error_msg\":\"Get secretKey failed, ak:AKX, err: ak not exist\"}|KEY_UNKNOWN",
            "{\"error_code\":\"APIG.0303\",\"error_msg\":\"x\"}|CLOCK_SKEW"})
    void P25_a_refused_key_is_told_as_the_key(String body, String expected) {
        assertThat(name(of(SentCredentialsKind.ACCESS_KEY, 401, body, Duration.ZERO)))
                .isEqualTo("SignInRefused." + expected);
    }

    @Test
    void P27_a_wrong_signature_is_the_clocks_fault_when_the_clocks_differ_by_more_than_a_quarter_of_an_hour() {
        String body = "{\"error_code\":\"APIG.0301\",\"error_msg\":\"verify aksk signature fail\"}";
        assertThat(name(of(SentCredentialsKind.ACCESS_KEY, 401, body, Duration.ofMinutes(15))))
                .isEqualTo("SignInRefused.SIGNATURE_WRONG");
        assertThat(name(of(SentCredentialsKind.ACCESS_KEY, 401, body, Duration.ofMinutes(-16))))
                .isEqualTo("SignInRefused.CLOCK_SKEW");
    }

    @Test
    void reads_every_shape_of_error_body() {
        assertThat(parse("{\"error_code\":\"APIG.0301\",\"error_msg\":\"m\",\"request_id\":\"r\"}"))
                .isEqualTo(new ErrorResponseBody("APIG.0301", "m", "r", true));
        assertThat(parse("{\"error_code\":\"AS.0001\",\"error_message\":\"m\"}"))
                .isEqualTo(new ErrorResponseBody("AS.0001", "m", "", true));
        assertThat(parse("{\"error\":{\"code\":\"XXX.1\",\"message\":\"m\",\"details\":[]}}"))
                .isEqualTo(new ErrorResponseBody("XXX.1", "m", "", true));
        assertThat(parse("{\"error\":{\"code\":401,\"message\":\"m\",\"title\":\"U\"}}"))
                .isEqualTo(new ErrorResponseBody("401", "m", "", true));
        assertThat(parse("{\"code\":\"c\",\"message\":\"m\"}")).isEqualTo(new ErrorResponseBody("c", "m", "", true));
        assertThat(parse("forbidden")).isEqualTo(new ErrorResponseBody("", "forbidden", "", false));
        assertThat(parse("<html><head><TITLE> Sign in\n</TITLE>"))
                .isEqualTo(new ErrorResponseBody("", "Sign in", "", false));
        assertThat(parse("")).isEqualTo(ErrorResponseBody.NONE);
    }

    @Test
    void any_bytes_give_an_error_body_and_a_failure() {
        var random = PropertyCases.random(1);
        for (int i = 0; i < PropertyCases.times(20_000); i++) {
            byte[] body = new byte[random.nextInt(60)];
            random.nextBytes(body);
            if (body.length > 0 && random.nextBoolean()) body[0] = '{';
            int status = 200 + random.nextInt(500);
            var error = ErrorResponseBody.parse(body);
            var details = FailureDetails.of(new FailureDetails.RequestLine("GET", "h", "/"), Instant.EPOCH);
            var failure = ErrorResponseClassifier
                    .of(ErrorResponse.of(SentCredentialsKind.ACCESS_KEY, status, error, Optional.empty(), details));
            assertThat(error.code() + error.requestId()).as("random bytes hold no code").isEmpty();
            assertThat(error.message().length()).isLessThanOrEqualTo(body.length);
            assertThat(failure.name()).as("status %d", status).startsWith(nameOf(status));
            assertThat(failure.failureDetails()).isEqualTo(details);
        }
    }

    /// What a status means when the body holds no code.
    private static String nameOf(int status) {
        return switch (status) {
            case 200 -> "UnreadableAnswer.REPORTS_FAILURE";
            case 204, 205 -> "UnreadableAnswer.EMPTY";
            case 304 -> "UnreadableAnswer.WRONG_STATUS";
            case 401 -> "SignInRefused.";
            case 403 -> "NotAllowed.UNEXPLAINED";
            case 404, 405 -> "NoSuchApi";
            case 407 -> "Proxy.LOGIN_REQUIRED";
            case 408 -> "ServiceTrouble";
            case 413, 414, 431, 494 -> "BadRequest.TOO_LARGE";
            case 429 -> "Throttled";
            default -> switch (status / 100) {
                case 3 -> "UnreadableAnswer.REDIRECTED";
                case 4 -> "BadRequest.OTHER";
                case 5 -> "ServiceTrouble";
                default -> "UnreadableAnswer.WRONG_STATUS";
            };
        };
    }

    private static ErrorResponseBody parse(String body) {
        return ErrorResponseBody.parse(body.getBytes(UTF_8));
    }
}
