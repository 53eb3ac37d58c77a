package poolscope.pool.change;

import java.time.Instant;
import java.util.List;
import poolscope.pool.Pool;

/// What one kept reading of a connection says.
///
/// @param isWhole
///            whether `pools` are all pools; otherwise they are those that differ from the reading before, or are new
/// @param gone
///            the keys ([Pool#key]) of the pools that are not there any more; empty when `pools` are all
public record RecordedReadingOfConnection(Instant readAt, boolean isWhole, List<Pool> pools, List<String> gone) {
    public RecordedReadingOfConnection {
        pools = List.copyOf(pools);
        gone = List.copyOf(gone);
    }

    /// A reading with all pools.
    public static RecordedReadingOfConnection whole(Instant readAt, List<Pool> pools) {
        return new RecordedReadingOfConnection(readAt, true, pools, List.of());
    }
}
