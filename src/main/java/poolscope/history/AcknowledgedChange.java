package poolscope.history;

import java.time.Instant;
import java.util.Optional;
import poolscope.pool.Pool;

/// A change that somebody has seen.
///
/// @param key
///            of the pool; empty when the change is of all pools of the connection
/// @param at
///            when it was seen
/// @param pool
///            the pool as it was then; empty when it was gone
public record AcknowledgedChange(String key, Instant at, Optional<Pool> pool) {}
