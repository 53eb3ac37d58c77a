package poolscope.pool.filter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// Lines that somebody copied elsewhere and pastes into a filter: each is one value, of a row with tabs its first cell.
public final class PastedLinesFilter {
    private static final Pattern OPEN_LIST = Pattern.compile("(?i)(?:^|\\s)in\\s*[(（][^()（）]*$");
    /// Words beyond that would not be read: a list has room for more.
    private static final int MOST_WORDS = 100;

    private PastedLinesFilter() {}

    /// What stands in a filter's text for several lines; empty when there is only one.
    ///
    /// Names or ids of pools become a list of them. Where no line is one, the words are looked for everywhere, and one
    /// of them is enough. Inside the brackets of a list the values alone are added.
    ///
    /// @param before
    ///            what stands before the cursor
    public static Optional<String> text(String pasted, String before, List<Pool> pools) {
        var values = pasted.lines()
                .map(PastedLinesFilter::value)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (pasted.lines().filter(line -> !line.isBlank()).limit(2).count() < 2) return Optional.empty();
        if (OPEN_LIST.matcher(before).find())
            return Optional.of(values.stream().map(FilterPrinter::text).collect(Collectors.joining(", ")));
        return Optional.of(filter(values, pools).print());
    }

    private static String value(String line) {
        int tab = line.strip().indexOf('\t');
        return (tab < 0 ? line : line.strip().substring(0, tab)).strip();
    }

    private static PoolFilter filter(Set<String> values, List<Pool> pools) {
        long names = said(PoolField.NAME, values, pools);
        long ids = said(PoolField.ID, values, pools);
        if (names + ids == 0 && values.size() <= MOST_WORDS)
            return PoolFilter
                    .anyOf(values.stream().map(value -> new FilterCondition.Word(TextMatcher.of(value))).toList());
        var field = ids > names ? PoolField.ID : PoolField.NAME;
        var texts = values.stream()
                .map(FieldValue::text)
                .collect(Collectors.toCollection(LinkedHashSet<FieldValue>::new));
        return texts.size() > 1 ? new FilterCondition.OneOf(field, texts) : PoolFilter.is(field, texts.getFirst());
    }

    private static long said(PoolField field, Set<String> values, List<Pool> pools) {
        return pools.stream()
                .filter(pool -> field.of(pool) instanceof FieldValue.Text(String text) && values.contains(text))
                .count();
    }
}
