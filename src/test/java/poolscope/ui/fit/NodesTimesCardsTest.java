package poolscope.ui.fit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodesTimesCardsTest {
    @ParameterizedTest
    @ValueSource(strings = {"2x8", "2X8", "2×8", "2 x 8", "2*8", " 2 × 8 ", "２ｘ８", "２＊８", "2х8"})
    void nodes_and_cards_stand_left_and_right_of_the_sign(String typed) {
        assertThat(NodesTimesCards.of(typed)).contains(new NodesTimesCards("2", "8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "28", "1.5", "two", "2,8"})
    void without_a_sign_there_is_nothing_to_split(String typed) {
        assertThat(NodesTimesCards.of(typed)).isEmpty();
    }

    @Test
    void a_part_that_is_not_typed_yet_is_blank_and_a_wrong_one_stays_as_it_was_typed() {
        assertThat(NodesTimesCards.of("2x")).contains(new NodesTimesCards("2", ""));
        assertThat(NodesTimesCards.of("x8")).contains(new NodesTimesCards("", "8"));
        assertThat(NodesTimesCards.of("2x8x3")).contains(new NodesTimesCards("2", "8x3"));
    }
}
