package poolscope.pool.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.pool.PoolField;
import poolscope.pool.Pools;
import poolscope.pool.table.PoolSet;

/// A filter that is typed in Chinese is understood, and is written in Chinese again.
class FilterKeywordLanguageTest {
    private static final Path CHINESE_TEXTS = Path.of("src/main/resources/poolscope/ui/text/texts_zh_CN.properties");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            状态:异常                     | status:abnormal                   | 状态:异常
            状态：创建中                   | status:deploying                  | 状态:部署中
            状态 属于 （运行中、告警）         | status in (running, concerning)   | 状态 属于 (运行中、告警)
            状态!=运行中                   | status!=running                   | 状态!=运行中
            状态:删除中                    | status=Deleting                   | 状态=删除中
            状态 属于 (等待中、异常)          | status in (Waiting, abnormal)     | 状态 属于 (等待中、异常)
            备注：训练                     | desc:训练                          | 备注:训练
            描述:训练                      | desc:训练                          | 备注:训练
            资源池 ID:abc                 | id:abc                            | 资源池 ID:abc
            资源池ID：abc                 | id:abc                            | 资源池 ID:abc
            集群 ID:abc                   | id:abc                            | 资源池 ID:abc
            资源池 ID 属于 (a、b)           | id in (a, b)                      | 资源池 ID 属于 (a、b)
            空闲 CPU>=8                   | freecpu>=8                        | 空闲 CPU>=8
            空闲卡＞＝8                     | free>=8                           | 空闲卡>=8
            加速卡≥8                      | gpu>=8                            | 加速卡>=8
            可用节点＜节点数                 | avail<nodes                       | 可用节点<节点数
            周期类型:月                     | period:month                      | 周期类型:月
            周期类型 属于 (月、年)            | period in (month, year)           | 周期类型 属于 (月、年)
            有:订单 ID                     | has:order                         | 有:订单ID
            没有:资源池 ID                  | missing:id                        | 没有:资源池ID
            没有：备注                      | missing:desc                      | 没有:备注
            缺:备注                        | missing:desc                      | 没有:备注
            时长<7天                       | age<7d                            | 时长<7天
            时长>3个月                     | age>3mo                           | 时长>3个月
            创建时间>2024/1/1              | created>2024-01-01                | 创建时间>2024-01-01
            创建时间>2024年1月1日            | created>2024-01-01                | 创建时间>2024-01-01
            预计到期<2027/3/4              | ends<2027-03-04                   | 预计到期<2027-03-04
            非 状态:运行中 或 CPU>8         | not status:running or cpu>8       | 非 状态:运行中 或 CPU>8
            """)
    void what_is_typed_in_chinese_is_understood_and_comes_back_in_chinese(String typed, String english,
            String chinese) {
        var parsed = PoolFilter.parse(typed);
        assertThat(parsed.problems()).isEmpty();
        if (!english.startsWith("not ")) assertThat(parsed.filter().print()).isEqualTo(english);
        assertThat(parsed.filter()).isEqualTo(PoolFilter.parse(english).filter());
        if (!english.startsWith("not "))
            assertThat(parsed.filter().print(FilterKeywordLanguage.CHINESE)).isEqualTo(chinese);
        assertThat(PoolFilter.parse(parsed.filter().print(FilterKeywordLanguage.CHINESE)).filter())
                .isEqualTo(parsed.filter());
    }

    @ParameterizedTest
    @EnumSource
    void every_name_of_a_field_on_a_chinese_screen_is_its_name_in_a_filter(PoolField field) throws IOException {
        if (field == PoolField.NODES) return;
        var label = chineseTexts().getProperty("field." + field.id()).replaceAll("[\\[\\]]", "");
        assertThat(FilterFieldNames.find(label)).contains(field);
        assertThat(FilterFieldNames.printed(field, FilterKeywordLanguage.CHINESE)).isEqualTo(label);
    }

    @Test
    void every_status_on_a_chinese_screen_is_its_name_in_a_filter() throws IOException {
        for (var kind : List.of("running", "deploying", "concerning", "abnormal"))
            assertThat(PoolFilter.parse("状态:" + chineseTexts().getProperty("status." + kind)).filter())
                    .isEqualTo(PoolFilter.parse("status:" + kind).filter());
    }

    @Test
    void two_words_of_which_the_first_begins_a_name_stay_two_words() {
        assertThat(PoolFilter.parse("资源池 训练").filter().terms()).hasSize(2);
        var both = PoolFilter.parse("\"空闲\" cpu>=8").filter();
        assertThat(both.terms()).hasSize(2);
        for (var language : FilterKeywordLanguage.values())
            assertThat(PoolFilter.parse(both.print(language)).filter()).isEqualTo(both);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            加速卡>=许多   | 加速卡
            空闲 CPU>=许多 | 空闲 CPU
            时长=7天      | 时长
            状态>运行中    | 状态
            备注>a       | 备注
            """)
    void a_problem_names_the_field_as_it_was_typed(String typed, String name) {
        assertThat(PoolFilter.parse(typed).problems()).first()
                .satisfies(problem -> assertThat(problem.args()).first().isEqualTo(name));
    }

    @Test
    void values_are_offered_in_the_language_that_is_written() {
        var pools = PoolSet.of(List.of(Pools.inventory(List.of(FilterSamples.pool()
                .with(PoolField.ORDER_ID, "o")
                .with(PoolField.PERIOD_TYPE, "month")
                .status("abnormal")
                .make()))));
        assertThat(offers("状态:", pools)).containsExactly("异常");
        assertThat(offers("状态 属于 (运行中、", pools)).containsExactly("异常");
        assertThat(offers("status:异", pools)).containsExactly("异常");
        assertThat(offers("status:", pools)).containsExactly("abnormal");
        assertThat(offers("周期类型：", pools)).containsExactly("月");
        assertThat(offers("资源", pools)).containsExactly("资源池类型:", "资源池 ID:");
    }

    private static List<String> offers(String text, PoolSet pools) {
        return FilterCompletionPosition.at(text, text.length(), FilterKeywordLanguage.ENGLISH)
                .map(place -> place.offers(pools.pools()))
                .orElse(List.of())
                .stream()
                .map(FilterCompletionPosition.Offer::text)
                .toList();
    }

    private static Properties chineseTexts() throws IOException {
        var texts = new Properties();
        try (Reader reader = Files.newBufferedReader(CHINESE_TEXTS)) {
            texts.load(reader);
        }
        return texts;
    }
}
