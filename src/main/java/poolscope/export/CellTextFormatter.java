package poolscope.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolStatus;

/// What a value is in a cell of plain text: numbers with all their digits and a dot, times by ISO 8601, words as the
/// service sent them. What the service did not say is no text at all, never 0 (P08).
///
/// @param words
///            what the format does to everything that is not a number or a time, since it may say anything
/// @param shownTimes
///            as of [ExportTableLayout]
record CellTextFormatter(ZoneId zone, UnaryOperator<String> words, boolean shownTimes) {
    /// As on screen; spreadsheets of all languages read it as a date.
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /// With times by ISO 8601.
    CellTextFormatter(ZoneId zone, UnaryOperator<String> words) {
        this(zone, words, false);
    }

    Optional<String> of(FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Absent _ -> Optional.empty();
            case FieldValue.Unreadable(String raw) -> Optional.of(words.apply(raw));
            case FieldValue.Number(BigDecimal number) -> Optional.of(number.toPlainString());
            case FieldValue.Portion(BigDecimal part, BigDecimal all) ->
                Optional.of(part.toPlainString() + " of " + all.toPlainString());
            case FieldValue.Time(Instant instant) ->
                Optional.of(shownTimes ? MINUTES.format(instant.atZone(zone)) : IsoTimeFormatter.of(instant, zone));
            case FieldValue.Before(Instant instant) -> Optional.of("<" + IsoTimeFormatter.of(instant, zone));
            case FieldValue.Day(LocalDate date) -> Optional.of(date.toString());
            case FieldValue.State(PoolStatus status) when status.equals(PoolStatus.NOT_REPORTED) -> Optional.empty();
            case FieldValue.State(PoolStatus status) -> Optional.of(words.apply(status.word()));
            case FieldValue.Text(String text) -> Optional.of(words.apply(text));
        };
    }
}
