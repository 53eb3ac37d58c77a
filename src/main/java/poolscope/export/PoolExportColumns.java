package poolscope.export;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import poolscope.pool.DisplayDecimals;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;

/// How pools become rows. (JSON has no rows: it takes nothing from here.)
///
/// One rule whatever the caller asks: *available of all nodes* is written as its two numbers, because spreadsheets take
/// 7/8 for a day in August.
///
/// @param fields
///            the columns
/// @param header
///            what stands above a column
/// @param zone
///            in which times are written, with their offset
/// @param forSpreadsheets
///            whether text that a spreadsheet would run as a formula is disarmed, and a byte order mark tells it that
///            this is UTF-8 (P41)
/// @param translatedValueLookup
///            for rows as on screen: with its words, memory in GiB, two decimals at most and times to the minute. Empty
///            for the raw form, which programs read
public record PoolExportColumns(List<PoolField> fields, Function<PoolField, String> header, ZoneId zone,
        boolean forSpreadsheets, Optional<TranslatedValueLookup> translatedValueLookup) {
    private static final List<PoolField> SOURCE = List.of(PoolField.CONNECTION, PoolField.REGION, PoolField.PROJECT);

    public PoolExportColumns {
        fields = fields.stream().flatMap(PoolExportColumns::numbers).distinct().toList();
    }

    /// In the raw form.
    public PoolExportColumns(List<PoolField> fields, Function<PoolField, String> header, ZoneId zone,
            boolean forSpreadsheets) {
        this(fields, header, zone, forSpreadsheets, Optional.empty());
    }

    /// Everything that the service says, under the names of the document, in UTC: for programs.
    ///
    /// @param withEstimates
    ///            whether fields that the program estimates are among them
    public static PoolExportColumns raw(boolean withEstimates) {
        var fields = PoolField.all(withEstimates).stream().filter(field -> !field.isDerived()).toList();
        return new PoolExportColumns(fields, PoolField::id, ZoneOffset.UTC, false);
    }

    /// With where a pool comes from, without which rows of two connections can't be told apart.
    PoolExportColumns withSource() {
        return new PoolExportColumns(Stream.concat(fields.stream(), SOURCE.stream()).toList(), header, zone,
                forSpreadsheets, translatedValueLookup);
    }

    public PoolExportColumns withForSpreadsheets(boolean value) {
        return new PoolExportColumns(fields, header, zone, value, translatedValueLookup);
    }

    ExportTableLayout<Pool> layout() {
        var columns = fields.stream()
                .map(field -> new ExportColumn<>(header.apply(field), field.unit(), value(field)))
                .toList();
        return new ExportTableLayout<>("pools", columns, zone, forSpreadsheets, translatedValueLookup.isPresent());
    }

    /// What stands in the column: the value itself, or what the screen says.
    Function<Pool, FieldValue> value(PoolField field) {
        return translatedValueLookup
                .<Function<Pool, FieldValue>>map(words -> pool -> shown(field, field.of(pool), words))
                .orElse(field::identity);
    }

    private static FieldValue shown(PoolField field, FieldValue fieldValue, TranslatedValueLookup words) {
        return switch (fieldValue) {
            case FieldValue.Number(BigDecimal number) -> new FieldValue.Number(DisplayDecimals
                    .rounded(field.unit() == PoolField.Unit.MEBIBYTES ? DisplayDecimals.gibibytes(number) : number));
            case FieldValue.State(PoolStatus status) when status.equals(PoolStatus.NOT_REPORTED) -> fieldValue;
            case FieldValue.State _, FieldValue.Before _ -> FieldValue.text(words.of(field, fieldValue));
            // A name or a remark is written in full, and an unreadable value as it was sent.
            case FieldValue.Text _ when field == PoolField.PERIOD_TYPE || field == PoolField.BOUGHT
                    || field == PoolField.WORKSPACE ->
                FieldValue.text(words.of(field, fieldValue));
            case FieldValue.Text _, FieldValue.Absent _, FieldValue.Unreadable _, FieldValue.Portion _,
                    FieldValue.Time _, FieldValue.Day _ ->
                fieldValue;
        };
    }

    List<String> headers() {
        return fields.stream().map(header).toList();
    }

    private static Stream<PoolField> numbers(PoolField field) {
        return field == PoolField.NODES ? Stream.of(PoolField.AVAILABLE_NODES, PoolField.NODE_COUNT) : Stream.of(field);
    }
}
