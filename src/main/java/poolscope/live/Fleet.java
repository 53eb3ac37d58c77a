package poolscope.live;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import poolscope.pool.PoolSet;

/// The connections together: their pools as one set, and the ledger of what each of them is doing.
///
/// One connection is the special case of many: whoever lists, sums or exports pools asks the fleet, never a single source.
public final class Fleet {
    private final ObservableList<Source> sources = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<PoolSet> pools = new ReadOnlyObjectWrapper<>(this, "pools", PoolSet.EMPTY);
    private final ReadOnlyObjectWrapper<Ledger> ledger = new ReadOnlyObjectWrapper<>(this, "ledger", new Ledger(List.of()));
    private Subscription watching = Subscription.EMPTY;
    private boolean overlaps;
    private List<Ledger.Standing> standings = List.of();

    public Fleet() {
        sources.addListener((ListChangeListener<Source>) _ -> watch());
    }

    /// The ticked connections. Taking one out closes nothing; who put it in does that.
    public ObservableList<Source> sources() {
        return sources;
    }

    /// All pools of all sources, as last read; each once, also when two sources list it.
    public ReadOnlyObjectProperty<PoolSet> poolsProperty() {
        return pools.getReadOnlyProperty();
    }

    /// What each source is doing.
    public ReadOnlyObjectProperty<Ledger> ledgerProperty() {
        return ledger.getReadOnlyProperty();
    }

    public Ledger ledger() {
        return ledger.get();
    }

    public void refresh() {
        sources.forEach(Source::refresh);
    }

    /// Reads only those again of which the last reading failed.
    public void refreshFailed() {
        sources.stream().filter(source -> source.outcome().hasFailed()).forEach(Source::refresh);
    }

    public void cancel() {
        sources.forEach(Source::cancel);
    }

    private void watch() {
        watching.unsubscribe();
        watching = sources.stream()
                .map(s -> Subscription.combine(s.inventoryProperty().subscribe((_, _) -> gather()),
                        s.stateProperty().subscribe((_, _) -> account())))
                .reduce(Subscription.EMPTY, Subscription::and);
        gather();
    }

    private void gather() {
        var lines = lines();
        overlaps = Gathering.overlaps(lines);
        standings = lines.stream().map(Ledger.Line::standing).toList();
        var gathered = Gathering.of(lines);
        pools.set(gathered.pools());
        ledger.set(new Ledger(gathered.lines()));
    }

    /// Which of two sources that list the same pools is shown depends on how they stand.
    private void account() {
        var lines = lines();
        var now = lines.stream().map(Ledger.Line::standing).toList();
        if (overlaps && !now.equals(standings)) gather();
        else
            ledger.set(new Ledger(repeating(lines)));
    }

    /// With what was found when the pools were gathered.
    private List<Ledger.Line> repeating(List<Ledger.Line> lines) {
        var before = ledger.get().lines();
        return lines.stream().map(line -> line.with(before.stream()
                .filter(known -> known.connection().id().equals(line.connection().id())).findFirst()
                .flatMap(Ledger.Line::repeated))).toList();
    }

    private List<Ledger.Line> lines() {
        return sources.stream().map(
                s -> new Ledger.Line(s.connection(), s.state(), s.outcome(), s.inventory(), Optional.empty())).toList();
    }
}
