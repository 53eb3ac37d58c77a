package poolscope.ui.pools;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.live.GroupRow;
import poolscope.pool.Folding;
import poolscope.pool.Grouping;
import poolscope.pool.Pool;
import poolscope.settings.TableLayout;

/// By what the pools of the table are put together, and which groups show their head alone. The grouping is remembered with the
/// columns; what is folded is not.
public final class GroupsModel {
    private final ObjectProperty<TableLayout> layout;
    private final ReadOnlyObjectWrapper<Grouping> grouping = new ReadOnlyObjectWrapper<>(this, "grouping", Grouping.NONE);
    private final ReadOnlyObjectWrapper<Folding> folding = new ReadOnlyObjectWrapper<>(this, "folding", Folding.OPEN);

    GroupsModel(ObjectProperty<TableLayout> layout) {
        this.layout = layout;
        grouping.bind(layout.map(now -> Grouping.ofId(now.grouping()).orElse(Grouping.NONE)));
        grouping.subscribe(now -> folding.set(now == Grouping.SPECIFICATION_AND_STATUS ? Folding.FOLDED : Folding.OPEN));
    }

    public ReadOnlyObjectProperty<Grouping> groupingProperty() {
        return grouping.getReadOnlyProperty();
    }

    public Grouping grouping() {
        return grouping.get();
    }

    public void groupBy(Grouping by) {
        layout.set(layout.get().withGrouping(by == Grouping.NONE ? TableLayout.UNGROUPED : by.id()));
    }

    public ReadOnlyObjectProperty<Folding> foldingProperty() {
        return folding.getReadOnlyProperty();
    }

    Folding folding() {
        return folding.get();
    }

    /// Hides the pools of that group, or shows them.
    public void fold(GroupRow head, boolean isFolded) {
        folding.set(folding.get().with(head.key(), isFolded));
    }

    /// Shows the pools of the group that this one is in.
    void open(Pool pool) {
        folding.set(folding.get().with(grouping.get().of(pool), false));
    }

    public void toggle(GroupRow head) {
        fold(head, !folding.get().isFolded(head.key()));
    }

    /// Hides the pools of all groups, or shows them.
    public void foldAll(boolean isFolded) {
        folding.set(isFolded ? Folding.FOLDED : Folding.OPEN);
    }
}
