package poolscope.ui.pools;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.util.Subscription;
import poolscope.live.PoolSource;
import poolscope.live.PoolSources;
import poolscope.live.background.LatestTask;
import poolscope.live.changes.EarlierPools;
import poolscope.live.changes.HistoryRecorder;
import poolscope.pool.Pool;
import poolscope.pool.table.PoolSet;

/// Whether the table shows the pools of now or of an earlier moment at which something changed. Refreshes go on
/// meanwhile and do not change what is shown.
public final class ShownMomentModel implements AutoCloseable {
    private final PoolsModel pools;
    private final Past past;
    private final Work work;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final ReadOnlyObjectWrapper<List<Instant>> moments = new ReadOnlyObjectWrapper<>(this, "moments",
            List.of());
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(this, "shown",
            Optional.empty());
    private final ListChangeListener<PoolSource> onSources = _ -> {
        goToNow();
        list();
    };
    private final Subscription recordings;
    private Optional<Instant> wanted = Optional.empty();

    /// Where earlier pools come from.
    public record Past(PoolSources poolSources, HistoryRecorder recorder) {}

    /// Background work.
    ///
    /// @param listing
    ///            finds the moments that are kept
    /// @param reading
    ///            reads the pools of one of them
    public record Work(LatestTask listing, LatestTask reading) {}

    /// The earlier moment that is shown.
    ///
    /// @param unknown
    ///            the names of the connections of which nothing is kept of that time
    public record Shown(Instant moment, List<String> unknown) {
        public Shown {
            unknown = List.copyOf(unknown);
        }
    }

    private record Then(PoolSet pools, Shown shown) {}

    public ShownMomentModel(PoolsModel pools, Past past, Work work) {
        this.pools = pools;
        this.past = past;
        this.work = work;
        past.poolSources().sources().addListener(onSources);
        recordings = past.recorder().newestProperty().subscribe((_, now) -> {
            if (now.filter(recorded -> !recorded.entries().isEmpty() || moments.get().isEmpty()).isPresent()) list();
        });
    }

    /// Whether the moments are on screen.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// The moments that are kept, in the order of time. What the last one found still holds: it stands for now. Empty
    /// while they are not on screen.
    public ReadOnlyObjectProperty<List<Instant>> momentsProperty() {
        return moments.getReadOnlyProperty();
    }

    /// The earlier moment that is shown; empty for now.
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Opens the list of moments, or closes it and goes back to now.
    public void toggle() {
        if (open.get()) hide();
        else {
            open.set(true);
            list();
        }
    }

    /// Goes back to now.
    ///
    /// @return whether the moments were on screen
    public boolean hide() {
        boolean wasOpen = open.get();
        open.set(false);
        goToNow();
        work.listing().cancel();
        moments.set(List.of());
        return wasOpen;
    }

    private void list() {
        if (!open.get()) return;
        var ids = past.poolSources().sources().stream().map(source -> source.connection().id()).toList();
        work.listing().start(_ -> {
            var all = new TreeSet<Instant>();
            ids.forEach(id -> all.addAll(past.recorder().earlierPools().moments(id)));
            return List.copyOf(all);
        }, moments::set);
    }

    /// The place of what is wanted in the list of moments.
    public int place() {
        int last = moments.get().size() - 1;
        return wanted.map(moments.get()::indexOf).filter(place -> place >= 0).orElse(last);
    }

    /// Goes some moments later, or earlier for a negative number. Opens the moments first if they are not on screen.
    public void step(int by) {
        if (open.get()) show(place() + by);
        else
            toggle();
    }

    /// Shows the moment at that place of the list; the last one, and any after it, is now.
    public void show(int place) {
        int last = moments.get().size() - 1;
        if (place >= last) {
            goToNow();
            return;
        }
        var moment = moments.get().get(Math.max(0, place));
        wanted = Optional.of(moment);
        Map<String, Set<String>> others = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        for (var source : past.poolSources().sources()) {
            others.put(source.connection().id(), past.poolSources().shownByOthers(source));
            names.put(source.connection().id(), source.connection().name());
        }
        work.reading().start(_ -> at(moment, others, names, past.recorder().earlierPools()), this::show);
    }

    private static Then at(Instant moment, Map<String, Set<String>> others, Map<String, String> names,
            EarlierPools earlier) {
        List<Pool> all = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        others.forEach((id, shownByOthers) -> earlier.at(id, moment)
                .ifPresentOrElse(known -> known.pools()
                        .stream()
                        .filter(pool -> !shownByOthers.contains(pool.key()))
                        .forEach(all::add), () -> unknown.add(names.getOrDefault(id, id))));
        return new Then(PoolSet.holding(all), new Shown(moment, unknown));
    }

    private void show(Then then) {
        pools.earlierPoolsProperty().set(Optional.of(then.pools()));
        shown.set(Optional.of(then.shown()));
    }

    /// Shows the pools of now.
    public void goToNow() {
        wanted = Optional.empty();
        work.reading().cancel();
        pools.earlierPoolsProperty().set(Optional.empty());
        shown.set(Optional.empty());
    }

    @Override
    public void close() {
        recordings.unsubscribe();
        past.poolSources().sources().removeListener(onSources);
        work.listing().close();
        work.reading().close();
    }
}
