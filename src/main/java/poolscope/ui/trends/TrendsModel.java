package poolscope.ui.trends;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.background.LatestTask;
import poolscope.live.changes.PoolHistory;
import poolscope.pool.Pool;
import poolscope.pool.change.PoolKey;
import poolscope.pool.trend.TrendMeasureGroup;
import poolscope.ui.pools.PoolsTableModel;

/// Which pools, which time and which amounts a trend is of; the trend itself is made in the background.
public final class TrendsModel implements AutoCloseable {
    private final PoolsTableModel pools;
    private final Past past;
    private final LatestTask latestTask;
    private final ReadOnlyObjectWrapper<TrendRange> range = new ReadOnlyObjectWrapper<>(this, "range", TrendRange.DAY);
    private final BooleanProperty ofSelection = new SimpleBooleanProperty(this, "ofSelection");
    private final BooleanProperty asTable = new SimpleBooleanProperty(this, "asTable");
    private final ObjectProperty<Optional<TrendMeasureGroup>> group = new SimpleObjectProperty<>(this, "group",
            Optional.empty());
    private final ReadOnlyObjectWrapper<TrendScreenState> content = new ReadOnlyObjectWrapper<>(this, "content",
            new TrendScreenState.Reading());
    private List<Pool> selected = List.of();
    /// The range that the operator chose, and the one of the open screen, which stays until another one is chosen.
    private Optional<TrendRange> chosen = Optional.empty();
    private Optional<TrendRange> asked = Optional.empty();

    /// What trends are made of.
    public record Past(ObservableTickedConnectionPools observableTickedConnectionPools, PoolHistory poolHistory,
            Clock clock) {}

    /// @param latestTask
    ///            makes the trend in the background
    public TrendsModel(PoolsTableModel pools, Past past, LatestTask latestTask) {
        this.pools = pools;
        this.past = past;
        this.latestTask = latestTask;
    }

    /// The screen is open: the trend follows what is read until it is unsubscribed from. Of the pools selected now, if
    /// there are any.
    Subscription open() {
        selected = List.copyOf(pools.selectedPools());
        ofSelection.set(!selected.isEmpty());
        content.set(new TrendScreenState.Reading());
        asked = chosen;
        return Subscription.combine(pools.arrangedPoolsProperty().subscribe(_ -> read()),
                ofSelection.subscribe((_, _) -> read()), latestTask::cancel);
    }

    private void read() {
        var reader = new TrendReader(counted(), asked, past.clock().instant());
        latestTask.start(isOutdated -> reader.read(past.poolHistory(), isOutdated), this::show);
    }

    private void show(TrendScreenState now) {
        now.shownRange().ifPresent(shown -> {
            asked = Optional.of(shown);
            range.set(shown);
        });
        content.set(now);
        if (!(now instanceof TrendScreenState.Known known)) return;
        var groups = TrendMeasureGroup.of(known.poolAmountTrend());
        if (group.get().filter(groups::contains).isEmpty()) group.set(groups.stream().findFirst());
    }

    /// A pool that two connections list is added up once, as it is shown once.
    private Map<String, Predicate<Pool>> counted() {
        var wanted = wanted();
        Map<String, Predicate<Pool>> counted = new LinkedHashMap<>();
        for (var source : past.observableTickedConnectionPools().sources()) {
            var others = past.observableTickedConnectionPools().shownByOthers(source);
            counted.put(source.serviceAndProject().id(),
                    others.isEmpty() ? wanted : wanted.and(pool -> !others.contains(pool.key())));
        }
        return counted;
    }

    private Predicate<Pool> wanted() {
        if (ofSelection.get()) {
            var keys = selected.stream().map(PoolKey::of).collect(Collectors.toSet());
            return pool -> keys.contains(PoolKey.of(pool));
        }
        var filter = pools.arrangedPools().filter();
        Instant now = past.clock().instant();
        return pool -> filter.matches(pool, now);
    }

    ReadOnlyObjectProperty<TrendScreenState> contentProperty() {
        return content.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TrendRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /// Shows that much of the past, also when the screen is opened again.
    void chooseRange(TrendRange trendRange) {
        if (trendRange == range.get()) return;
        chosen = Optional.of(trendRange);
        asked = chosen;
        range.set(trendRange);
        read();
    }

    /// Whether the trend is of the pools that were selected when the screen was opened; otherwise of those that the
    /// filter shows, at each moment as they were then.
    BooleanProperty ofSelectionProperty() {
        return ofSelection;
    }

    BooleanProperty asTableProperty() {
        return asTable;
    }

    /// The amounts shown; empty until a trend was made.
    ObjectProperty<Optional<TrendMeasureGroup>> groupProperty() {
        return group;
    }

    /// The pools that were selected when the screen was opened.
    List<Pool> selected() {
        return selected;
    }

    /// The number of pools that the filter shows now.
    int shownPools() {
        return pools.arrangedPools().size();
    }

    Instant now() {
        return past.clock().instant();
    }

    @Override
    public void close() {
        latestTask.close();
    }
}
