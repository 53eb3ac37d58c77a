package poolscope.ui.pools;

import java.util.function.Consumer;
import java.util.function.Supplier;
import poolscope.pool.filter.PoolFilter;

/// What can be done to one chip of the filter; each is a step of its own.
public final class FilterChipsModel {
    private final Supplier<FilterState> now;
    private final Consumer<FilterState> go;

    /// @param now
    ///            what stands in the bar
    /// @param go
    ///            goes a step on
    FilterChipsModel(Supplier<FilterState> now, Consumer<FilterState> go) {
        this.now = now;
        this.go = go;
    }

    /// That chip asks for the opposite.
    public void negate(PoolFilter term) {
        go.accept(now.get().negated(term));
    }

    /// That chip is switched off, or on again.
    public void switchOver(PoolFilter term) {
        go.accept(now.get().switched(term));
    }

    public void remove(PoolFilter term) {
        go.accept(now.get().removed(term));
    }

    /// That chip is text again, to be changed.
    public void open(PoolFilter term) {
        go.accept(now.get().opened(term));
    }
}
