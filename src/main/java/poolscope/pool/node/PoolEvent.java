package poolscope.pool.node;

import poolscope.pool.Value;

/// Something that changed in a pool, as the service reports it. It names no node.
///
/// @param type
///            `Normal` or `Warning` as sent
/// @param count
///            how often it happened
public record PoolEvent(Value type, Value reason, Value message, Value count, Value firstAt, Value lastAt) {
    public boolean isWarning() {
        return type.asText("").equals("Warning");
    }
}
