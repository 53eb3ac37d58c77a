package poolscope.api.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.http.ErrorResponseHeaderReader;

class RetryPolicyTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final FailureDetails EVIDENCE = FailureDetails.of(new FailureDetails.RequestLine("GET", "h", "/"),
            NOW);
    private static final List<Failure> WORTH_ANOTHER_TRY = List.of(
            new Failure.Unreachable(Failure.Unreachable.Cause.RESET, EVIDENCE),
            new Failure.ServiceTrouble(Optional.empty(), EVIDENCE), new Failure.Throttled(Optional.empty(), EVIDENCE),
            new Failure.UnreadableAnswer(Failure.UnreadableAnswer.Cause.TRUNCATED, EVIDENCE));

    @Test
    void P15_at_most_three_attempts_and_every_pause_within_its_bounds() {
        var random = new Random(1);
        for (var failure : WORTH_ANOTHER_TRY)
            for (int i = 0; i < 10_000; i++)
                for (int attempts = 1; attempts <= 4; attempts++) {
                    var pause = RetryPolicy.pause(failure, attempts, random.nextDouble());
                    assertThat(pause.isPresent()).isEqualTo(attempts < 3);
                    pause.ifPresent(p -> assertThat(p).isBetween(Duration.ZERO, RetryPolicy.CAP));
                }
    }

    @Test
    void P15_pauses_are_spread() {
        var pauses = IntStream.range(0, 100)
                .mapToObj(i -> RetryPolicy.pause(WORTH_ANOTHER_TRY.getFirst(), 1, i / 100.0))
                .distinct();
        assertThat(pauses.count()).isEqualTo(100);
    }

    @Test
    void P15_an_outage_uses_the_budget_up_and_health_brings_it_back() {
        var budget = new RetryBudget();
        int spent = 0;
        while (budget.spend())
            spent++;
        assertThat(spent).isEqualTo(10);
        budget.succeeded();
        assertThat(budget.spend()).isFalse();
        budget.succeeded();
        assertThat(budget.spend()).isTrue();
    }

    @Test
    void P15_health_does_not_save_up_more_than_the_budget() {
        var budget = new RetryBudget();
        for (int i = 0; i < 100; i++)
            budget.succeeded();
        int spent = 0;
        while (budget.spend())
            spent++;
        assertThat(spent).isEqualTo(10);
    }

    @Test
    void P15_the_second_pause_is_up_to_twice_as_long_and_those_of_a_service_that_asks_for_less_are_longer() {
        for (var failure : WORTH_ANOTHER_TRY) {
            var first = RetryPolicy.pause(failure, 1, 0.5).orElseThrow();
            assertThat(first).isPositive();
            assertThat(RetryPolicy.pause(failure, 2, 0.5)).contains(first.multipliedBy(2));
            assertThat(RetryPolicy.pause(failure, 1, 0)).contains(Duration.ZERO);
        }
        var throttled = new Failure.Throttled(Optional.empty(), EVIDENCE);
        assertThat(RetryPolicy.pause(throttled, 1, 0.5).orElseThrow())
                .isGreaterThan(RetryPolicy.pause(WORTH_ANOTHER_TRY.getFirst(), 1, 0.5).orElseThrow());
    }

    @Test
    void P16_the_longest_retry_after_that_is_waited_for_is_the_longest_pause() {
        var longest = new Failure.Throttled(Optional.of(RetryPolicy.CAP), EVIDENCE);
        assertThat(RetryPolicy.pause(longest, 1, 0.9)).contains(RetryPolicy.CAP);
        var longer = new Failure.Throttled(Optional.of(RetryPolicy.CAP.plusSeconds(1)), EVIDENCE);
        assertThat(RetryPolicy.pause(longer, 1, 0)).isEmpty();
    }

    @Test
    void P23_a_refused_sign_in_is_never_repeated() {
        for (var cause : Failure.SignInRefused.Cause.values())
            assertThat(RetryPolicy.pause(new Failure.SignInRefused(cause, EVIDENCE), 1, 0.5)).isEmpty();
    }

    @Test
    void P16_retry_after_is_a_floor_and_a_long_one_is_not_waited_for() {
        var floor = Optional.of(Duration.ofSeconds(3));
        assertThat(RetryPolicy.pause(new Failure.Throttled(floor, EVIDENCE), 1, 0).orElseThrow())
                .isEqualTo(floor.get());
        assertThat(RetryPolicy.pause(new Failure.ServiceTrouble(floor, EVIDENCE), 2, 0.9).orElseThrow())
                .isGreaterThan(floor.get());
        var long_ = new Failure.Throttled(Optional.of(Duration.ofDays(1)), EVIDENCE);
        assertThat(RetryPolicy.pause(long_, 1, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1|PT1S", " 120 |PT2M", "86400|PT24H", "Fri, 02 Jan 2026 03:05:05 GMT|PT1M"})
    void P16_retry_after_is_read_as_seconds_or_as_a_date(String header, Duration expected) {
        assertThat(ErrorResponseHeaderReader.retryAfter(header, NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "soon", "1.5", "1000000000000", "999999999", "Fri, 02 Jan 2026 03:04:05 GMT",
            "Fri, 02 Jan 2015 03:04:05 GMT", "Mon, 99 Jan 2026 03:04:05 GMT", "１２", "1 2"})
    void P16_nonsense_in_retry_after_is_ignored(String header) {
        assertThat(ErrorResponseHeaderReader.retryAfter(header, NOW)).isEmpty();
    }

    @Test
    void P27_the_clocks_difference_is_told_to_the_second() {
        assertThat(ErrorResponseHeaderReader.clockSkew("Fri, 02 Jan 2026 03:20:05 GMT", NOW))
                .contains(Duration.ofMinutes(16));
        assertThat(ErrorResponseHeaderReader.clockSkew("Fri, 02 Jan 2026 02:04:05 GMT", NOW))
                .contains(Duration.ofHours(-1));
        assertThat(ErrorResponseHeaderReader.clockSkew("yesterday", NOW)).isEmpty();
        assertThat(ErrorResponseHeaderReader.clockSkew("", NOW)).isEmpty();
    }
}
