package poolscope.live;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import poolscope.pool.Pool;

/// A pool's place in the table. It stays the same object over refreshes, so that selection and scroll stay; what the
/// pool says changes under it. The observable property is made when somebody asks for it: visible cells and the details,
/// not 100,000 rows.
public final class PoolRow implements TableLine {
    private Pool pool;
    private @Nullable ReadOnlyObjectWrapper<Pool> property;
    private boolean there = true;
    private int stamp;

    PoolRow(Pool pool) {
        this.pool = pool;
    }

    /// The pool as last read.
    public Pool pool() {
        return pool;
    }

    /// The pool as it is read again and again.
    public ReadOnlyObjectProperty<Pool> poolProperty() {
        if (property == null) property = new ReadOnlyObjectWrapper<>(this, "pool", pool);
        return property.getReadOnlyProperty();
    }

    /// Whether the pool was there when its connection was last read, and its connection is still ticked; shown or not.
    public boolean isThere() {
        return there;
    }

    /// Marks the row, so that one that is known can be found among very many others without a map of them. Only the
    /// last stamp counts. For the FX thread.
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
