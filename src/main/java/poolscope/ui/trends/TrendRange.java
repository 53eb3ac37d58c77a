package poolscope.ui.trends;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much of the past a trend shows.
public enum TrendRange {
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30)),
    /// All that is kept.
    ALL(null);

    private final Optional<Duration> length;

    TrendRange(@Nullable Duration length) {
        this.length = Optional.ofNullable(length);
    }

    /// The range for somebody who chose none: a day, and all that is kept while that is less.
    static TrendRange ofKept(Duration kept) {
        return DAY.length.filter(day -> kept.compareTo(day) < 0).isPresent() ? ALL : DAY;
    }

    /// Empty for all that is kept.
    Optional<Duration> length() {
        return length;
    }
}
