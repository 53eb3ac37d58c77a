package poolscope.live.table;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import poolscope.pool.Pool;

/// The row of a pool in the table. It stays the same object over refreshes, so that selection and scroll position stay.
/// The observable property is created on first use: by visible cells and the details, not for 100,000 rows.
public final class PoolRow implements TableRowItem {
    private Pool pool;
    private @Nullable ReadOnlyObjectWrapper<Pool> property;
    private boolean there = true;
    private int stamp;

    PoolRow(Pool pool) {
        this.pool = pool;
    }

    /// The pool at the last refresh.
    public Pool pool() {
        return pool;
    }

    /// The pool, changed by each refresh.
    public ReadOnlyObjectProperty<Pool> poolProperty() {
        if (property == null) property = new ReadOnlyObjectWrapper<>(this, "pool", pool);
        return property.getReadOnlyProperty();
    }

    /// Whether the pool was in the last inventory of its connection, and the connection is still ticked. A filter may
    /// hide it.
    public boolean isThere() {
        return there;
    }

    /// Marks the row, so that a marked row is recognised without a map of all rows. Only the last mark counts. For the
    /// FX thread.
    public void stamp(int now) {
        stamp = now;
    }

    public boolean hasStamp(int one) {
        return stamp == one;
    }

    void leave() {
        there = false;
    }

    void show(Pool now) {
        there = true;
        pool = now;
        if (property != null) property.set(now);
    }
}
