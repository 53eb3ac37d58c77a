package poolscope.live.table;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;

/// The rows shown, in their order. A new order is one change of the list, so that it costs the FX thread little,
/// however many rows there are.
public final class ObservableTableRows extends ObservableListBase<TableRowItem> {
    private TableRowItem[] rows = {};
    private boolean hasGonePools;

    ObservableTableRows() {}

    /// Whether every line is the row of a pool: none is the header of a group or a pool that is gone.
    public boolean hasOnlyPools() {
        return rows instanceof PoolRow[];
    }

    /// Whether a line is of a pool that is gone.
    public boolean hasGonePools() {
        return hasGonePools;
    }

    /// Whether these are other rows or another order.
    boolean wouldMove(TableRowItem[] next) {
        return !Arrays.equals(rows, next);
    }

    /// Replaces all rows; the caller must not change the array any more.
    void swap(TableRowItem[] next) {
        var before = Collections.unmodifiableList(Arrays.asList(rows));
        rows = next;
        hasGonePools = !hasOnlyPools() && Arrays.stream(next).anyMatch(GonePoolRow.class::isInstance);
        fireChange(new Swap(this, before));
    }

    @Override
    public TableRowItem get(int index) {
        return rows[index];
    }

    @Override
    public int size() {
        return rows.length;
    }

    /// A change that replaces all rows. JavaFX's own would copy the removed rows one by one.
    private static final class Swap extends ListChangeListener.Change<TableRowItem> {
        private static final int[] NO_PERMUTATION = {};

        private final List<TableRowItem> removed;
        private boolean begun;

        Swap(ObservableTableRows rows, List<TableRowItem> removed) {
            super(rows);
            this.removed = removed;
        }

        @Override
        public boolean next() {
            boolean isFirst = !begun;
            begun = true;
            return isFirst;
        }

        @Override
        public void reset() {
            begun = false;
        }

        @Override
        public int getFrom() {
            return 0;
        }

        @Override
        public int getTo() {
            return getList().size();
        }

        @Override
        public List<TableRowItem> getRemoved() {
            return removed;
        }

        @Override
        protected int[] getPermutation() {
            return NO_PERMUTATION;
        }
    }
}
