package poolscope.pool.node;

import java.util.Set;
import poolscope.pool.FieldValue;

/// A mark on a node that keeps jobs away from it.
///
/// @param effect
///            `NoSchedule`, `NoExecute` or `PreferNoSchedule` as sent
/// @param since
///            when it was set
public record NodeTaint(FieldValue key, FieldValue fieldValue, FieldValue effect, FieldValue since) {
    private static final Set<String> HARMLESS = Set.of("PreferNoSchedule");

    /// Whether no new job comes to the node. An effect that is not known is taken for one that keeps jobs away.
    public boolean keepsJobsAway() {
        return !HARMLESS.contains(effect.asText(""));
    }
}
