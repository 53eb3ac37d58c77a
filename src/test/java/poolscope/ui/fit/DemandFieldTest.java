package poolscope.ui.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandFieldTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            many | NO_NUMBER
            8 x 2 | NO_NUMBER
            0.0001 | NO_NUMBER
            64GiB | WITH_UNIT
            64 GiB | WITH_UNIT
            1,500 | WITH_COMMA
            1 500 | WITH_COMMA
            1.500.000 | WITH_COMMA
            -3 | BELOW_ZERO
            －3 | BELOW_ZERO
            1000000000 | TOO_LARGE
            """)
    void what_is_wrong_with_an_amount_is_told_apart(String typed, DemandFieldError demandFieldError) {
        assertThat(DemandField.MEMORY.error(typed)).contains(demandFieldError);
        assertThat(DemandField.MEMORY.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, NO_NODES", "0.0, NO_NODES", "1.5, NOT_WHOLE", "1000000, TOO_LARGE", "two, NO_NUMBER",
            "-1, BELOW_ZERO"})
    void nodes_are_whole_and_at_least_one(String typed, DemandFieldError demandFieldError) {
        assertThat(DemandField.NODES.error(typed)).contains(demandFieldError);
    }

    @ParameterizedTest
    @CsvSource({"8, 8", "０.５, 0.5", "'  12 ', 12", "999999999.999, 999999999.999", ".5, 0.5", "2., 2"})
    void numbers_are_read(String typed, BigDecimal number) {
        assertThat(DemandField.CPU.read(typed))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
    }

    @Test
    void nothing_asks_for_nothing() {
        for (var demandField : DemandField.values())
            assertThat(demandField.read(" ")).isEqualTo(Optional.of(BigDecimal.ZERO));
    }
}
