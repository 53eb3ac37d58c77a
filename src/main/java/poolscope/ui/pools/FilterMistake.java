package poolscope.ui.pools;

import java.util.Optional;
import poolscope.pool.filter.FilterProblem;
import poolscope.pool.filter.PoolFilter;

/// The first thing that is wrong with a text.
record FilterMistake(FilterProblem problem, String text) {

    static Optional<FilterMistake> in(PoolFilter.Parsed parsed) {
        return parsed.problems().stream().findFirst().map(problem -> new FilterMistake(problem, parsed.text()));
    }

    /// What was probably meant by a name that is none.
    Optional<String> suggestion() {
        return problem.kind() == FilterProblem.Kind.UNKNOWN_FIELD && problem.args().size() > 1
                ? Optional.of(problem.args().get(1))
                : Optional.empty();
    }

    /// The text with what was probably meant in place of what is wrong.
    Optional<String> mended() {
        return suggestion()
                .map(meant -> new StringBuilder(text).replace(problem.from(), problem.to(), meant).toString());
    }
}
