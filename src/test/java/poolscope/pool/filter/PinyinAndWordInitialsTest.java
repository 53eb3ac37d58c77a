package poolscope.pool.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.pool.filter.FilterSamples.NOW;

import java.nio.charset.Charset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// A plain word of a filter is looked for among the initials of names in Chinese.
class PinyinAndWordInitialsTest {
    private static final Charset STANDARD = Charset.forName("GB2312");

    private static Pool named(String name) {
        return FilterSamples.pool().with(PoolField.NAME, name).make();
    }

    private static boolean shows(String filter, String name) {
        var parsed = PoolFilter.parse(filter);
        assertThat(parsed.problems()).isEmpty();
        return parsed.filter().matches(named(name), NOW);
    }

    @ParameterizedTest
    @CsvSource({"xlc, 训练池", "XL, 训练池", "ｘｌｃ, 训练池", "lc, 训练池-01", "c01, 训练池-01", "gtl, GPU推理", "st, 昇腾池", "x, 训练池",
            "xunlian, 训练池", "xunlianc, 训练池", "chongqing, 重庆-01", "xlc status:running, 训练池", "not xlb, 训练池",
            "zq or xlc, 训练池", "cq, 重庆-01", "tx, 弹性推理", "q0, 重庆-01", "zd, 重点"})
    void a_pool_is_shown_by_the_initials_of_its_name(String filter, String name) {
        assertThat(shows(filter, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"xlb, 训练池", "not xlc, 训练池", "tp7, train-pool-7", "12, 训练-1-2", "'\"?c\"', 昇池", "训c, 昇池",
            "name:xlc, 训练池", "unlian, 训练池", "zhongqing, 重庆-01", "xunlianb, 训练池", "s, 圳", "xlcx, 训练池", "zq, 重庆"})
    void a_pool_is_not_shown_by_what_are_not_its_initials(String filter, String name) {
        assertThat(shows(filter, name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"jd, 节点数, true", "jiedian, 节点数, true", "JieDian, Nodes · 节点数, true", "node, Nodes · 节点数, true",
            "dianjie, 节点数, false", "tp7, train-pool-7, false", "'', 节点数, true"})
    void a_name_on_screen_is_found_by_its_text_or_its_pinyin(String sought, String name, boolean isFound) {
        assertThat(TextMatcher.of(sought).isInOrPinyinOf(name)).isEqualTo(isFound);
    }

    @Test
    void initials_are_those_of_the_order_in_the_national_standard() {
        var chance = new SplittableRandom(7);
        for (int round = 0; round < 20_000; round++) {
            var name = new StringBuilder();
            var initials = new StringBuilder();
            for (int i = chance.nextInt(1, 5); i > 0; i--) {
                byte[] code = {(byte) chance.nextInt(0xB0, 0xD7), (byte) chance.nextInt(0xA1, 0xFF)};
                name.append(new String(code, STANDARD));
                initials.append(PinyinInitialFinderTest.letterOf((code[0] & 0xFF) << 8 | code[1] & 0xFF));
            }
            var word = new StringBuilder();
            for (int i = chance.nextInt(1, 4); i > 0; i--)
                word.append((char) chance.nextInt('a', 'z' + 1));
            int from = chance.nextInt(initials.length());
            var part = initials.substring(from, chance.nextInt(from + 1, initials.length() + 1));
            assertThat(shows(part, name.toString())).as("%s in %s", part, name).isTrue();
            assertThat(PinyinAndWordInitials.of(name.toString()).contain(word.toString())).as("%s in %s", word, name)
                    .isEqualTo(initials.indexOf(word.toString()) >= 0);
        }
    }
}
