package poolscope.history;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import poolscope.pool.FieldValue;

/// A [FieldValue] in a history file: a number or a text as such, in fields of times a time as ISO 8601, and what the
/// service sent unreadably as `{"unreadable": …}` with the JSON text that came.
final class StoredValueJson {
    private static final String UNREADABLE = "unreadable";
    private static final String TIME = "time";
    private static final String BEFORE = "before";
    private static final String TEXT = "text";
    /// Numbers with more digits or zeros are kept as text: computing with them could take minutes.
    private static final int MOST_DIGITS = 100;

    private StoredValueJson() {}

    /// @return null when it is absent
    static @Nullable Object of(FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Absent _ -> null;
            case FieldValue.Unreadable(String raw) -> Map.of(UNREADABLE, raw);
            case FieldValue.Number(BigDecimal number) -> number;
            case FieldValue.Text(String text) -> text;
            case FieldValue.Time(Instant instant) -> Map.of(TIME, instant.toString());
            case FieldValue.Before(Instant instant) -> Map.of(BEFORE, instant.toString());
            case FieldValue.State _, FieldValue.Portion _, FieldValue.Day _ ->
                throw new IllegalArgumentException("not a value of its own");
        };
    }

    /// In a field of times, where plain text is a time.
    static @Nullable Object ofTime(FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Time(Instant instant) -> instant.toString();
            case FieldValue.Text(String text) -> Map.of(TEXT, text);
            default -> of(fieldValue);
        };
    }

    /// In a field of times.
    static FieldValue time(@Nullable Object stored) {
        if (stored instanceof Map<?, ?> tagged && tagged.get(TEXT) instanceof String text) return FieldValue.text(text);
        return stored instanceof String text ? parsed(text) : value(stored);
    }

    /// Never fails: what is no stored value is unreadable.
    static FieldValue value(@Nullable Object stored) {
        return switch (stored) {
            case null -> FieldValue.ABSENT;
            case String text -> FieldValue.text(text);
            case BigDecimal number when isShort(number) -> new FieldValue.Number(number);
            case Map<?, ?> tagged when tagged.get(UNREADABLE) instanceof String raw -> new FieldValue.Unreadable(raw);
            case Map<?, ?> tagged when tagged.get(TIME) instanceof String text -> parsed(text);
            case Map<?, ?> tagged when tagged.get(BEFORE) instanceof String text ->
                parsed(text) instanceof FieldValue.Time(Instant instant)
                        ? new FieldValue.Before(instant)
                        : parsed(text);
            default -> new FieldValue.Unreadable(stored.toString());
        };
    }

    private static boolean isShort(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }

    private static FieldValue parsed(String text) {
        try {
            return new FieldValue.Time(Instant.parse(text));
        } catch (DateTimeException _) {
            return new FieldValue.Unreadable(text);
        }
    }
}
