package poolscope.pool.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.Pools;
import poolscope.pool.table.PoolSet;

class FilterCompletionPositionTest {
    private static final PoolSet POOLS = PoolSet.of(List.of(Pools.inventory(List.of(owned("li.wei", "running"),
            owned("li.wei", "abnormal"), owned("Li Na", "running"), owned("wang", "running"), owned("", "scaling")))));

    private static Pool owned(String owner, String status) {
        return FilterSamples.pool().with(PoolField.OWNER, owner).status(status).make();
    }

    private static List<String> offers(String text) {
        return FilterCompletionPosition.at(text, text.length(), FilterKeywordLanguage.ENGLISH)
                .map(place -> place.offers(POOLS.pools()))
                .orElse(List.of())
                .stream()
                .map(offer -> text.substring(0,
                        FilterCompletionPosition.at(text, text.length(), FilterKeywordLanguage.ENGLISH)
                                .orElseThrow()
                                .from())
                        + offer.text() + offer.pools().stream().mapToObj(n -> " " + n).findFirst().orElse(""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            own             | owner:
            train OWN       | train owner:
            (sp             | (spec:
            !npu            | !npu>=
            规              | 规格:
            可用            | 可用节点>=
            has:ord         | has:order
            """)
    void names_of_fields_are_offered_in_the_language_that_is_written(String text, String first) {
        assertThat(offers(text)).first().isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zhuangt         | 状态:
            train jsk       | 加速卡>=
            (gg             | 规格:
            st              | status:
            """)
    void names_of_fields_are_offered_for_their_pinyin_on_a_chinese_screen(String text, String first) {
        var place = FilterCompletionPosition.at(text, text.length(), FilterKeywordLanguage.CHINESE).orElseThrow();
        assertThat(place.offers(POOLS.pools())).first()
                .extracting(FilterCompletionPosition.Offer::text)
                .isEqualTo(first);
    }

    @Test
    void values_are_offered_for_their_pinyin() {
        assertThat(offers("状态:yx")).containsExactly("状态:运行中 3");
        assertThat(offers("状态:yunx")).containsExactly("状态:运行中 3");
    }

    @Test
    void values_are_offered_most_frequent_first_with_their_counts() {
        assertThat(offers("owner:")).containsExactly("owner:li.wei 2", "owner:\"Li Na\" 1", "owner:wang 1");
        assertThat(offers("train owner=L")).containsExactly("train owner=li.wei 2", "train owner=\"Li Na\" 1");
        assertThat(offers("归属用户：w")).containsExactly("归属用户：li.wei 2", "归属用户：wang 1");
        assertThat(offers("owner in (wang, li")).containsExactly("owner in (wang, li.wei 2",
                "owner in (wang, \"Li Na\" 1");
        assertThat(offers("status:")).containsExactly("status:running 3", "status:abnormal 1", "status:scaling 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "train ", "gpu>=", "gpu>=8", "created>2026", "\"own", "name:\"x own", "owner:wang",
            "zzz", "nosuch:a", "id:a"})
    void nothing_is_offered_where_it_would_be_guessing_or_is_there_already(String text) {
        assertThat(offers(text)).isEmpty();
    }

    @Test
    void whatever_is_offered_is_a_filter_or_the_beginning_of_one() {
        for (var text : List.of("o", "s", "a", "n", "状", "has:o", "缺:订", "owner:", "status:", "owner in ("))
            for (var offer : offers(text))
                assertThat(PoolFilter.parse(offer.replaceAll(" \\d+$", "")).verdict()).as(offer)
                        .isNotEqualTo(PoolFilter.Verdict.WRONG);
    }

    @Test
    void random_text_never_fails() {
        for (long seed = 0; seed < 5_000; seed++) {
            var text = new FilterGenerator(seed).text();
            for (int cursor = 0; cursor <= text.length(); cursor++)
                FilterCompletionPosition.at(text, cursor, FilterKeywordLanguage.ENGLISH)
                        .ifPresent(place -> place.offers(POOLS.pools()));
        }
    }
}
