package poolscope.pool.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolNameSearchTest {

    @ParameterizedTest
    @CsvSource({"train, train-pool-07", "pool train, train-pool-07", "RAI, train-pool-07", "tp, train-pool-07",
            "tp07, train-pool-07", "07, train-pool-07", "训练, 训练池-01", "池 训, 训练池-01", "xlc, 训练池-01", "lc01, 训练池-01",
            "sz, 深圳-推理", "sztl, 深圳-推理", "st, 昇腾池", "ＴＲＡＩＮ, train-pool-07", "０７, train-pool-07", "cq, 重庆",
            "chongqing, 重庆-01", "xunl, 训练池", "gtl, gpu推理"})
    void finds_a_name_by_what_people_type_of_it(String typed, String name) {
        assertThat(PoolNameSearch.of(typed).rank(name, "", List.of())).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"train x, train-pool-07", "pt, train-pool-07", "xlz, 训练池-01", "zq, 重庆", "unlian, 训练池", "q, 圳", "s7, 深圳",
            "?c, 昇池", "训c, 昇池", "12, 训练-1-2"})
    void does_not_find_a_name_that_lacks_a_word(String typed, String name) {
        assertThat(PoolNameSearch.of(typed).rank(name, "", List.of())).isEmpty();
    }

    @Test
    void a_name_that_begins_so_comes_before_one_that_has_it_inside_and_initials_come_after_both() {
        var search = PoolNameSearch.of("tp");
        assertThat(Stream.of("train-pool", "http", "a-tp", "tp-1")
                .sorted((a, b) -> Integer.compare(search.rank(a, "", List.of()).orElseThrow(),
                        search.rank(b, "", List.of()).orElseThrow()))
                .toList()).isEqualTo(List.of("tp-1", "a-tp", "http", "train-pool"));
    }

    @Test
    void what_stands_beside_the_name_is_found_last() {
        assertThat(PoolNameSearch.of("columns gpu").rank("GPU", "View Columns", List.of()).orElseThrow())
                .isGreaterThan(PoolNameSearch.of("gc").rank("GPU Columns", "", List.of()).orElseThrow());
        assertThat(PoolNameSearch.of("columns gpu").rank("GPU", "View", List.of())).isEmpty();
    }

    @Test
    void nothing_typed_finds_everything() {
        assertThat(PoolNameSearch.of(" ").rank("", "", List.of())).hasValue(0);
        assertThat(PoolNameSearch.of(" ").isEmpty()).isTrue();
        assertThat(PoolNameSearch.of(" a").isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"pool train, [train]-[pool]-07", "tp07, [t]rain-[p]ool-[07]", "xlc, [训练池]-01", "xunlia, [训练]池",
            "07, train-[07]", "chongq, [重庆]-01", "ＴＲＡ, [tra]in", "rain ra, t[rain]", "x, train"})
    void marks_the_letters_that_were_found(String typed, String marked) {
        var name = marked.replaceAll("[\\[\\]]", "");
        var shown = new StringBuilder(name);
        for (var range : PoolNameSearch.of(typed).ranges(name).reversed())
            shown.insert(range.to(), "]").insert(range.from(), "[");
        assertThat(shown).hasToString(marked);
    }

    @Test
    void words_of_the_name_come_before_synonyms_and_those_before_parts_of_english_words() {
        var search = PoolNameSearch.of("ticket");
        assertThat(Stream.of("Markdown", "Tickets", "Untick eticket", "For a ticket", "List")
                .sorted(Comparator.comparingInt(name -> search
                        .rank(name, "",
                                name.equals("Markdown")
                                        ? List.of("a ticket")
                                        : name.equals("List") ? List.of("ticketing") : List.of())
                        .orElseThrow()))
                .toList()).isEqualTo(List.of("Tickets", "For a ticket", "Markdown", "Untick eticket", "List"));
    }

    @ParameterizedTest
    @CsvSource({"hanyi, 此字段的含义, 字段说明, 含义", "含义, 此字段的含义, 字段说明, 含义", "gongdan, 用于工单, Markdown 表格, 工单",
            "hy, 此字段的含义, 字段说明, 含义"})
    void a_chinese_name_that_has_the_word_comes_before_one_whose_synonym_has_it(String typed, String name, String other,
            String synonym) {
        var search = PoolNameSearch.of(typed);
        assertThat(search.rank(name, "", List.of()).orElseThrow())
                .isLessThan(search.rank(other, "", List.of(synonym)).orElseThrow());
    }

    @Test
    void a_synonym_is_found_by_a_whole_word_better_than_by_a_part_and_not_inside_of_an_english_word() {
        var synonyms = List.of("plot", "bar chart", "统计图");
        var ranks = Stream.of("chart", "char", "tongjitu")
                .map(typed -> PoolNameSearch.of(typed).rank("Figures", "View", synonyms).orElseThrow())
                .toList();
        assertThat(ranks).isSorted().doesNotHaveDuplicates();
        assertThat(PoolNameSearch.of("计图").rank("Figures", "View", synonyms)).hasValue(ranks.get(1));
        assertThat(PoolNameSearch.of("lot").rank("Figures", "View", synonyms)).isEmpty();
    }

    @Test
    void says_because_of_which_synonym_it_found_a_name() {
        var synonyms = List.of("plot", "bar chart");
        assertThat(PoolNameSearch.of("figures cha").synonymFound("Figures", synonyms)).contains("bar chart");
        assertThat(PoolNameSearch.of("fig").synonymFound("Figures", synonyms)).isEmpty();
        assertThat(PoolNameSearch.of("fig table").synonymFound("Figures", synonyms)).isEmpty();
    }

    @Test
    void words_that_ask_a_question_can_be_left_out_unless_there_are_no_others() {
        var questionWords = List.of("which", "has", "most", "哪个", "最多");
        assertThat(PoolNameSearch.of("Which pool has most nodes")
                .withoutQuestionWords(questionWords)
                .rank("nodes of a pool", "", List.of())).isPresent();
        assertThat(PoolNameSearch.of("哪个规格不可用节点最多").withoutQuestionWords(questionWords).rank("规格不可用节点", "", List.of()))
                .isPresent();
        assertThat(PoolNameSearch.of("most").withoutQuestionWords(questionWords).rank("nodes", "", List.of()))
                .isEmpty();
    }
}
