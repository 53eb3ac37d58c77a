package poolscope.api.json;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import poolscope.pool.PoolStatus;
import poolscope.pool.Value;

/// Keeps one instance of each repeated value of a list: owners, specifications, numbers, groups of nodes. 100,000 pools
/// share a few thousand of them. One for each read.
public final class ValueInterner {
    private final Map<String, Value> texts = new HashMap<>();
    private final Map<String, Value> quantities = new HashMap<>();
    private final Map<String, Value> counts = new HashMap<>();
    private final Map<String, PoolStatus> statuses = new HashMap<>();
    private final Map<Parts, Object> wholes = new HashMap<>();

    /// The interned parts of an object, compared by identity: 4096 and 4096.0 stay different.
    @SuppressWarnings("ReferenceEquality")
    private record Parts(Class<?> type, @Nullable Object a, @Nullable Object b, @Nullable Object c,
            @Nullable Object d) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Parts p && type == p.type && a == p.a && b == p.b && c == p.c && d == p.d;
        }

        @Override
        public int hashCode() {
            int hash = 31 * System.identityHashCode(type) + System.identityHashCode(a);
            hash = 31 * hash + System.identityHashCode(b);
            hash = 31 * hash + System.identityHashCode(c);
            return 31 * hash + System.identityHashCode(d);
        }
    }

    public Value text(String text) {
        return texts.computeIfAbsent(text, Value::text);
    }

    Value unreadable(String raw) {
        return texts.computeIfAbsent("\0" + raw, _ -> new Value.Unreadable(raw));
    }

    /// The value of a number that is not below zero.
    public Value number(BigDecimal number) {
        return quantity(number.toPlainString());
    }

    /// A decimal not below zero; absent otherwise.
    Value quantity(String text) {
        return quantities.computeIfAbsent(text, t -> number(WireNumber.decimal(t)));
    }

    /// A whole number, at most 2^31 - 1; absent otherwise.
    Value count(String text) {
        return counts.computeIfAbsent(text,
                t -> WireNumber.whole(t, 0, Integer.MAX_VALUE).isPresent() ? quantity(t) : Value.ABSENT);
    }

    private static Value number(Optional<BigDecimal> number) {
        return number.<Value>map(Value.Number::new).orElse(Value.ABSENT);
    }

    PoolStatus status(String word) {
        return statuses.computeIfAbsent(word, PoolStatus::of);
    }

    /// The one instance of this type that consists of these interned parts, at most four.
    public <T> T whole(Class<T> type, Supplier<T> make, @Nullable Object... parts) {
        var key = new Parts(type, part(parts, 0), part(parts, 1), part(parts, 2), part(parts, 3));
        return type.cast(wholes.computeIfAbsent(key, _ -> make.get()));
    }

    /// The one object for these interned parts in their order, to be used as a part of [#whole].
    public Object sequence(List<?> parts) {
        Object before = List.of();
        for (var part : parts) {
            var longer = new Parts(List.class, before, part, null, null);
            before = wholes.computeIfAbsent(longer, _ -> longer);
        }
        return before;
    }

    private static @Nullable Object part(@Nullable Object[] parts, int index) {
        return index < parts.length ? parts[index] : null;
    }
}
