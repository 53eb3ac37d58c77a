package poolscope.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnbrokenTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"A100: 15 / 2", "昇腾 Ascend 910：2,257", "类别未知：168", "V100：4,993", "3 个未知"})
    void a_line_breaks_nowhere_within_it(String text) {
        var unbroken = UnbrokenText.of(text);
        var breaks = BreakIterator.getLineInstance(Locale.SIMPLIFIED_CHINESE);
        breaks.setText(unbroken);
        breaks.first();
        assertThat(breaks.next()).isEqualTo(unbroken.length());
    }

    @Test
    void latin_text_gets_no_other_character_than_spaces_that_do_not_break() {
        assertThat(UnbrokenText.of("A100: 15 free")).isEqualTo("A100:\u00a015\u00a0free");
    }

    @Test
    void the_halves_of_a_character_stay_together() {
        assertThat(UnbrokenText.of("\ud842\udfb7")).isEqualTo("\ud842\udfb7");
    }
}
