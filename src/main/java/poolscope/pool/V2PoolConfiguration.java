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
///            name and id of its workspace, as in `research (d6f0a9c3)`; the id alone while the name is not known
/// @param workspaceId
///            the id
/// @param network
///            id of its network
/// @param driver
///            version, and its state when that is not Running
public record V2PoolConfiguration(FieldValue type, FieldValue parent, FieldValue scope, FieldValue workspace,
        FieldValue workspaceId, FieldValue network, FieldValue driver) {
    /// Nothing is known.
    public static final V2PoolConfiguration NOT_REPORTED = new V2PoolConfiguration(FieldValue.ABSENT, FieldValue.ABSENT,
            FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT);

    /// In a workspace whose name is not known.
    public V2PoolConfiguration(FieldValue type, FieldValue parent, FieldValue scope, FieldValue workspaceId,
            FieldValue network, FieldValue driver) {
        this(type, parent, scope, workspaceId, workspaceId, network, driver);
    }

    /// Whether that is its workspace's name, its id, or both as in [#workspace].
    public boolean isInWorkspace(FieldValue asked) {
        return asked.equals(workspace) || asked.equals(workspaceId)
                || asked instanceof FieldValue.Text(String name) && workspaceId instanceof FieldValue.Text(String id)
                        && workspace.asText("").equals(name + " (" + id + ")");
    }

    /// Whether it only has a share in the nodes of another pool, so that sums must not count it.
    public boolean isLogical() {
        return type.asText("").equals("Logical");
    }
}
