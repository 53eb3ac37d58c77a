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

    /// The same list as that of a connection of now.
    public KnownPoolsAtTime named(HistoryListIdentity now) {
        if (now.equals(source)) return this;
        return new KnownPoolsAtTime(now, readAt, isWhole, pools.stream().map(pool -> named(pool, now)).toList());
    }

    /// The same pool as one of a connection of now.
    public static Pool named(Pool pool, HistoryListIdentity now) {
        var own = pool.poolOrigin();
        return pool.with(new PoolOrigin(now.connectionId(), now.connection(), now.region(), own.api(), own.page(),
                own.readAt(), ""));
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
