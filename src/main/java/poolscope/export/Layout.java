package poolscope.export;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import poolscope.pool.PoolField;

/// How pools become rows. (JSON has no rows: it takes nothing from here.)
///
/// Two rules whatever the caller asks: where a pool comes from is always a column, or rows of two connections can't be told apart;
/// and *available of all nodes* is written as its two numbers, because spreadsheets take 7/8 for a day in August.
///
/// @param fields
///            the columns
/// @param header
///            what stands above a column
/// @param zone
///            in which times are written, with their offset
/// @param forSpreadsheets
///            whether text that a spreadsheet would run as a formula is disarmed, and a byte order mark tells it that this is
///            UTF-8 (P41)
public record Layout(List<PoolField> fields, Function<PoolField, String> header, ZoneId zone, boolean forSpreadsheets) {
    private static final List<PoolField> SOURCE = List.of(PoolField.CONNECTION, PoolField.REGION, PoolField.PROJECT);

    public Layout {
        var columns = new LinkedHashSet<PoolField>();
        Stream.concat(fields.stream(), SOURCE.stream()).flatMap(Layout::numbers).forEach(columns::add);
        fields = List.copyOf(columns);
    }

    /// Everything that is known, under the names of the document, in UTC: for programs.
    public static Layout raw() {
        return new Layout(Arrays.asList(PoolField.values()), PoolField::id, ZoneOffset.UTC, false);
    }

    public Layout withForSpreadsheets(boolean value) {
        return new Layout(fields, header, zone, value);
    }

    List<String> headers() {
        return fields.stream().map(header).toList();
    }

    private static Stream<PoolField> numbers(PoolField field) {
        return field == PoolField.NODES ? Stream.of(PoolField.AVAILABLE_NODES, PoolField.NODE_COUNT) : Stream.of(field);
    }
}
