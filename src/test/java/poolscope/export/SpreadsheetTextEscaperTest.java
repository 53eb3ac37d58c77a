package poolscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextEscaperTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", " \tx", " =1", "\u3000＝1", "＋1", "－1", "＠x",
            "\u00A0-", "\uFEFF=1", "\0@", "-"})
    void P41_an_apostrophe_stands_before_what_would_begin_a_formula(String text) {
        assertThat(SpreadsheetTextEscaper.disarm(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a=1", "pool-7", "a@b", " a", "'=1", "训练-池", "a;b", "a\nb", "😀", ";", "a;"})
    void P41_other_text_is_left_alone(String text) {
        assertThat(SpreadsheetTextEscaper.disarm(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123456789", "0012", "00", "12e5", "12E+5", "3-4", "MARCH1", "SEPT2", "dec-1",
            "1-Mar", "10 May 2024", "may 2024", "1/2", "1.10", "1,234", "7", " 7 ", "１２３", "5%", "$5", "￥5", "(5)",
            "12:30", "12:30:15.5", "1 PM", "9a", "2024-01-02", "2024-01-02 03:04", "2024-01-02T03:04:05Z", "2024年3月",
            "3月4日", "下午3:04", "TRUE", "false", "#N/A", "1 2/3", ".5", "1e400", "-5", "+5", "2024年3月4日 5:06"})
    void what_a_spreadsheet_would_change_into_a_number_or_a_date_stays_text(String text) {
        assertThat(SpreadsheetTextEscaper.disarm(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool-7", "gpu8", "v100", "march", "may", "10.0.0.1-a", "5f0c2f9b7c6a4a0e9f6b1f1f3a4e2d10",
            "1e5a", "3-4-b", "CS4827751D1CBFE998", "modelarts.vm.cpu.8u", "第3组", "3号机房", "12:30 standup", "1st",
            "true story", "#1 pool", "marching1", "2024年的池", "月", "e5", "a1", "1b", "."})
    void what_it_would_not_change_is_left_alone(String text) {
        assertThat(SpreadsheetTextEscaper.disarm(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;=1", "a;\t=1", "a;;\r\n ;=1", "a\n=1", "a\r\n -1", "a\t@", "a; ＝1", "a\r+"})
    void P41_also_where_another_separator_would_begin_a_cell(String text) {
        assertThat(SpreadsheetTextEscaper.disarm(text)).hasSize(text.length() + 1).contains("'");
    }

    @Test
    void P41_shown_text_begins_no_formula_and_stays_one_cell_and_a_number_stays_a_number() {
        assertThat(SpreadsheetPasteCellText.ofShown("=1+1")).isEqualTo("'=1+1");
        assertThat(SpreadsheetPasteCellText.ofShown("a\tb\r\n c")).isEqualTo("a b   c");
        assertThat(SpreadsheetPasteCellText.ofShown("\"a")).isEqualTo("\"\"\"a\"");
        assertThat(SpreadsheetPasteCellText.ofShown("8")).isEqualTo("8");
        assertThat(SpreadsheetPasteCellText.ofShown("2024-01-02 03:04")).isEqualTo("2024-01-02 03:04");
    }
}
