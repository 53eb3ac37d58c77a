package poolscope.live;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import poolscope.pool.filter.FilterCompletion;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.table.PoolSet;

/// Counts pools in the background and returns results on the FX thread. Of each kind of count only the newest
/// is returned.
public final class FilterCounter implements AutoCloseable {
    /// The kinds of counts.
    public enum Topic {
        /// Number of pools that earlier filters would show now.
        HISTORY,
        /// Number of pools without one of the terms.
        WITHOUT,
        /// Completions of the typed text.
        COMPLETION
    }

    private final Clock clock;
    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("survey").factory());
    private final Map<Topic, LatestTask> newest = new EnumMap<>(Topic.class);

    public FilterCounter(Clock clock) {
        this.clock = clock;
    }

    /// Counts the pools that each filter shows.
    public void count(Topic topic, PoolSet set, List<PoolFilter> filters, Consumer<List<Integer>> answer) {
        ask(topic, overtaken -> {
            var counts = new ArrayList<Integer>();
            var now = clock.instant();
            for (var filter : filters)
                if (!overtaken.getAsBoolean()) counts.add(set.count(filter, now));
            return counts;
        }, answer);
    }

    /// Finds completions at a position of the text, most frequent first.
    public void complete(FilterCompletion place, PoolSet set, Consumer<List<FilterCompletion.Offer>> answer) {
        ask(Topic.COMPLETION, _ -> place.offers(set.pools()), answer);
    }

    /// Drops the pending result of this kind.
    public void forget(Topic topic) {
        newestOf(topic).forget();
    }

    private <T> void ask(Topic topic, Function<BooleanSupplier, T> work, Consumer<T> answer) {
        if (!worker.isShutdown()) newestOf(topic).ask(work, answer);
    }

    private LatestTask newestOf(Topic topic) {
        return newest.computeIfAbsent(topic, _ -> new LatestTask(worker));
    }

    @Override
    public void close() {
        newest.values().forEach(LatestTask::forget);
        worker.shutdownNow();
    }
}
