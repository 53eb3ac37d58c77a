package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.FaultTestService;
import poolscope.api.v1.TestService;
import poolscope.connection.Credentials;

/// A missing right is told in the service's own words and in no others (P26; *Refusals* in api-notes.md).
@Timeout(60)
class ForbiddenTest {
    private static final Credentials KEY = Credentials.accessKey(TestService.AK, TestService.SK, "").orThrow();
    /// What the name of a right looks like: `modelarts:pool:list`.
    private static final Pattern RIGHT = Pattern.compile("[a-z]{2,}:[a-zA-Z]+:[a-zA-Z]+");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            APIG.0302      | error_msg     | The IAM user is not authorized to access the API.        | NotAllowed.PERMISSION
            APIG.0304      | error_msg     | The app is not authorized to access the API.             | NotAllowed.PERMISSION
            APIG.0306      | error_msg     | API access denied.                                       | NotAllowed.PERMISSION
            APIG.0310      | error_msg     | The project is unavailable.                              | ProjectMismatch
            APIG.0402      | error_msg     | The IP address is not authorized to access the API.      | NotAllowed.ADDRESS
            APIG.0802      | error_msg     | The IAM user is forbidden in the currently selected region | NotAllowed.REGION
            ModelArts.0108 | error_message | You do not have the permission.                          | NotAllowed.PERMISSION
            ModelArts.0112 | error_message | Policy doesn't allow {} {} to be performed.              | NotAllowed.PERMISSION
            ModelArts.0112 | error_msg     | Policy doesn't allow modelarts:pool:list to be performed. | NotAllowed.PERMISSION
            ModelArts.0210 | error_message | The project does not match the token.                    | ProjectMismatch
            """)
    void P26_a_403_says_what_the_service_said_and_names_no_other_right(String code, String field, String words,
            String expected) throws Exception {
        var body = "{\"error_code\":\"" + code + "\",\"" + field + "\":\"" + words + "\",\"request_id\":\"r-403\"}";
        try (var server = RawServer.saying(FaultTestService.answer("403 Forbidden", body));
                var reader = ClusterListReader.open(ApiTarget.of(server.connection("http"), KEY),
                        RequestClockAndTimeouts.real())) {
            var failure = TestService.failure(reader);
            assertThat(failure.name()).isEqualTo(expected);
            var failureDetails = failure.failureDetails();
            assertThat(failureDetails.serverText()).isEqualTo(words);
            assertThat(failureDetails.code()).isEqualTo(code);
            assertThat(failureDetails.requestId()).isEqualTo("r-403");
            assertThat(failureDetails.detail()).isEmpty();
            RIGHT.matcher(failure.toString()).results().forEach(right -> assertThat(words).contains(right.group()));
            assertThat(failureDetails.attempts()).isEqualTo(1);
            assertThat(server.requests).as("not retried").hasSize(1);
            TestService.failure(reader);
            assertThat(server.requests).as("nobody is held back for it").hasSize(2);
        }
    }
}
