package poolscope.ui.text;

import poolscope.pool.FilterProblem;

/// What is wrong with a filter, in words.
public final class FilterText {
    private final Texts texts;

    public FilterText(Texts texts) {
        this.texts = texts;
    }

    public String problem(FilterProblem problem) {
        var args = problem.args().stream().map(Inert::text).toArray();
        boolean near = problem.kind() == FilterProblem.Kind.UNKNOWN_FIELD && args.length > 1;
        return texts.say("filter." + problem.kind().name() + (near ? ".near" : ""), args);
    }
}
