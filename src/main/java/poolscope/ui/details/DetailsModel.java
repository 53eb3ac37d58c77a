package poolscope.ui.details;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.background.LatestTask;
import poolscope.live.table.GroupRow;
import poolscope.pool.CommonFieldValue;
import poolscope.pool.Pool;
import poolscope.pool.ReportedNodeFlavor;
import poolscope.pool.table.PoolGroup;
import poolscope.pool.table.PoolGroupIdentity;
import poolscope.pool.table.PoolTotals;
import poolscope.ui.pools.PoolsTableModel;

/// Decides what the details show: one pool, several selected ones, or all shown ones.
public final class DetailsModel {
    private final PoolsTableModel pools;
    private final ObservableTickedConnectionPools observableTickedConnectionPools;
    private final LatestTask latestTask;
    private final ReadOnlyObjectWrapper<DetailsContent> detailsContent = new ReadOnlyObjectWrapper<>(this,
            "detailsContent", new DetailsContent.AllShown(PoolTotals.NONE, DetailsContent.Count.AWAITED));
    private final ReadOnlyBooleanWrapper hiddenByFilter = new ReadOnlyBooleanWrapper(this, "hiddenByFilter", false);
    private List<CommonFieldValue> common = List.of();
    /// The group that the common values are of.
    private Optional<PoolGroupIdentity> commonOf = Optional.empty();
    private Map<String, ReportedNodeFlavor> flavorsOfSelection = Map.of();

    /// @param observableTickedConnectionPools
    ///            has what the services say of specifications
    /// @param latestTask
    ///            compares the selected pools in the background
    public DetailsModel(PoolsTableModel pools, ObservableTickedConnectionPools observableTickedConnectionPools,
            LatestTask latestTask) {
        this.observableTickedConnectionPools = observableTickedConnectionPools;
        this.pools = pools;
        this.latestTask = latestTask;
        pools.currentProperty().subscribe((_, _) -> show());
        pools.arrangedPoolsProperty().subscribe((_, _) -> show());
        pools.emptyTableStateProperty().subscribe((_, _) -> show());
        // totals are computed after a pause in the changes of the selection
        pools.selectedTotalsProperty().subscribe((_, _) -> compare());
        pools.selection().selectedRowIndexesProperty().subscribe((_, _) -> show());
        pools.estimates().subscribe((_, _) -> compare());
        show();
    }

    ReadOnlyObjectProperty<DetailsContent> detailsContentProperty() {
        return detailsContent.getReadOnlyProperty();
    }

    /// Whether the filter hides the one pool that the details show.
    ReadOnlyBooleanProperty hiddenByFilterProperty() {
        return hiddenByFilter.getReadOnlyProperty();
    }

    /// What one node of each specification has, as the pool's service says.
    Map<String, ReportedNodeFlavor> flavors(Pool pool) {
        return observableTickedConnectionPools.flavors(pool);
    }

    /// The same for selected pools, as the service of the first one says.
    Map<String, ReportedNodeFlavor> flavorsOfSelection() {
        return flavorsOfSelection;
    }

    /// Whether estimated fields are shown.
    ObservableValue<Boolean> estimates() {
        return pools.estimates();
    }

    private void compare() {
        common = List.of();
        commonOf = selectedGroup().map(PoolGroup::key);
        var selected = pools.selectedPools();
        flavorsOfSelection = selected.stream().findFirst().map(this::flavors).orElse(Map.of());
        show();
        if (selected.size() < 2) return;
        var offered = pools.fields();
        latestTask.start(_ -> CommonFieldValue.of(selected, offered), found -> {
            common = found;
            show();
        });
    }

    private void show() {
        var now = now();
        if (!now.equals(detailsContent.get())) detailsContent.set(now);
        hiddenByFilter.set(now instanceof DetailsContent.OnePool(var row) && !pools.isShown(row.pool()));
    }

    private DetailsContent now() {
        var poolTotals = pools.selectedTotalsProperty().get();
        var group = selectedGroup();
        if (group.isPresent())
            return new DetailsContent.SeveralPools(group.get().poolTotals(),
                    group.map(PoolGroup::key).equals(commonOf) ? common : List.of(), group.map(PoolGroup::key));
        if (pools.selection().selectedRowIndexes().size() > 1)
            return new DetailsContent.SeveralPools(poolTotals, common, Optional.empty());
        return pools.currentProperty()
                .get()
                .<DetailsContent>map(DetailsContent.OnePool::new)
                .orElseGet(() -> new DetailsContent.AllShown(pools.arrangedPools().poolTotals(), count()));
    }

    private DetailsContent.Count count() {
        var state = pools.emptyTableStateProperty().get();
        if (state.isCounted()) return DetailsContent.Count.KNOWN;
        return state.isWaiting() ? DetailsContent.Count.AWAITED : DetailsContent.Count.UNKNOWN;
    }

    /// The group whose header row alone is selected.
    private Optional<PoolGroup> selectedGroup() {
        var selected = pools.selection().selectedRowIndexes();
        if (selected.size() != 1) return Optional.empty();
        int place = selected.places().findFirst().orElse(-1);
        return place >= 0 && place < pools.rows().size() && pools.rows().get(place) instanceof GroupRow head
                ? Optional.of(head.now().group())
                : Optional.empty();
    }
}
