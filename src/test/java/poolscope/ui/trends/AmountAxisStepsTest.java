package poolscope.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountAxisStepsTest {

    @Test
    void tenths_are_labelled_exactly() {
        var steps = AmountAxisSteps.of(0.5, 5, false);
        assertThat(steps.amounts()).extracting(BigDecimal::toPlainString)
                .containsExactly("0.0", "0.1", "0.2", "0.3", "0.4", "0.5");
        assertThat(steps.decimals()).isEqualTo(1);
    }

    @Test
    void things_that_are_counted_have_whole_labels_only() {
        var steps = AmountAxisSteps.of(3, 10, true);
        assertThat(steps.amounts()).extracting(BigDecimal::toPlainString).containsExactly("0", "1", "2", "3");
        assertThat(steps.decimals()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1288, 10, 200, 0", "1000, 10, 100, 0", "7, 5, 2, 0", "0.07, 5, 0.02, 2", "123456.78, 8, 20000, 0",
            "10.5, 4, 5, 0", "2.4, 6, 0.5, 1"})
    void steps_are_1_2_or_5_times_a_power_of_ten(double largest, int most, BigDecimal step, int decimals) {
        var steps = AmountAxisSteps.of(largest, most, false);
        assertThat(steps.step()).isEqualByComparingTo(step);
        assertThat(steps.decimals()).isEqualTo(decimals);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.3, 1, 9.99, 10, 11, 999, 1e6 + 1, 3.7e9})
    void the_axis_reaches_the_largest_amount_in_no_more_steps_than_allowed(double largest) {
        for (int most : List.of(2, 5, 10)) {
            var steps = AmountAxisSteps.of(largest, most, false);
            assertThat(steps.end()).isGreaterThanOrEqualTo(largest);
            assertThat(steps.steps()).isBetween(1L, (long) most);
            assertThat(steps.end() - steps.step().doubleValue()).as("the last step is needed")
                    .isLessThan(Math.max(largest, 1e-9));
        }
    }
}
