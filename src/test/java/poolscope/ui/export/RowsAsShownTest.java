package poolscope.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import poolscope.export.ExportFormat;
import poolscope.export.PoolExportColumns;
import poolscope.export.PoolsClipboardText;
import poolscope.export.PoolsExportContent;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.filter.FilterSamples;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

/// Files and the clipboard with the words and units of a Chinese screen.
class RowsAsShownTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<PoolField> FIELDS = List.of(PoolField.NAME, PoolField.STATUS, PoolField.MEMORY,
            PoolField.PERIOD_TYPE, PoolField.CREATED_AT);
    private static final Pool POOL = FilterSamples.pool()
            .with(PoolField.NAME, "训练池")
            .status("running")
            .with(PoolField.MEMORY, 1_536)
            .with(PoolField.ORDER_ID, "o")
            .with(PoolField.PERIOD_TYPE, "month")
            .with(PoolField.CREATED_AT, new FieldValue.Time(Instant.parse("2026-03-01T04:05:06Z")))
            .make();

    private static PoolExportColumns columns() {
        var texts = new PoolFieldText(Texts.of(Locale.SIMPLIFIED_CHINESE), SHANGHAI, () -> Instant.EPOCH);
        return new PoolExportColumns(FIELDS, texts::shownHeader, SHANGHAI, true, Optional.of(texts::cell));
    }

    private static byte[] written(ExportFormat format) throws Exception {
        var out = new ByteArrayOutputStream();
        new PoolsExportContent(format, columns(), List.of(POOL)).writeTo(out);
        return out.toByteArray();
    }

    @Test
    void a_text_file_has_the_words_the_units_and_the_times_of_the_screen() throws Exception {
        for (var format : List.of(ExportFormat.CSV, ExportFormat.TSV)) {
            var lines = new String(written(format), StandardCharsets.UTF_8).lines().toList();
            var separator = format == ExportFormat.CSV ? "," : "\t";
            assertThat(lines.getFirst()).contains(String.join(separator, "名称", "状态", "内存（GiB）", "周期类型", "创建时间"));
            assertThat(lines.get(1)).startsWith(String.join(separator, "训练池", "运行中", "1.5", "月", "2026-03-01 12:05"));
        }
        assertThat(new String(written(ExportFormat.MARKDOWN), StandardCharsets.UTF_8))
                .contains("训练池 | 运行中 | 1.5 | 月 | 2026-03-01 12:05");
    }

    @Test
    void a_workbook_has_real_numbers_and_dates_beside_the_words_of_the_screen() throws Exception {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(written(ExportFormat.XLSX)))) {
            var row = book.getSheetAt(0).getRow(1);
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("运行中");
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(1.5);
            assertThat(row.getCell(3).getStringCellValue()).isEqualTo("月");
            assertThat(DateUtil.isCellDateFormatted(row.getCell(4))).isTrue();
            assertThat(row.getCell(4).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 3, 1, 12, 5, 6));
        }
    }

    /// The unrounded amount of 3,276,795 MiB is 3199.9951171875 GiB.
    @Test
    void numbers_have_two_decimals_at_most_and_a_tiny_one_is_not_nothing() throws Exception {
        assertThat(memory(3_276_795)).isEqualTo("3200");
        assertThat(memory(109_226)).isEqualTo("106.67");
        assertThat(memory(6_034_847)).isEqualTo("5893.41");
        assertThat(memory(1)).isEqualTo("0.0009765625");
        assertThat(memory(0)).isEqualTo("0");
    }

    private static String memory(int mebibytes) throws Exception {
        var pool = FilterSamples.pool().with(PoolField.MEMORY, mebibytes).make();
        var shown = new PoolsClipboardText(List.of(pool), columns()).lines(PoolField.MEMORY);
        var raw = new PoolExportColumns(FIELDS, PoolField::id, SHANGHAI, true);
        assertThat(new PoolsClipboardText(List.of(pool), raw).lines(PoolField.MEMORY)).isEqualTo(mebibytes + ".0");
        return shown;
    }

    @Test
    void the_clipboard_has_them_too() throws Exception {
        assertThat(new PoolsClipboardText(List.of(POOL), columns()).rowsWithHeader())
                .isEqualTo("名称\t状态\t内存（GiB）\t周期类型\t创建时间\n训练池\t运行中\t1.5\t月\t2026-03-01 12:05");
    }
}
