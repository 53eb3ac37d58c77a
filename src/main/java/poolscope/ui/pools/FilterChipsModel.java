package poolscope.ui.pools;

import java.util.function.Consumer;
import java.util.function.Supplier;
import poolscope.pool.filter.FilterKeywordLanguage;
import poolscope.pool.filter.PoolFilter;

/// Actions on one chip of the filter; each is one undo step.
public final class FilterChipsModel {
    private final Supplier<FilterChipsAndTypedText> now;
    private final Consumer<FilterChipsAndTypedText> push;

    /// @param now
    ///            the current state of the bar
    /// @param go
    ///            makes a state the current one, as one undo step
    FilterChipsModel(Supplier<FilterChipsAndTypedText> now, Consumer<FilterChipsAndTypedText> go) {
        this.now = now;
        this.push = go;
    }

    /// Negates the term of the chip.
    public void negate(PoolFilter term) {
        push.accept(now.get().negated(term));
    }

    /// Switches the chip off, or on again.
    public void switchOver(PoolFilter term) {
        push.accept(now.get().switched(term));
    }

    public void remove(PoolFilter term) {
        push.accept(now.get().removed(term));
    }

    /// Turns the chip back into text that can be edited, in that language.
    public void open(PoolFilter term, FilterKeywordLanguage language) {
        push.accept(now.get().opened(term, language));
    }
}
