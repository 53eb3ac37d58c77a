package poolscope.ui.changes;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import poolscope.pool.filter.FilterProblem;
import poolscope.pool.filter.PoolFilter;

/// What is looked for in the change log: a filter of pools, or words of a line.
///
/// @param filter
///            the last text that was a filter
record ChangeLogSearch(PoolFilter filter, List<String> words, Optional<FilterProblem> problem) {
    static final ChangeLogSearch NOTHING = new ChangeLogSearch(PoolFilter.ALL, List.of(), Optional.empty());

    /// For another text; while that is no filter, the one before stays in force.
    ChangeLogSearch with(String text) {
        var parsed = PoolFilter.parse(text);
        boolean isWrong = parsed.verdict() == PoolFilter.Verdict.WRONG;
        var words = Stream.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty());
        return new ChangeLogSearch(isWrong ? filter : parsed.filter(), words.toList(),
                parsed.problems().stream().filter(_ -> isWrong).findFirst());
    }

    /// Words are looked for in the line too: its field, its old and its new value.
    ///
    /// @param text
    ///            makes all texts of the line, which is asked only when words are looked for
    boolean finds(ChangeLogLine line, Supplier<String> text, Instant now) {
        if (words.isEmpty() || line.pool().filter(pool -> filter.matches(pool, now)).isPresent()) return true;
        var lower = text.get().toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }
}
