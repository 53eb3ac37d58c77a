package poolscope.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.Value;

class FieldTextTest {
    private final FieldText english = new FieldText(Texts.of(Locale.ENGLISH), ZoneOffset.ofHours(8));
    private final FieldText chinese = new FieldText(Texts.of(Locale.SIMPLIFIED_CHINESE), ZoneOffset.ofHours(8));

    @Test
    void P08_unknown_is_a_dash_and_never_zero() {
        for (var field : PoolField.values()) {
            assertThat(english.cell(field, Value.ABSENT)).isEqualTo("—");
            if (field.unit().isNumeric()) assertThat(english.cell(field, new Value.Unreadable("\"NaN\""))).isEqualTo("—");
        }
        assertThat(english.whole(PoolField.ACCELERATORS, new Value.Unreadable("\"NaN\""))).contains("\"NaN\"");
    }

    @ParameterizedTest
    @CsvSource({"27307, 26.7", "4096, 4.0", "0, 0.0", "1048576, '1,024.0'"})
    void memory_is_written_in_gibibytes(BigDecimal mebibytes, String text) {
        assertThat(english.cell(PoolField.MEMORY, new Value.Number(mebibytes))).isEqualTo(text);
    }

    @Test
    void the_tooltip_of_memory_has_the_number_as_sent() {
        assertThat(english.whole(PoolField.MEMORY, Value.Number.of(27_307))).contains("27,307 MiB");
    }

    @ParameterizedTest
    @CsvSource({"7.06, 7.06", "5.5, 5.50", "1024, '1,024.00'"})
    void cores_keep_two_decimals(BigDecimal cores, String text) {
        assertThat(english.cell(PoolField.CPU_CORES, new Value.Number(cores))).isEqualTo(text);
    }

    @Test
    void times_are_local_and_the_tooltip_has_the_offset() {
        var time = new Value.Time(Instant.ofEpochMilli(1_574_923_077_927L));
        assertThat(english.cell(PoolField.CREATED_AT, time)).isEqualTo("2019-11-28 14:37");
        assertThat(english.whole(PoolField.CREATED_AT, time)).contains("2019-11-28 14:37:57 UTC+08:00").contains("1574923077927");
        var india = new FieldText(Texts.of(Locale.ENGLISH), ZoneId.of("Asia/Kolkata"));
        assertThat(india.cell(PoolField.CREATED_AT, time)).isEqualTo("2019-11-28 12:07");
    }

    @Test
    void P12_a_time_that_makes_no_sense_is_shown_as_it_came_with_a_mark() {
        assertThat(english.cell(PoolField.CREATED_AT, new Value.Unreadable("1574923077"))).isEqualTo("1574923077 ⚠");
    }

    @Test
    void P09_an_unknown_status_is_shown_as_it_came() {
        assertThat(english.status(PoolStatus.of("scaling"))).isEqualTo("scaling");
        assertThat(chinese.status(PoolStatus.of("scaling"))).isEqualTo("scaling");
        assertThat(chinese.status(PoolStatus.of("abnormal"))).isEqualTo("异常");
        assertThat(english.status(PoolStatus.of("RUNNING"))).isEqualTo("RUNNING");
        assertThat(english.status(PoolStatus.UNSAID)).isEqualTo("—");
    }

    @Test
    void P43_text_of_the_service_is_inert() {
        assertThat(english.cell(PoolField.NAME, Value.text("a\u202Eb\u0000c\nd"))).isEqualTo("a\uFFFDb\uFFFDc d");
        assertThat(english.cell(PoolField.NAME, Value.text("x".repeat(100_000)))).hasSize(2_001).endsWith("…");
        assertThat(english.cell(PoolField.NAME, Value.text("😀 推理"))).isEqualTo("😀 推理");
        assertThat(english.cell(PoolField.NAME, Value.text("\uD83D"))).isEqualTo("\uFFFD");
    }
}
