package poolscope.ui.pools;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import poolscope.live.FilterCounter;
import poolscope.live.Fleet;
import poolscope.pool.filter.FilterCompletion;
import poolscope.pool.filter.PoolFilter;

/// Counts how many pools other filters would show. Counting runs in the background; results arrive on the FX thread.
public final class FilterAdviceModel {
    private final FilterModel filter;
    private final Fleet fleet;
    private final FilterCounter filterCounter;

    /// A filter, or a term of one, and how many pools there would be with it, or without.
    public record Counted(PoolFilter filter, int pools) {}

    public FilterAdviceModel(FilterModel filter, Fleet fleet, FilterCounter filterCounter) {
        this.filter = filter;
        this.fleet = fleet;
        this.filterCounter = filterCounter;
    }

    /// Earlier filters, newest first, each with how many pools it would show now.
    public void history(Consumer<List<Counted>> answer) {
        var filters = filter.history().stream().map(text -> filter.parse(text).filter()).toList();
        count(FilterCounter.Topic.HISTORY, filters, filters, answer);
    }

    /// The terms of the current filter, each with how many pools would be shown without it.
    public void withoutEachTerm(Consumer<List<Counted>> answer) {
        var now = filter.filterProperty().get();
        count(FilterCounter.Topic.WITHOUT, now.terms(), now.terms().stream().map(now::without).toList(), answer);
    }

    private void count(FilterCounter.Topic topic, List<PoolFilter> named, List<PoolFilter> counted,
            Consumer<List<Counted>> answer) {
        filterCounter.count(topic, fleet.poolsProperty().get(), counted, counts -> {
            var answers = new ArrayList<Counted>();
            for (int i = 0; i < counts.size(); i++)
                answers.add(new Counted(named.get(i), counts.get(i)));
            answer.accept(answers);
        });
    }

    /// What could be typed at `place`.
    public void complete(FilterCompletion place, Consumer<List<FilterCompletion.Offer>> answer) {
        filterCounter.complete(place, fleet.poolsProperty().get(), answer);
    }

    /// Drops the pending completion: its result is not needed any more.
    public void stopCompleting() {
        filterCounter.forget(FilterCounter.Topic.COMPLETION);
    }
}
