package poolscope.export;

import java.time.ZoneId;
import java.util.List;
import poolscope.pool.PoolField;

/// The columns that rows are written in.
///
/// @param title
///            name of the sheet in a workbook
/// @param zone
///            in which times are written, with their offset
/// @param forSpreadsheets
///            as of [PoolExportColumns]
/// @param shownTimes
///            whether times are written to the minute, as on screen, instead of by ISO 8601 with their offset
/// @param <R>
///            what becomes a row
public record ExportTableLayout<R>(String title, List<ExportColumn<R>> columns, ZoneId zone, boolean forSpreadsheets,
        boolean shownTimes) {
    public ExportTableLayout {
        columns = List.copyOf(columns);
    }

    /// With times by ISO 8601.
    public ExportTableLayout(String title, List<ExportColumn<R>> columns, ZoneId zone, boolean forSpreadsheets) {
        this(title, columns, zone, forSpreadsheets, false);
    }

    List<String> headers() {
        return columns.stream().map(ExportColumn::header).toList();
    }

    List<PoolField.Unit> units() {
        return columns.stream().map(ExportColumn::unit).toList();
    }
}
