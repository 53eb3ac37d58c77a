package poolscope.pool.node;

import java.util.Set;
import poolscope.pool.FieldValue;

/// Planned maintenance of one node.
///
/// @param type
///            kind of maintenance as sent
/// @param state
///            `inquiring`, `scheduled`, `executing`, `completed`, `failed`, `canceled` or another word, as sent
/// @param node
///            name of the node
/// @param poolId
///            id of its pool
/// @param notBefore
///            the earliest beginning
public record ScheduledEvent(FieldValue id, FieldValue type, FieldValue state, FieldValue node, FieldValue poolId,
        FieldValue notBefore, FieldValue startedAt) {
    private static final Set<String> OVER = Set.of("completed", "failed", "canceled");

    /// Whether it is still to come or going on; a state that is not known may be.
    public boolean isAhead() {
        return !OVER.contains(state.asText(""));
    }

    /// Whether it waits for the customer's permission.
    public boolean awaitsConsent() {
        return state.asText("").equals("inquiring");
    }

    /// When it began, or begins at the earliest.
    public FieldValue beginsAt() {
        return startedAt.isKnown() ? startedAt : notBefore;
    }
}
