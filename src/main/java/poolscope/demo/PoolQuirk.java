package poolscope.demo;

/// An oddity of a row, each seen in the wild or allowed by the contract's silence.
enum PoolQuirk {
    NONE,
    NO_DESCRIPTION,
    NULL_NODES,
    NULL_OWNER,
    NO_GPUS,
    QUOTED_TIME,
    NODES_IN_ARRAY,
    TWO_KINDS_OF_NODES,
    HALF_A_CARD,
    UNDOCUMENTED_FIELDS,
    UNKNOWN_FIELD,
    FLOAT_MEMORY
}
