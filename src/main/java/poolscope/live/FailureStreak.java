package poolscope.live;

import java.time.Instant;

/// Failures of one kind in a row.
///
/// @param times
///            how many; 0 for none
/// @param since
///            when the first of them ended
record FailureStreak(int times, Instant since) {
    static final FailureStreak NONE = new FailureStreak(0, Instant.EPOCH);

    /// With one failure more.
    FailureStreak and(Instant at) {
        return new FailureStreak(times + 1, times == 0 ? at : since);
    }
}
