package poolscope.live;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import poolscope.pool.FilterCompletion;
import poolscope.pool.PoolFilter;
import poolscope.pool.PoolSet;

/// Counts pools on a worker for whoever asks, and answers on the FX thread. Of each topic only the newest question is answered.
public final class Survey implements AutoCloseable {
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
    private final Map<Topic, Object> newest = new ConcurrentHashMap<>();

    public Survey(Clock clock) {
        this.clock = clock;
    }

    /// How many of the pools each filter shows.
    public void count(Topic topic, PoolSet set, List<PoolFilter> filters, Consumer<List<Integer>> answer) {
        ask(topic, wanted -> {
            var counts = new ArrayList<Integer>();
            for (var filter : filters) {
                if (!wanted.getAsBoolean()) return Optional.empty();
                counts.add(set.count(filter, clock.instant()));
            }
            return Optional.of(counts);
        }, answer);
    }

    /// What could be written at that place, most frequent first.
    public void complete(FilterCompletion place, PoolSet set, Consumer<List<FilterCompletion.Offer>> answer) {
        ask(Topic.COMPLETION, _ -> Optional.of(place.offers(set)), answer);
    }

    /// Nobody wants the answer to the newest question any more.
    public void forget(Topic topic) {
        newest.remove(topic);
    }

    private <T> void ask(Topic topic, Function<BooleanSupplier, Optional<T>> work, Consumer<? super T> answer) {
        if (worker.isShutdown()) return;
        var question = new Object();
        newest.put(topic, question);
        BooleanSupplier wanted = () -> newest.get(topic) == question;
        worker.execute(() -> {
            if (wanted.getAsBoolean()) work.apply(wanted).ifPresent(found -> Platform.runLater(() -> {
                if (wanted.getAsBoolean()) answer.accept(found);
            }));
        });
    }

    @Override
    public void close() {
        newest.clear();
        worker.shutdownNow();
    }
}
