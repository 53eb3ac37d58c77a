package poolscope.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import poolscope.pool.PoolStatus;
import poolscope.pool.Value;

/// What a value is in a cell of plain text: numbers with all their digits and a dot, times by ISO 8601, words as the
/// service sent them. What the service did not say is no text at all, never 0 (P08).
///
/// @param words
///            what the format does to everything that is not a number or a time, since it may say anything
/// @param shownTimes
///            as of [ExportRowLayout]
record CellTextFormatter(ZoneId zone, UnaryOperator<String> words, boolean shownTimes) {
    /// As on screen; spreadsheets of all languages read it as a date.
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /// With times by ISO 8601.
    CellTextFormatter(ZoneId zone, UnaryOperator<String> words) {
        this(zone, words, false);
    }

    Optional<String> of(Value value) {
        return switch (value) {
            case Value.Absent _ -> Optional.empty();
            case Value.Unreadable(String raw) -> Optional.of(words.apply(raw));
            case Value.Number(BigDecimal number) -> Optional.of(number.toPlainString());
            case Value.Portion(BigDecimal part, BigDecimal all) ->
                Optional.of(part.toPlainString() + " of " + all.toPlainString());
            case Value.Time(Instant instant) ->
                Optional.of(shownTimes ? MINUTES.format(instant.atZone(zone)) : IsoTimeFormatter.of(instant, zone));
            case Value.Day(LocalDate date) -> Optional.of(date.toString());
            case Value.State(PoolStatus status) when status.equals(PoolStatus.NOT_REPORTED) -> Optional.empty();
            case Value.State(PoolStatus status) -> Optional.of(words.apply(status.word()));
            case Value.Text(String text) -> Optional.of(words.apply(text));
        };
    }
}
