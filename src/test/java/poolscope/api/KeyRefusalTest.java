package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.TestService;
import poolscope.connection.Credentials;
import poolscope.demo.AccessRequirement;

/// A key pair is never locked by the program (P23): five refused signatures would do it.
@Timeout(60)
class KeyRefusalTest {
    private static final Credentials WRONG = Credentials.accessKey(TestService.AK, "x" + TestService.SK, "").orThrow();
    private static final Credentials RIGHT = Credentials.accessKey(TestService.AK, TestService.SK, "").orThrow();

    @Test
    void P23_three_connections_with_one_wrong_key_are_refused_once_in_a_day() throws Exception {
        try (var testService = new TestService(AccessRequirement.signature(TestService.AK, TestService.SK));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = java.util.stream.Stream.of("a", "b", "c")
                    .map(id -> ClusterListReader.open(ApiTarget.of(testService.connection(id), WRONG),
                            testService.requestClockAndTimeouts))
                    .toList();
            for (int hour = 0; hour < 24; hour++) {
                var causes = new ArrayList<Future<Failure.SignInRefused.Cause>>();
                readers.forEach(reader -> causes.add(threads.submit(() -> TestService.refusal(reader))));
                for (var cause : causes)
                    assertThat(cause.get()).isEqualTo(Failure.SignInRefused.Cause.SIGNATURE_WRONG);
                testService.pass(Duration.ofHours(1));
            }
            readers.forEach(ClusterListReader::close);
            assertThat(testService.cloud.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void P23_the_right_key_still_works_beside_a_connection_with_a_wrong_one() throws Exception {
        try (var testService = new TestService(AccessRequirement.signature(TestService.AK, TestService.SK));
                var wrong = testService.reader(WRONG);
                var right = testService.reader(RIGHT)) {
            assertThat(TestService.refusal(wrong)).isEqualTo(Failure.SignInRefused.Cause.SIGNATURE_WRONG);
            assertThat(TestService.read(right).pools()).hasSize(7);
            assertThat(TestService.refusal(wrong)).isEqualTo(Failure.SignInRefused.Cause.SIGNATURE_WRONG);
            assertThat(testService.cloud.requestCount()).isEqualTo(2);
        }
    }

    @Test
    void P23_what_is_held_back_says_when_it_was_really_refused() throws Exception {
        try (var testService = new TestService(AccessRequirement.signature(TestService.AK, TestService.SK));
                var reader = testService.reader(WRONG)) {
            var first = TestService.failure(reader);
            testService.pass(Duration.ofHours(3));
            assertThat(TestService.failure(reader).failureDetails().at()).isEqualTo(first.failureDetails().at());
        }
    }
}
