package poolscope.cli;

import java.util.Locale;

/// What `export` lists.
enum ExportList {
    /// A row for each pool.
    POOLS,
    /// A row for each node of the pools.
    NODES,
    /// A row for each job in the pools.
    JOBS;

    /// As typed after `--list`, and in sentences.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
