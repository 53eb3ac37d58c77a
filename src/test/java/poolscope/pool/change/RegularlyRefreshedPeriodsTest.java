package poolscope.pool.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poolscope.pool.change.RegularlyRefreshedPeriods.Period;

/// Which time nobody watched, second by second.
class RegularlyRefreshedPeriodsTest {
    private static final int SECONDS = 120;
    private static final int LONGEST = 7;
    private static final Duration PAUSE = Duration.ofSeconds(LONGEST);

    static List<Long> seeds() {
        return IntStream.range(0, 60).mapToObj(Long::valueOf).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_moment_is_unwatched_when_the_readings_around_it_are_far_apart(long seed) {
        var random = new Random(seed);
        var readings = random.ints(random.nextInt(20), 0, SECONDS).boxed().toList();
        var watched = RegularlyRefreshedPeriods
                .of(readings.stream().map(RegularlyRefreshedPeriodsTest::second).toList(), PAUSE);
        int from = random.nextInt(SECONDS);
        int to = random.nextInt(SECONDS);

        List<Integer> found = new ArrayList<>();
        for (Period gap : watched.unwatched(second(from), second(to)))
            for (long at = gap.start().getEpochSecond(); at < gap.end().getEpochSecond(); at++)
                found.add((int) at);

        assertThat(found).isEqualTo(
                IntStream.range(from, to).filter(at -> !isBetweenCloseReadings(at, readings)).boxed().toList());
    }

    /// Whether the second that begins there lies between two readings with no longer pause.
    private static boolean isBetweenCloseReadings(int second, List<Integer> readings) {
        var before = readings.stream().mapToInt(it -> it).filter(it -> it <= second).max();
        var after = readings.stream().mapToInt(it -> it).filter(it -> it > second).min();
        return before.isPresent() && after.isPresent() && after.getAsInt() - before.getAsInt() <= LONGEST;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void one_reading_after_the_other_in_any_order_is_the_same_as_all_at_once(long seed) {
        var random = new Random(seed);
        var readings = random.ints(random.nextInt(1, 30), 0, SECONDS)
                .mapToObj(RegularlyRefreshedPeriodsTest::second)
                .toList();
        var oneByOne = RegularlyRefreshedPeriods.never(PAUSE);
        for (var reading : readings)
            oneByOne = oneByOne.with(reading);
        assertThat(oneByOne.periods()).isEqualTo(RegularlyRefreshedPeriods.of(readings, PAUSE).periods());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_two_sources_watched_is_what_either_did(long seed) {
        var random = new Random(seed);
        var one = RegularlyRefreshedPeriods.of(
                random.ints(random.nextInt(12), 0, SECONDS).mapToObj(RegularlyRefreshedPeriodsTest::second).toList(),
                PAUSE);
        var other = RegularlyRefreshedPeriods.of(
                random.ints(random.nextInt(12), 0, SECONDS).mapToObj(RegularlyRefreshedPeriodsTest::second).toList(),
                PAUSE);
        List<Instant> all = new ArrayList<>();
        for (int at = 0; at < SECONDS; at++)
            if (isWatched(at, one) || isWatched(at, other)) all.add(second(at));
        all.addAll(one.periods().stream().map(Period::end).toList());
        all.addAll(other.periods().stream().map(Period::end).toList());
        assertThat(one.and(other).periods()).isEqualTo(RegularlyRefreshedPeriods.of(all, PAUSE).periods());
    }

    private static boolean isWatched(int second, RegularlyRefreshedPeriods by) {
        return by.unwatched(second(second), second(second + 1)).isEmpty();
    }

    @Test
    void what_was_watched_before_a_moment_can_be_left_out() {
        var watched = RegularlyRefreshedPeriods.of(List.of(second(0), second(5), second(20), second(26), second(60)),
                PAUSE);
        assertThat(watched.periods()).containsExactly(new Period(second(0), second(5)),
                new Period(second(20), second(26)), new Period(second(60), second(60)));
        assertThat(watched.from(second(22)).periods()).containsExactly(new Period(second(22), second(26)),
                new Period(second(60), second(60)));
        assertThat(watched.from(second(26)).periods()).containsExactly(new Period(second(26), second(26)),
                new Period(second(60), second(60)));
        assertThat(watched.from(second(10)).periods()).isEqualTo(watched.periods().subList(1, 3));
        assertThat(watched.from(second(61)).periods()).isEmpty();
    }

    @Test
    void without_a_reading_nothing_was_watched() {
        assertThat(RegularlyRefreshedPeriods.never(PAUSE).unwatched(second(3), second(9)))
                .containsExactly(new Period(second(3), second(9)));
        assertThat(RegularlyRefreshedPeriods.never(PAUSE).unwatched(second(9), second(3))).isEmpty();
    }

    @Test
    void a_period_does_not_end_before_its_start_and_a_pause_is_not_negative() {
        assertThatThrownBy(() -> new Period(second(2), second(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RegularlyRefreshedPeriods.never(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant second(int second) {
        return Instant.ofEpochSecond(second);
    }
}
