package poolscope.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentEncodingTest {

    /// Section 2.3 of RFC 3986.
    @Test
    void of_all_ascii_characters_only_the_unreserved_ones_stay() {
        for (char c = 0; c < 0x80; c++) {
            boolean stays = Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0;
            assertThat(PercentEncoding.encode(Character.toString(c)))
                    .isEqualTo(stays ? Character.toString(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
    }

    @ParameterizedTest
    @CsvSource({"池 a+b, %E6%B1%A0%20a%2Bb", "😀, %F0%9F%98%80", "é, %C3%A9"})
    void other_characters_are_the_bytes_of_their_utf_8(String text, String encoded) {
        assertThat(PercentEncoding.encode(text)).isEqualTo(encoded);
        assertThat(PercentEncoding.normalize(encoded)).isEqualTo(encoded);
    }

    @ParameterizedTest
    @CsvSource({"a+b, a%2Bb", "%7e%2f, ~%2F", "池%20*, %E6%B1%A0%20%2A"})
    void text_that_is_encoded_otherwise_gets_the_same_form(String text, String encoded) {
        assertThat(PercentEncoding.normalize(text)).isEqualTo(encoded);
    }
}
