package poolscope.pool.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedPercentagesTest {
    @ParameterizedTest
    @CsvSource({"'1,1,1', '34,33,33'", "'2,1', '67,33'", "'1,2,3,4', '10,20,30,40'", "'0,5', '0,100'", "'7', '100'",
            "'999,1', '99,1'", "'99999,1', '99,1'", "'1,1,1,1,1,1,1', '15,15,14,14,14,14,14'", "'0,0', '0,0'",
            "'1,999,0', '1,99,0'", "'995,2,2,1', '99,1,0,0'", "'1,2', '33,67'", "'5,1', '83,17'"})
    void what_rounding_down_leaves_goes_to_the_parts_that_lost_most(String parts, String percentages) {
        assertThat(RoundedPercentages.of(LongStream.of(numbers(parts)).toArray()))
                .isEqualTo(LongStream.of(numbers(percentages)).mapToInt(Math::toIntExact).toArray());
    }

    @Test
    void they_add_up_to_100_and_none_is_a_whole_percent_off_but_where_100_would_be_said_of_a_part() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long[] parts = random.longs(1 + random.nextInt(11), 0, 1 + random.nextInt(100_000)).toArray();
            long whole = LongStream.of(parts).sum();
            if (whole == 0) continue;
            int[] percentages = RoundedPercentages.of(parts);
            assertThat(IntStream.of(percentages).sum()).isEqualTo(100);
            for (int n = 0; n < parts.length; n++) {
                assertThat(percentages[n] == 100).isEqualTo(parts[n] == whole);
                assertThat(Math.abs(percentages[n] - 100.0 * parts[n] / whole)).isLessThan(1.0001);
            }
        }
    }

    private static long[] numbers(String text) {
        return java.util.Arrays.stream(text.split(",")).mapToLong(Long::parseLong).toArray();
    }
}
