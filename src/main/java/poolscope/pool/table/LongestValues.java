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
    /// Approximate widths of letters. Letters above the last narrow one are Chinese, Japanese or Korean.
    private static final int DIGIT = 10;
    private static final int CHINESE = 16;
    private static final int LAST_NARROW = 0x2e80;

    private final List<FieldValue> longest = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    /// All statuses: the longest word of the service need not be the longest one on screen.
    private final List<FieldValue> statuses = new ArrayList<>();
    private int narrowest = -1;

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
        int width = width(fieldValue);
        if (longest.size() == MOST && width <= narrowest || longest.contains(fieldValue)) return;
        if (longest.size() == MOST) removeNarrowest();
        longest.add(fieldValue);
        widths.add(width);
        if (longest.size() == MOST) narrowest = widths.stream().min(Integer::compare).orElseThrow();
    }

    private void removeNarrowest() {
        int place = widths.indexOf(narrowest);
        longest.remove(place);
        widths.remove(place);
    }

    /// The approximate width in tenths of a digit.
    static int width(FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Text(String text) -> width(text);
            case FieldValue.Number(var number) ->
                DIGIT * (number.precision() - Math.min(0, number.scale()) + Math.max(0, number.scale()));
            case FieldValue.Portion(var part, var all) -> DIGIT * (part.precision() + all.precision());
            case FieldValue.State(var status) -> width(status.word());
            case FieldValue.Unreadable(String raw) -> width(raw);
            case FieldValue.Time _ -> DIGIT * 16;
            case FieldValue.Before _ -> DIGIT * 24;
            case FieldValue.Day _ -> DIGIT * 18;
            case FieldValue.Absent _ -> DIGIT;
        };
    }

    private static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++)
            width += width(text.charAt(i));
        return width;
    }

    private static int width(char letter) {
        return switch (letter) {
            case 'i', 'j', 'l', 'I', '.', ',', ':', ';', '\'', '|', '!' -> 5;
            case 'f', 'r', 't', '-', ' ', '(', ')', '/' -> 6;
            case 'm', 'w', 'M', 'W', '@', '%' -> 14;
            default -> letter > LAST_NARROW ? CHINESE : DIGIT;
        };
    }
}
