package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.TestService;
import poolscope.connection.Credentials;
import poolscope.demo.AccessRequirement;
import poolscope.demo.Fault;
import poolscope.pool.Inventory;

/// A password gets a token, as seldom as possible (P23, P24).
@Timeout(60)
class PasswordSignInTest {
    private TestService testService;

    @BeforeEach
    void start() throws Exception {
        testService = new TestService(AccessRequirement.token("another-token-0123456789"));
    }

    @AfterEach
    void stop() {
        testService.close();
    }

    @Test
    void a_password_gets_one_token_for_many_readings() throws Exception {
        try (var reader = testService.reader(testService.password(TestService.PASSWORD))) {
            assertThat(TestService.read(reader).pools()).hasSize(7);
            assertThat(TestService.read(reader).pools()).hasSize(7);
            assertThat(testService.logins()).isEqualTo(1);
            var login = testService.cloud.requests().getFirst();
            assertThat(login.path() + "?" + login.query()).isEqualTo("/v3/auth/tokens?nocatalog=true");
            assertThat(login.body()).isEqualTo(
                    "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{\"domain\":{\"name\":\"demo\"},"
                            + "\"name\":\"demo\",\"password\":\"demo-password\"}}},\"scope\":{\"project\":{\"id\":\""
                            + testService.cloud.projectId() + "\"}}}}");
        }
    }

    @Test
    void P24_fifty_requests_that_meet_an_expired_token_cause_one_login() throws Exception {
        try (var reader = testService.reader(testService.password(TestService.PASSWORD));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            TestService.read(reader);
            testService.pass(Duration.ofHours(25));
            var readings = new ArrayList<Future<Inventory>>();
            for (int i = 0; i < 50; i++)
                readings.add(threads.submit(() -> TestService.read(reader)));
            for (var reading : readings)
                assertThat(reading.get().pools()).hasSize(7);
            assertThat(testService.logins()).isEqualTo(2);
        }
    }

    @Test
    void P24_a_token_with_39_minutes_left_is_renewed_before_it_is_used_and_one_with_41_is_not() throws Exception {
        try (var reader = testService.reader(testService.password(TestService.PASSWORD))) {
            TestService.read(reader);
            testService.pass(Duration.ofHours(24).minusMinutes(41));
            TestService.read(reader);
            assertThat(testService.logins()).isEqualTo(1);
            testService.pass(Duration.ofMinutes(2));
            TestService.read(reader);
            assertThat(testService.logins()).isEqualTo(2);
            assertThat(testService.lists()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 3})
    void P24_a_local_clock_that_is_hours_wrong_changes_nothing(int hours) throws Exception {
        testService.setLocalClockWrongBy(Duration.ofHours(hours));
        try (var reader = testService.reader(testService.password(TestService.PASSWORD))) {
            TestService.read(reader);
            testService.pass(Duration.ofHours(24).minusMinutes(41));
            TestService.read(reader);
            assertThat(testService.logins()).isEqualTo(1);
            testService.pass(Duration.ofMinutes(2));
            TestService.read(reader);
            assertThat(testService.logins()).isEqualTo(2);
        }
    }

    @Test
    void P23_a_refused_token_leads_to_one_login_and_one_repeat() throws Exception {
        try (var reader = testService.reader(testService.password(TestService.PASSWORD))) {
            TestService.read(reader);
            testService.pass(Duration.ofHours(5));
            testService.cloud.script(Fault.tokenExpired());
            assertThat(TestService.read(reader).pools()).hasSize(7);
            assertThat(testService.logins()).isEqualTo(2);
            assertThat(testService.lists()).isEqualTo(3);
        }
    }

    @Test
    void P23_a_service_that_always_refuses_hears_of_us_twice_in_a_day() throws Exception {
        try (var reader = testService.reader(testService.password(TestService.PASSWORD))) {
            TestService.read(reader);
            testService.pass(Duration.ofHours(2));
            long lists = testService.lists();
            long logins = testService.logins();
            testService.cloud.script(Fault.tokenExpired(), Fault.pass());
            testService.cloud.failAll(Fault.tokenExpired());
            for (int minute = 0; minute < 24 * 60; minute += 5) {
                assertThat(TestService.refusal(reader)).isEqualTo(Failure.SignInRefused.Cause.TOKEN_INVALID);
                testService.pass(Duration.ofMinutes(5));
            }
            assertThat(testService.lists() - lists).isEqualTo(2);
            assertThat(testService.logins() - logins).isEqualTo(1);
        }
    }

    @Test
    void P23_a_wrong_password_is_shown_once_whoever_asks_and_however_often() throws Exception {
        try (var one = testService.reader(testService.password("wrong"));
                var other = ClusterListReader.open(
                        ApiTarget.of(testService.connection("d"), testService.password("wrong")),
                        testService.requestClockAndTimeouts)) {
            for (int i = 0; i < 20; i++) {
                assertThat(TestService.refusal(one)).isEqualTo(Failure.SignInRefused.Cause.OTHER);
                assertThat(TestService.refusal(other)).isEqualTo(Failure.SignInRefused.Cause.OTHER);
                testService.pass(Duration.ofMinutes(10));
            }
        }
        assertThat(testService.cloud.requestCount()).isEqualTo(1);
        try (var right = testService.reader(testService.password(TestService.PASSWORD))) {
            assertThat(TestService.read(right).pools()).hasSize(7);
        }
    }

    @Test
    void P23_after_two_wrong_passwords_in_five_minutes_a_third_is_not_even_tried() throws Exception {
        for (var password : new String[]{"wrong", "wrong too", TestService.PASSWORD})
            try (var reader = testService.reader(testService.password(password))) {
                assertThat(TestService.refusal(reader)).isEqualTo(Failure.SignInRefused.Cause.OTHER);
            }
        assertThat(testService.cloud.requestCount()).isEqualTo(2);
        testService.pass(Duration.ofMinutes(6));
        try (var reader = testService.reader(testService.password(TestService.PASSWORD))) {
            assertThat(TestService.read(reader).pools()).hasSize(7);
        }
    }

    @Test
    void P23_a_person_who_asks_again_is_obeyed() throws Exception {
        var password = (Credentials.Password) testService.password("wrong");
        var apiTarget = testService.approach(password);
        var guard = testService.requestClockAndTimeouts.guard();
        try (var reader = ClusterListReader.open(apiTarget, testService.requestClockAndTimeouts)) {
            TestService.failure(reader);
            TestService.failure(reader);
            assertThat(guard.heldBack(SignInLockoutKey.login(password))).isPresent();
            guard.release(apiTarget);
            assertThat(guard.heldBack(SignInLockoutKey.login(password))).isEmpty();
            TestService.failure(reader);
        }
        assertThat(testService.cloud.requestCount()).isEqualTo(2);
    }

    @Test
    void P15_a_login_is_not_repeated_by_itself_when_iam_is_in_trouble() throws Exception {
        testService.cloud.script(Fault.status(503));
        try (var reader = testService.reader(testService.password(TestService.PASSWORD))) {
            assertThat(TestService.failure(reader)).isInstanceOf(Failure.ServiceTrouble.class);
            assertThat(testService.cloud.requestCount()).isEqualTo(1);
            assertThat(TestService.read(reader).pools()).hasSize(7);
        }
    }

    @Test
    void an_answer_without_a_token_is_named() throws Exception {
        testService.cloud.script(Fault.json(201, "{}"));
        try (var reader = testService.reader(testService.password(TestService.PASSWORD))) {
            var failure = TestService.failure(reader);
            assertThat(failure.name()).isEqualTo("UnreadableAnswer.WRONG_SHAPE");
            assertThat(failure.failureDetails().detail()).isEqualTo("X-Subject-Token");
        }
    }

    @Test
    void P28_neither_password_nor_token_comes_back_out_of_a_failure() throws Exception {
        try (var reader = testService.reader(testService.password(TestService.PASSWORD))) {
            TestService.read(reader);
            var token = testService.cloud.requests().getLast().header("x-auth-token");
            testService.cloud.failAll(
                    Fault.gateway(403, "APIG.0302", "no: " + token.substring(40, 60) + " of " + TestService.PASSWORD));
            var said = TestService.failure(reader).toString();
            assertThat(said).doesNotContain(TestService.PASSWORD, token.substring(40, 45));
            assertThat(testService.requestClockAndTimeouts.log().entries().toString())
                    .doesNotContain(TestService.PASSWORD, token.substring(40, 45));
        }
    }
}
