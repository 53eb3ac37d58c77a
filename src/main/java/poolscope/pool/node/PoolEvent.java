package poolscope.pool.node;

import poolscope.pool.Value;

/// Something that changed in a pool, as the service reports it. It names no node.
///
/// @param type
///            `Normal` or `Warning` as sent
/// @param count
///            how often it happened
public record PoolEvent(Value type, Value reason, Value message, Value count, Value firstAt, Value lastAt) {
    /// Identifies it, because the service sends no id.
    public Value key() {
        return Value
                .text(String.join("|", firstAt.toString(), lastAt.toString(), reason.toString(), message.toString()));
    }
}
