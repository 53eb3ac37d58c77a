package poolscope.ui.pools;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.util.Subscription;
import poolscope.history.KnownPoolsAtTime;
import poolscope.history.SnapshotFile;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.background.LatestTask;
import poolscope.live.changes.HistoryRecorder;

/// Whether the table shows the pools of now, of an earlier moment at which something changed, or of a file that
/// somebody sent. Refreshes go on meanwhile and do not change what is shown.
public final class ShownPointInTimeModel implements AutoCloseable {
    private final PoolsTableModel pools;
    private final Past past;
    private final Work work;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final ReadOnlyObjectWrapper<Optional<SnapshotFile>> file = new ReadOnlyObjectWrapper<>(this, "file",
            Optional.empty());
    private final ReadOnlyObjectWrapper<List<Instant>> moments = new ReadOnlyObjectWrapper<>(this, "moments",
            List.of());
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(this, "shown",
            Optional.empty());
    private final ListChangeListener<ObservableConnectionInventory> onSources = _ -> {
        if (file.get().isPresent()) return;
        goToNow();
        list();
    };
    private final Subscription recordings;
    private Optional<Instant> wanted = Optional.empty();
    /// Where to go once the moments are known, by the place that is shown then.
    private Optional<IntUnaryOperator> awaited = Optional.empty();

    /// Where earlier pools come from.
    public record Past(ObservableTickedConnectionPools observableTickedConnectionPools, HistoryRecorder recorder) {}

    /// Background work.
    ///
    /// @param listing
    ///            finds the moments that are kept
    /// @param reading
    ///            reads the pools of one of them
    public record Work(LatestTask listing, LatestTask reading) {}

    /// The earlier moment that is shown.
    ///
    /// @param lists
    ///            the pools of each connection
    /// @param unknown
    ///            the names of the connections of which nothing is kept of that time
    public record Shown(Instant moment, List<KnownPoolsAtTime> lists, List<String> unknown) {
        public Shown {
            lists = List.copyOf(lists);
            unknown = List.copyOf(unknown);
        }
    }

    private record Then(EarlierPoolSet pools, Shown shown) {}

    public ShownPointInTimeModel(PoolsTableModel pools, Past past, Work work) {
        this.pools = pools;
        this.past = past;
        this.work = work;
        past.observableTickedConnectionPools().sources().addListener(onSources);
        recordings = past.recorder().newestProperty().subscribe((_, now) -> {
            if (now.filter(recorded -> !recorded.entries().isEmpty() || moments.get().isEmpty()).isPresent()) list();
        });
    }

    /// Whether the moments are on screen.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// The file whose pools are shown; empty while they are this program's own.
    public ReadOnlyObjectProperty<Optional<SnapshotFile>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /// The moments that are kept, in the order of time. What the last one found still holds: it stands for now, unless
    /// they are those of a file. Empty while they are not on screen.
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

    /// Shows the pools of a file, at the last of its moments.
    public void show(SnapshotFile opened) {
        hide();
        file.set(Optional.of(opened));
        moments.set(opened.moments());
        open.set(true);
        show(moments.get().size() - 1);
    }

    /// Goes back to now.
    ///
    /// @return whether the moments were on screen
    public boolean hide() {
        boolean wasOpen = open.get();
        open.set(false);
        awaited = Optional.empty();
        goToNow();
        work.listing().cancel();
        moments.set(List.of());
        file.set(Optional.empty());
        return wasOpen;
    }

    private void list() {
        if (!open.get() || file.get().isPresent()) return;
        var recorded = EarlierPoolsSource.Recorded.of(past.observableTickedConnectionPools(), past.recorder());
        work.listing().start(_ -> recorded.moments(), this::putMoments);
    }

    /// The place of what is wanted in the list of moments.
    public int place() {
        int last = moments.get().size() - 1;
        return wanted.map(moments.get()::indexOf).filter(place -> place >= 0).orElse(last);
    }

    /// Goes some moments later, or earlier for a negative number. Opens the moments first if they are not on screen.
    public void step(int by) {
        go(place -> place + by);
    }

    /// Goes to the first moment. Opens the moments first if they are not on screen.
    public void showFirst() {
        go(_ -> 0);
    }

    /// @param to
    ///            the wanted place by the one that is shown
    private void go(IntUnaryOperator to) {
        if (!open.get()) {
            awaited = Optional.of(to);
            toggle();
        } else if (awaited.isPresent()) awaited = awaited.map(before -> before.andThen(to));
        else if (!moments.get().isEmpty()) show(to.applyAsInt(place()));
    }

    private void putMoments(List<Instant> found) {
        moments.set(found);
        var to = awaited;
        awaited = Optional.empty();
        if (!found.isEmpty()) to.ifPresent(step -> show(step.applyAsInt(place())));
    }

    /// Shows the moment at that place of the list, or the nearest. The last one of those that were recorded is now.
    public void show(int place) {
        int last = moments.get().size() - 1;
        if (file.get().isEmpty() && place >= last) {
            goToNow();
            return;
        }
        var moment = moments.get().get(Math.clamp(place, 0, last));
        wanted = Optional.of(moment);
        var earlier = file.get()
                .<EarlierPoolsSource>map(EarlierPoolsSource.InFile::new)
                .orElseGet(
                        () -> EarlierPoolsSource.Recorded.of(past.observableTickedConnectionPools(), past.recorder()));
        work.reading().start(_ -> {
            var lists = earlier.at(moment);
            return new Then(EarlierPoolSet.of(lists), new Shown(moment, lists.known(), lists.unknown()));
        }, this::show);
    }

    private void show(Then then) {
        pools.earlierPoolsProperty().set(Optional.of(then.pools()));
        shown.set(Optional.of(then.shown()));
    }

    /// Shows the pools of now.
    private void goToNow() {
        wanted = Optional.empty();
        work.reading().cancel();
        pools.earlierPoolsProperty().set(Optional.empty());
        shown.set(Optional.empty());
    }

    @Override
    public void close() {
        recordings.unsubscribe();
        past.observableTickedConnectionPools().sources().removeListener(onSources);
        work.listing().close();
        work.reading().close();
    }
}
