package poolscope.pool.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static poolscope.pool.filter.FilterSamples.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import poolscope.PropertyCases;
import poolscope.pool.PoolField;

@Execution(ExecutionMode.CONCURRENT)
class PoolFilterPropertiesTest {
    private static final int ROUNDS = PropertyCases.times(20_000);
    /// What takes longer never ends: a few milliseconds are usual.
    private static final Duration FOR_EVER = Duration.ofSeconds(30);

    private static void forSeeds(int rounds, Consumer<FilterGenerator> property) {
        for (long seed = PropertyCases.first(); seed < PropertyCases.first() + rounds; seed++)
            try {
                property.accept(new FilterGenerator(seed));
            } catch (Throwable problem) {
                throw new AssertionError("seed " + seed, problem);
            }
    }

    @Test
    void what_is_printed_is_read_back() {
        forSeeds(ROUNDS, chance -> {
            var filter = chance.filter(3);
            var parsed = PoolFilter.parse(filter.print());
            assertThat(parsed.problems()).as("%s", filter.print()).isEmpty();
            assertThat(parsed.filter()).as("%s", filter.print()).isEqualTo(filter);
            assertThat(parsed.filter().print()).isEqualTo(filter.print());
        });
    }

    @Test
    void what_is_printed_in_chinese_is_read_back() {
        forSeeds(ROUNDS, chance -> {
            var filter = chance.filter(3);
            var text = filter.print(FilterKeywordLanguage.CHINESE);
            var parsed = PoolFilter.parse(text);
            assertThat(parsed.problems()).as("%s", text).isEmpty();
            assertThat(parsed.filter()).as("%s", text).isEqualTo(filter);
        });
    }

    @Test
    void full_width_letters_say_the_same() {
        forSeeds(ROUNDS, chance -> {
            var text = chance.filter(2).print();
            var full = PoolFilter.parse(chance.fullWidth(text));
            assertThat(full.problems()).as("%s", full.text()).isEmpty();
            // Outside quotes all becomes half width, so even the words are the same ones.
            assertThat(full.filter()).as("%s", full.text()).isEqualTo(PoolFilter.parse(text).filter());
        });
    }

    @Test
    void filters_obey_the_laws_of_sets() {
        forSeeds(ROUNDS / 20, chance -> {
            var a = chance.filter(2);
            var b = chance.filter(2);
            for (int i = 0; i < 20; i++) {
                var pool = chance.pool();
                boolean inA = a.matches(pool, NOW);
                boolean inB = b.matches(pool, NOW);
                assertThat(a.and(b).matches(pool, NOW)).isEqualTo(inA && inB);
                assertThat(a.or(b).matches(pool, NOW)).isEqualTo(inA || inB);
                assertThat(a.negate().matches(pool, NOW)).isEqualTo(!inA);
                assertThat(PoolFilter.parse(a.print()).filter().matches(pool, NOW)).isEqualTo(inA);
                assertThat(a.terms().stream().allMatch(term -> term.matches(pool, NOW))).isEqualTo(inA);
                assertThat(FilterSamples.hidesUnknown(a, pool, NOW) && inA).isFalse();
            }
            assertThat(a.and(a)).isEqualTo(a);
            assertThat(a.negate().negate()).isEqualTo(a);
        });
    }

    @Test
    void only_this_value_means_the_pools_that_say_the_same() {
        forSeeds(ROUNDS / 4, chance -> {
            var one = chance.pool();
            var other = chance.pool();
            for (var field : PoolField.values()) {
                var filter = PoolFilter.is(field, field.of(one));
                assertThat(PoolFilter.parse(filter.print()).filter()).as("%s", filter.print()).isEqualTo(filter);
                assertThat(filter.matches(one, NOW)).as("%s", filter.print()).isTrue();
                if (field.of(one).isKnown() && field != PoolField.NODES)
                    assertThat(filter.matches(other, NOW)).as("%s", filter.print())
                            .isEqualTo(field.of(one).equals(field.of(other)));
            }
        });
    }

    @Test
    void any_text_has_a_verdict() {
        forSeeds(ROUNDS * 5, chance -> judge(chance.text()));
    }

    @Test
    void any_broken_filter_and_any_beginning_of_one_has_a_verdict() {
        forSeeds(ROUNDS, chance -> {
            var text = chance.filter(2).print();
            judge(chance.mutated(text));
            judge(text.substring(0, chance.random.nextInt(text.length() + 1)));
        });
    }

    private static void judge(String text) {
        var parsed = PoolFilter.parse(text);
        assertThat(parsed.text()).isEqualTo(text);
        assertThat(parsed.verdict() == PoolFilter.Verdict.VALID).isEqualTo(parsed.problems().isEmpty());
        for (var problem : parsed.problems())
            assertThat(0 <= problem.from() && problem.from() <= problem.to() && problem.to() <= text.length()).isTrue();
        assertThat(PoolFilter.parse(parsed.filter().print()).filter()).as("%s", text).isEqualTo(parsed.filter());
    }

    @Test
    void typing_a_filter_is_never_wrong_on_the_way_unless_a_word_becomes_a_field() {
        for (var text : List.of(
                "status:running gpu>=8 and (avail<nodes or age<7d) not owner in (a, \"b c\") created>=2026-01-31T10:00:00Z",
                "has:order missing:gpu mem>=512GiB spec~\"a|b\" !conn=prod"))
            for (int end = 0; end <= text.length(); end++)
                assertThat(PoolFilter.parse(text.substring(0, end)).verdict()).as("%s", text.substring(0, end))
                        .isNotEqualTo(PoolFilter.Verdict.WRONG);
    }

    @Test
    void very_long_texts_are_read_at_once() {
        for (var part : List.of("a", "a ", "(", ")", "not ", "!", "\"", "\\", "a or ", "gpu>=", "gpu>=8 ", "x:", "has:",
                "owner in (", "a,", "训", "(a", "%&'", "[", "\uD83D", "1", "age<9", "xyz:1 ", "in ("))
            assertTimeoutPreemptively(FOR_EVER, () -> judge(part.repeat(100_000 / part.length())), part);
        var list = "owner in (" + String.join(",", IntStream.range(0, 20_000).mapToObj(i -> "u" + i).toList()) + ")";
        assertTimeoutPreemptively(FOR_EVER, () -> judge(list));
        assertThat(PoolFilter.parse("a ".repeat(400)).problems()).isEmpty();
        var words = String.join(" ", IntStream.range(0, 600).mapToObj(Integer::toString).toList());
        assertThat(PoolFilter.parse(words).problems().getFirst().kind()).isEqualTo(FilterProblem.Kind.TOO_MANY_TERMS);
        assertThat(PoolFilter.parse("(".repeat(101) + "a").problems().getLast().kind())
                .isEqualTo(FilterProblem.Kind.TOO_DEEP);
    }

    @Test
    void patterns_that_would_take_for_ever_are_given_up_and_told() {
        var pool = FilterSamples.pool().with(PoolField.NAME, "a".repeat(5_000)).make();
        for (var pattern : List.of("(a+)+b", "(a|aa)+$b", "(a|a)*b", "(.*)*x", "(a?){50}b",
                "^(([a-z])+.)+[0-9]([a-z])+$", "(?=(a+))+b", "(a*)\\1\\1b", "(?:a{0,999}){0,999}b", "((((a*)*)*)*)*b",
                "(?:^{1000}a*)*b")) {
            var filter = PoolFilter.parse("name~\"" + pattern.replace("\\", "\\\\") + "\"").filter();
            assertTimeoutPreemptively(FOR_EVER, () -> {
                assertThat(filter.matches(pool, NOW)).as(pattern).isEqualTo(filter.equals(PoolFilter.ALL));
                return FilterSamples.hidesUnknown(filter, pool, NOW);
            }, pattern);
        }
        assertThat(FilterSamples.hidesUnknown(PoolFilter.parse("name~\"(a+)+b\"").filter(), pool, NOW)).isTrue();
        assertThatCode(() -> BoundedRegex.of("(".repeat(199)).isEmpty()).doesNotThrowAnyException();
        assertThat(BoundedRegex.of("[)]{2}\\){2}").orElseThrow().in("))))")).isEqualTo(BoundedRegex.Found.YES);
    }

    @Test
    void every_field_has_names_and_no_name_means_two_fields() {
        var owners = new HashMap<String, PoolField>();
        for (var field : PoolField.values()) {
            if (field == PoolField.NODES) continue;
            var names = new ArrayList<>(FilterFieldNames.of(field));
            assertThat(names).as("%s", field).isNotEmpty();
            names.add(field.id());
            for (var name : names) {
                assertThat(FilterFieldNames.find(name.toUpperCase(Locale.ROOT))).contains(field);
                var owner = owners.putIfAbsent(name.toLowerCase(Locale.ROOT), field);
                assertThat(owner == null || owner == field).as(name).isTrue();
            }
        }
    }
}
