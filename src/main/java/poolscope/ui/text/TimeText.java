package poolscope.ui.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Formats times and durations.
public final class TimeText {
    private final Texts texts;
    private final ZoneId zone;
    private final DateTimeFormatter moment = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private final DateTimeFormatter day = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private final DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    public TimeText(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /// The time of day.
    public String clock(Instant instant) {
        return clock.format(instant.atZone(zone));
    }

    /// Day and time of day.
    public String moment(Instant instant) {
        return moment.format(instant.atZone(zone));
    }

    /// Day and time of day for the name of a file, without blanks and colons.
    public String inFileName(Instant instant) {
        return moment(instant).replace(' ', '_').replace(":", "");
    }

    /// The hour and minute of a moment.
    String hour(Instant instant) {
        return clock(instant).substring(0, "00:00".length());
    }

    /// The day without the year, as in `03-01`.
    String monthAndDay(Instant instant) {
        return day(instant).substring("2026-".length());
    }

    /// How many seconds local time is ahead of UTC at that moment.
    long offsetSeconds(Instant instant) {
        return zone.getRules().getOffset(instant).getTotalSeconds();
    }

    /// The day of a moment, as in `2026-03-01`.
    String day(Instant instant) {
        return day.format(instant.atZone(zone));
    }

    /// A duration to the second, in the two largest units.
    public String span(Duration length) {
        return span(texts, length);
    }

    /// An interval that somebody has chosen, in the largest unit that expresses it without a rest.
    static String interval(Texts texts, Duration interval) {
        long seconds = interval.toSeconds();
        if (seconds % 3_600 == 0) return texts.format("interval.hours", seconds / 3_600);
        if (seconds % 60 == 0) return texts.format("interval.minutes", seconds / 60);
        return texts.format("interval.seconds", seconds);
    }

    static String span(Texts texts, Duration length) {
        long seconds = Math.max(0, length.plusMillis(500).toSeconds());
        if (seconds < 60) return texts.format("span.seconds", seconds);
        if (seconds < 3_600) return texts.format("span.minutes", seconds / 60, seconds % 60);
        return texts.format("span.hours", seconds / 3_600, seconds % 3_600 / 60);
    }

    /// How much this computer's clock is ahead of or behind the service's, and what to do.
    ///
    /// @param skew
    ///            the service's clock minus the local one
    public String clockSkew(Duration skew) {
        return clockSkew(texts, skew);
    }

    static String clockSkew(Texts texts, Duration skew) {
        return texts.format(skew.isNegative() ? "clock.ahead" : "clock.behind", span(texts, skew.abs()));
    }

    /// How long ago a time was, in one unit: seconds to years. Less than a second is "just now", and so is a time in
    /// the future, because clocks differ.
    public String ago(Instant then, Instant now) {
        long seconds = Duration.between(then, now).toSeconds();
        if (seconds <= 0) return texts.format("ago.now");
        if (seconds < 60) return texts.format("ago.seconds", seconds);
        if (seconds < 3_600) return texts.format("ago.minutes", seconds / 60);
        if (seconds < 86_400) return texts.format("ago.hours", seconds / 3_600);
        long days = seconds / 86_400;
        if (days < 60) return texts.format("ago.days", days);
        if (days < 730) return texts.format("ago.months", days * 12 / 365);
        return texts.format("ago.years", days / 365);
    }
}
