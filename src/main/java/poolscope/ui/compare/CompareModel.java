package poolscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import poolscope.live.table.PoolRow;
import poolscope.pool.Pool;
import poolscope.ui.pools.PoolsTableModel;

/// The pools that are pinned for comparison. A pool that no longer exists is removed.
public final class CompareModel {
    /// More columns would not be readable.
    static final int MAX_POOLS = 4;
    /// The key that pins a pool.
    static final String PIN_KEY = "Shortcut+Shift+D";

    private final PoolsTableModel pools;
    private final ReadOnlyObjectWrapper<List<PoolRow>> pinned = new ReadOnlyObjectWrapper<>(this, "pinned", List.of());
    private final ReadOnlyObjectWrapper<PoolComparison> poolComparison = new ReadOnlyObjectWrapper<>(this,
            "poolComparison", PoolComparison.of(List.of(), List.of()));
    private final BooleanProperty onlyDifferences = new SimpleBooleanProperty(this, "onlyDifferences", false);

    public CompareModel(PoolsTableModel pools) {
        this.pools = pools;
        pools.arrangedPoolsProperty().subscribe((_, _) -> set(pinned.get().stream().filter(PoolRow::isThere).toList()));
        pools.estimates().subscribe((_, _) -> set(pinned.get()));
        onlyDifferences.subscribe((_, _) -> set(pinned.get()));
    }

    /// What a key press on the current pool did.
    public enum Outcome {
        /// No pool is current.
        NOTHING,
        /// It is the first pinned pool; another one is needed.
        ONE,
        /// There are pools to compare.
        SEVERAL,
        /// The maximum was pinned already.
        FULL
    }

    /// Pins the current pool, unless it is pinned already.
    public Outcome pin() {
        var current = pools.currentProperty().get();
        if (current.isEmpty()) return pinned.get().size() > 1 ? Outcome.SEVERAL : Outcome.NOTHING;
        boolean known = pinned.get().contains(current.get());
        if (!known && pinned.get().size() == MAX_POOLS) return Outcome.FULL;
        if (!known) add(current.get());
        return pinned.get().size() > 1 ? Outcome.SEVERAL : Outcome.ONE;
    }

    private void add(PoolRow row) {
        var more = new ArrayList<>(pinned.get());
        more.add(row);
        set(List.copyOf(more));
    }

    void remove(Pool pool) {
        set(pinned.get().stream().filter(row -> !row.pool().isSamePoolAs(pool)).toList());
    }

    void clear() {
        set(List.of());
    }

    /// The pools pinned, in the order in which they were pinned.
    ReadOnlyObjectProperty<PoolComparison> poolComparisonProperty() {
        return poolComparison.getReadOnlyProperty();
    }

    BooleanProperty onlyDifferencesProperty() {
        return onlyDifferences;
    }

    private void set(List<PoolRow> rows) {
        pinned.set(rows);
        var all = PoolComparison.of(rows.stream().map(PoolRow::pool).toList(), pools.fields());
        poolComparison.set(onlyDifferences.get() ? all.onlyDifferences() : all);
    }
}
