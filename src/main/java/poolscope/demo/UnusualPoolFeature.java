package poolscope.demo;

/// A peculiarity of a pool in a list, each seen in real responses or not excluded by the document.
enum UnusualPoolFeature {
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
