package poolscope.api;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Clocks, random numbers, timeouts and shared state of requests to a service; tests replace them to control time.
///
/// @param clock
///            wall clock: timestamps, signatures, comparison with the service's `Date`
/// @param nanoTime
///            monotonic nanoseconds, for durations and deadlines
/// @param random
///            varies the pauses between attempts
/// @param sleeper
///            pauses between attempts
/// @param httpTimeouts
///            how long the service may take
/// @param log
///            records every request
/// @param guard
///            counts refused sign-ins; all readers of the program must share one, or together they could lock a key
public record RequestClockAndTimeouts(Clock clock, LongSupplier nanoTime, RandomGenerator random, Sleeper sleeper,
        HttpTimeouts httpTimeouts, RequestLog log, SignInLockoutGuard guard) {

    /// With a new log and guard.
    public RequestClockAndTimeouts(Clock clock, LongSupplier nanoTime, RandomGenerator random, Sleeper sleeper,
            HttpTimeouts httpTimeouts) {
        this(clock, nanoTime, random, sleeper, httpTimeouts, new RequestLog(), new SignInLockoutGuard(clock));
    }

    /// The same, with a log that names the connection.
    public RequestClockAndTimeouts ofConnection(String name) {
        return new RequestClockAndTimeouts(clock, nanoTime, random, sleeper, httpTimeouts, log.of(name), guard);
    }

    /// Pauses the current thread; an interrupt ends the pause.
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    /// With the system's clocks. Call it once in a program, because log and guard must be shared.
    public static RequestClockAndTimeouts real() {
        return new RequestClockAndTimeouts(Clock.systemUTC(), System::nanoTime,
                () -> ThreadLocalRandom.current().nextLong(), Thread::sleep, HttpTimeouts.DEFAULT);
    }

    /// The time left until this value of [#nanoTime]; zero when it has passed.
    public Duration until(long nanos) {
        return Duration.ofNanos(Math.max(0, nanos - nanoTime.getAsLong()));
    }
}
