package poolscope.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalTextCleanerTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "pool-7", "训练池", "😀", "👨\u200D👩\u200D👧", "می\u200Cخواهم", "é", "é", " a ", "~"})
    void P43_text_that_can_be_seen_stays_as_it_is(String text) {
        assertThat(ExternalTextCleaner.of(text)).isSameAs(text);
    }

    @Test
    void P43_whatever_ends_a_line_or_a_cell_is_a_space() {
        assertThat(ExternalTextCleaner.of("a\tb\nc\rd\u0085e\u2028f\u2029g\fh\13i")).isEqualTo("a b c d e f g h i");
        assertThat(ExternalTextCleaner.onOneLine("a\tb\u0000\u202E\r\nc")).isEqualTo("a b\u0000\u202E  c");
    }

    @Test
    void P43_every_other_control_and_mark_of_direction_is_replaced_visibly() {
        var hidden = IntStream
                .concat(IntStream.concat(IntStream.range(0, 0x20), IntStream.range(0x7F, 0xA0)),
                        IntStream.of(0x061C, 0x200B, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060,
                                0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF, 0xE0041, 0xD800, 0xDFFF))
                .filter(c -> "\t\n\r\f\13\u0085".indexOf(c) < 0);
        assertThat(hidden.mapToObj(c -> ExternalTextCleaner.of("a" + Character.toString(c) + "b")))
                .containsOnly("a\uFFFDb");
    }

    @Test
    void P43_long_text_is_cut_between_characters_and_says_so() {
        assertThat(ExternalTextCleaner.of("x".repeat(100_000))).isEqualTo("x".repeat(2_000) + "…");
        assertThat(ExternalTextCleaner.of("😀".repeat(2_000))).isEqualTo("😀".repeat(2_000));
        assertThat(ExternalTextCleaner.of("a😀b", 2, "...")).isEqualTo("a😀...");
        assertThat(ExternalTextCleaner.of("\n😀", 2, "...")).isEqualTo(" 😀");
    }
}
