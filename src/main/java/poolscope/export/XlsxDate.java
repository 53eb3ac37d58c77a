package poolscope.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A moment as a spreadsheet counts: days since the last but one of 1899, fractions of them for the time of day.
final class XlsxDate {
    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);
    /// Before it, spreadsheets disagree: some think that 1900 was a leap year.
    private static final LocalDateTime FIRST = LocalDateTime.of(1900, 3, 1, 0, 0);
    private static final LocalDateTime AFTER_LAST = LocalDateTime.of(10_000, 1, 1, 0, 0);
    private static final BigDecimal DAY = BigDecimal.valueOf(ChronoUnit.DAYS.getDuration().toMillis());
    /// Enough for a millisecond, and no more than the spreadsheet's own precision.
    private static final int PLACES = 11;

    private XlsxDate() {}

    /// The number of that day; empty when a spreadsheet has none for it.
    static Optional<String> of(LocalDate day) {
        var midnight = day.atStartOfDay();
        return isCounted(midnight)
                ? Optional.of(Long.toString(ChronoUnit.DAYS.between(DAY_ZERO, midnight)))
                : Optional.empty();
    }

    private static boolean isCounted(LocalDateTime local) {
        return !local.isBefore(FIRST) && local.isBefore(AFTER_LAST);
    }

    /// The number of that moment's date and time at that offset; empty when a spreadsheet has none for it.
    static Optional<String> of(Instant instant, ZoneOffset offset) {
        var local = LocalDateTime.ofInstant(instant, offset);
        if (!isCounted(local)) return Optional.empty();
        var millis = BigDecimal.valueOf(ChronoUnit.MILLIS.between(DAY_ZERO, local));
        return Optional.of(millis.divide(DAY, PLACES, RoundingMode.HALF_EVEN).toPlainString());
    }
}
