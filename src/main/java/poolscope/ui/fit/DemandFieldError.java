package poolscope.ui.fit;

/// Why a typed number of the form is invalid.
public enum DemandFieldError {
    /// Not a number.
    NO_NUMBER,
    /// A number with a unit; the unit is shown beside the field.
    WITH_UNIT,
    /// A thousands separator, which elsewhere is a decimal separator.
    WITH_COMMA,
    BELOW_ZERO,
    TOO_LARGE,
    /// A number of nodes that is not whole.
    NOT_WHOLE,
    /// No nodes.
    NO_NODES,
    /// Whole accelerators, but fewer than nodes.
    FEWER_THAN_NODES
}
