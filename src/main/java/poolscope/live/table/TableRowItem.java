package poolscope.live.table;

/// A line of the table: a pool, a pool that is gone, or the header of a group.
public sealed interface TableRowItem permits PoolRow, GonePoolRow, GroupRow {
}
