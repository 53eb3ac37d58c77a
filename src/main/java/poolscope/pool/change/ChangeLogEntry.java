package poolscope.pool.change;

import java.time.Instant;

/// One line of the change log: what became of one pool, as seen at one refresh.
///
/// @param seenAt
///            when the later of the two readings that differ was done. The change itself happened some time between the
///            two
/// @param connectionId
///            the key of the connection, stable over renames
/// @param connection
///            the connection's name at that time
public record ChangeLogEntry(Instant seenAt, String connectionId, String connection, PoolChange change) {}
