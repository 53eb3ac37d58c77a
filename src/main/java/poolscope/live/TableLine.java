package poolscope.live;

/// A line of the table: a pool, or the header of a group.
public sealed interface TableLine permits PoolRow, GroupRow {
}
