package poolscope.pool.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedPercentageTest {
    @ParameterizedTest
    @CsvSource({"1,3,33", "2,3,67", "1,8,13", "1,6,17", "0,5,0", "5,5,100", "0,0,0", "999,1000,99", "1,240,0",
            "1,200,1", "9223372036854775806,9223372036854775807,99"})
    void it_is_the_nearest_and_100_only_for_the_whole(long part, long whole, int percentage) {
        assertThat(RoundedPercentage.of(part, whole)).isEqualTo(percentage);
    }

    @Test
    void it_is_what_decimal_arithmetic_makes_of_it() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long whole = random.nextLong(1, 1L << random.nextInt(2, 62));
            long part = random.nextLong(whole + 1);
            int rounded = BigDecimal.valueOf(part)
                    .scaleByPowerOfTen(2)
                    .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                    .intValueExact();
            assertThat(RoundedPercentage.of(part, whole)).isEqualTo(part < whole && rounded == 100 ? 99 : rounded);
        }
    }
}
