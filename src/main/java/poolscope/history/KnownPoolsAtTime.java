package poolscope.history;

import java.time.Instant;
import java.util.List;
import poolscope.pool.ApiGeneration;
import poolscope.pool.Pool;
import poolscope.pool.PoolOrigin;

/// The last known pools of a connection at one moment.
///
/// @param readAt
///            when they were read last
/// @param isWhole
///            whether the list was ever read completely, so that a pool that is not in it did not exist
public record KnownPoolsAtTime(HistoryListIdentity source, Instant readAt, boolean isWhole, List<Pool> pools) {
    public KnownPoolsAtTime {
        pools = List.copyOf(pools);
    }

    /// The same list with the current names of its connection and region.
    public KnownPoolsAtTime named(HistoryListIdentity now) {
        if (now.equals(source)) return this;
        return new KnownPoolsAtTime(now, readAt, isWhole, pools.stream().map(pool -> {
            var own = pool.poolOrigin();
            return pool.with(new PoolOrigin(own.connectionId(), now.connection(), now.region(), own.api(), own.page(),
                    own.readAt(), ""));
        }).toList());
    }

    /// Where its pools came from.
    PoolOrigin origin() {
        return origin(source, readAt);
    }

    static PoolOrigin origin(HistoryListIdentity source, Instant readAt) {
        return new PoolOrigin(source.connectionId(), source.connection(), source.region(), ApiGeneration.V1, 0, readAt,
                "");
    }
}
