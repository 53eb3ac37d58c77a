package poolscope.live.changes;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.RecordedReadingOfConnection;

/// What was recorded of the pools of each connection. All methods are for background threads; several threads may call
/// them at once.
public interface PoolHistory extends ComparisonHistory {

    /// What changed since then, in all connections, in the order of time; entries of that very moment included.
    List<ChangeLogEntry> changesSince(Instant since);

    /// The pools of a connection as they were known at a moment, if anything was, then what each kept reading after it
    /// says, in the order of time. Numbers that differ in every answer are kept now and then only.
    ///
    /// @param visitor
    ///            returns whether it wants more
    void forEachReading(String connectionId, Instant since, Predicate<RecordedReadingOfConnection> visitor);

    /// When something of a connection changed, and its first reading, in the order of time: the moments for which
    /// [#at] has different answers.
    List<Instant> moments(String connectionId);
}
