package poolscope.pool.node;

import poolscope.pool.Value;

/// The software of a node, as sent.
public record NodeSystem(Value driverPhase, Value driverVersion, Value os) {
    /// Nothing is known.
    public static final NodeSystem NOT_REPORTED = new NodeSystem(Value.ABSENT, Value.ABSENT, Value.ABSENT);
}
