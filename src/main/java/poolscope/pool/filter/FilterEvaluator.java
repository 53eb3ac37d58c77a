package poolscope.pool.filter;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;

/// Whether a pool matches a filter. Which pools are shown takes two values; the third says that a pool is hidden only
/// because a value is not known.
enum FilterEvaluator {
    /// It does not hold.
    NO,
    /// A value that decides is not known.
    UNKNOWN,
    /// It holds.
    YES;

    /// In two-valued logic: a term that can't be decided does not hold.
    static boolean matches(PoolFilter filter, Pool pool, Instant now) {
        return switch (filter) {
            case PoolFilter.All _ -> true;
            case PoolFilter.And(List<PoolFilter> parts) -> {
                for (var part : parts)
                    if (!matches(part, pool, now)) yield false;
                yield true;
            }
            case PoolFilter.Or(List<PoolFilter> parts) -> {
                for (var part : parts)
                    if (matches(part, pool, now)) yield true;
                yield false;
            }
            case PoolFilter.Not(PoolFilter part) -> !matches(part, pool, now);
            case FilterCondition term -> ofTerm(term, pool, now) == YES;
        };
    }

    /// In Kleene's three-valued logic: *and* is the least of its parts, *or* the greatest, *not* swaps `YES` and `NO`.
    static FilterEvaluator of(PoolFilter filter, Pool pool, Instant now) {
        return switch (filter) {
            case PoolFilter.All _ -> YES;
            case PoolFilter.And(List<PoolFilter> parts) ->
                parts.stream().map(part -> of(part, pool, now)).reduce(YES, (a, b) -> a.compareTo(b) < 0 ? a : b);
            case PoolFilter.Or(List<PoolFilter> parts) ->
                parts.stream().map(part -> of(part, pool, now)).reduce(NO, (a, b) -> a.compareTo(b) > 0 ? a : b);
            case PoolFilter.Not(PoolFilter part) -> values()[YES.ordinal() - of(part, pool, now).ordinal()];
            case FilterCondition term -> ofTerm(term, pool, now);
        };
    }

    private static FilterEvaluator ofTerm(FilterCondition term, Pool pool, Instant now) {
        return switch (term) {
            case FilterCondition.Word(TextMatcher textMatcher) -> of(PoolAllFieldsSearch.finds(textMatcher, pool));
            case FilterCondition.Has(PoolField field) -> of(field.of(pool).isSaid());
            case FilterCondition.StatusIs(List<FilterCondition.StatusName> names) -> of(isOne(pool.status(), names));
            case FilterCondition.StatusStarts(TextMatcher textMatcher) -> of(starts(pool.status(), textMatcher));
            case FilterCondition.Contains(PoolField field, TextMatcher textMatcher) -> {
                var fieldValue = field.of(pool);
                yield fieldValue instanceof FieldValue.Text(String text)
                        ? of(textMatcher.isIn(text))
                        : unknown(field, fieldValue);
            }
            case FilterCondition.Matches matches -> matches(matches, pool);
            case FilterCondition.OneOf(PoolField field, var values) -> {
                var fieldValue = field.of(pool);
                if (!fieldValue.isKnown()) yield unknown(field, fieldValue);
                yield of(values.contains(fieldValue)
                        || field == PoolField.WORKSPACE && values.stream().anyMatch(pool.v2().setup()::isInWorkspace));
            }
            case FilterCondition.Compare compare -> compares(compare, pool);
            case FilterCondition.Age age -> pool.createdAt() instanceof FieldValue.Time(Instant created)
                    ? of(age.comparisonOperator().holds(Duration.between(created, now).compareTo(length(age))))
                    : UNKNOWN;
        };
    }

    private static Duration length(FilterCondition.Age age) {
        return Duration.ofSeconds(age.amount() * age.unit().seconds());
    }

    private static FilterEvaluator matches(FilterCondition.Matches matches, Pool pool) {
        var fieldValue = matches.field() == PoolField.STATUS
                ? FieldValue.text(pool.status().word())
                : matches.field().of(pool);
        if (!(fieldValue instanceof FieldValue.Text(String text))) return unknown(matches.field(), fieldValue);
        return switch (matches.boundedRegex().in(text)) {
            case YES -> YES;
            case NO -> NO;
            case GAVE_UP -> UNKNOWN;
        };
    }

    private static FilterEvaluator compares(FilterCondition.Compare compare, Pool pool) {
        var fieldValue = compare.field().of(pool);
        if (!fieldValue.isKnown()) return unknown(compare.field(), fieldValue);
        if (fieldValue instanceof FieldValue.Before(Instant latest))
            return holdsUpTo(latest, compare.comparisonOperator(), compare.operand());
        return switch (compare.operand()) {
            case FilterCondition.Exactly(FieldValue right) when compare.field() == PoolField.WORKSPACE
                    && pool.v2().setup().isInWorkspace(right) ->
                of(compare.comparisonOperator() == ComparisonOperator.EQUAL);
            case FilterCondition.Exactly(FieldValue right) ->
                of(holds(fieldValue, compare.comparisonOperator(), right));
            case FilterCondition.OfField(PoolField other) -> {
                var right = other.of(pool);
                yield right.isKnown()
                        ? of(holds(fieldValue, compare.comparisonOperator(), right))
                        : unknown(other, right);
            }
            case FilterCondition.Day(LocalDate date, ZoneId zone) ->
                fieldValue instanceof FieldValue.Time(Instant instant)
                        ? of(compare.comparisonOperator().holds(side(instant, date, zone)))
                        : NO;
        };
    }

    /// Of a moment of which only the latest possible is known: it holds when it does for each possible one.
    private static FilterEvaluator holdsUpTo(Instant latest, ComparisonOperator comparisonOperator,
            FilterCondition.Operand operand) {
        int side = switch (operand) {
            case FilterCondition.Exactly(FieldValue.Time(Instant right)) -> Integer.signum(latest.compareTo(right));
            case FilterCondition.Day(LocalDate date, ZoneId zone) -> side(latest, date, zone);
            case FilterCondition.Exactly _, FilterCondition.OfField _ -> 1;
        };
        var possible = IntStream.rangeClosed(-1, side).mapToObj(comparisonOperator::holds).distinct().toList();
        return possible.size() == 1 ? of(possible.getFirst()) : UNKNOWN;
    }

    /// Texts are only asked whether they are equal, so their order is not looked for.
    private static boolean holds(FieldValue left, ComparisonOperator comparisonOperator, FieldValue right) {
        if (left instanceof FieldValue.Number(BigDecimal a) && right instanceof FieldValue.Number(BigDecimal b))
            return comparisonOperator.holds(a.compareTo(b));
        if (left instanceof FieldValue.Time(Instant a) && right instanceof FieldValue.Time(Instant b))
            return comparisonOperator.holds(a.compareTo(b));
        if (left instanceof FieldValue.Day(LocalDate a) && right instanceof FieldValue.Day(LocalDate b))
            return comparisonOperator.holds(a.compareTo(b));
        return comparisonOperator.isOfEquality()
                && left.equals(right) == (comparisonOperator == ComparisonOperator.EQUAL);
    }

    /// Before the day, within it or after it.
    private static int side(Instant instant, LocalDate date, ZoneId zone) {
        if (instant.isBefore(date.atStartOfDay(zone).toInstant())) return -1;
        return instant.isBefore(date.plusDays(1).atStartOfDay(zone).toInstant()) ? 0 : 1;
    }

    private static boolean isOne(PoolStatus status, List<FilterCondition.StatusName> names) {
        for (var name : names) {
            boolean same = switch (name) {
                case FilterCondition.OfKind(PoolStatus.Kind kind) -> kind == status.kind();
                case FilterCondition.OfWord(String word) -> word.equals(status.word());
            };
            if (same) return true;
        }
        return false;
    }

    private static boolean starts(PoolStatus status, TextMatcher textMatcher) {
        return textMatcher.begins(status.word())
                || FilterLiterals.written(status.kind()).stream().anyMatch(textMatcher::begins);
    }

    /// A pool that is paid by use has no order: that is an answer, not a gap.
    private static FilterEvaluator unknown(PoolField field, FieldValue fieldValue) {
        return field.group() == PoolField.Group.BILLING && fieldValue.equals(FieldValue.ABSENT) ? NO : UNKNOWN;
    }

    private static FilterEvaluator of(boolean holds) {
        return holds ? YES : NO;
    }
}
