package poolscope.pool.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;

/// One thing that a filter asks of a pool.
///
/// No term speaks of [PoolField#NODES]: what it says is said by the numbers of nodes and of available ones.
public sealed interface FilterCondition extends PoolFilter {

    /// Some text, id or status of the pool contains it.
    record Word(TextMatcher textMatcher) implements FilterCondition {}

    /// The service said something in this field, and not the empty text.
    record Has(PoolField field) implements FilterCondition {
        public Has {
            require(field != PoolField.NODES);
        }
    }

    /// A text contains it.
    record Contains(PoolField field, TextMatcher textMatcher) implements FilterCondition {
        public Contains {
            require(isText(field));
        }
    }

    /// The expression is found in a text or in the status word.
    record Matches(PoolField field, BoundedRegex boundedRegex) implements FilterCondition {
        public Matches {
            require(isText(field) || field == PoolField.STATUS);
        }
    }

    /// A number, time, day or text stands so to another.
    record Compare(PoolField field, ComparisonOperator comparisonOperator, Operand operand) implements FilterCondition {
        public Compare {
            require(field != PoolField.NODES && operand.fits(field, comparisonOperator));
        }
    }

    /// The time since creation is so many units, or less, or more; `relation` is none of equality.
    ///
    /// @param amount
    ///            0 to [#MOST]
    record Age(ComparisonOperator comparisonOperator, long amount, AgeUnit unit) implements FilterCondition {
        static final long MOST = 999_999_999;

        public Age {
            require(!comparisonOperator.isOfEquality() && amount >= 0 && amount <= MOST);
        }
    }

    /// A number, day or text is one of at least two.
    record OneOf(PoolField field, SequencedSet<FieldValue> values) implements FilterCondition {
        public OneOf {
            values = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(values));
            require(field != PoolField.NODES && field.unit() != PoolField.Unit.TIME && values.size() > 1
                    && values.stream()
                            .allMatch(fieldValue -> new Exactly(fieldValue).fits(field, ComparisonOperator.EQUAL)));
        }
    }

    /// The status is one of these.
    record StatusIs(List<StatusName> names) implements FilterCondition {
        public StatusIs {
            names = names.stream().distinct().toList();
            require(!names.isEmpty());
        }
    }

    /// The service's word for the status, or a name of its kind, begins with it.
    record StatusStarts(TextMatcher textMatcher) implements FilterCondition {}

    /// What a status can be called.
    sealed interface StatusName {
    }

    /// A kind by its name.
    record OfKind(PoolStatus.Kind kind) implements StatusName {}

    /// Exactly that word of the service.
    record OfWord(String word) implements StatusName {}

    /// What a field is compared with.
    sealed interface Operand {
        /// Whether such a comparison can be written.
        default boolean fits(PoolField field, ComparisonOperator comparisonOperator) {
            return switch (this) {
                case OfField(PoolField other) ->
                    field.unit().isNumeric() && other.unit().isNumeric() && other != PoolField.NODES;
                case Day _ -> field.unit() == PoolField.Unit.TIME;
                case Exactly(FieldValue fieldValue) -> switch (fieldValue) {
                    case FieldValue.Number _ -> field.unit().isNumeric();
                    case FieldValue.Time _ -> field.unit() == PoolField.Unit.TIME;
                    case FieldValue.Day _ -> field.unit() == PoolField.Unit.DAY;
                    case FieldValue.Text _ -> isText(field) && comparisonOperator.isOfEquality();
                    case FieldValue.Absent _, FieldValue.Unreadable _, FieldValue.Portion _, FieldValue.State _,
                            FieldValue.Before _ ->
                        false;
                };
            };
        }
    }

    /// A number, a moment, a day or a text.
    record Exactly(FieldValue fieldValue) implements Operand {}

    /// What another field says.
    record OfField(PoolField field) implements Operand {}

    /// A whole day: later means after its end, earlier before its start.
    record Day(LocalDate date, ZoneId zone) implements Operand {}

    /// Whether the field holds texts.
    static boolean isText(PoolField field) {
        return field.unit() == PoolField.Unit.TEXT || field.unit() == PoolField.Unit.ID;
    }

    /// See [PoolFilter#is].
    static PoolFilter is(PoolField field, FieldValue fieldValue) {
        if (field == PoolField.NODES) return isPortion(fieldValue);
        return switch (fieldValue) {
            case FieldValue.Absent _, FieldValue.Unreadable _, FieldValue.Portion _ -> new Has(field).negate();
            case FieldValue.State(PoolStatus status) -> new StatusIs(List.of(statusName(status)));
            case FieldValue.Before(Instant instant) ->
                new Compare(field, ComparisonOperator.AT_MOST, new Exactly(new FieldValue.Time(instant)));
            case FieldValue.Number _, FieldValue.Time _, FieldValue.Day _, FieldValue.Text _ ->
                new Compare(field, ComparisonOperator.EQUAL, new Exactly(fieldValue));
        };
    }

    /// See [PoolFilter#compare].
    static Optional<PoolFilter> compare(PoolField field, ComparisonOperator comparisonOperator, FieldValue fieldValue) {
        if (field == PoolField.NODES)
            return fieldValue instanceof FieldValue.Portion portion
                    ? compare(PoolField.AVAILABLE_NODES, comparisonOperator, new FieldValue.Number(portion.part()))
                    : Optional.empty();
        var operand = new Exactly(fieldValue);
        return operand.fits(field, comparisonOperator)
                ? Optional.of(new Compare(field, comparisonOperator, operand))
                : Optional.empty();
    }

    private static PoolFilter isPortion(FieldValue fieldValue) {
        return fieldValue instanceof FieldValue.Portion portion
                ? is(PoolField.AVAILABLE_NODES, new FieldValue.Number(portion.part()))
                        .and(is(PoolField.NODE_COUNT, new FieldValue.Number(portion.whole())))
                : new Has(PoolField.AVAILABLE_NODES).negate().or(new Has(PoolField.NODE_COUNT).negate());
    }

    /// The name that means this status and no other.
    static StatusName statusName(PoolStatus status) {
        return status.kind() == PoolStatus.Kind.OTHER ? new OfWord(status.word()) : new OfKind(status.kind());
    }

    /// See [#statusName(PoolStatus)].
    static StatusName statusName(FieldValue fieldValue) {
        return statusName(fieldValue instanceof FieldValue.State(PoolStatus status) ? status : PoolStatus.NOT_REPORTED);
    }

    private static void require(boolean lawful) {
        if (!lawful) throw new IllegalArgumentException("no filter can say this");
    }
}
