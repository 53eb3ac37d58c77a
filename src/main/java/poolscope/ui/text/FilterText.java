package poolscope.ui.text;

import java.util.OptionalInt;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.filter.FilterKeywordLanguage;
import poolscope.pool.filter.FilterProblem;
import poolscope.pool.filter.PoolFilter;

/// Formats chips, suggestions and errors of a filter.
public final class FilterText {
    private final Texts texts;

    public FilterText(Texts texts) {
        this.texts = texts;
    }

    /// The filter in the language of the window.
    public String print(PoolFilter filter) {
        return filter.print(language());
    }

    /// A filter that is kept as text, in the language of the window; a text that is no filter stays as it is.
    public String print(String kept) {
        var parsed = PoolFilter.parse(kept);
        return parsed.verdict() == PoolFilter.Verdict.VALID ? print(parsed.filter()) : kept;
    }

    public FilterKeywordLanguage language() {
        return texts.locale().getLanguage().equals("zh")
                ? FilterKeywordLanguage.CHINESE
                : FilterKeywordLanguage.ENGLISH;
    }

    /// The error of a filter.
    public String problem(FilterProblem problem) {
        var args = problem.args().stream().map(ExternalTextCleaner::of).toArray();
        boolean near = problem.kind() == FilterProblem.Kind.UNKNOWN_FIELD && args.length > 1;
        return texts.format("filter." + problem.kind().name() + (near ? ".near" : ""), args);
    }

    /// Number of pools shown and in total.
    public String count(boolean filtered, int shown, int all) {
        return texts.format(filtered ? "filter.count" : "filter.count.all", shown, all);
    }

    /// In place of a count that is being worked out.
    public String counting() {
        return texts.format("filter.counting");
    }

    /// In place of earlier filters.
    public String noHistory() {
        return texts.format("filter.history.none");
    }

    /// The command that accepts a correction.
    public String accept(String meant) {
        return texts.format("filter.accept", ExternalTextCleaner.of(meant));
    }

    /// The name of a list of suggestions.
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
        return texts.format("filter.without", ExternalTextCleaner.of(term), pools);
    }

    /// The name of a chip for screen readers, with its keys.
    public String chip(String term, boolean on) {
        return texts.format(on ? "filter.chip" : "filter.chip.off", term);
    }

    public String chipTip(String term) {
        return texts.format("filter.chip.tip", ExternalTextCleaner.of(term));
    }

    public String switchChip(String term, boolean on) {
        return texts.format(on ? "filter.chip.switchOff" : "filter.chip.switchOn", ExternalTextCleaner.of(term));
    }

    public String negateChip(String term) {
        return texts.format("filter.chip.negate", ExternalTextCleaner.of(term));
    }

    public String removeChip(String term) {
        return texts.format("filter.chip.remove", ExternalTextCleaner.of(term));
    }
}
