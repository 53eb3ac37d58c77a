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

/// Keeps one of each of what repeats in a list: owners, specifications, numbers, whole groups of nodes. 100,000 pools
/// share a few thousand of them. One for each reading, then forgotten.
public final class ValueInterner {
    private final Map<String, Value> texts = new HashMap<>();
    private final Map<String, Value> quantities = new HashMap<>();
    private final Map<String, Value> counts = new HashMap<>();
    private final Map<String, PoolStatus> statuses = new HashMap<>();
    private final Map<Parts, Object> wholes = new HashMap<>();

    /// What something is made of, each part already interned, so that sameness is enough: 4096 and 4096.0 stay
    /// two things.
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

    /// That number, which is not below zero.
    public Value number(BigDecimal number) {
        return quantity(number.toPlainString());
    }

    /// A decimal not below zero; absent when it is none.
    Value quantity(String text) {
        return quantities.computeIfAbsent(text, t -> number(WireNumber.decimal(t)));
    }

    /// A whole number of things, at most 2^31 - 1; absent when it is none.
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

    /// The one whole of its type that is made of these interned parts, at most four.
    public <T> T whole(Class<T> type, Supplier<T> make, @Nullable Object... parts) {
        var key = new Parts(type, part(parts, 0), part(parts, 1), part(parts, 2), part(parts, 3));
        return type.cast(wholes.computeIfAbsent(key, _ -> make.get()));
    }

    /// The one object that stands for these interned parts in their order, to be a part of a whole.
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
