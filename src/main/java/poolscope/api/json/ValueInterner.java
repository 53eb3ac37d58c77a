package poolscope.api.json;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolStatus;

/// Keeps one instance of each repeated value of a list: owners, specifications, numbers, groups of nodes. 100,000 pools
/// share a few thousand of them. One for each read.
public final class ValueInterner {
    private final Map<String, FieldValue> texts = new HashMap<>();
    private final Map<String, FieldValue> quantities = new HashMap<>();
    private final Map<String, FieldValue> counts = new HashMap<>();
    private final Map<BigDecimal, FieldValue> numbers = new HashMap<>();
    private final @Nullable FieldValue[] small = new FieldValue[1000];
    private final Map<String, PoolStatus> statuses = new HashMap<>();
    private final Map<Parts, Object> wholes = new HashMap<>();

    /// The interned parts of an object, compared by identity: 4096 and 4096.0 stay different.
    @SuppressWarnings("ReferenceEquality")
    private static final class Parts {
        private final Class<?> type;
        private final Object[] parts;
        private final int hash;

        Parts(Class<?> type, Object[] parts) {
            this.type = type;
            this.parts = parts;
            int ofParts = System.identityHashCode(type);
            for (var part : parts)
                ofParts = 31 * ofParts + System.identityHashCode(part);
            hash = ofParts;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Parts p && hash == p.hash && type == p.type && hasSameParts(p);
        }

        private boolean hasSameParts(Parts other) {
            if (parts.length != other.parts.length) return false;
            for (int i = 0; i < parts.length; i++)
                if (parts[i] != other.parts[i]) return false;
            return true;
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    public FieldValue text(String text) {
        return texts.computeIfAbsent(text, FieldValue::text);
    }

    FieldValue unreadable(String raw) {
        return texts.computeIfAbsent("\0" + raw, _ -> new FieldValue.Unreadable(raw));
    }

    /// The value of a number that is not below zero; absent for one with too many digits.
    public FieldValue number(BigDecimal number) {
        return numbers.computeIfAbsent(number,
                n -> JsonNumberParser.isShort(n) ? new FieldValue.Number(n) : FieldValue.ABSENT);
    }

    /// A decimal not below zero; absent otherwise.
    FieldValue quantity(String text) {
        return quantities.computeIfAbsent(text,
                t -> JsonNumberParser.decimal(t).map(this::number).orElse(FieldValue.ABSENT));
    }

    /// A whole number from 0 to 999.
    FieldValue small(int number) {
        var known = small[number];
        if (known == null) {
            known = number(BigDecimal.valueOf(number));
            small[number] = known;
        }
        return known;
    }

    /// A whole number, at most 2^31 - 1; absent otherwise.
    FieldValue count(String text) {
        return counts.computeIfAbsent(text,
                t -> JsonNumberParser.whole(t, 0, Integer.MAX_VALUE).isPresent() ? quantity(t) : FieldValue.ABSENT);
    }

    PoolStatus status(String word) {
        return statuses.computeIfAbsent(word, PoolStatus::of);
    }

    /// The one instance of this type that consists of these interned parts.
    public <T> T whole(Class<T> type, Supplier<T> make, Object... parts) {
        return type.cast(wholes.computeIfAbsent(new Parts(type, parts), _ -> make.get()));
    }
}
