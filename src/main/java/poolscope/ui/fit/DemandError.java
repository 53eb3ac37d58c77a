package poolscope.ui.fit;

/// What is wrong with a number that the form asks for.
public enum DemandError {
    /// No digits, or something beside them.
    NO_NUMBER,
    /// A number and its unit: the unit stands beside the field.
    WITH_UNIT,
    /// Thousands set apart, which elsewhere are decimals.
    WITH_COMMA,
    BELOW_ZERO,
    TOO_LARGE,
    /// Nodes that are no whole number.
    NOT_WHOLE,
    /// A job on no node.
    NO_NODES,
    /// Whole accelerators, but fewer than the nodes that they are spread over.
    FEWER_THAN_NODES
}
