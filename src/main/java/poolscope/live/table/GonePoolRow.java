package poolscope.live.table;

import poolscope.pool.Pool;

/// A line of the table for a pool that its connection does not list any more. It is no row of a pool: it can't be part
/// of a selection, a sum or an export.
///
/// @param pool
///            as it was last seen
public record GonePoolRow(Pool pool) implements TableRowItem {}
