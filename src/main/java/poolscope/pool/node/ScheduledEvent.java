package poolscope.pool.node;

import java.util.Set;
import poolscope.pool.FieldValue;

/// Planned maintenance of one node.
///
/// @param type
///            kind of maintenance as sent
/// @param state
///            `inquiring`, `scheduled`, `executing`, `completed`, `failed`, `canceled` or another word, as sent
/// @param instanceType
///            `standard`, `lite-cluster` or `devserver` as sent
/// @param node
///            name of the node
/// @param poolId
///            id of its pool
/// @param times
///            when it was announced, begins and ended
public record ScheduledEvent(FieldValue id, FieldValue type, FieldValue state, FieldValue description,
        FieldValue instanceType, FieldValue node, FieldValue poolId, Times times) {
    private static final Set<String> OVER = Set.of("completed", "failed", "canceled");

    /// @param notBefore
    ///            the earliest beginning
    public record Times(FieldValue publishedAt, FieldValue notBefore, FieldValue startedAt, FieldValue finishedAt) {}

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
        return times.startedAt().isKnown() ? times.startedAt() : times.notBefore();
    }
}
