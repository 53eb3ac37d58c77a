package poolscope.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Counts failures in a row; after the fifth, also right credentials are refused for a while.
final class LockoutCounter {
    private static final int LIMIT = 5;

    private final Clock clock;
    private final Duration lock;
    private int failures;
    private Instant lockedUntil = Instant.MIN;

    LockoutCounter(Clock clock, Duration lock) {
        this.clock = clock;
        this.lock = lock;
    }

    synchronized boolean locked() {
        return clock.instant().isBefore(lockedUntil);
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        if (failures < LIMIT) return;
        failures = 0;
        lockedUntil = clock.instant().plus(lock);
    }
}
