package poolscope.api.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import poolscope.api.ApiException;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.v1.TestService;
import poolscope.connection.Credentials;
import poolscope.demo.AccessRequirement;
import poolscope.demo.Fault;

/// *Find my projects*.
@Timeout(30)
class IamProjectsReaderTest {

    @Test
    void finds_the_projects_of_a_token_a_key_pair_and_a_password() throws Exception {
        var key = Credentials.accessKey(TestService.AK, TestService.SK, "").orThrow();
        var token = Credentials.token("MIIFtoken0123456789").orThrow();
        try (var open = new TestService(AccessRequirement.token("MIIFtoken0123456789"));
                var signed = new TestService(AccessRequirement.signature(TestService.AK, TestService.SK))) {
            for (var projects : Stream
                    .of(find(open.cloud.endpoint(), token, open.requestClockAndTimeouts),
                            find(open.cloud.endpoint(), open.password(TestService.PASSWORD),
                                    open.requestClockAndTimeouts),
                            find(signed.cloud.endpoint(), key, signed.requestClockAndTimeouts))
                    .toList()) {
                assertThat(projects).extracting(IamProjectsReader.Project::name)
                        .containsExactly("cn-north-4", "cn-north-4_research", "cn-east-3", "ap-southeast-1");
                assertThat(projects).extracting(IamProjectsReader.Project::enabled)
                        .containsExactly(true, true, true, false);
                assertThat(projects.getFirst().id()).isEqualTo(open.cloud.projectId());
            }
        }
    }

    @Test
    void says_who_refused_and_never_takes_a_strange_answer_for_no_projects() throws Exception {
        try (var testService = new TestService(AccessRequirement.token("MIIFtoken0123456789"))) {
            var wrong = Credentials.token("MIIFanother0123456789").orThrow();
            assertThat(failure(testService, wrong)).startsWith("SignInRefused.");
            testService.cloud.script(Fault.captivePortal());
            var token = Credentials.token("MIIFtoken0123456789").orThrow();
            assertThat(failure(testService, token)).isEqualTo("UnreadableAnswer.WEB_PAGE");
            testService.cloud.script(Fault.json(200, "{\"items\":[]}"));
            assertThat(failure(testService, token)).isEqualTo("UnreadableAnswer.WRONG_SHAPE");
            testService.cloud.script(Fault.json(200, "[]"));
            assertThat(failure(testService, token)).isEqualTo("UnreadableAnswer.WRONG_SHAPE");
            testService.cloud.script(Fault.json(200, "{\"projects\":[],\"projects\":[]}"));
            assertThat(failure(testService, token)).isEqualTo("UnreadableAnswer.DUPLICATE_NAME");
            testService.cloud.script(Fault.json(200, "{\"a\":" + "[".repeat(101)));
            assertThat(failure(testService, token)).isEqualTo("UnreadableAnswer.TOO_DEEP");
            testService.cloud
                    .script(Fault.json(200, "{\"projects\":[{\"id\":\"../v3\",\"name\":\"n\"},{\"name\":\"m\"},7]}"));
            assertThat(find(testService.cloud.endpoint(), token, testService.requestClockAndTimeouts)).isEmpty();
        }
    }

    @Test
    void P23_each_search_is_a_persons_act_and_shows_a_refused_password_once() throws Exception {
        try (var testService = new TestService(AccessRequirement.token("MIIFtoken0123456789"))) {
            for (int searches = 1; searches <= 3; searches++) {
                assertThat(failure(testService, testService.password("wrong"))).startsWith("SignInRefused.");
                assertThat(testService.cloud.requestCount()).isEqualTo(searches);
            }
        }
    }

    private static String failure(TestService testService, Credentials credentials) throws Exception {
        try {
            throw new AssertionError(
                    find(testService.cloud.endpoint(), credentials, testService.requestClockAndTimeouts).toString());
        } catch (ApiException e) {
            return e.failure().name();
        }
    }

    private static List<IamProjectsReader.Project> find(URI iam, Credentials credentials,
            RequestClockAndTimeouts requestClockAndTimeouts) throws Exception {
        return IamProjectsReader.find(iam, credentials, NetworkRouteAndPasswords.DEFAULT, requestClockAndTimeouts);
    }
}
