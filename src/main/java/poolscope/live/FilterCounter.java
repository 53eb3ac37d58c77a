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

/// Counts pools on a worker for whoever asks, and answers on the FX thread. Of each topic only the newest question
/// is answered.
public final class FilterCounter implements AutoCloseable {
    /// What is asked about.
    public enum Topic {
        /// How many pools the filters of before show now.
        HISTORY,
        /// How many pools there would be without one of the terms.
        WITHOUT,
        /// What could be written next.
        COMPLETION
    }

    private final Clock clock;
    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("survey").factory());
    private final Map<Topic, LatestTask> newest = new EnumMap<>(Topic.class);

    public FilterCounter(Clock clock) {
        this.clock = clock;
    }

    /// How many of the pools each filter shows.
    public void count(Topic topic, PoolSet set, List<PoolFilter> filters, Consumer<List<Integer>> answer) {
        ask(topic, overtaken -> {
            var counts = new ArrayList<Integer>();
            var now = clock.instant();
            for (var filter : filters)
                if (!overtaken.getAsBoolean()) counts.add(set.count(filter, now));
            return counts;
        }, answer);
    }

    /// What could be written at that place, most frequent first.
    public void complete(FilterCompletion place, PoolSet set, Consumer<List<FilterCompletion.Offer>> answer) {
        ask(Topic.COMPLETION, _ -> place.offers(set.pools()), answer);
    }

    /// Nobody wants the answer to the newest question any more.
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
