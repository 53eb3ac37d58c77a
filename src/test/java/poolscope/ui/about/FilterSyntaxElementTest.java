package poolscope.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import poolscope.pool.filter.PoolFilter;
import poolscope.ui.text.Texts;

class FilterSyntaxElementTest {
    static Stream<Arguments> examples() {
        return Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                .flatMap(locale -> Stream.of(FilterSyntaxElement.values()).map(syntax -> Arguments.of(locale, syntax)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_is_a_filter_of_conditions_on_fields(Locale locale, FilterSyntaxElement syntax) {
        var example = Texts.of(locale).format("syntax." + syntax.name() + ".example");
        var parsed = PoolFilter.parse(example, ZoneOffset.UTC);
        assertThat(parsed.verdict()).as(example).isEqualTo(PoolFilter.Verdict.VALID);
        assertThat(parsed.filter()).as(example).isNotEqualTo(PoolFilter.ALL);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_means_the_same_in_both_languages(Locale locale, FilterSyntaxElement syntax) {
        if (syntax == FilterSyntaxElement.WORD) return;
        var example = Texts.of(locale).format("syntax." + syntax.name() + ".example");
        var english = Texts.of(Locale.ENGLISH).format("syntax." + syntax.name() + ".example");
        assertThat(PoolFilter.parse(example, ZoneOffset.UTC).filter().print())
                .isEqualTo(PoolFilter.parse(english, ZoneOffset.UTC).filter().print());
    }
}
