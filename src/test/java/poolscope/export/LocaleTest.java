package poolscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What programs read is the same in every locale.
@Isolated("Sets the locale of the whole JVM.")
class LocaleTest {
    private static final Locale[] STRANGE = {Locale.forLanguageTag("ar-EG-u-nu-arab"),
            Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"), Locale.forLanguageTag("tr-TR"), Locale.GERMANY};
    private final Locale usual = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(usual);
    }

    @Test
    void the_strange_locales_do_have_digits_of_their_own() {
        Locale.setDefault(STRANGE[0]);
        assertThat("%d".formatted(12)).isNotEqualTo("12");
    }

    @ParameterizedTest
    @EnumSource
    void an_export_has_the_same_bytes_in_every_locale(ExportFormat format) throws Exception {
        var pools = Wire.demo(12);
        Locale.setDefault(Locale.ROOT);
        var expected = Wire
                .bytes(new PoolsExportContent(format, PoolExportColumns.raw(false).withForSpreadsheets(true), pools));
        for (var locale : STRANGE) {
            Locale.setDefault(locale);
            assertThat(Wire.bytes(
                    new PoolsExportContent(format, PoolExportColumns.raw(false).withForSpreadsheets(true), pools)))
                    .as(locale.toString())
                    .isEqualTo(expected);
        }
    }
}
