package poolscope.history;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import poolscope.pool.Value;

/// A [Value] in a history file: a number or a text as such, in fields of times a time as ISO 8601, and what the service
/// sent unreadably as `{"unreadable": …}` with the JSON text that came.
final class StoredValueJson {
    private static final String UNREADABLE = "unreadable";
    private static final String TIME = "time";
    private static final String TEXT = "text";
    /// Numbers with more digits or zeros are kept as text: computing with them could take minutes.
    private static final int MOST_DIGITS = 100;

    private StoredValueJson() {}

    /// @return null when it is absent
    static @Nullable Object of(Value value) {
        return switch (value) {
            case Value.Absent _ -> null;
            case Value.Unreadable(String raw) -> Map.of(UNREADABLE, raw);
            case Value.Number(BigDecimal number) -> number;
            case Value.Text(String text) -> text;
            case Value.Time(Instant instant) -> Map.of(TIME, instant.toString());
            case Value.State _, Value.Portion _, Value.Day _ ->
                throw new IllegalArgumentException("not a value of its own");
        };
    }

    /// In a field of times, where plain text is a time.
    static @Nullable Object ofTime(Value value) {
        return switch (value) {
            case Value.Time(Instant instant) -> instant.toString();
            case Value.Text(String text) -> Map.of(TEXT, text);
            default -> of(value);
        };
    }

    /// In a field of times.
    static Value time(@Nullable Object stored) {
        if (stored instanceof Map<?, ?> tagged && tagged.get(TEXT) instanceof String text) return Value.text(text);
        return stored instanceof String text ? parsed(text) : value(stored);
    }

    /// Never fails: what is no stored value is unreadable.
    static Value value(@Nullable Object stored) {
        return switch (stored) {
            case null -> Value.ABSENT;
            case String text -> Value.text(text);
            case BigDecimal number when isShort(number) -> new Value.Number(number);
            case Map<?, ?> tagged when tagged.get(UNREADABLE) instanceof String raw -> new Value.Unreadable(raw);
            case Map<?, ?> tagged when tagged.get(TIME) instanceof String text -> parsed(text);
            default -> new Value.Unreadable(stored.toString());
        };
    }

    private static boolean isShort(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }

    private static Value parsed(String text) {
        try {
            return new Value.Time(Instant.parse(text));
        } catch (DateTimeException _) {
            return new Value.Unreadable(text);
        }
    }
}
