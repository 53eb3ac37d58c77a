package poolscope.pool.filter;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.Value;

/// Makes a term of a field, an operator and a value, each as the field's unit understands it.
final class ConditionBuilder {
    private final FilterProblems problems;
    private final ZoneId zone;

    ConditionBuilder(FilterProblems problems, ZoneId zone) {
        this.problems = problems;
        this.zone = zone;
    }

    Optional<PoolFilter> fact(PoolField field, FilterScanner.Sign sign, FilterScanner.Piece value) {
        return switch (field.unit()) {
            case TEXT, ID -> text(field, sign, value);
            case STATUS -> status(sign, value);
            case COUNT, PORTION, CORES, MEBIBYTES, CARDS ->
                relation(field, sign).flatMap(comparisonOperator -> number(field, value, true)
                        .map(operand -> new FilterCondition.Compare(field, comparisonOperator, operand)));
            case TIME -> relation(field, sign).flatMap(comparisonOperator -> time(value)
                    .map(operand -> new FilterCondition.Compare(field, comparisonOperator, operand)));
            case DAY -> relation(field, sign).flatMap(comparisonOperator -> day(value)
                    .map(operand -> new FilterCondition.Compare(field, comparisonOperator, operand)));
        };
    }

    Optional<PoolFilter> age(FilterScanner.Sign sign, FilterScanner.Piece value) {
        var comparisonOperator = relation(sign).filter(known -> !known.isOfEquality());
        if (comparisonOperator.isEmpty()) return unfit("age", sign);
        var age = FilterLiterals.age(comparisonOperator.get(), value.text());
        if (age.isEmpty()) problems.add(FilterProblem.Kind.NOT_AN_AGE, value, isDigits(value.text()), value.text());
        return age.map(Function.identity());
    }

    Optional<PoolFilter> list(PoolField field, List<FilterScanner.Piece> pieces) {
        return switch (field.unit()) {
            case TEXT, ID ->
                oneOf(field, pieces, piece -> Optional.of(new FilterCondition.Exactly(Value.text(piece.text()))));
            case COUNT, PORTION, CORES, MEBIBYTES, CARDS -> oneOf(field, pieces, piece -> number(field, piece, false));
            case STATUS -> pieces.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new FilterCondition.StatusIs(pieces.stream().map(ConditionBuilder::statusName).toList()));
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

    private Optional<PoolFilter> oneOf(PoolField field, List<FilterScanner.Piece> pieces,
            Function<FilterScanner.Piece, Optional<FilterCondition.Operand>> read) {
        var operands = new ArrayList<FilterCondition.Operand>();
        pieces.forEach(piece -> read.apply(piece).ifPresent(operands::add));
        var values = new LinkedHashSet<Value>();
        for (var operand : operands)
            if (operand instanceof FilterCondition.Exactly(Value value)) values.add(value);
        if (values.isEmpty()) return Optional.empty();
        return Optional.of(values.size() > 1
                ? new FilterCondition.OneOf(field, values)
                : new FilterCondition.Compare(field, ComparisonOperator.EQUAL, operands.getFirst()));
    }

    private Optional<PoolFilter> text(PoolField field, FilterScanner.Sign sign, FilterScanner.Piece value) {
        return switch (sign.sign()) {
            case ":" -> Optional.of(new FilterCondition.Contains(field, TextMatcher.of(value.text())));
            case "~" -> pattern(field, value);
            default -> relation(sign).filter(ComparisonOperator::isOfEquality)
                    .<PoolFilter>map(comparisonOperator -> new FilterCondition.Compare(field, comparisonOperator,
                            new FilterCondition.Exactly(Value.text(value.text()))))
                    .or(() -> unfit(FilterFieldNames.of(field).getFirst(), sign));
        };
    }

    private Optional<PoolFilter> status(FilterScanner.Sign sign, FilterScanner.Piece value) {
        var name = statusName(value);
        return switch (sign.sign()) {
            case ":" -> Optional.of(name instanceof FilterCondition.OfKind
                    ? new FilterCondition.StatusIs(List.of(name))
                    : new FilterCondition.StatusStarts(TextMatcher.of(value.text())));
            case "=" -> Optional.of(new FilterCondition.StatusIs(List.of(name)));
            case "!=" -> Optional.of(new FilterCondition.StatusIs(List.of(name)).negate());
            case "~" -> pattern(PoolField.STATUS, value);
            default -> unfit("status", sign);
        };
    }

    /// In quotes it is the service's word, whatever we call a kind.
    private static FilterCondition.StatusName statusName(FilterScanner.Piece piece) {
        var kind = piece.quoted() ? Optional.<PoolStatus.Kind>empty() : FilterLiterals.kind(piece.text());
        return kind.<FilterCondition.StatusName>map(FilterCondition.OfKind::new)
                .orElseGet(() -> new FilterCondition.OfWord(piece.text()));
    }

    private Optional<PoolFilter> pattern(PoolField field, FilterScanner.Piece value) {
        var boundedRegex = BoundedRegex.of(value.text());
        if (boundedRegex.isEmpty()) problems.add(FilterProblem.Kind.BAD_PATTERN, value, true, value.text());
        return boundedRegex.map(known -> new FilterCondition.Matches(field, known));
    }

    private Optional<FilterCondition.Operand> number(PoolField field, FilterScanner.Piece value, boolean orField) {
        Optional<BigDecimal> number = FilterLiterals.number(field, value.text());
        if (number.isPresent()) return number.map(known -> new FilterCondition.Exactly(new Value.Number(known)));
        boolean bare = orField && !value.quoted();
        var other = FilterFieldNames.find(value.text()).filter(known -> bare && known.unit().isNumeric());
        boolean start = "+-.".contains(value.text()) || bare && FilterFieldNames.isStartOfNumber(value.text());
        if (other.isEmpty())
            problems.add(FilterProblem.Kind.NOT_A_NUMBER, value, start, FilterFieldNames.of(field).getFirst(),
                    value.text());
        return other.map(FilterCondition.OfField::new);
    }

    private Optional<FilterCondition.Operand> time(FilterScanner.Piece value) {
        var time = FilterLiterals.time(value.text(), zone);
        if (time.isEmpty())
            problems.add(FilterProblem.Kind.NOT_A_TIME, value, FilterLiterals.isStartOfTime(value.text()),
                    value.text());
        return time;
    }

    private Optional<FilterCondition.Operand> day(FilterScanner.Piece value) {
        var day = FilterLiterals.day(value.text());
        if (day.isEmpty())
            problems.add(FilterProblem.Kind.NOT_A_DAY, value, FilterLiterals.isStartOfDay(value.text()), value.text());
        return day.map(known -> new FilterCondition.Exactly(new Value.Day(known)));
    }

    /// Of numbers and times `:` asks the same as `=`.
    private Optional<ComparisonOperator> relation(PoolField field, FilterScanner.Sign sign) {
        var comparisonOperator = sign.sign().equals(":") ? Optional.of(ComparisonOperator.EQUAL) : relation(sign);
        if (comparisonOperator.isEmpty()) unfit(FilterFieldNames.of(field).getFirst(), sign);
        return comparisonOperator;
    }

    private static Optional<ComparisonOperator> relation(FilterScanner.Sign sign) {
        return Arrays.stream(ComparisonOperator.values())
                .filter(comparisonOperator -> comparisonOperator.sign().equals(sign.sign()))
                .findFirst();
    }

    private Optional<PoolFilter> unfit(String field, FilterScanner.Sign sign) {
        problems.add(FilterProblem.Kind.OPERATOR_UNFIT, sign.from(), sign.to(), field, sign.sign());
        return Optional.empty();
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
