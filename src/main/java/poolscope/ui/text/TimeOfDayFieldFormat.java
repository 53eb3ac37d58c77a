package poolscope.ui.text;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// A time of day in a field: hours and minutes, two digits each, such as `08:00`.
public final class TimeOfDayFieldFormat {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private TimeOfDayFieldFormat() {}

    public static String of(LocalTime time) {
        return FORMAT.format(time);
    }

    /// The time that was typed, also with one digit for the hour or with the colon of a Chinese keyboard; empty when it
    /// is none.
    public static Optional<LocalTime> parse(String typed) {
        try {
            return Optional.of(LocalTime.parse(typed.strip().replace('：', ':'), TYPED));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
