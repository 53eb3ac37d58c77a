package poolscope.ui.pools;

import java.util.Optional;
import poolscope.pool.filter.FilterProblem;
import poolscope.pool.filter.PoolFilter;

/// The first error in a filter text.
record FirstFilterError(FilterProblem problem, String text) {

    static Optional<FirstFilterError> in(PoolFilter.Parsed parsed) {
        return parsed.problems().stream().findFirst().map(problem -> new FirstFilterError(problem, parsed.text()));
    }

    /// The most similar field name, for an unknown one.
    Optional<String> suggestion() {
        return problem.kind() == FilterProblem.Kind.UNKNOWN_FIELD && problem.args().size() > 1
                ? Optional.of(problem.args().get(1))
                : Optional.empty();
    }

    /// The text with the suggestion in place of the error.
    Optional<String> corrected() {
        return suggestion()
                .map(meant -> new StringBuilder(text).replace(problem.from(), problem.to(), meant).toString());
    }
}
