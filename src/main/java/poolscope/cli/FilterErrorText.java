package poolscope.cli;

import poolscope.pool.filter.FilterProblem;
import poolscope.pool.filter.PoolFilter;

/// Why a text is not a filter, in one sentence that names the position.
final class FilterErrorText {
    private FilterErrorText() {}

    static String of(PoolFilter.Parsed parsed) {
        var problem = parsed.problems().getFirst();
        var found = parsed.text().substring(problem.from(), problem.to());
        var place = found.isEmpty()
                ? place(parsed.text(), problem)
                : place(parsed.text(), problem) + " (" + quoted(found) + ")";
        return "--filter is not a filter at " + place + ": " + reason(problem) + ".";
    }

    /// The position in characters as people count them, from 1.
    private static String place(String text, FilterProblem problem) {
        return problem.from() == text.length()
                ? "its end"
                : "character " + (text.codePointCount(0, problem.from()) + 1);
    }

    private static String reason(FilterProblem problem) {
        return switch (problem.kind()) {
            case UNKNOWN_FIELD -> arg(problem, 0) + " is not a field" + near(problem);
            case FIELD_MISSING -> "a field name is missing";
            case VALUE_MISSING -> "a value is missing";
            case TERM_MISSING -> "a word or condition is missing";
            case OPERATOR_UNFIT -> arg(problem, 0) + " can not be asked with " + arg(problem, 1);
            case NOT_A_NUMBER -> arg(problem, 0) + " needs a number, and " + arg(problem, 1) + " is none";
            case NOT_A_TIME -> arg(problem, 0) + " is not a date or time";
            case NOT_A_DAY -> arg(problem, 0) + " is not a date such as 2027-03-14";
            case NOT_AN_AGE -> arg(problem, 0) + " is not an age such as 7d";
            case BAD_PATTERN -> arg(problem, 0) + " is not a pattern that can be searched";
            case QUOTE_OPEN -> "a quote is not closed";
            case BRACKET_OPEN -> "a bracket is not closed";
            case BRACKET_STRAY -> "a bracket closes that did not open";
            case TOO_DEEP -> "too many brackets within brackets";
            case TOO_MANY_TERMS -> "too many conditions";
        };
    }

    private static String near(FilterProblem problem) {
        return problem.args().size() > 1 ? ", but " + arg(problem, 1) + " is one" : "";
    }

    private static String arg(FilterProblem problem, int index) {
        return quoted(problem.args().get(index));
    }

    private static String quoted(String text) {
        return "\"" + TerminalText.of(text) + "\"";
    }
}
