package poolscope.live;

/// One line of the table.
public sealed interface Line permits PoolRow {
}
