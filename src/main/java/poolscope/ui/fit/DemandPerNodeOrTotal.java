package poolscope.ui.fit;

/// What the typed amounts are of.
public enum DemandPerNodeOrTotal {
    /// Of each node; of one node while no number of nodes is typed.
    PER_NODE,
    /// Of the whole job: totals over all its nodes.
    IN_ALL
}
