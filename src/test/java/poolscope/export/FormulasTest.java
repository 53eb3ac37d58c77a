package poolscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", " \tx", " =1", "\u3000＝1", "＋1", "－1", "＠x", "\u00A0-",
            "\uFEFF=1", "\0@", "-"})
    void P41_an_apostrophe_stands_before_what_would_begin_a_formula(String text) {
        assertThat(Formulas.disarm(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a=1", "pool-7", "a@b", " a", "'=1", "1-2", "训练-池", "a;b", "a\nb", "😀", ";", "a;"})
    void P41_other_text_is_left_alone(String text) {
        assertThat(Formulas.disarm(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;=1", "a;\t=1", "a;;\r\n ;=1", "a\n=1", "a\r\n -1", "a\t@", "a; ＝1", "a\r+"})
    void P41_also_where_another_separator_would_begin_a_cell(String text) {
        assertThat(Formulas.disarm(text)).hasSize(text.length() + 1).contains("'");
    }
}
