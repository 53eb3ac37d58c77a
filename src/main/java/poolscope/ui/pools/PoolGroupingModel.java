package poolscope.ui.pools;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.live.table.GroupRow;
import poolscope.pool.Pool;
import poolscope.pool.table.GroupCollapseState;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.settings.TableLayout;

/// How the pools of the table are grouped, and which groups are folded. The grouping is remembered with the columns;
/// folding is not.
public final class PoolGroupingModel {
    private final ObjectProperty<TableLayout> layout;
    private final ReadOnlyObjectWrapper<PoolGroupingCriterion> poolGroupingCriterion = new ReadOnlyObjectWrapper<>(this,
            "poolGroupingCriterion", PoolGroupingCriterion.NONE);
    private final ReadOnlyObjectWrapper<GroupCollapseState> groupCollapseState = new ReadOnlyObjectWrapper<>(this,
            "groupCollapseState", GroupCollapseState.OPEN);

    PoolGroupingModel(ObjectProperty<TableLayout> layout) {
        this.layout = layout;
        poolGroupingCriterion
                .bind(layout.map(now -> PoolGroupingCriterion.ofId(now.grouping()).orElse(PoolGroupingCriterion.NONE)));
        poolGroupingCriterion
                .subscribe(now -> groupCollapseState.set(now == PoolGroupingCriterion.SPECIFICATION_AND_STATUS
                        ? GroupCollapseState.FOLDED
                        : GroupCollapseState.OPEN));
    }

    public ReadOnlyObjectProperty<PoolGroupingCriterion> poolGroupingCriterionProperty() {
        return poolGroupingCriterion.getReadOnlyProperty();
    }

    public PoolGroupingCriterion poolGroupingCriterion() {
        return poolGroupingCriterion.get();
    }

    public void groupBy(PoolGroupingCriterion by) {
        layout.set(layout.get().withGrouping(by == PoolGroupingCriterion.NONE ? TableLayout.UNGROUPED : by.id()));
    }

    public ReadOnlyObjectProperty<GroupCollapseState> groupCollapseStateProperty() {
        return groupCollapseState.getReadOnlyProperty();
    }

    GroupCollapseState groupCollapseState() {
        return groupCollapseState.get();
    }

    /// Hides the pools of that group, or shows them.
    public void fold(GroupRow head, boolean isFolded) {
        groupCollapseState.set(groupCollapseState.get().with(head.key(), isFolded));
    }

    /// Shows the pools of the group that this one is in.
    void open(Pool pool) {
        groupCollapseState.set(groupCollapseState.get().with(poolGroupingCriterion.get().of(pool), false));
    }

    public void toggle(GroupRow head) {
        fold(head, !groupCollapseState.get().isFolded(head.key()));
    }

    /// Hides the pools of all groups, or shows them.
    public void foldAll(boolean isFolded) {
        groupCollapseState.set(isFolded ? GroupCollapseState.FOLDED : GroupCollapseState.OPEN);
    }
}
