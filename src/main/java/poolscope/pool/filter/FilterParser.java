package poolscope.pool.filter;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;

/// Reads the grammar of [PoolFilter]: *or*, *and*, *not*, brackets and words. What can't be read becomes a problem and
/// is skipped; the filter is made of the rest.
final class FilterParser {
    /// So that neither the stack nor a refresh suffers, whatever is pasted.
    private static final int DEEPEST = 100;
    private static final int MOST_TERMS = 500;

    private final String text;
    private final FilterScanner scanner;
    private final FilterProblemCollector problems;
    private final ConditionParser facts;
    private int terms;

    FilterParser(String text, ZoneId zone) {
        this.text = text;
        scanner = new FilterScanner(text);
        problems = new FilterProblemCollector(text.length());
        facts = new ConditionParser(scanner, problems, zone);
    }

    PoolFilter.Parsed parse() {
        var parts = new ArrayList<PoolFilter>();
        scanner.skipBlanks();
        while (!scanner.atEnd()) {
            alternative(0).ifPresent(parts::add);
            while (scanner.takes(')')) {
                problems.add(FilterProblem.Kind.BRACKET_STRAY, scanner.at() - 1, scanner.at());
                scanner.skipBlanks();
            }
        }
        return new PoolFilter.Parsed(text, PoolFilter.allOf(parts), problems.verdict(), problems.list());
    }

    private Optional<PoolFilter> alternative(int depth) {
        var parts = new ArrayList<PoolFilter>();
        do
            conjunction(depth).ifPresent(parts::add);
        while (scanner.takesWord(FilterKeywords.OR));
        return parts.isEmpty() ? Optional.empty() : Optional.of(PoolFilter.anyOf(parts));
    }

    private Optional<PoolFilter> conjunction(int depth) {
        var parts = new ArrayList<PoolFilter>();
        boolean expected = true;
        while (!endsHere()) {
            if (scanner.seesWord(FilterKeywords.AND)) {
                if (expected) problems.missing(FilterProblem.Kind.TERM_MISSING, scanner.at());
                scanner.takesWord(FilterKeywords.AND);
                expected = true;
            } else {
                negation(depth).ifPresent(parts::add);
                expected = false;
            }
        }
        if (expected) problems.missing(FilterProblem.Kind.TERM_MISSING, scanner.at());
        return parts.isEmpty() ? Optional.empty() : Optional.of(PoolFilter.allOf(parts));
    }

    /// Whether a conjunction ends at the next character that is not blank.
    private boolean endsHere() {
        scanner.skipBlanks();
        return scanner.atEnd() || scanner.sees(')') || scanner.seesWord(FilterKeywords.OR);
    }

    private Optional<PoolFilter> negation(int depth) {
        boolean negated = false;
        while (takesNot())
            negated = !negated;
        if (endsHere() || scanner.seesWord(FilterKeywords.AND)) {
            problems.missing(FilterProblem.Kind.TERM_MISSING, scanner.at());
            return Optional.empty();
        }
        var term = term(depth);
        return negated ? term.map(PoolFilter::negate) : term;
    }

    /// `!` is a negation unless it begins `!=`.
    private boolean takesNot() {
        scanner.skipBlanks();
        if (scanner.takesWord(FilterKeywords.NOT)) return true;
        int before = scanner.at();
        boolean operator = scanner.sign().isPresent();
        scanner.goTo(before);
        return !operator && scanner.takes('!');
    }

    private Optional<PoolFilter> term(int depth) {
        if (++terms > MOST_TERMS) return stop(FilterProblem.Kind.TOO_MANY_TERMS);
        if (scanner.sees('(')) return depth < DEEPEST ? brackets(depth) : stop(FilterProblem.Kind.TOO_DEEP);
        if (scanner.sees('"')) {
            int from = scanner.at();
            var phrase = scanner.quoted();
            if (phrase.isEmpty()) problems.open(FilterProblem.Kind.QUOTE_OPEN, from);
            return phrase.map(piece -> new FilterCondition.Word(TextMatcher.of(piece.text())));
        }
        if (scanner.takesWord(FilterKeywords.EVERYTHING)) return Optional.of(PoolFilter.ALL);
        return facts.factOrWord();
    }

    private Optional<PoolFilter> brackets(int depth) {
        int from = scanner.at();
        scanner.takes('(');
        var inner = alternative(depth + 1);
        if (!scanner.takes(')')) problems.open(FilterProblem.Kind.BRACKET_OPEN, from);
        return inner;
    }

    private Optional<PoolFilter> stop(FilterProblem.Kind kind) {
        problems.add(kind, scanner.at(), scanner.length());
        scanner.goTo(scanner.length());
        return Optional.empty();
    }
}
