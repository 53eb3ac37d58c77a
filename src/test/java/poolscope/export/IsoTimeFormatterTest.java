package poolscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IsoTimeFormatterTest {
    private static final DateTimeFormatter JDK = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX",
            Locale.ROOT);
    private static final List<ZoneId> ZONES = List.of(ZoneOffset.UTC, ZoneId.of("Asia/Shanghai"),
            ZoneId.of("America/St_Johns"), ZoneId.of("Asia/Kathmandu"), ZoneId.of("Europe/Berlin"),
            ZoneOffset.ofHoursMinutesSeconds(0, 0, 30), ZoneOffset.ofHoursMinutes(0, -30), ZoneOffset.MIN,
            ZoneOffset.MAX);

    @Test
    void every_moment_is_written_as_the_jdk_writes_it() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            var instant = Instant.ofEpochSecond(random.nextLong(-70_000_000_000L, 300_000_000_000L),
                    random.nextInt(1_000_000_000));
            for (var zone : ZONES)
                assertThat(IsoTimeFormatter.of(instant, zone)).isEqualTo(JDK.format(instant.atZone(zone)));
        }
    }

    @Test
    void also_at_the_ends_of_time() {
        for (var instant : List.of(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59.999Z"),
                Instant.parse("0000-01-01T00:00:00Z"), Instant.parse("+10000-01-01T00:00:00Z"),
                Instant.parse("-0001-12-31T23:59:59Z"), Instant.parse("+100000-01-01T00:00:00Z")))
            for (var zone : ZONES)
                assertThat(IsoTimeFormatter.of(instant, zone)).isEqualTo(JDK.format(instant.atZone(zone)));
    }
}
