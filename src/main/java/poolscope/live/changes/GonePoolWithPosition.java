package poolscope.live.changes;

import java.util.Optional;
import poolscope.pool.Pool;
import poolscope.pool.change.PoolKey;

/// A pool that its connection does not list any more.
///
/// @param pool
///            as it was last seen
/// @param after
///            the pool that it stood behind and that is still there; empty when it stood first
public record GonePoolWithPosition(Pool pool, Optional<PoolKey> after) {}
