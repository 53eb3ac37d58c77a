package poolscope.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeOfDayFieldFormatTest {
    @Test
    void hours_have_two_digits_so_that_times_below_each_other_are_aligned() {
        assertThat(TimeOfDayFieldFormat.of(LocalTime.of(8, 0))).isEqualTo("08:00");
        assertThat(TimeOfDayFieldFormat.of(LocalTime.of(20, 5))).isEqualTo("20:05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8:00", "08:00", " 8：00 "})
    void one_digit_is_read_too(String typed) {
        assertThat(TimeOfDayFieldFormat.parse(typed)).contains(LocalTime.of(8, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "25:00", "8:0", "noon"})
    void what_is_no_time_is_none(String typed) {
        assertThat(TimeOfDayFieldFormat.parse(typed)).isEmpty();
    }
}
