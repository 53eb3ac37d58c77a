package poolscope.live.changes;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import poolscope.history.HistoryFolder;
import poolscope.pool.change.RegularlyRefreshedPeriods;

/// What the files say of a connection from before the program started.
///
/// @param reachesTo
///            from when on changes are in memory too
/// @param since
///            from when on `watched` is known
/// @param earliest
///            when it was first read
/// @param lastChange
///            when something of it last changed, or it was first read
record ConnectionHistoryBeforeStart(Instant reachesTo, Instant since, Optional<Instant> earliest, Instant lastChange,
        RegularlyRefreshedPeriods watched) {

    static ConnectionHistoryBeforeStart nothing(Instant reachesTo) {
        return new ConnectionHistoryBeforeStart(reachesTo, Instant.MIN, Optional.empty(), Instant.MIN,
                RegularlyRefreshedPeriods.never(PoolHistory.LONGEST_PAUSE));
    }

    /// Reads no more files than needed: each start of the program leaves one with all pools.
    static ConnectionHistoryBeforeStart read(HistoryFolder files, String connectionId, Instant reachesTo, Instant since)
            throws IOException {
        var earliest = files.earliest(connectionId).filter(at -> !at.isAfter(reachesTo));
        if (earliest.isEmpty()) return nothing(reachesTo);
        var begin = since.isBefore(reachesTo) ? since : reachesTo;
        var lastChange = files.momentsSince(connectionId, begin)
                .stream()
                .filter(at -> !at.isAfter(reachesTo))
                .reduce(earliest.get(), (_, later) -> later);
        return new ConnectionHistoryBeforeStart(reachesTo, begin, earliest, lastChange,
                files.watched(connectionId, begin, PoolHistory.LONGEST_PAUSE));
    }

    /// Whether it is known when the connection was read since then.
    boolean knows(Instant moment) {
        return !moment.isBefore(since) || !moment.isBefore(reachesTo);
    }
}
