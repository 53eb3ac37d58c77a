package poolscope.pool.node;

import poolscope.pool.FieldValue;

/// Something that changed in a pool, as the service reports it. It names no node.
///
/// @param type
///            `Normal` or `Warning` as sent
/// @param count
///            how often it happened
public record PoolEvent(FieldValue type, FieldValue reason, FieldValue message, FieldValue count, FieldValue firstAt,
        FieldValue lastAt) {
    public boolean isWarning() {
        return type.asText("").equals("Warning");
    }

    /// Identifies it, because the service sends no id.
    public FieldValue key() {
        return FieldValue
                .text(String.join("|", firstAt.toString(), lastAt.toString(), reason.toString(), message.toString()));
    }
}
