package poolscope.api.v2;

import poolscope.pool.Value;
import poolscope.pool.node.NodeResources;

/// Capacity and allocated resources of a pool, from the runtime metrics.
///
/// @param poolId
///            the pool's id; two pools may have the same name
/// @param capacity
///            total for jobs; the keys of its cards are their types
/// @param allocated
///            allocated to jobs now
/// @param measuredAt
///            time of the measurement
public record PoolMetrics(Value poolId, NodeResources capacity, NodeResources allocated, Value measuredAt) {}
