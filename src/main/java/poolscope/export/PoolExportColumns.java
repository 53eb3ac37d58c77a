package poolscope.export;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

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
public record PoolExportColumns(List<PoolField> fields, Function<PoolField, String> header, ZoneId zone,
        boolean forSpreadsheets) {
    private static final List<PoolField> SOURCE = List.of(PoolField.CONNECTION, PoolField.REGION, PoolField.PROJECT);

    public PoolExportColumns {
        fields = fields.stream().flatMap(PoolExportColumns::numbers).distinct().toList();
    }

    /// Everything that is known, under the names of the document, in UTC: for programs.
    ///
    /// @param withEstimates
    ///            whether fields that the program estimates are among them
    public static PoolExportColumns raw(boolean withEstimates) {
        return new PoolExportColumns(PoolField.all(withEstimates), PoolField::id, ZoneOffset.UTC, false);
    }

    /// With where a pool comes from, without which rows of two connections can't be told apart.
    PoolExportColumns withSource() {
        return new PoolExportColumns(Stream.concat(fields.stream(), SOURCE.stream()).toList(), header, zone,
                forSpreadsheets);
    }

    public PoolExportColumns withForSpreadsheets(boolean value) {
        return new PoolExportColumns(fields, header, zone, value);
    }

    ExportRowLayout<Pool> layout() {
        var columns = fields.stream()
                .map(field -> new ExportColumn<Pool>(header.apply(field), field.unit(), field::of))
                .toList();
        return new ExportRowLayout<>("pools", columns, zone, forSpreadsheets);
    }

    List<String> headers() {
        return fields.stream().map(header).toList();
    }

    private static Stream<PoolField> numbers(PoolField field) {
        return field == PoolField.NODES ? Stream.of(PoolField.AVAILABLE_NODES, PoolField.NODE_COUNT) : Stream.of(field);
    }
}
