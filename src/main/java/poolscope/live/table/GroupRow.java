package poolscope.live.table;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.pool.table.PoolGroup;
import poolscope.pool.table.PoolGroupIdentity;

/// The header row of a group. Like the rows of pools, it stays the same object over refreshes.
public final class GroupRow implements TableRowItem {

    /// The current content of a group.
    ///
    /// @param rows
    ///            its pools, in the order shown
    /// @param isFolded
    ///            whether its pools are hidden
    public record Now(PoolGroup group, List<PoolRow> rows, boolean isFolded) {}

    private final ReadOnlyObjectWrapper<Now> now;

    GroupRow(Now now) {
        this.now = new ReadOnlyObjectWrapper<>(this, "now", now);
    }

    public ReadOnlyObjectProperty<Now> nowProperty() {
        return now.getReadOnlyProperty();
    }

    public Now now() {
        return now.get();
    }

    public PoolGroupIdentity key() {
        return now.get().group().key();
    }

    void show(Now next) {
        now.set(next);
    }
}
