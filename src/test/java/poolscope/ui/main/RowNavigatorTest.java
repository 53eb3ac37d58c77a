package poolscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowNavigatorTest {

    @ParameterizedTest
    @CsvSource({"-1,1,1", "1,1,3", "3,1,1", "2,1,3", "-1,-1,3", "3,-1,1", "1,-1,3", "0,-1,3"})
    void the_next_wanted_place_is_found_round_the_end(int from, int step, int next) {
        assertThat(RowNavigator.next(List.of("a", "B", "c", "D"), from, step,
                text -> text.equals(text.toUpperCase(java.util.Locale.ROOT)))).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"-1,1", "2,1", "0,-1"})
    void there_is_no_next_place_where_nothing_is_wanted(int from, int step) {
        assertThat(RowNavigator.next(List.of("a", "b", "c"), from, step, String::isEmpty)).isEqualTo(-1);
        assertThat(RowNavigator.next(List.<String>of(), from, step, _ -> true)).isEqualTo(-1);
    }
}
