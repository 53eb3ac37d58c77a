package poolscope.pool.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What ages are written in. Months and years are 30 and 365 days: an age is a length of time, not a place in
/// a calendar.
public enum AgeUnit {
    /// Seconds.
    SECONDS(1, "s", "秒"),
    /// Minutes.
    MINUTES(60, "m", "分钟", "分", "min"),
    /// Hours.
    HOURS(3_600, "h", "小时", "时"),
    /// Days of 24 hours.
    DAYS(86_400, "d", "天", "日"),
    /// 7 days.
    WEEKS(604_800, "w", "周"),
    /// 30 days.
    MONTHS(2_592_000, "mo", "个月", "月"),
    /// 365 days.
    YEARS(31_536_000, "y", "年");

    private final long seconds;
    /// The printed one of each language first, English before Chinese.
    private final List<String> names;

    AgeUnit(long seconds, String... names) {
        this.seconds = seconds;
        this.names = List.of(names);
    }

    long seconds() {
        return seconds;
    }

    String sign(FilterKeywordLanguage language) {
        return names.get(language == FilterKeywordLanguage.ENGLISH ? 0 : 1);
    }

    static Optional<AgeUnit> named(String name) {
        return Arrays.stream(values()).filter(unit -> unit.names.stream().anyMatch(name::equalsIgnoreCase)).findFirst();
    }
}
