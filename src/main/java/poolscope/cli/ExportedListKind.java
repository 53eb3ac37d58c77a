package poolscope.cli;

import java.util.Locale;

/// What the rows of an export are.
enum ExportedListKind {
    /// One row for each pool.
    POOLS,
    /// One row for each node of the pools.
    NODES,
    /// One row for each job in the pools.
    JOBS;

    /// The value of `--list`, also used in sentences.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
