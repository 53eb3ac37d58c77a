package poolscope.settings;

import java.time.Duration;
import java.util.Optional;

/// How often connections are read again by themselves.
public enum RefreshInterval {
    OFF(Duration.ZERO),
    HALF_MINUTE(Duration.ofSeconds(30)),
    MINUTE(Duration.ofMinutes(1)),
    FIVE_MINUTES(Duration.ofMinutes(5)),
    QUARTER_HOUR(Duration.ofMinutes(15));

    private final Duration interval;

    RefreshInterval(Duration interval) {
        this.interval = interval;
    }

    /// The interval; empty for never.
    public Optional<Duration> every() {
        return this == OFF ? Optional.empty() : Optional.of(interval);
    }
}
