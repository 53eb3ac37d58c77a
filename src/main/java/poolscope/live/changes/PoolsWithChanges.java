package poolscope.live.changes;

import poolscope.pool.table.PoolSet;

/// The pools of the ticked connections together with what changed in them, so that both are shown in one update.
public record PoolsWithChanges(PoolSet pools, PoolChanges changes) {}
