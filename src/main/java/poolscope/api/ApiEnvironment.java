package poolscope.api;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Everything a reading takes from the world but the network: so that a test can hold time still.
///
/// @param clock
///            wall time: stamps, signatures, the service's `Date` compared
/// @param nanoTime
///            monotonic nanoseconds: how long things take
/// @param random
///            spreads the pauses between attempts
/// @param sleeper
///            waits
/// @param timeouts
///            how long the service may take
/// @param log
///            hears of every request
/// @param guard
///            counts refused sign-ins; one for all readers of the program, or a key is locked all the same
public record ApiEnvironment(Clock clock, LongSupplier nanoTime, RandomGenerator random, Sleeper sleeper,
        Timeouts timeouts, RequestLog log, SignInGuard guard) {

    /// With a log and a guard of its own.
    public ApiEnvironment(Clock clock, LongSupplier nanoTime, RandomGenerator random, Sleeper sleeper,
            Timeouts timeouts) {
        this(clock, nanoTime, random, sleeper, timeouts, new RequestLog(), new SignInGuard(clock));
    }

    /// Waits; an interrupt ends it.
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    /// The real world. To be called once a program: log and guard are shared by those who share the surroundings.
    public static ApiEnvironment real() {
        return new ApiEnvironment(Clock.systemUTC(), System::nanoTime, () -> ThreadLocalRandom.current().nextLong(),
                Thread::sleep, Timeouts.DEFAULT);
    }

    /// What is left until this moment of [#nanoTime]: nothing when it has passed.
    public Duration until(long nanos) {
        return Duration.ofNanos(Math.max(0, nanos - nanoTime.getAsLong()));
    }

    public ApiEnvironment with(Timeouts timeouts) {
        return new ApiEnvironment(clock, nanoTime, random, sleeper, timeouts, log, guard);
    }
}
