package poolscope.live;

/// One line of the table: a pool, or the head of a group of pools.
public sealed interface TableLine permits PoolRow, GroupRow {
}
