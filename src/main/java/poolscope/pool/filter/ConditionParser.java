package poolscope.pool.filter;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import poolscope.pool.PoolField;

/// Reads what begins with a name: a fact about a field, or, when no operator follows, a plain word.
final class ConditionParser {
    private final FilterScanner scanner;
    private final FilterProblemCollector problems;
    private final FieldConditionBuilder reader;

    ConditionParser(FilterScanner scanner, FilterProblemCollector problems, ZoneId zone) {
        this.scanner = scanner;
        this.problems = problems;
        reader = new FieldConditionBuilder(problems, zone);
    }

    Optional<PoolFilter> factOrWord() {
        var name = name();
        scanner.skipBlanks();
        var sign = scanner.sign();
        if (sign.isPresent()) return fact(name, sign.get());
        boolean isIn = is(name, FilterKeywords.IN);
        if (isIn && scanner.sees('(')) return withoutField(name.from(), name.to());
        if (!isIn && scanner.seesWord(FilterKeywords.IN)) {
            int before = scanner.at();
            scanner.takesWord(FilterKeywords.IN);
            scanner.skipBlanks();
            if (scanner.sees('(') || scanner.atEnd() && isField(name)) return list(name);
            scanner.goTo(before);
        } else {
            scanner.goTo(name.to());
        }
        return Optional.of(new FilterCondition.Word(TextMatcher.of(name.text())));
    }

    /// A name of a field may be of two parts, such as 资源池 ID, when an operator or a list follows; otherwise these are
    /// two words.
    private FilterScanner.Token name() {
        var first = scanner.name();
        if (!FilterFieldNames.isFirstPart(first.text())) return first;
        scanner.skipBlanks();
        var second = scanner.name();
        var both = both(first, second);
        boolean follows = isField(both) && isConditionAhead();
        scanner.goTo(follows ? both.to() : first.to());
        return follows ? both : first;
    }

    private boolean isConditionAhead() {
        scanner.skipBlanks();
        if (scanner.sign().isPresent()) return true;
        if (!scanner.takesWord(FilterKeywords.IN)) return false;
        scanner.skipBlanks();
        return scanner.sees('(');
    }

    private static FilterScanner.Token both(FilterScanner.Token first, FilterScanner.Token second) {
        return new FilterScanner.Token(first.text() + " " + second.text(), first.from(), second.to(), false);
    }

    /// The value of *has*, which may be a name of two parts as well.
    private FilterScanner.Token withSecondPart(FilterScanner.Token first) {
        if (first.quoted() || !FilterFieldNames.isFirstPart(first.text())) return first;
        int before = scanner.at();
        scanner.skipBlanks();
        var both = both(first, scanner.name());
        var known = FilterFieldNames.find(first.text());
        boolean same = isField(both) && (known.isEmpty() || known.equals(FilterFieldNames.find(both.text())));
        if (!same) scanner.goTo(before);
        return same ? both : first;
    }

    private Optional<PoolFilter> fact(FilterScanner.Token name, FilterScanner.Operator sign) {
        var value = value(false);
        if (name.text().isEmpty()) return withoutField(sign.from(), sign.to());
        boolean has = is(name, FilterKeywords.HAS);
        if (has || is(name, FilterKeywords.MISSING))
            return sign.sign().equals(":")
                    ? value.flatMap(piece -> has(withSecondPart(piece), has))
                    : unfit(name.text(), sign.sign(), sign.from(), sign.to());
        if (FilterFieldNames.isAge(name.text())) return value.flatMap(piece -> reader.age(name.text(), sign, piece));
        var field = field(name);
        return value.flatMap(piece -> field
                .flatMap(known -> reader.fact(new FieldConditionBuilder.NamedField(known, name.text()), sign, piece)));
    }

    private Optional<PoolFilter> has(FilterScanner.Token name, boolean has) {
        var field = FilterFieldNames.isAge(name.text()) ? Optional.of(PoolField.CREATED_AT) : fieldOrStart(name);
        return field.map(FilterCondition.Has::new).map(term -> has ? term : term.negate());
    }

    private Optional<PoolFilter> list(FilterScanner.Token name) {
        int from = scanner.at();
        var values = new ArrayList<FilterScanner.Token>();
        boolean whole = scanner.takes('(');
        if (whole) do
            value(true).ifPresent(values::add);
        while (takesComma());
        else
            problems.missing(FilterProblem.Kind.VALUE_MISSING, from);
        if (whole && !scanner.takes(')')) {
            whole = false;
            if (scanner.atEnd()) problems.open(FilterProblem.Kind.BRACKET_OPEN, from);
            else
                problems.missing(FilterProblem.Kind.VALUE_MISSING, scanner.at());
        }
        if (FilterFieldNames.isAge(name.text())) return unfit(name.text(), "in", name.from(), name.to());
        var field = field(name);
        return whole
                ? field.flatMap(known -> reader.list(new FieldConditionBuilder.NamedField(known, name.text()), values))
                : Optional.empty();
    }

    private boolean takesComma() {
        scanner.skipBlanks();
        return scanner.takesComma();
    }

    /// The value after an operator or in a list. A keyword behind a blank is not one, so `gpu>= and x` lacks a value.
    private Optional<FilterScanner.Token> value(boolean inList) {
        int from = scanner.at();
        scanner.skipBlanks();
        int at = scanner.at();
        if (scanner.sees('"')) {
            var quoted = scanner.quoted();
            if (quoted.isEmpty()) problems.open(FilterProblem.Kind.QUOTE_OPEN, at);
            return quoted;
        }
        boolean keyword = !inList && at > from && (scanner.seesWord(FilterKeywords.AND)
                || scanner.seesWord(FilterKeywords.OR) || scanner.seesWord(FilterKeywords.NOT));
        var value = scanner.value(inList);
        if (!keyword && !value.text().isEmpty()) return Optional.of(value);
        scanner.goTo(at);
        problems.missing(FilterProblem.Kind.VALUE_MISSING, at);
        return Optional.empty();
    }

    private Optional<PoolFilter> withoutField(int from, int to) {
        problems.add(FilterProblem.Kind.FIELD_MISSING, from, to);
        return Optional.empty();
    }

    private Optional<PoolFilter> unfit(String name, String sign, int from, int to) {
        problems.add(FilterProblem.Kind.OPERATOR_UNFIT, from, to, name, sign);
        return Optional.empty();
    }

    private static boolean isField(FilterScanner.Token name) {
        return FilterFieldNames.find(name.text()).isPresent();
    }

    private static boolean is(FilterScanner.Token name, List<String> words) {
        return FilterKeywords.is(name.text(), words);
    }

    private Optional<PoolField> field(FilterScanner.Token name) {
        var field = FilterFieldNames.find(name.text());
        if (field.isEmpty()) problems.add(FilterProblem.Kind.UNKNOWN_FIELD, name, false, guess(name));
        return field;
    }

    private Optional<PoolField> fieldOrStart(FilterScanner.Token name) {
        var field = FilterFieldNames.find(name.text());
        if (field.isEmpty())
            problems.add(FilterProblem.Kind.UNKNOWN_FIELD, name, FilterFieldNames.isStart(name.text()), guess(name));
        return field;
    }

    private static String[] guess(FilterScanner.Token name) {
        return FilterFieldNames.nearest(name.text())
                .map(near -> new String[]{name.text(), near})
                .orElseGet(() -> new String[]{name.text()});
    }
}
