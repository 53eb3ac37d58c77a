package poolscope.ui.compare;

import java.util.LinkedHashSet;
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

    /// What a key press did.
    public enum Outcome {
        /// No pool is selected.
        NOTHING,
        /// It is the first pinned pool; another one is needed.
        ONE,
        /// There are pools to compare.
        SEVERAL,
        /// The maximum was pinned already.
        FULL
    }

    /// Pins the selected pools that are not pinned yet. Several that have no room beside the pinned ones take their
    /// place; when there are too many of them only the current one counts.
    public Outcome pin() {
        var chosen = chosen();
        if (chosen.isEmpty()) return pinned.get().size() > 1 ? Outcome.SEVERAL : Outcome.NOTHING;
        var more = new LinkedHashSet<>(pinned.get());
        more.addAll(chosen);
        boolean isFull = more.size() > MAX_POOLS;
        if (isFull && chosen.size() == 1) return Outcome.FULL;
        set(isFull ? chosen : List.copyOf(more));
        return pinned.get().size() > 1 ? Outcome.SEVERAL : Outcome.ONE;
    }

    private List<PoolRow> chosen() {
        int selected = pools.selection().count();
        return selected > 1 && selected <= MAX_POOLS
                ? List.copyOf(pools.selection().rows())
                : pools.currentProperty().get().stream().toList();
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
