package poolscope.api;

import java.time.Duration;

/// The difference between a service's clock, by its responses' `Date`, and the local one: positive when the local clock
/// is behind.
public final class ClockSkew {
    private static final Duration NOTABLE = Duration.ofSeconds(60);

    private ClockSkew() {}

    /// Whether the difference is more than delays of the network and whole seconds explain (P27).
    public static boolean isNotable(Duration skew) {
        return skew.abs().compareTo(NOTABLE) > 0;
    }
}
