package poolscope.live.table;

import java.util.Optional;
import poolscope.pool.Pool;

/// A line of the table: a pool, a pool that is gone, or the header of a group.
public sealed interface TableRowItem permits PoolRow, GonePoolRow, GroupRow {
    /// The pool of this line, also one that is gone; empty for a header.
    default Optional<Pool> poolOfLine() {
        return switch (this) {
            case PoolRow row -> Optional.of(row.pool());
            case GonePoolRow(var pool) -> Optional.of(pool);
            case GroupRow _ -> Optional.empty();
        };
    }
}
