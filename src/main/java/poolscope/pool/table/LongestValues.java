package poolscope.pool.table;

import java.util.ArrayList;
import java.util.List;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// Finds the values of a field that are probably the widest on screen, so that only those need to be measured. Of many
/// pools it looks at a sample.
public final class LongestValues {
    /// How many values are found at most, and how many statuses besides.
    static final int MOST = 12;
    /// Pools that are looked at, evenly spread over all; up to twice as many where all can't be divided evenly.
    private static final int SAMPLE = 10_000;
    /// Above this, a letter is at least as wide as two Latin ones: Chinese, Japanese and Korean.
    private static final int LAST_NARROW = 0x2e80;

    private final List<FieldValue> longest = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    /// All statuses: the longest word of the service need not be the longest one on screen.
    private final List<FieldValue> statuses = new ArrayList<>();
    private int shortest = -1;

    private LongestValues() {}

    /// The longest values of the field, each once and in no order; empty without pools.
    public static List<FieldValue> of(List<Pool> pools, PoolField field) {
        var found = new LongestValues();
        int step = Math.max(1, pools.size() / SAMPLE);
        for (int i = 0; i < pools.size(); i += step)
            found.add(field.of(pools.get(i)));
        found.longest.addAll(found.statuses);
        return List.copyOf(found.longest);
    }

    private void add(FieldValue fieldValue) {
        if (statuses.contains(fieldValue)) return;
        if (fieldValue instanceof FieldValue.State && statuses.size() < MOST) {
            statuses.add(fieldValue);
            return;
        }
        int length = letters(fieldValue);
        if (longest.size() == MOST && length <= shortest || longest.contains(fieldValue)) return;
        if (longest.size() == MOST) removeShortest();
        longest.add(fieldValue);
        lengths.add(length);
        if (longest.size() == MOST) shortest = lengths.stream().min(Integer::compare).orElseThrow();
    }

    private void removeShortest() {
        int place = lengths.indexOf(shortest);
        longest.remove(place);
        lengths.remove(place);
    }

    /// The approximate width in Latin letters.
    static int letters(FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Text(String text) -> letters(text);
            case FieldValue.Number(var number) ->
                number.precision() - Math.min(0, number.scale()) + Math.max(0, number.scale());
            case FieldValue.Portion(var part, var all) -> part.precision() + all.precision();
            case FieldValue.State(var status) -> status.word().length();
            case FieldValue.Unreadable(String raw) -> raw.length();
            case FieldValue.Time _ -> 16;
            case FieldValue.Before _ -> 24;
            case FieldValue.Day _ -> 18;
            case FieldValue.Absent _ -> 1;
        };
    }

    private static int letters(String text) {
        int letters = text.length();
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) > LAST_NARROW) letters++;
        return letters;
    }
}
