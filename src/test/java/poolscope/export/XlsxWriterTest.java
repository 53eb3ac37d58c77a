package poolscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// Workbooks as another library reads them.
class XlsxWriterTest {
    private static final PoolExportColumns SHANGHAI = new PoolExportColumns(List.of(PoolField.values()), PoolField::id,
            ZoneId.of("Asia/Shanghai"), false);

    @Test
    void every_cell_says_what_the_service_sent() throws Exception {
        var pools = Wire.demo(500);
        try (var book = book(SHANGHAI, pools)) {
            Sent.check(pools, rows(book.getSheetAt(0), ZoneOffset.ofHours(8)));
        }
    }

    @Test
    void numbers_are_numbers_times_are_dates_and_everything_else_is_text() throws Exception {
        var pools = Wire.demo(60);
        try (var book = book(SHANGHAI, pools)) {
            for (var row : book.getSheetAt(0)) {
                for (var cell : row) {
                    var unit = SHANGHAI.fields().get(cell.getColumnIndex()).unit();
                    boolean isDate = unit == PoolField.Unit.TIME || unit == PoolField.Unit.DAY;
                    boolean isNumber = row.getRowNum() > 0 && (unit.isNumeric() || isDate);
                    assertThat(cell.getCellType()).isEqualTo(isNumber ? CellType.NUMERIC : CellType.STRING);
                    if (isNumber) assertThat(DateUtil.isCellDateFormatted(cell)).isEqualTo(isDate);
                }
            }
        }
    }

    @Test
    void the_header_is_bold_and_stays_in_view() throws Exception {
        try (var book = book(SHANGHAI, Wire.demo(3))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            for (var cell : sheet.getRow(0))
                assertThat(((XSSFCell) cell).getCellStyle().getFont().getBold()).isTrue();
            assertThat(sheet.getRow(1).getCell(0).getCellStyle().getFont().getBold()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"7.06, 7.06", "4096.0, 4096.0", "123456789012345, 123456789012345", "0, 0", "1e2, 100",
            "12345678901234500000, 12345678901234500000"})
    void a_number_keeps_its_digits(String sent, String written) throws Exception {
        try (var book = book(SHANGHAI, Wire.pools("{\"cluster_id\":\"a\",\"allocatable_memory\":" + sent + "}"))) {
            var cell = (XSSFCell) cell(book, PoolField.MEMORY);
            assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(cell.getRawValue()).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @CsvSource({"1234567890123456", "0.1234567890123456"})
    void a_number_of_more_digits_than_a_spreadsheet_keeps_is_text(String sent) throws Exception {
        try (var book = book(SHANGHAI, Wire.pools("{\"cluster_id\":\"a\",\"allocatable_memory\":" + sent + "}"))) {
            assertThat(cell(book, PoolField.MEMORY).getStringCellValue()).isEqualTo(sent);
        }
    }

    @Test
    void ids_of_digits_stay_text() throws Exception {
        try (var book = book(SHANGHAI, Wire.pools("{\"cluster_id\":\"000123\"}"))) {
            assertThat(cell(book, PoolField.ID).getStringCellValue()).isEqualTo("000123");
        }
    }

    @Test
    void a_time_is_a_date_whose_header_says_the_offset_and_is_exact_to_the_millisecond() throws Exception {
        try (var book = book(SHANGHAI, Wire.pools("{\"cluster_id\":\"a\",\"created_at\":1589250721987}"))) {
            var cell = cell(book, PoolField.CREATED_AT);
            assertThat(cell.getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.parse("2020-05-12T10:32:01.987"));
            assertThat(header(book, SHANGHAI.fields().indexOf(PoolField.CREATED_AT)))
                    .isEqualTo("created_at (UTC+08:00)");
        }
    }

    @Test
    void all_times_of_a_file_have_one_offset_also_where_summer_time_is_kept() throws Exception {
        var berlin = new PoolExportColumns(List.of(PoolField.CREATED_AT), PoolField::id, ZoneId.of("Europe/Berlin"),
                false);
        var pools = Wire.pools("{\"cluster_id\":\"a\",\"created_at\":1593597600000}",
                "{\"cluster_id\":\"b\",\"created_at\":1577880000000}");
        try (var book = book(berlin, pools)) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(0).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.parse("2020-07-01T11:00"));
            assertThat(sheet.getRow(2).getCell(0).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.parse("2020-01-01T13:00"));
            assertThat(header(book, 0)).isEqualTo("created_at (UTC+01:00)");
        }
    }

    @Test
    void what_was_not_sent_is_no_cell_and_what_is_unreadable_is_its_raw_text() throws Exception {
        try (var book = book(SHANGHAI,
                Wire.pools("{\"cluster_id\":\"a\",\"description\":\"\",\"nodes\":{\"count\":\"twelve\"}}"))) {
            assertThat(cell(book, PoolField.OWNER)).isNull();
            assertThat(cell(book, PoolField.DESCRIPTION).getStringCellValue()).isEmpty();
            assertThat(cell(book, PoolField.NODE_COUNT).getStringCellValue()).isEqualTo("\"twelve\"");
        }
    }

    @Test
    void P43_hostile_text_comes_back_with_the_impossible_shown() throws Exception {
        var texts = new ArrayList<>(Hostile.TEXTS);
        texts.addAll(List.of("_x0041_", "__x005F__", "a_x000D_b", "<t>&amp;]]>", "\uFFFE", "\uFFFF", "trailing  "));
        for (var text : texts) {
            try (var book = book(SHANGHAI, Wire.pools(Hostile.cluster("id", text, "o")))) {
                var cell = cell(book, PoolField.NAME);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo(carried(text));
            }
        }
    }

    @Test
    void text_longer_than_a_cell_is_cut_where_one_sees_it() throws Exception {
        var longest = "x".repeat(32_767);
        for (var text : List.of(longest, longest + "y", "x".repeat(32_765) + "😀😀")) {
            try (var book = book(SHANGHAI, Wire.pools(Hostile.cluster("id", text, "o")))) {
                var read = cell(book, PoolField.NAME).getStringCellValue();
                assertThat(read.length()).isLessThanOrEqualTo(32_767);
                assertThat(read.endsWith("…")).isEqualTo(text.length() > 32_767);
                assertThat(text).startsWith(read.replace("…", ""));
            }
        }
    }

    @Test
    void more_rows_than_a_sheet_holds_go_on_in_the_next() throws Exception {
        var pools = Wire.demo(25);
        var out = new ByteArrayOutputStream();
        var writer = new XlsxWriter<>(out, SHANGHAI.layout(), pools.size(), 11);
        writer.begin();
        for (var pool : pools)
            writer.write(pool);
        writer.end();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            var all = new ArrayList<List<String>>();
            for (int i = 0; i < 3; i++) {
                var rows = rows(book.getSheetAt(i), ZoneOffset.ofHours(8));
                assertThat(rows).hasSize(i < 2 ? 11 : 6);
                assertThat(book.getSheetAt(i).getCTWorksheet().getDimension().getRef()).isEqualTo(used(book, i));
                all.addAll(i == 0 ? rows : rows.subList(1, rows.size()));
            }
            Sent.check(pools, all);
        }
    }

    @Test
    void nothing_but_the_header_when_there_is_no_pool() throws Exception {
        try (var book = book(SHANGHAI, List.of())) {
            assertThat(book.getSheetAt(0).getPhysicalNumberOfRows()).isEqualTo(1);
            assertThat(book.getSheetAt(0).getCTWorksheet().getDimension().getRef()).isEqualTo(used(book, 0));
        }
    }

    @Test
    void a_sheet_of_pools_that_nobody_has_counted_says_no_dimension() throws Exception {
        var pools = Wire.demo(3);
        PoolsExportContent uncounted = new PoolsExportContent(ExportFormat.XLSX, SHANGHAI, pools::iterator);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(Wire.bytes(uncounted)))) {
            assertThat(book.getSheetAt(0).getCTWorksheet().isSetDimension()).isFalse();
            assertThat(book.getSheetAt(0).getPhysicalNumberOfRows()).isEqualTo(4);
        }
    }

    /// What the cells themselves say.
    private static String used(XSSFWorkbook book, int sheet) {
        var rows = book.getSheetAt(sheet);
        return "A1:" + CellReference.convertNumToColString(rows.getRow(0).getLastCellNum() - 1)
                + (rows.getLastRowNum() + 1);
    }

    @Test
    void the_same_pools_are_the_same_bytes_and_the_first_part_tells_what_kind_of_file_it_is() throws Exception {
        var pools = Wire.demo(5);
        var bytes = Wire.bytes(new PoolsExportContent(ExportFormat.XLSX, SHANGHAI, pools));
        assertThat(Wire.bytes(new PoolsExportContent(ExportFormat.XLSX, SHANGHAI, pools))).isEqualTo(bytes);
        assertThat(new ZipInputStream(new ByteArrayInputStream(bytes)).getNextEntry().getName())
                .isEqualTo("[Content_Types].xml");
    }

    private static XSSFWorkbook book(PoolExportColumns poolExportColumns, List<Pool> pools) throws Exception {
        return new XSSFWorkbook(new ByteArrayInputStream(
                Wire.bytes(new PoolsExportContent(ExportFormat.XLSX, poolExportColumns, pools))));
    }

    private static String header(XSSFWorkbook book, int column) {
        return book.getSheetAt(0).getRow(0).getCell(column).getStringCellValue();
    }

    private static Cell cell(XSSFWorkbook book, PoolField field) {
        return book.getSheetAt(0).getRow(1).getCell(SHANGHAI.fields().indexOf(field));
    }

    /// What a reader of this text in XML gets.
    private static String carried(String text) {
        var carried = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean possible = c == '\t' || c == '\n' || c == '\r' || c >= ' ' && c < 0x7F || c > 0x9F && c < 0xD800
                    || c > 0xDFFF && c < 0xFFFE || c > 0xFFFF;
            carried.appendCodePoint(possible ? c : 0xFFFD);
        });
        return carried.toString();
    }

    /// All cells as text: numbers as they stand in the file, dates as a moment of that offset.
    private static List<List<String>> rows(XSSFSheet sheet, ZoneOffset offset) {
        var rows = new ArrayList<List<String>>();
        for (var row : sheet) {
            var cells = new ArrayList<String>();
            for (int i = 0; i < SHANGHAI.fields().size(); i++)
                cells.add(text((XSSFCell) row.getCell(i), offset));
            rows.add(cells);
        }
        return rows;
    }

    private static String text(XSSFCell cell, ZoneOffset offset) {
        if (cell == null) return "";
        if (cell.getCellType() == CellType.STRING) return cell.getStringCellValue().replace(" (UTC+08:00)", "");
        return DateUtil.isCellDateFormatted(cell)
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME
                        .format(OffsetDateTime.of(cell.getLocalDateTimeCellValue(), offset))
                : cell.getRawValue();
    }
}
