package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.settings.WindowBoundsAndPaneVisibility.Bounds;

/// What is as long or as large as it may be is kept, and what is one more is not.
class LongestTextsTest {
    private static String text(int length) {
        return "x".repeat(length);
    }

    @Test
    void the_name_of_a_view() {
        assertThat(SavedView.isName(text(SavedView.LONGEST_NAME))).isTrue();
        assertThat(SavedView.isName(text(SavedView.LONGEST_NAME + 1))).isFalse();
    }

    @Test
    void the_text_of_a_filter_and_those_of_its_history() {
        var longest = text(FilterTextAndHistory.LONGEST);
        var tooLong = longest + "y";
        assertThat(new FilterTextAndHistory(longest, List.of()).text()).isEqualTo(longest);
        assertThat(new FilterTextAndHistory(tooLong, List.of()).text()).isEqualTo(longest);
        assertThat(new FilterTextAndHistory("", List.of(tooLong, longest)).history()).containsExactly(longest);
    }

    @Test
    void the_entries_of_the_palette_that_were_chosen() {
        var longest = text(RecentCommandsAndExport.LONGEST);
        var defaults = RecentCommandsAndExport.defaults();
        assertThat(defaults.choosing(longest).chosen()).containsExactly(longest);
        assertThat(defaults.choosing(longest + "y").chosen()).isEmpty();
    }

    @Test
    void the_words_of_an_export() {
        var longest = text(RecentCommandsAndExport.Export.LONGEST);
        assertThat(export(longest)).extracting("rows", "columns", "format").containsOnly(longest);
        assertThat(export(longest + "y")).extracting("rows", "columns", "format").containsOnly("");
    }

    private static RecentCommandsAndExport.Export export(String word) {
        return new RecentCommandsAndExport.Export(word, word, word, true, false, false, false);
    }

    @ParameterizedTest
    @CsvSource({"100000, -100000, 50, 100000, true", "-100000, 100000, 100000, 50, true", "100001, 0, 50, 50, false",
            "0, -100001, 50, 50, false", "0, 0, 49.9, 50, false", "0, 0, 50, 100001, false", "NaN, 0, 50, 50, false"})
    void the_place_of_the_window(double x, double y, double width, double height, boolean isKept) {
        assertThat(Bounds.of(x, y, width, height))
                .isEqualTo(isKept ? new Bounds.At(x, y, width, height) : Bounds.UNSET);
    }
}
