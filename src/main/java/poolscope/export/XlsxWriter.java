package poolscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;

/// A workbook (Office Open XML, ISO/IEC 29500), written row by row: nothing but the row at hand is in memory. Its cells
/// have types, so numbers are numbers, times are dates, and text is never taken for a formula, whatever it begins with.
///
/// Dates of a sheet know no zone. All of them are written in one offset from UTC, the zone's own without summer time,
/// and the header says which: so they sort rightly, their differences are right, and nobody has to guess. (The offset in
/// each cell, as a part of the number's format, would hide from Apache POI that it is a date.)
final class XlsxWriter<R> implements RowWriter<R> {
    /// What a sheet holds, the header included.
    private static final int ROWS = 1_048_576;
    /// A spreadsheet calculates with 15 digits and would lose the others.
    private static final int DIGITS = 15;
    private static final int LONGEST_NUMBER = 40;
    /// Two files of the same rows are the same bytes.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ExportTableLayout<R> layout;
    private final long count;
    private final int rowsPerSheet;
    private final ZipOutputStream zip;
    private final Writer text;
    private final StringBuilder row = new StringBuilder();
    private final List<String> columns;
    private final ZoneOffset offset;
    private int sheets;
    private int rows;

    /// @param count
    ///            how many rows will be written, [PoolsExportContent#UNKNOWN] when nobody knows
    XlsxWriter(OutputStream out, ExportTableLayout<R> layout, long count) {
        this(out, layout, count, ROWS);
    }

    XlsxWriter(OutputStream out, ExportTableLayout<R> layout, long count, int rowsPerSheet) {
        this.layout = layout;
        this.count = count;
        this.rowsPerSheet = rowsPerSheet;
        columns = IntStream.range(0, layout.columns().size()).mapToObj(XlsxWriter::letters).toList();
        offset = layout.zone().getRules().getStandardOffset(Instant.MAX);
        zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        text = Utf8Writer.on(zip);
    }

    /// The name of a column: A to Z, AA, AB and so on.
    private static String letters(int column) {
        var last = Character.toString('A' + column % 26);
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    @Override
    public void begin() throws IOException {
        part("[Content_Types].xml", XlsxFixedParts.CONTENT_TYPES);
        part("_rels/.rels", XlsxFixedParts.RELATIONS);
        beginSheet();
    }

    @Override
    public void write(R entry) throws IOException {
        if (rows == rowsPerSheet) {
            endSheet();
            beginSheet();
        }
        beginRow();
        for (int i = 0; i < columns.size(); i++)
            write(columns.get(i), layout.columns().get(i).value().apply(entry));
        endRow();
    }

    @Override
    public void end() throws IOException {
        endSheet();
        part("xl/styles.xml", XlsxFixedParts.STYLES);
        part("xl/workbook.xml", XlsxFixedParts.workbook(layout.title(), sheets));
        part("xl/_rels/workbook.xml.rels", XlsxFixedParts.workbookRelations(sheets));
        zip.finish();
    }

    private void beginSheet() throws IOException {
        sheets++;
        rows = 0;
        open("xl/worksheets/sheet" + sheets + ".xml");
        text.write(XlsxFixedParts.sheetBegin(layout.units(), sheets == 1, dimension()));
        beginRow();
        for (int i = 0; i < columns.size(); i++)
            writeText(columns.get(i), header(layout.columns().get(i)), XlsxFixedParts.HEADER);
        endRow();
    }

    /// Of this sheet: its header, and what the sheets before it have left.
    private String dimension() {
        if (count == PoolsExportContent.UNKNOWN) return "";
        long left = count - (sheets - 1L) * (rowsPerSheet - 1L);
        return "A1:" + columns.getLast() + Math.min(rowsPerSheet, left + 1);
    }

    private String header(ExportColumn<R> column) {
        var name = column.header();
        if (column.unit() != PoolField.Unit.TIME) return name;
        return name + (offset.equals(ZoneOffset.UTC) ? " (UTC)" : " (UTC" + offset.getId() + ")");
    }

    private void endSheet() throws IOException {
        text.write(XlsxFixedParts.SHEET_END);
        close();
    }

    private void beginRow() {
        rows++;
        row.setLength(0);
        row.append("<row r=\"").append(rows).append("\">");
    }

    private void endRow() throws IOException {
        row.append("</row>");
        text.append(row);
    }

    private void write(String column, FieldValue fieldValue) {
        switch (fieldValue) {
            case FieldValue.Absent _ -> {
            }
            case FieldValue.Unreadable(String raw) -> writeText(column, raw, XlsxFixedParts.TEXT);
            case FieldValue.Number(BigDecimal number) -> write(column, number);
            case FieldValue.Portion(BigDecimal part, BigDecimal all) ->
                writeText(column, part.toPlainString() + " of " + all.toPlainString(), XlsxFixedParts.TEXT);
            case FieldValue.Time(Instant instant) -> write(column, instant);
            case FieldValue.Before(Instant instant) ->
                writeText(column, "<" + IsoTimeFormatter.of(instant, offset), XlsxFixedParts.TEXT);
            case FieldValue.Day(LocalDate day) -> XlsxDate.of(day)
                    .ifPresentOrElse(serial -> writeNumber(column, serial, XlsxFixedParts.DAY),
                            () -> writeText(column, day.toString(), XlsxFixedParts.TEXT));
            case FieldValue.State(PoolStatus status) when status.equals(PoolStatus.NOT_REPORTED) -> {
            }
            case FieldValue.State(PoolStatus status) -> writeText(column, status.word(), XlsxFixedParts.TEXT);
            case FieldValue.Text(String words) -> writeText(column, words, XlsxFixedParts.TEXT);
        }
    }

    private void write(String column, BigDecimal number) {
        var digits = number.toPlainString();
        boolean fits = number.stripTrailingZeros().precision() <= DIGITS && digits.length() <= LONGEST_NUMBER;
        if (fits) writeNumber(column, digits, XlsxFixedParts.NUMBER);
        else
            writeText(column, digits, XlsxFixedParts.TEXT);
    }

    private void write(String column, Instant instant) {
        XlsxDate.of(instant, offset)
                .ifPresentOrElse(serial -> writeNumber(column, serial, XlsxFixedParts.DATE),
                        () -> writeText(column, instant.atOffset(offset).toString(), XlsxFixedParts.TEXT));
    }

    private void writeNumber(String column, String digits, int style) {
        row.append("<c r=\"")
                .append(column)
                .append(rows)
                .append("\" s=\"")
                .append(style)
                .append("\"><v>")
                .append(digits)
                .append("</v></c>");
    }

    private void writeText(String column, String words, int style) {
        row.append("<c r=\"")
                .append(column)
                .append(rows)
                .append("\" s=\"")
                .append(style)
                .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        XlsxTextEscaper.append(words, row);
        row.append("</t></is></c>");
    }

    private void part(String name, String content) throws IOException {
        open(name);
        text.write(content);
        close();
    }

    private void open(String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private void close() throws IOException {
        text.flush();
        zip.closeEntry();
    }
}
