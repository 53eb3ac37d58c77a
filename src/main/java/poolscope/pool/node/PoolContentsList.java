package poolscope.pool.node;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import poolscope.pool.InventoryPartReadOutcome;

/// What stands inside a pool at one moment: its nodes, its jobs, or its events.
///
/// @param isWhole
///            whether the service gave as many as it says there are, and each could be read
/// @param failure
///            why a page after the first could not be read; empty when none failed
public record PoolContentsList<T>(List<T> items, boolean isWhole, Optional<InventoryPartReadOutcome.Cause> failure,
        Instant readAt) {
    public PoolContentsList {
        items = List.copyOf(items);
    }

    /// No page failed.
    public PoolContentsList(List<T> items, boolean isWhole, Instant readAt) {
        this(items, isWhole, Optional.empty(), readAt);
    }
}
