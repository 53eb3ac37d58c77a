package poolscope.pool;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// When the period that a pool was bought for ends, calculated because the service does not say it: the day of creation
/// plus the number of periods, by the calendar. Renewals are not known.
///
/// Days are those of [#ZONE], in which the vendor counts billing periods; a period ends at the end of its last day
/// (api-notes.md, *Not documented*).
public sealed interface EstimatedPrepaidEnd {

    /// The last year that is written with four digits.
    int LAST_YEAR = 9999;

    /// The zone of the days.
    ZoneOffset ZONE = ZoneOffset.ofHours(8);

    /// The day could be calculated.
    ///
    /// @param start
    ///            day of creation
    /// @param number
    ///            how many months or years
    /// @param unit
    ///            months or years
    /// @param end
    ///            last day of the period
    record On(LocalDate start, long number, ChronoUnit unit, LocalDate end) implements EstimatedPrepaidEnd {
        /// Whether the month of the end has no such day as that of creation, so that its last day stands for it.
        public boolean isLastOfShorterMonth() {
            return end.getDayOfMonth() != start.getDayOfMonth();
        }
    }

    /// There is none.
    record None(Reason reason) implements EstimatedPrepaidEnd {}

    /// Why there is none.
    enum Reason {
        /// Paid by use: there is no period.
        NOT_PREPAID,
        /// The period renews itself. For how long it does so, and how often it has, is not known.
        RENEWS_ITSELF,
        /// The time of creation is missing or unreadable.
        NO_CREATION_TIME,
        /// The number of periods or their unit is missing or unreadable.
        NO_PERIOD,
        /// The unit is neither month nor year.
        OTHER_UNIT,
        /// The number is not a whole one from 1 up.
        OTHER_NUMBER,
        /// It is outside the years 0 to 9999, which are written with four digits.
        OUT_OF_RANGE
    }

    /// The estimate for a pool.
    static EstimatedPrepaidEnd of(Pool pool) {
        if (!(pool.billing() instanceof Billing.Prepaid prepaid)) return new None(Reason.NOT_PREPAID);
        if (pool.v2().autoRenew().asText("").equals(V2OnlyPoolFields.RENEWS)) return new None(Reason.RENEWS_ITSELF);
        if (!(pool.createdAt() instanceof FieldValue.Time(Instant created))) return new None(Reason.NO_CREATION_TIME);
        if (!(prepaid.periodNumber() instanceof FieldValue.Number(BigDecimal number))
                || !(prepaid.periodType() instanceof FieldValue.Text(String unit)) || unit.isEmpty())
            return new None(Reason.NO_PERIOD);
        return switch (unit) {
            case "month" -> of(created, number, ChronoUnit.MONTHS);
            case "year" -> of(created, number, ChronoUnit.YEARS);
            default -> new None(Reason.OTHER_UNIT);
        };
    }

    /// The day of a moment.
    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    private static EstimatedPrepaidEnd of(Instant created, BigDecimal number, ChronoUnit unit) {
        if (number.signum() <= 0 || number.stripTrailingZeros().scale() > 0) return new None(Reason.OTHER_NUMBER);
        try {
            var start = day(created);
            var end = start.plus(number.longValueExact(), unit);
            return start.getYear() < 0 || end.getYear() > LAST_YEAR
                    ? new None(Reason.OUT_OF_RANGE)
                    : new On(start, number.longValueExact(), unit, end);
        } catch (DateTimeException | ArithmeticException _) {
            return new None(Reason.OUT_OF_RANGE);
        }
    }
}
