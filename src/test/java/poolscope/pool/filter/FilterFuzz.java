package poolscope.pool.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.pool.filter.FilterSamples.NOW;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import poolscope.fuzz.FuzzTarget;

/// Any text is a filter with a verdict, and what it was understood as is printed and read back as the same, in both
/// languages; it can be asked of a pool.
public final class FilterFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                "status:running gpu>=8 and (avail<nodes or age<7d) not owner in (a, \"b c\") created>=2026-01-31T10:00:00Z",
                "has:order missing:gpu mem>=512GiB spec~\"a|b\" !conn=prod", "训练 状态:运行中", "name~\"(a+)+b\"", "((",
                "a or or").map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    @Override
    public void check(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        var parsed = PoolFilter.parse(text);
        assertThat(parsed.text()).isEqualTo(text);
        assertThat(parsed.verdict() == PoolFilter.Verdict.VALID).isEqualTo(parsed.problems().isEmpty());
        assertThat(parsed.problems()).allSatisfy(problem -> {
            assertThat(problem.from()).isBetween(0, problem.to());
            assertThat(problem.to()).isLessThanOrEqualTo(text.length());
        });
        var filter = parsed.filter();
        assertThat(PoolFilter.parse(filter.print()).filter()).as(filter.print()).isEqualTo(filter);
        var chinese = filter.print(FilterKeywordLanguage.CHINESE);
        assertThat(PoolFilter.parse(chinese).filter()).as(chinese).isEqualTo(filter);
        var pool = FilterSamples.pool().make();
        assertThat(filter.negate().matches(pool, NOW)).isEqualTo(!filter.matches(pool, NOW));
    }
}
