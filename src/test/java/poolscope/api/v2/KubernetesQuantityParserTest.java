package poolscope.api.v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.pool.FieldValue;

class KubernetesQuantityParserTest {

    @ParameterizedTest
    @CsvSource({"4,4", "3920m,3.92", "252800m,252.8", "0,0", "0.5,0.5", "1k,1000", "2e3,2000", "160 Cores,160",
            "1 Cores,1", "0.25 Cores,0.25", "190900m,190.9", ".5,0.5", "1.,1"})
    void cores_are_exact(String sent, String cores) {
        assertThat(KubernetesQuantityParser.cores(FieldValue.text(sent)))
                .isEqualTo(new FieldValue.Number(new BigDecimal(cores)));
    }

    @ParameterizedTest
    @CsvSource({"6270Mi,6270", "768Gi,786432", "1Ti,1048576", "1Pi,1073741824", "1024Ki,1", "1048576,1",
            "6.52 GiB,6676.48", "31.25 GiB,32000", "625 GiB,640000", "0,0", "512,0.00048828125",
            "1500m,0.000001430511474609375", "1M,0.95367431640625", "1G,953.67431640625", "1k,0.00095367431640625",
            "1T,953674.31640625", "1P,953674316.40625"})
    void memory_is_exact_in_mebibytes(String sent, String mebibytes) {
        assertThat(KubernetesQuantityParser.mebibytes(FieldValue.text(sent)))
                .isEqualTo(new FieldValue.Number(new BigDecimal(mebibytes)));
    }

    @ParameterizedTest
    @CsvSource({"16,16", "1073m,1.073", "9500m,9.5"})
    void cards_are_exact(String sent, String cards) {
        assertThat(KubernetesQuantityParser.cards(FieldValue.text(sent)))
                .isEqualTo(new FieldValue.Number(new BigDecimal(cards)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "1GB", "1 Gi", "1gi", "1K", "1Ei", "1E", "1u", "NaN", "Infinity", "1,5",
            "4 cores", "0x10", "1e999", "1e", "1..5", "12345678901234567890123456789012345678901234567890", "١", " 4",
            "6 GiB", "", "m", "Ki", "."})
    void another_unit_or_text_is_unreadable_and_kept(String sent) {
        assertThat(KubernetesQuantityParser.cores(FieldValue.text(sent))).isEqualTo(new FieldValue.Unreadable(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4 Cores", "6 GB", "6 gib"})
    void memory_in_another_unit_is_unreadable(String sent) {
        assertThat(KubernetesQuantityParser.mebibytes(FieldValue.text(sent)))
                .isEqualTo(new FieldValue.Unreadable(sent));
    }

    @Test
    void what_is_missing_or_unreadable_stays_so() {
        assertThat(KubernetesQuantityParser.cores(FieldValue.ABSENT)).isEqualTo(FieldValue.ABSENT);
        assertThat(KubernetesQuantityParser.mebibytes(new FieldValue.Unreadable("[]")))
                .isEqualTo(new FieldValue.Unreadable("[]"));
    }

    @Test
    void thousands_are_not_written_with_an_exponent() {
        assertThat(KubernetesQuantityParser.cores(FieldValue.text("1k")).asNumber().orElseThrow()).hasToString("1000");
    }
}
