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
/// @param earliest
///            when it was first read
/// @param lastChange
///            when something of it last changed, or it was first read
record ConnectionHistoryBeforeStart(Instant reachesTo, Optional<Instant> earliest, Instant lastChange,
        RegularlyRefreshedPeriods watched) {

    static ConnectionHistoryBeforeStart nothing(Instant reachesTo) {
        return new ConnectionHistoryBeforeStart(reachesTo, Optional.empty(), Instant.MIN,
                RegularlyRefreshedPeriods.never(PoolHistory.LONGEST_PAUSE));
    }

    static ConnectionHistoryBeforeStart read(HistoryFolder files, String connectionId, Instant reachesTo)
            throws IOException {
        var moments = files.moments(connectionId).stream().filter(at -> !at.isAfter(reachesTo)).toList();
        return moments.isEmpty()
                ? nothing(reachesTo)
                : new ConnectionHistoryBeforeStart(reachesTo, Optional.of(moments.getFirst()), moments.getLast(),
                        files.watched(connectionId, PoolHistory.LONGEST_PAUSE));
    }
}
