package poolscope.api.v2;

import poolscope.pool.Value;
import poolscope.pool.node.NodeResources;

/// What a pool has for jobs and what of it is taken, from the runtime metrics.
///
/// @param poolId
///            the pool's id; two pools may have one name
/// @param capacity
///            for jobs in all; the keys of its cards are their types
/// @param allocated
///            taken now
/// @param measuredAt
///            when
public record PoolMetrics(Value poolId, NodeResources capacity, NodeResources allocated, Value measuredAt) {}
