package poolscope.pool;

/// Who a pool is and whose. Only the id identifies: two pools may bear one name.
public record PoolNamesAndOwner(FieldValue id, FieldValue name, FieldValue description, FieldValue tenant,
        FieldValue project, FieldValue owner) {}
