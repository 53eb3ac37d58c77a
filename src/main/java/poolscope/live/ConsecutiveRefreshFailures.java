package poolscope.live;

import java.time.Instant;

/// Failures of one kind in a row.
///
/// @param times
///            how many; 0 for none
/// @param since
///            when the first of them ended
record ConsecutiveRefreshFailures(int times, Instant since) {
    static final ConsecutiveRefreshFailures NONE = new ConsecutiveRefreshFailures(0, Instant.EPOCH);

    /// With one failure more.
    ConsecutiveRefreshFailures and(Instant at) {
        return new ConsecutiveRefreshFailures(times + 1, times == 0 ? at : since);
    }
}
