package poolscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.live.RefreshPolicy.Next;

class RefreshPolicyTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final RefreshPolicy MINUTE = new RefreshPolicy(Optional.of(Duration.ofMinutes(1)), false);

    private static FailureDetails failureDetails() {
        return new FailureDetails(new FailureDetails.RequestLine("GET", "h", "/"), 0, "", "", "", "", Optional.empty(),
                NOON, 1);
    }

    private static RefreshState failed(Failure failure, int times) {
        return new RefreshState.Failed(failure, NOON.minusSeconds(600), times);
    }

    private static Duration pause(RefreshPolicy policy, RefreshState state) {
        return Duration.between(NOON, ((Next.At) policy.after(state)).due());
    }

    @Test
    void a_success_is_followed_after_the_interval_and_four_times_that_when_hidden() {
        assertThat(pause(MINUTE, new RefreshState.Loaded(NOON))).isEqualTo(Duration.ofMinutes(1));
        assertThat(pause(new RefreshPolicy(MINUTE.every(), true), new RefreshState.Loaded(NOON)))
                .isEqualTo(Duration.ofMinutes(4));
        assertThat(new RefreshPolicy(Optional.empty(), false).after(new RefreshState.Loaded(NOON)))
                .isEqualTo(new Next.Off());
        assertThat(MINUTE.after(RefreshState.IDLE)).isEqualTo(new Next.Busy());
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 5", "50, 5", "1000000, 5"})
    void P15_pauses_after_failures_double_up_to_five_minutes(int failures, int minutes) {
        var unreachable = new Failure.Unreachable(Failure.Unreachable.Cause.REFUSED, failureDetails());
        assertThat(pause(MINUTE, failed(unreachable, failures))).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void an_interval_longer_than_five_minutes_stays_the_pause() {
        var quarter = new RefreshPolicy(Optional.of(Duration.ofMinutes(15)), false);
        assertThat(pause(quarter, failed(new Failure.NoSuchApi(failureDetails()), 7)))
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void P16_what_the_service_asks_for_is_a_floor() {
        assertThat(
                pause(MINUTE, failed(new Failure.Throttled(Optional.of(Duration.ofMinutes(9)), failureDetails()), 1)))
                .isEqualTo(Duration.ofMinutes(9));
        assertThat(
                pause(MINUTE, failed(new Failure.Throttled(Optional.of(Duration.ofSeconds(3)), failureDetails()), 1)))
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void a_connection_with_an_interval_of_its_own_is_due_by_that_and_never_while_the_window_says_off() {
        var own = Optional.of(Duration.ofMinutes(15));
        assertThat(pause(RefreshPolicy.of(MINUTE.every(), own, false), new RefreshState.Loaded(NOON)))
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(pause(RefreshPolicy.of(MINUTE.every(), Optional.empty(), false), new RefreshState.Loaded(NOON)))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(RefreshPolicy.of(Optional.empty(), own, false).after(new RefreshState.Loaded(NOON)))
                .isInstanceOf(Next.Off.class);
    }

    @Test
    void P18_the_pause_grows_with_the_errors_of_this_program() {
        assertThat(pause(MINUTE, new RefreshState.Broken(NOON, NOON, 1))).isEqualTo(Duration.ofMinutes(2));
        assertThat(pause(MINUTE, new RefreshState.Broken(NOON, NOON.minusSeconds(600), 9)))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_locked_key_store_is_asked_again_because_nothing_was_sent() {
        var locked = new Failure.SecretUnavailable(Failure.SecretUnavailable.Cause.STORE_LOCKED, failureDetails());
        assertThat(pause(MINUTE, failed(locked, 1))).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @EnumSource(value = Failure.SecretUnavailable.Cause.class, names = {"NOT_KEPT", "STORE_ABSENT", "STORE_DENIED",
            "DAMAGED"})
    void a_secret_that_only_the_operator_can_give_is_waited_for(Failure.SecretUnavailable.Cause cause) {
        var lacking = new Failure.SecretUnavailable(cause, failureDetails());
        assertThat(MINUTE.after(failed(lacking, 1))).isEqualTo(new Next.Stopped(lacking));
    }

    @ParameterizedTest
    @EnumSource(Failure.SignInRefused.Cause.class)
    void P23_a_refused_sign_in_stops_it(Failure.SignInRefused.Cause cause) {
        var refused = new Failure.SignInRefused(cause, failureDetails());
        assertThat(MINUTE.after(failed(refused, 1))).isEqualTo(new Next.Stopped(refused));
    }
}
