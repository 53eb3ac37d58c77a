package poolscope.pool.node;

import java.time.Instant;
import java.util.List;

/// What stands inside a pool at one moment: its nodes, its jobs, or its events.
///
/// @param isWhole
///            whether the service gave as many as it says there are, and each could be read
public record NodesAndJobs<T>(List<T> items, boolean isWhole, Instant readAt) {
    public NodesAndJobs {
        items = List.copyOf(items);
    }
}
