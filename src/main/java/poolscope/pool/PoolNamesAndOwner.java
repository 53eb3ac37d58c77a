package poolscope.pool;

/// Who a pool is and whose. Only the id identifies: two pools may bear one name.
public record PoolNamesAndOwner(Value id, Value name, Value description, Value tenant, Value project, Value owner) {}
