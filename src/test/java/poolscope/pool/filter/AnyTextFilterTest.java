package poolscope.pool.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;

/// Whatever a pool is called: it can be asked for, the text of that passes through a field of one line, and what looks
/// alike is found alike.
@Execution(ExecutionMode.CONCURRENT)
class AnyTextFilterTest {
    private static final List<String> NASTY = List.of("a", "B", "训", "\n", "\r", "\t", "\u0000", "\u0085", "\u2028",
            "\u2029", "\"", "'", "\u2018", "\u2019", "\u201C", "\u201D", "\\", "\\u000a", "\\n", "u000a", "\u200B",
            "\u200D", "\uFEFF", "\u202E", "\u0301", "e\u0301", "\u00E9", "\uD83D\uDE00", "\uD83D", "\uDE00", " ",
            "\u3000", "(", ")", ",", ":", "=", "and", "!", "*", "~", "\u007F", "\u00AD", "％", "\uFFFE");

    private static String text(SplittableRandom random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--)
            text.append(random.nextInt(6) == 0
                    ? String.valueOf((char) random.nextInt(0x10000))
                    : NASTY.get(random.nextInt(NASTY.size())));
        return text.toString();
    }

    @Test
    void a_filter_of_any_text_is_read_back_as_it_was_and_loses_nothing_in_a_field_of_one_line() {
        var random = new SplittableRandom(2_026);
        for (int i = 0; i < 20_000; i++) {
            var text = text(random);
            var values = new LinkedHashSet<FieldValue>(
                    List.of(FieldValue.text(text), FieldValue.text(text(random) + "!")));
            for (var filter : List.of(PoolFilter.is(PoolField.NAME, FieldValue.text(text)),
                    new FilterCondition.Word(TextMatcher.of(text)),
                    new FilterCondition.Contains(PoolField.OWNER, TextMatcher.of(text)),
                    new FilterCondition.StatusIs(List.of(new FilterCondition.OfWord(text))),
                    values.size() > 1 ? new FilterCondition.OneOf(PoolField.NAME, values) : PoolFilter.ALL)) {
                var written = filter.print();
                assertThat(written).as("no character that a field of one line or a file drops")
                        .matches(AnyTextFilterTest::isKept);
                assertThat(PoolFilter.parse(written).filter()).as(written).isEqualTo(filter);
            }
        }
    }

    private static boolean isKept(String written) {
        return written.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029
                        || Character.getType(c) == Character.SURROGATE);
    }

    @Test
    void a_pool_of_any_name_is_found_by_its_name() {
        var random = new SplittableRandom(27);
        for (int i = 0; i < 5_000; i++) {
            var name = text(random) + "x";
            var pool = FilterSamples.pool().with(PoolField.NAME, FieldValue.text(name)).make();
            for (var filter : List.of(PoolFilter.is(PoolField.NAME, FieldValue.text(name)),
                    new FilterCondition.Contains(PoolField.NAME, TextMatcher.of(name))))
                assertThat(PoolFilter.parse(filter.print()).filter().matches(pool, FilterSamples.NOW))
                        .as(filter.print())
                        .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            Café,          cafe\u0301
            Björk ÅÅ,      bjo\u0308rk a\u030A\u212B
            한국어,         \u1112\u1161\u11AB국어
            O’Neil,        o'neil
            ‘quoted’,      'quoted'
            “quoted”,      "quoted"
            pool\u200B-1, pool-1
            po\u00ADol,   pool
            \uFEFFname,   name
            ＧＰＵ－1,      gpu-1
            """)
    void what_looks_alike_is_found_alike(String one, String another) {
        one = one.translateEscapes();
        for (var pair : List.of(List.of(one, another), List.of(another, one))) {
            assertThat(TextMatcher.of(pair.getFirst()).isIn("before " + pair.getLast() + " after")).as("%s", pair)
                    .isTrue();
            assertThat(TextMatcher.of(pair.getFirst()).begins(pair.getLast() + " after")).as("%s", pair).isTrue();
            assertThat(PoolNameSearch.of(pair.getFirst()).rank("before " + pair.getLast(), "", List.of()))
                    .as("%s", pair)
                    .isPresent();
        }
    }

    @Test
    void a_letter_is_not_found_in_the_same_letter_with_an_accent_however_that_is_written() {
        for (var form : Normalizer.Form.values())
            assertThat(TextMatcher.of("e").isIn(Normalizer.normalize("é", form))).as("%s", form).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"异常, abnormal", "运行中, running", "部署中, deploying", "告警, concerning", "删除中, Deleting", "等待中, Waiting"})
    void a_word_finds_what_the_status_is_called_on_screen(String word, String status) {
        var words = PoolFilter.parse(word).filter();
        var condition = PoolFilter.parse("status:" + word).filter();
        for (var one : List.of("abnormal", "running", "deploying", "concerning", "scaling", "Deleting", "Waiting")) {
            var pool = FilterSamples.pool().status(one).make();
            assertThat(words.matches(pool, FilterSamples.NOW)).as(one)
                    .isEqualTo(one.equals(status))
                    .isEqualTo(condition.matches(pool, FilterSamples.NOW));
        }
    }

    @Test
    void pasted_lines_are_one_list_of_the_names_or_ids_that_they_are() {
        var pools = List.of(
                FilterSamples.pool()
                        .with(PoolField.NAME, FieldValue.text("train 1"))
                        .with(PoolField.ID, FieldValue.text("id-1"))
                        .make(),
                FilterSamples.pool()
                        .with(PoolField.NAME, FieldValue.text("b"))
                        .with(PoolField.ID, FieldValue.text("id-2"))
                        .make());
        assertThat(PastedLinesFilter.text("train 1\r\nb\n\n", "", pools)).contains("name in (\"train 1\", b)");
        assertThat(PastedLinesFilter.text("id-1\nid-2\nid-9", "", pools)).contains("id in (id-1, id-2, id-9)");
        assertThat(PastedLinesFilter.text("b\t240\trunning\ntrain 1\t1\trunning", "", pools))
                .contains("name in (b, \"train 1\")");
        assertThat(PastedLinesFilter.text("tra\ngpu", "", pools)).as("words: one of them is enough")
                .contains("tra or gpu");
        assertThat(PastedLinesFilter.text("x\ny", "owner in (a, ", pools)).contains("x, y");
        assertThat(PastedLinesFilter.text("one line\n", "", pools)).isEmpty();
    }
}
