package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.MovableClock;
import poolscope.connection.Credentials;
import poolscope.connection.NetworkRoute;
import poolscope.connection.ProxyChoice;
import poolscope.connection.ServiceAndProject;

/// What the guard keeps of those who ask, and for how long.
class SignInLockoutGuardTest {
    private static final ServiceAndProject CONNECTION = ServiceAndProject
            .of(new ServiceAndProject.Draft("c", "c", "", "https://service.example", "p"))
            .orThrow();
    private static final Failure REFUSAL = new Failure.SignInRefused(Failure.SignInRefused.Cause.SIGNATURE_WRONG,
            FailureDetails.of(new FailureDetails.RequestLine("GET", "service.example", "/"), Instant.EPOCH));

    private final SignInLockoutGuard guard = new SignInLockoutGuard(Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_a_removed_connection_was_refused_with_does_not_stay_in_memory(boolean isToken) throws Exception {
        var secret = refusedAndForgotten(isToken);
        for (int i = 0; i < 200 && secret.get() != null; i++) {
            System.gc();
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(secret.get()).as("the credentials of a connection that is gone").isNull();
    }

    /// In a method of its own, so that nothing on the stack holds the credentials.
    private WeakReference<Credentials> refusedAndForgotten(boolean isToken) throws Exception {
        var credentials = isToken
                ? Credentials.token("a-token-of-the-past").orThrow()
                : Credentials.accessKey("AK", "a-secret-of-the-past", "").orThrow();
        var apiTarget = ApiTarget.of(CONNECTION, credentials);
        refuse(apiTarget);
        assertThat(guard.heldBack(who(apiTarget))).contains(REFUSAL);
        guard.forget(apiTarget);
        return new WeakReference<>(credentials);
    }

    @Test
    void connections_that_are_made_and_removed_do_not_lock_a_key() throws Exception {
        for (int i = 0; i < 2; i++) {
            var apiTarget = with("wrong" + i);
            refuse(apiTarget);
            guard.forget(apiTarget);
        }
        var third = with("wrong-too");
        assertThat(guard.heldBack(who(third))).contains(REFUSAL);
        assertThatThrownBy(() -> guard.enter(who(third), Duration.ZERO)).isInstanceOf(ApiException.class);
    }

    @Test
    void a_request_that_outlives_its_connection_is_counted_to_its_end() throws Exception {
        var apiTarget = with("right");
        var signInLockoutKey = who(apiTarget);
        assertThat(guard.enter(signInLockoutKey, Duration.ZERO)).isTrue();
        guard.forget(apiTarget);
        assertThat(guard.enter(signInLockoutKey, Duration.ZERO)).as("one alone until the name was accepted").isFalse();
        guard.leave(signInLockoutKey, SignInOutcome.UNKNOWN, Instant.MAX);
        assertThat(guard.enter(signInLockoutKey, Duration.ZERO)).isTrue();
        assertThat(guard.enter(signInLockoutKey, Duration.ZERO)).isFalse();
    }

    @Test
    void a_request_is_counted_by_its_exception_unless_it_says_otherwise() throws Exception {
        var apiTarget = with("wrong");
        assertThatThrownBy(() -> send(apiTarget, _ -> {
            throw new ApiException(REFUSAL);
        })).isInstanceOf(ApiException.class);
        assertThat(guard.heldBack(who(apiTarget))).contains(REFUSAL);
        guard.release(apiTarget);
        assertThatThrownBy(() -> send(apiTarget, attempt -> {
            attempt.endsWith(SignInOutcome.UNKNOWN);
            throw new ApiException(REFUSAL);
        })).isInstanceOf(ApiException.class);
        assertThat(guard.heldBack(who(apiTarget))).isEmpty();
    }

    @Test
    void a_request_that_breaks_gives_its_turn_back_and_counts_for_nothing() throws Exception {
        var apiTarget = with("right");
        assertThatThrownBy(() -> send(apiTarget, _ -> {
            throw new IOException("reset");
        })).isInstanceOf(IOException.class);
        assertThat(guard.enter(who(apiTarget), Duration.ZERO)).as("the turn of the broken request").isTrue();
        assertThat(guard.enter(who(apiTarget), Duration.ZERO)).as("not accepted yet, so one alone").isFalse();
    }

    @Test
    void after_an_accepted_request_two_are_sent_at_once() throws Exception {
        var apiTarget = with("right");
        assertThat(send(apiTarget, _ -> "answer")).isEqualTo("answer");
        assertThat(guard.enter(who(apiTarget), Duration.ZERO)).isTrue();
        assertThat(guard.enter(who(apiTarget), Duration.ZERO)).isTrue();
    }

    @Test
    void some_seconds_after_the_last_accepted_request_one_is_sent_alone_again() throws Exception {
        var clock = new MovableClock(Instant.EPOCH);
        var later = new SignInLockoutGuard(clock);
        var key = who(with("right"));
        var token = SignInLockoutKey.of(Credentials.token("a-token-that-expires").orThrow(), CONNECTION);
        var proxy = SignInLockoutKey.of(new NetworkRouteAndPasswords(
                NetworkRoute.DEFAULT.withProxy(new ProxyChoice.Manual("p", 1, Optional.of("me"), "")),
                Optional.empty()));
        for (var signInLockoutKey : List.of(key, token, proxy)) {
            later.send(signInLockoutKey, Duration.ZERO, REFUSAL::failureDetails, _ -> "answer");
            clock.advance(Duration.ofSeconds(14));
            assertThat(later.enter(signInLockoutKey, Duration.ZERO)).isTrue();
            assertThat(later.enter(signInLockoutKey, Duration.ZERO)).as("in the same refresh").isTrue();
            later.leave(signInLockoutKey, SignInOutcome.UNKNOWN, Instant.MAX);
            clock.advance(Duration.ofSeconds(2));
            assertThat(later.enter(signInLockoutKey, Duration.ZERO)).isEqualTo(signInLockoutKey.equals(proxy));
        }
    }

    @Test
    void a_secret_counts_as_accepted_until_it_expires_at_most() throws Exception {
        var clock = new MovableClock(Instant.EPOCH);
        var later = new SignInLockoutGuard(clock);
        var token = SignInLockoutKey.of(Credentials.token("a-token-that-expires").orThrow(), CONNECTION);
        later.send(token, Duration.ZERO, REFUSAL::failureDetails, attempt -> {
            attempt.expiresAt(clock.instant().plusSeconds(5));
            return "answer";
        });
        clock.advance(Duration.ofMillis(4_999));
        assertThat(later.enter(token, Duration.ZERO)).isTrue();
        assertThat(later.enter(token, Duration.ZERO)).as("not expired yet").isTrue();
        later.leave(token, SignInOutcome.UNKNOWN, Instant.MAX);
        clock.advance(Duration.ofMillis(1));
        assertThat(later.enter(token, Duration.ZERO)).as("expired, so one alone").isFalse();
    }

    @Test
    void a_new_secret_of_an_accepted_key_goes_alone_until_it_is_accepted_itself() throws Exception {
        send(with("right"), _ -> "answer");
        var replaced = with("new");
        assertThat(guard.enter(who(replaced), Duration.ZERO)).isTrue();
        assertThat(guard.enter(who(replaced), Duration.ZERO)).as("never accepted").isFalse();
        guard.leave(who(replaced), SignInOutcome.ACCEPTED, Instant.MAX);
        assertThat(guard.enter(who(replaced), Duration.ZERO)).isTrue();
        assertThat(guard.enter(who(replaced), Duration.ZERO)).isTrue();
    }

    @Test
    void a_token_that_replaced_a_refused_one_goes_alone_until_it_is_accepted() throws Exception {
        var apiTarget = with("right");
        send(apiTarget, _ -> "answer");
        send(apiTarget, attempt -> {
            attempt.endsWith(SignInOutcome.RENEWED);
            return "";
        });
        assertThat(guard.enter(who(apiTarget), Duration.ZERO)).isTrue();
        assertThat(guard.enter(who(apiTarget), Duration.ZERO)).isFalse();
    }

    @Test
    void a_request_whose_turn_does_not_come_in_time_is_not_sent() throws Exception {
        var apiTarget = with("right");
        assertThat(guard.enter(who(apiTarget), Duration.ZERO)).isTrue();
        assertThatThrownBy(() -> send(apiTarget, _ -> {
            throw new AssertionError("sent");
        })).isInstanceOfSatisfying(ApiException.class,
                e -> assertThat(e.failure().name()).isEqualTo("Unreachable.ANSWER_TIMED_OUT"));
    }

    private <X extends Exception> String send(ApiTarget apiTarget, SignInLockoutGuard.GuardedRequest<String, X> request)
            throws ApiException, InterruptedException, X {
        return guard.send(who(apiTarget), Duration.ZERO, REFUSAL::failureDetails, request);
    }

    private void refuse(ApiTarget apiTarget) throws Exception {
        var signInLockoutKey = who(apiTarget);
        assertThat(guard.enter(signInLockoutKey, Duration.ZERO)).isTrue();
        guard.leave(signInLockoutKey, SignInOutcome.of(REFUSAL), Instant.MAX);
    }

    private static SignInLockoutKey who(ApiTarget apiTarget) {
        return SignInLockoutKey.of(apiTarget.credentials(), apiTarget.serviceAndProject());
    }

    private static ApiTarget with(String secret) {
        return ApiTarget.of(CONNECTION, Credentials.accessKey("AK", secret, "").orThrow());
    }
}
