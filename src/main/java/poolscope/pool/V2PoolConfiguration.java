package poolscope.pool;

/// How a pool of v2 is set up.
///
/// @param type
///            `Dedicate` or `Logical` as sent
/// @param parent
///            id of the pool whose nodes a logical one uses
/// @param scope
///            what it serves (Train, Infer, Notebook), joined by `, `
/// @param workspace
///            id of its workspace
/// @param network
///            id of its network
/// @param driver
///            version, and its state when that is not Running
public record V2PoolConfiguration(FieldValue type, FieldValue parent, FieldValue scope, FieldValue workspace,
        FieldValue network, FieldValue driver) {
    /// Nothing is known.
    public static final V2PoolConfiguration NOT_REPORTED = new V2PoolConfiguration(FieldValue.ABSENT, FieldValue.ABSENT,
            FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT);

    /// Whether it only has a share in the nodes of another pool, so that sums must not count it.
    public boolean isLogical() {
        return type.asText("").equals("Logical");
    }
}
