package poolscope.ui.pools;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.LatestTask;
import poolscope.pool.filter.FilterCompletionPosition;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.table.PoolSet;

/// Counts how many pools other filters would show. Counting runs in the background; results arrive on the FX thread.
public final class FilterMatchCountModel implements AutoCloseable {
    private final FilterModel filter;
    private final Supplier<PoolSet> pools;
    private final Clock clock;
    private final LatestTask historyTask;
    private final LatestTask withoutTask;
    private final LatestTask completionTask;

    /// A filter, or a term of one, and how many pools there would be with it, or without.
    public record Counted(PoolFilter filter, int pools) {}

    /// @param pools
    ///            the pools that are counted
    public FilterMatchCountModel(FilterModel filter, Supplier<PoolSet> pools, Clock clock,
            BackgroundAndFxExecutors executors) {
        this.filter = filter;
        this.pools = pools;
        this.clock = clock;
        historyTask = new LatestTask(executors);
        withoutTask = new LatestTask(executors);
        completionTask = new LatestTask(executors);
    }

    /// Earlier filters, newest first, each with how many pools it would show now.
    public void history(Consumer<List<Counted>> answer) {
        var filters = filter.history().stream().map(text -> filter.parse(text).filter()).toList();
        count(historyTask, filters, Function.identity(), answer);
    }

    /// The terms of the current filter, each with how many pools would be shown without it.
    public void withoutEachTerm(Consumer<List<Counted>> answer) {
        var now = filter.filterProperty().get();
        count(withoutTask, now.terms(), now::without, answer);
    }

    private void count(LatestTask latestTask, List<PoolFilter> filters, Function<PoolFilter, PoolFilter> counted,
            Consumer<List<Counted>> answer) {
        var set = pools.get();
        latestTask.start(isOutdated -> {
            var counts = new ArrayList<Counted>();
            var now = clock.instant();
            for (var one : filters)
                if (!isOutdated.getAsBoolean()) counts.add(new Counted(one, set.count(counted.apply(one), now)));
            return counts;
        }, answer::accept);
    }

    /// What could be typed at `place`, most frequent first.
    public void complete(FilterCompletionPosition place, Consumer<List<FilterCompletionPosition.Offer>> answer) {
        var set = pools.get();
        completionTask.start(_ -> place.offers(set.pools()), answer);
    }

    /// Drops the pending completion: its result is not needed any more.
    public void stopCompleting() {
        completionTask.cancel();
    }

    @Override
    public void close() {
        historyTask.close();
        withoutTask.close();
        completionTask.close();
    }
}
