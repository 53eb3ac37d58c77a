package poolscope.ui.text;

import java.util.OptionalInt;
import poolscope.pool.filter.FilterProblem;

/// A filter's chips, choices and problems, in words.
public final class FilterText {
    private final Texts texts;

    public FilterText(Texts texts) {
        this.texts = texts;
    }

    /// What is wrong with a filter.
    public String problem(FilterProblem problem) {
        var args = problem.args().stream().map(SafeText::text).toArray();
        boolean near = problem.kind() == FilterProblem.Kind.UNKNOWN_FIELD && args.length > 1;
        return texts.format("filter." + problem.kind().name() + (near ? ".near" : ""), args);
    }

    /// How many pools are shown of how many.
    public String count(boolean filtered, int shown, int all) {
        return texts.format(filtered ? "filter.count" : "filter.count.all", shown, all);
    }

    /// The word that writes what was meant.
    public String accept(String meant) {
        return texts.format("filter.accept", SafeText.text(meant));
    }

    /// What a list of choices is called.
    public String choices() {
        return texts.format("filter.choices");
    }

    public String pools(int pools) {
        return texts.format("filter.pools", pools);
    }

    public String pools(OptionalInt pools) {
        return pools.isPresent() ? pools(pools.getAsInt()) : "";
    }

    /// How many pools there would be without that term.
    public String without(String term, int pools) {
        return texts.format("filter.without", SafeText.text(term), pools);
    }

    /// A chip as a screen reader says it, with its keys.
    public String chip(String term, boolean on) {
        return texts.format(on ? "filter.chip" : "filter.chip.off", term);
    }

    public String chipTip(String term) {
        return texts.format("filter.chip.tip", SafeText.text(term));
    }

    public String switchChip(String term, boolean on) {
        return texts.format(on ? "filter.chip.switchOff" : "filter.chip.switchOn", SafeText.text(term));
    }

    public String negateChip(String term) {
        return texts.format("filter.chip.negate", SafeText.text(term));
    }

    public String removeChip(String term) {
        return texts.format("filter.chip.remove", SafeText.text(term));
    }
}
