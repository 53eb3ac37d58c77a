package poolscope.pool.change;

import poolscope.pool.Pool;

/// What identifies a pool over refreshes and restarts.
///
/// @param connectionId
///            the key of the connection, stable over renames
/// @param key
///            [Pool#key]
public record PoolKey(String connectionId, String key) {

    public static PoolKey of(Pool pool) {
        return new PoolKey(pool.poolOrigin().connectionId(), pool.key());
    }
}
