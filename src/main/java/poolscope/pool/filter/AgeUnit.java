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
    MINUTES(60, "m", "min", "分", "分钟"),
    /// Hours.
    HOURS(3_600, "h", "时", "小时"),
    /// Days of 24 hours.
    DAYS(86_400, "d", "天", "日"),
    /// 7 days.
    WEEKS(604_800, "w", "周"),
    /// 30 days.
    MONTHS(2_592_000, "mo", "月", "个月"),
    /// 365 days.
    YEARS(31_536_000, "y", "年");

    private final long seconds;
    private final List<String> names;

    AgeUnit(long seconds, String... names) {
        this.seconds = seconds;
        this.names = List.of(names);
    }

    long seconds() {
        return seconds;
    }

    String sign() {
        return names.getFirst();
    }

    static Optional<AgeUnit> named(String name) {
        return Arrays.stream(values()).filter(unit -> unit.names.stream().anyMatch(name::equalsIgnoreCase)).findFirst();
    }
}
