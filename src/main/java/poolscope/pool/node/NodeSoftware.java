package poolscope.pool.node;

import poolscope.pool.FieldValue;

/// The software of a node, as sent.
public record NodeSoftware(FieldValue driverPhase, FieldValue driverVersion, FieldValue os) {
    /// Nothing is known.
    public static final NodeSoftware NOT_REPORTED = new NodeSoftware(FieldValue.ABSENT, FieldValue.ABSENT,
            FieldValue.ABSENT);
}
