package poolscope.pool;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What one field of one pool says. Sealed, so that each consumer (cell, filter, export, diff) is one exhaustive
/// switch.
///
/// The natural order is total: absent first, then unreadable, numbers as numbers, times as times, text
/// by [NaturalTextOrder].
public sealed interface FieldValue extends Comparable<FieldValue> {

    /// The service did not say: the field is missing or `null`. Never shown as 0 and never summed.
    FieldValue ABSENT = new Absent();

    /// The service did not say.
    record Absent() implements FieldValue {}

    /// The service sent something that is not what this field is documented to hold; `raw` is what came, as JSON text.
    record Unreadable(String raw) implements FieldValue {}

    /// A number exactly as sent (no binary rounding: 7.06 stays 7.06).
    record Number(BigDecimal number) implements FieldValue {
        public static Number of(long number) {
            return new Number(BigDecimal.valueOf(number));
        }

        /// Numerically equal numbers are equal: 4096.0 is 4096.
        @Override
        public boolean equals(Object other) {
            return other instanceof Number n && number.compareTo(n.number) == 0;
        }

        @Override
        public int hashCode() {
            return number.signum() == 0 ? 0 : number.stripTrailingZeros().hashCode();
        }
    }

    /// A part of a whole, such as available nodes of all nodes. Sorts by the part, then by the whole.
    record Portion(BigDecimal part, BigDecimal whole) implements FieldValue {
        /// As numbers are equal: 3 of 4.0 is 3 of 4.
        @Override
        public boolean equals(Object other) {
            return other instanceof Portion p && part.compareTo(p.part) == 0 && whole.compareTo(p.whole) == 0;
        }

        @Override
        public int hashCode() {
            return 31 * new Number(part).hashCode() + new Number(whole).hashCode();
        }
    }

    /// A moment, UTC.
    record Time(Instant instant) implements FieldValue {}

    /// A moment that is only known not to be after this one, UTC.
    record Before(Instant instant) implements FieldValue {}

    /// A day of the calendar, without a time zone.
    record Day(LocalDate date) implements FieldValue {}

    /// A status, known or not.
    record State(PoolStatus status) implements FieldValue {}

    /// Any text, also the empty one when the service sent it.
    record Text(String text) implements FieldValue {}

    /// The text as a value.
    static FieldValue text(String text) {
        return new Text(text);
    }

    /// The number, when this is one.
    default Optional<BigDecimal> asNumber() {
        return this instanceof Number(BigDecimal number) ? Optional.of(number) : Optional.empty();
    }

    /// The moment by which it is sorted, when this is one: *before* a moment sorts just before it.
    default Optional<Instant> asMoment() {
        return switch (this) {
            case Time(Instant instant) -> Optional.of(instant);
            case Before(Instant instant) -> Optional.of(instant.minusNanos(1));
            default -> Optional.empty();
        };
    }

    /// The text, or `otherwise` when this is not a text.
    default String asText(String otherwise) {
        return this instanceof Text(String text) ? text : otherwise;
    }

    /// Whether the service said something that can be understood.
    default boolean isKnown() {
        return !(this instanceof Absent || this instanceof Unreadable);
    }

    /// Whether the service said something that can be understood, and not just the empty text: what `has:` asks.
    default boolean isSaid() {
        return switch (this) {
            case Absent _, Unreadable _ -> false;
            case Text(String text) -> !text.isEmpty();
            case State(PoolStatus status) -> !status.word().isEmpty();
            case Number _, Portion _, Time _, Before _, Day _ -> true;
        };
    }

    private static int rank(FieldValue fieldValue) {
        return switch (fieldValue) {
            case Absent _ -> 0;
            case Unreadable _ -> 1;
            case Number _ -> 2;
            case Portion _ -> 3;
            case Time _, Before _ -> 4;
            case Day _ -> 5;
            case State _ -> 6;
            case Text _ -> 7;
        };
    }

    @Override
    default int compareTo(FieldValue other) {
        if (this instanceof Number(BigDecimal a) && other instanceof Number(BigDecimal b)) return a.compareTo(b);
        if (this instanceof Time(Instant a) && other instanceof Time(Instant b)) return a.compareTo(b);
        if (asMoment().isPresent() && other.asMoment().isPresent())
            return asMoment().get().compareTo(other.asMoment().get());
        if (this instanceof Day(LocalDate a) && other instanceof Day(LocalDate b)) return a.compareTo(b);
        if (this instanceof Text(String a) && other instanceof Text(String b)) return NaturalTextOrder.compare(a, b);
        if (this instanceof State(PoolStatus a) && other instanceof State(PoolStatus b)) return a.compareTo(b);
        if (this instanceof Unreadable(String a) && other instanceof Unreadable(String b)) return a.compareTo(b);
        if (this instanceof Portion a && other instanceof Portion b) {
            int byPart = a.part.compareTo(b.part);
            return byPart != 0 ? byPart : a.whole.compareTo(b.whole);
        }
        return Integer.compare(rank(this), rank(other));
    }
}
