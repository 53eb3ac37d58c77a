package poolscope.demo;

import java.time.Clock;
import java.time.Duration;

/// What all pools of a fleet are computed from.
///
/// @param pools
///            how many at the start
/// @param startMillis
///            when the fleet was made, epoch ms
record DemoFleetPlan(long seed, int pools, long startMillis) {
    /// Nothing changes within a tick.
    static final long TICK_MILLIS = Duration.ofSeconds(20).toMillis();
    private static final double OLDEST_MILLIS = Duration.ofDays(3 * 365).toMillis();
    private static final double NEWEST_MILLIS = Duration.ofMinutes(20).toMillis();
    private static final int SHOWCASE = 60;

    static DemoFleetPlan of(DemoCloudSettings settings, Clock clock) {
        return new DemoFleetPlan(settings.seed(), settings.pools(), clock.millis());
    }

    DeterministicHashRandom deterministicHashRandom() {
        return new DeterministicHashRandom(DeterministicHashRandom.mix(seed));
    }

    /// The project that has the pools, 32 hexadecimal digits.
    String projectId() {
        return deterministicHashRandom().of(1).hex(HashRandomSalt.PROJECT);
    }

    /// Ticks since the start; 0 when the clock went back behind it.
    long tick(long nowMillis) {
        return Math.max(0, (nowMillis - startMillis) / TICK_MILLIS);
    }

    /// How many ticks a pool stays as it is, on average: some pool of a small fleet changes every minute, and few of a
    /// large one change at once.
    int meanTicksBetweenChanges() {
        return Math.clamp(pools, 60, 4000);
    }

    /// A pool that is there at the start: the lower its serial, the younger it is, from some hours to 3 years. Some are
    /// as old as the one before.
    V1Pool original(int serial) {
        var asOldAs = serial % 41 == 7 ? serial - 1 : serial;
        var rank = (asOldAs + 0.2 + 0.6 * deterministicHashRandom().of(asOldAs).fraction(HashRandomSalt.AGE)) / pools;
        var age = NEWEST_MILLIS + (OLDEST_MILLIS - NEWEST_MILLIS) * Math.pow(rank, ageExponent());
        return new V1Pool(serial, startMillis - (long) age);
    }

    /// The power to which ranks are raised, so that the youngest pool of a small fleet is no older than that of a
    /// large one.
    private double ageExponent() {
        return Math.clamp(9.5 / Math.log(2.0 * pools), 1, 3);
    }

    /// The number of the special pool that this one is, 0 to 11; -1 for most. Each of the twelve shows a peculiarity of
    /// the API. They lie among the sixty youngest, so that a small fleet has them all; drift never deletes them.
    int specialCase(int serial) {
        var step = Math.max(1, Math.min(pools, SHOWCASE) / 12);
        return serial < Math.min(pools, 12 * step) && serial % step == 0 ? serial / step : -1;
    }
}
