package poolscope.pool.filter;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;

/// Makes a term of a field, an operator and a value, each as the field's unit understands it.
final class FieldConditionBuilder {
    private final FilterProblemCollector problems;
    private final ZoneId zone;

    /// A field by the name that was typed, so that a problem is described in the operator's own words.
    ///
    /// @param typed
    ///            the name as it was typed
    record NamedField(PoolField field, String typed) {}

    FieldConditionBuilder(FilterProblemCollector problems, ZoneId zone) {
        this.problems = problems;
        this.zone = zone;
    }

    Optional<PoolFilter> fact(NamedField named, FilterScanner.Operator sign, FilterScanner.Token value) {
        var field = named.field();
        return switch (field.unit()) {
            case TEXT, ID -> text(named, sign, value);
            case STATUS -> status(named.typed(), sign, value);
            case COUNT, PORTION, CORES, MEBIBYTES, CARDS ->
                relation(named, sign).flatMap(comparisonOperator -> number(named, value, true)
                        .map(operand -> new FilterCondition.Compare(field, comparisonOperator, operand)));
            case TIME -> relation(named, sign).flatMap(comparisonOperator -> time(value)
                    .map(operand -> new FilterCondition.Compare(field, comparisonOperator, operand)));
            case DAY -> relation(named, sign).flatMap(comparisonOperator -> day(value)
                    .map(operand -> new FilterCondition.Compare(field, comparisonOperator, operand)));
        };
    }

    Optional<PoolFilter> age(String typed, FilterScanner.Operator sign, FilterScanner.Token value) {
        var comparisonOperator = relation(sign).filter(known -> !known.isOfEquality());
        if (comparisonOperator.isEmpty()) return unfit(typed, sign);
        var age = FilterLiterals.age(comparisonOperator.get(), value.text());
        if (age.isEmpty()) problems.add(FilterProblem.Kind.NOT_AN_AGE, value, isDigits(value.text()), value.text());
        return age.map(Function.identity());
    }

    Optional<PoolFilter> list(NamedField named, List<FilterScanner.Token> pieces) {
        var field = named.field();
        return switch (field.unit()) {
            case TEXT, ID -> oneOf(field, pieces,
                    piece -> Optional.of(new FilterCondition.Exactly(FieldValue.text(word(field, piece)))));
            case COUNT, PORTION, CORES, MEBIBYTES, CARDS -> oneOf(field, pieces, piece -> number(named, piece, false));
            case STATUS -> pieces.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FilterCondition.StatusIs(
                            pieces.stream().map(FieldConditionBuilder::statusName).toList()));
            case DAY -> oneOf(field, pieces, this::day);
            case TIME -> {
                var days = pieces.stream()
                        .map(this::time)
                        .flatMap(Optional::stream)
                        .map(operand -> (PoolFilter) new FilterCondition.Compare(field, ComparisonOperator.EQUAL,
                                operand))
                        .toList();
                yield days.isEmpty() ? Optional.empty() : Optional.of(PoolFilter.anyOf(days));
            }
        };
    }

    private Optional<PoolFilter> oneOf(PoolField field, List<FilterScanner.Token> pieces,
            Function<FilterScanner.Token, Optional<FilterCondition.Operand>> read) {
        var operands = new ArrayList<FilterCondition.Operand>();
        pieces.forEach(piece -> read.apply(piece).ifPresent(operands::add));
        var values = new LinkedHashSet<FieldValue>();
        for (var operand : operands)
            if (operand instanceof FilterCondition.Exactly(FieldValue fieldValue)) values.add(fieldValue);
        if (values.isEmpty()) return Optional.empty();
        return Optional.of(values.size() > 1
                ? new FilterCondition.OneOf(field, values)
                : new FilterCondition.Compare(field, ComparisonOperator.EQUAL, operands.getFirst()));
    }

    private Optional<PoolFilter> text(NamedField named, FilterScanner.Operator sign, FilterScanner.Token value) {
        var field = named.field();
        return switch (sign.sign()) {
            case ":" -> Optional.of(new FilterCondition.Contains(field, TextMatcher.of(word(field, value))));
            case "~" -> pattern(field, value);
            default -> relation(sign).filter(ComparisonOperator::isOfEquality)
                    .<PoolFilter>map(comparisonOperator -> new FilterCondition.Compare(field, comparisonOperator,
                            new FilterCondition.Exactly(FieldValue.text(word(field, value)))))
                    .or(() -> unfit(named.typed(), sign));
        };
    }

    /// What is compared: the service's word for one that only the screen has, unless it stands in quotes.
    private static String word(PoolField field, FilterScanner.Token value) {
        if (field == PoolField.BOUGHT) return FilterLiterals.period(value.text()).orElse(value.text());
        return field == PoolField.PERIOD_TYPE && !value.quoted()
                ? FilterLiterals.periodUnit(value.text()).orElse(value.text())
                : value.text();
    }

    private Optional<PoolFilter> status(String typed, FilterScanner.Operator sign, FilterScanner.Token value) {
        var name = statusName(value);
        return switch (sign.sign()) {
            case ":" -> Optional.of(name instanceof FilterCondition.OfKind || furtherStatus(value).isPresent()
                    ? new FilterCondition.StatusIs(List.of(name))
                    : new FilterCondition.StatusStarts(TextMatcher.of(value.text())));
            case "=" -> Optional.of(new FilterCondition.StatusIs(List.of(name)));
            case "!=" -> Optional.of(new FilterCondition.StatusIs(List.of(name)).negate());
            case "~" -> pattern(PoolField.STATUS, value);
            default -> unfit(typed, sign);
        };
    }

    /// In quotes it is the service's word, whatever we call a kind.
    private static FilterCondition.StatusName statusName(FilterScanner.Token piece) {
        var kind = piece.quoted() ? Optional.<PoolStatus.Kind>empty() : FilterLiterals.kind(piece.text());
        return kind.<FilterCondition.StatusName>map(FilterCondition.OfKind::new)
                .orElseGet(() -> new FilterCondition.OfWord(furtherStatus(piece).orElse(piece.text())));
    }

    private static Optional<String> furtherStatus(FilterScanner.Token piece) {
        return piece.quoted() ? Optional.empty() : FilterLiterals.furtherStatus(piece.text());
    }

    private Optional<PoolFilter> pattern(PoolField field, FilterScanner.Token value) {
        var boundedRegex = BoundedRegex.of(value.text());
        if (boundedRegex.isEmpty()) problems.add(FilterProblem.Kind.BAD_PATTERN, value, true, value.text());
        return boundedRegex.map(known -> new FilterCondition.Matches(field, known));
    }

    private Optional<FilterCondition.Operand> number(NamedField named, FilterScanner.Token value, boolean orField) {
        Optional<BigDecimal> number = FilterLiterals.number(named.field(), value.text());
        if (number.isPresent()) return number.map(known -> new FilterCondition.Exactly(new FieldValue.Number(known)));
        boolean bare = orField && !value.quoted();
        var other = FilterFieldNames.find(value.text()).filter(known -> bare && known.unit().isNumeric());
        boolean start = "+-.".contains(value.text()) || bare && FilterFieldNames.isStartOfNumber(value.text());
        if (other.isEmpty()) problems.add(FilterProblem.Kind.NOT_A_NUMBER, value, start, named.typed(), value.text());
        return other.map(FilterCondition.OfField::new);
    }

    private Optional<FilterCondition.Operand> time(FilterScanner.Token value) {
        var time = FilterLiterals.time(value.text(), zone);
        if (time.isEmpty())
            problems.add(FilterProblem.Kind.NOT_A_TIME, value, FilterLiterals.isStartOfTime(value.text()),
                    value.text());
        return time;
    }

    private Optional<FilterCondition.Operand> day(FilterScanner.Token value) {
        var day = FilterLiterals.day(value.text());
        if (day.isEmpty())
            problems.add(FilterProblem.Kind.NOT_A_DAY, value, FilterLiterals.isStartOfDay(value.text()), value.text());
        return day.map(known -> new FilterCondition.Exactly(new FieldValue.Day(known)));
    }

    /// Of numbers and times `:` asks the same as `=`.
    private Optional<ComparisonOperator> relation(NamedField named, FilterScanner.Operator sign) {
        var comparisonOperator = sign.sign().equals(":") ? Optional.of(ComparisonOperator.EQUAL) : relation(sign);
        if (comparisonOperator.isEmpty()) unfit(named.typed(), sign);
        return comparisonOperator;
    }

    private static Optional<ComparisonOperator> relation(FilterScanner.Operator sign) {
        return Arrays.stream(ComparisonOperator.values())
                .filter(comparisonOperator -> comparisonOperator.sign().equals(sign.sign()))
                .findFirst();
    }

    private Optional<PoolFilter> unfit(String field, FilterScanner.Operator sign) {
        problems.add(FilterProblem.Kind.OPERATOR_UNFIT, sign.from(), sign.to(), field, sign.sign());
        return Optional.empty();
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
