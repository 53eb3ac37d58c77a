package poolscope.api.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339TimeParserTest {

    @ParameterizedTest
    @CsvSource({"2026-02-11T08:30:05Z,2026-02-11T08:30:05Z", "2024-02-29T23:59:59Z,2024-02-29T23:59:59Z",
            "2026-02-11T08:30:05.125Z,2026-02-11T08:30:05.125Z", "2026-02-11T16:30:05+08:00,2026-02-11T08:30:05Z",
            "2026-02-11T24:00:00Z,2026-02-12T00:00:00Z", "2016-12-31T23:59:60Z,2016-12-31T23:59:59Z"})
    void a_time_is_the_moment_that_it_names(String text, Instant moment) {
        assertThat(Rfc3339TimeParser.instant(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29T08:30:05Z", "2026-13-11T08:30:05Z", "2026-02-11T25:30:05Z",
            "2026-02-11T08:60:05Z", "2026-02-11 08:30:05Z", "2026-02-11T08:30:05", "2026-02-11T08:30:05CST",
            "+026-02-11T08:30:05Z", "2026-02-11T08:30:0٥Z", "Z", "2026-02-11T24:30:00Z"})
    void another_text_is_no_time(String text) {
        assertThatThrownBy(() -> Rfc3339TimeParser.instant(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void any_second_is_parsed_as_the_library_parses_it() {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            var text = Instant.ofEpochSecond(random.nextLong(-62_167_219_200L, 253_402_300_800L)).toString();
            assertThat(Rfc3339TimeParser.instant(text)).isEqualTo(Instant.parse(text));
        }
    }
}
