package poolscope.pool.node;

import poolscope.pool.Value;

/// The software of a node, as sent.
public record NodeSoftware(Value driverPhase, Value driverVersion, Value os) {
    /// Nothing is known.
    public static final NodeSoftware NOT_REPORTED = new NodeSoftware(Value.ABSENT, Value.ABSENT, Value.ABSENT);
}
