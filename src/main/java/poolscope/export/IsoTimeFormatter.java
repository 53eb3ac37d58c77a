package poolscope.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A moment by ISO 8601, to the millisecond and with its offset: `2026-03-01T08:55:12.000+08:00`. By hand for the years
/// that people live in: the JDK's formatters take longer to be made than a thousand moments to be written.
final class IsoTimeFormatter {
    private static final int LAST_YEAR = 9999;

    private IsoTimeFormatter() {}

    static String of(Instant instant, ZoneId zone) {
        var time = instant.atZone(zone);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) return AnyYear.FORM.format(time);
        var text = new StringBuilder("2026-03-01T08:55:12.000+08:00".length());
        append(time.getYear(), 4, text);
        append(time.getMonthValue(), 2, text.append('-'));
        append(time.getDayOfMonth(), 2, text.append('-'));
        append(time.getHour(), 2, text.append('T'));
        append(time.getMinute(), 2, text.append(':'));
        append(time.getSecond(), 2, text.append(':'));
        append(time.getNano() / 1_000_000, 3, text.append('.'));
        appendOffset(time, text);
        return text.toString();
    }

    private static void appendOffset(ZonedDateTime time, StringBuilder text) {
        int minutes = time.getOffset().getTotalSeconds() / 60;
        if (minutes == 0) {
            text.append('Z');
            return;
        }
        append(Math.abs(minutes) / 60, 2, text.append(minutes < 0 ? '-' : '+'));
        append(Math.abs(minutes) % 60, 2, text.append(':'));
    }

    private static void append(int number, int digits, StringBuilder text) {
        var plain = Integer.toString(number);
        for (int i = plain.length(); i < digits; i++)
            text.append('0');
        text.append(plain);
    }

    /// Apart, because hardly anything comes here.
    private static final class AnyYear {
        private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX",
                Locale.ROOT);
    }
}
