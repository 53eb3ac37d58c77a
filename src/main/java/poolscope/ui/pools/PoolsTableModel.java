package poolscope.ui.pools;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.ObservableSettings;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.background.LatestTask;
import poolscope.live.changes.PoolChanges;
import poolscope.live.changes.PoolsWithChanges;
import poolscope.live.table.ObservableTableRows;
import poolscope.live.table.PoolRow;
import poolscope.live.table.TableArranger;
import poolscope.live.table.TableRowItem;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.ReportedNodeFlavor;
import poolscope.pool.fit.JobDemand;
import poolscope.pool.fit.NodeFits;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.PoolSet;
import poolscope.pool.table.PoolTotals;
import poolscope.pool.table.SortOrder;
import poolscope.settings.Settings;
import poolscope.settings.SummaryVisibility;
import poolscope.settings.TableLayout;
import poolscope.settings.WindowBoundsAndPaneVisibility;

/// Which pools are shown, in which order and columns, and which of them are selected.
public final class PoolsTableModel implements AutoCloseable {
    private final ObservableTickedConnectionPools observableTickedConnectionPools;
    private final TableArranger tableArranger;
    private final FilterModel filter;
    private final ObjectProperty<TableLayout> layout;
    private final ObservableValue<Double> scale;
    private final ObservableValue<Boolean> estimates;
    private final ReadOnlyObjectWrapper<SortOrder> sortOrder = new ReadOnlyObjectWrapper<>(this, "sortOrder",
            SortOrder.AS_SENT);
    private final ReadOnlyObjectWrapper<EmptyTableState> emptyTableState = new ReadOnlyObjectWrapper<>(this,
            "emptyTableState", EmptyTableState.Waiting.FOR_NOTHING);
    private final SelectedPools selection;
    private final SelectedPoolTotals selectedTotals;
    private final PoolGroupingModel groups;
    private final ReadOnlyObjectWrapper<Optional<PoolRow>> current = new ReadOnlyObjectWrapper<>(this, "current",
            Optional.empty());
    private final ObjectProperty<Optional<PoolField>> currentColumn = new SimpleObjectProperty<>(this, "currentColumn",
            Optional.empty());
    private final ObservableValue<SummaryVisibility> summaryVisibility;
    private final PoolsTableArrangement arrangement;
    private final ReadOnlyObjectWrapper<AllConnectionsStatus> allConnectionsStatus = new ReadOnlyObjectWrapper<>(this,
            "allConnectionsStatus", new AllConnectionsStatus(List.of()));
    private Optional<TableRowItem> currentLine = Optional.empty();
    private final Subscription subscriptions;

    /// @param summing
    ///            sums what is selected in the background: it may be every pool
    /// @param poolsWithChanges
    ///            the pools of the connections, with what changed in them
    public PoolsTableModel(ObservableTickedConnectionPools observableTickedConnectionPools, TableArranger tableArranger,
            LatestTask summing, ObservableSettings settings, FilterModel filter,
            ObservableValue<PoolsWithChanges> poolsWithChanges) {
        this.observableTickedConnectionPools = observableTickedConnectionPools;
        this.tableArranger = tableArranger;
        selection = new SelectedPools(tableArranger.rows());
        tableArranger.onSwap(selection::capture, isRefresh -> {
            selection.restore();
            if (!isRefresh) selectOnlyHit();
        });
        selectedTotals = new SelectedPoolTotals(this, summing);
        this.filter = filter;
        layout = settings.part(Settings::table, Settings::withTable);
        scale = settings.settingsProperty().map(now -> now.windowAppearance().scale());
        estimates = settings.settingsProperty().map(now -> now.windowAppearance().estimatedEnds());
        groups = new PoolGroupingModel(layout);
        filter.follow(groups);
        summaryVisibility = settings.part(Settings::window, Settings::withWindow)
                .map(WindowBoundsAndPaneVisibility::summaryVisibility);
        sortOrder.bind(layout.map(TableLayoutColumns::sortOf));
        arrangement = new PoolsTableArrangement(tableArranger, poolsWithChanges,
                new PoolsTableArrangement.Asked(filter, sortOrder, groups, this::shownFields));
        var status = observableTickedConnectionPools.allConnectionsStatusProperty()
                .subscribe(_ -> updateSourcesStatus());
        arrangement.earlierPoolsProperty().subscribe((_, _) -> updateSourcesStatus());
        allConnectionsStatus.subscribe((_, _) -> updateEmptyState());
        subscriptions = Subscription.combine(status, arrangement.follow(), new AutomaticColumns(allConnectionsStatus,
                observableTickedConnectionPools.nodesReadProperty(), estimates).follow(layout));
        tableArranger.arrangedPoolsProperty().subscribe((_, _) -> updateEmptyState());
        tableArranger.arrangedPoolsProperty().subscribe((_, _) -> forgetGone());
        tableArranger.arrangedPoolsProperty().subscribe((_, _) -> selectedTotals.update());
        selection.selectedRowIndexesProperty().subscribe((_, _) -> selectedTotals.update());
        arrangement.begin();
    }

    public ObservableTableRows rows() {
        return tableArranger.rows();
    }

    public ReadOnlyObjectProperty<ArrangedPools> arrangedPoolsProperty() {
        return tableArranger.arrangedPoolsProperty();
    }

    /// Whether the rows are not yet filtered, sorted and grouped as the operator asked.
    public ReadOnlyBooleanProperty arrangingProperty() {
        return tableArranger.arrangingProperty();
    }

    /// How many decimals the numbers of a column have, 0 to 2: what the longest of all pools needs, so that they do not
    /// change while somebody filters.
    public int decimals(PoolField field) {
        return arrangedPools().set().decimals(field);
    }

    public ArrangedPools arrangedPools() {
        return tableArranger.arrangedPools();
    }

    /// What one node of each specification has, as the pool's service says.
    public Map<String, ReportedNodeFlavor> flavors(Pool pool) {
        return observableTickedConnectionPools.flavors(pool);
    }

    /// Where the pools come from that are shown, now or at an earlier moment.
    public ReadOnlyObjectProperty<AllConnectionsStatus> allConnectionsStatusProperty() {
        return allConnectionsStatus.getReadOnlyProperty();
    }

    private void updateSourcesStatus() {
        allConnectionsStatus.set(earlierPoolsProperty().get()
                .map(EarlierPoolSet::allConnectionsStatus)
                .orElseGet(observableTickedConnectionPools::allConnectionsStatus));
    }

    /// Which summaries around the table are visible.
    public ObservableValue<SummaryVisibility> summaryVisibility() {
        return summaryVisibility;
    }

    /// The pools of an earlier moment, shown instead of those of now; empty while those of now are shown.
    public ObjectProperty<Optional<EarlierPoolSet>> earlierPoolsProperty() {
        return arrangement.earlierPoolsProperty();
    }

    /// What changed in the pools that the table shows: it changes in the same update as they do.
    public ReadOnlyObjectProperty<PoolChanges> shownChangesProperty() {
        return arrangement.shownChangesProperty();
    }

    /// The pools of all ticked connections, now or at the moment shown, also those that a filter hides.
    public PoolSet allPoolSet() {
        return earlierPoolsProperty().get()
                .map(EarlierPoolSet::set)
                .orElseGet(observableTickedConnectionPools.poolsProperty()::get);
    }

    /// Which pools are shown.
    public FilterModel filter() {
        return filter;
    }

    /// Columns and sort, as remembered.
    public ObjectProperty<TableLayout> layoutProperty() {
        return layout;
    }

    /// The zoom as a factor: columns are this much wider than their remembered width.
    public ObservableValue<Double> scale() {
        return scale;
    }

    /// Whether fields that the program estimates are shown.
    public ObservableValue<Boolean> estimates() {
        return estimates;
    }

    /// The fields that can be shown: all, but estimated ones only for who asked for estimates.
    public List<PoolField> fields() {
        return PoolField.all(estimates.getValue());
    }

    public ReadOnlyObjectProperty<SortOrder> sortOrderProperty() {
        return sortOrder.getReadOnlyProperty();
    }

    /// The demand of a job that pools are checked against and sorted by; it is not remembered.
    public ObjectProperty<Optional<JobDemand>> jobDemandProperty() {
        return arrangement.jobDemandProperty();
    }

    /// What checked nodes say about a demand; it is not remembered.
    public ObjectProperty<NodeFits> nodeFitsProperty() {
        return arrangement.nodeFitsProperty();
    }

    /// What is shown instead of rows, if there are none.
    public ReadOnlyObjectProperty<EmptyTableState> emptyTableStateProperty() {
        return emptyTableState.getReadOnlyProperty();
    }

    public SelectedPools selection() {
        return selection;
    }

    /// Selects every pool shown.
    public void selectAll() {
        selection.select(SelectedRowIndexes.all(rows().size()));
    }

    /// What the selected pools add up to; a moment after they were selected.
    public ReadOnlyObjectProperty<PoolTotals> selectedTotalsProperty() {
        return selectedTotals.totalsProperty();
    }

    /// The grouping, and which groups are folded.
    public PoolGroupingModel groups() {
        return groups;
    }

    /// The row that the details are of.
    public ReadOnlyObjectProperty<Optional<PoolRow>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// The pools shown, in the order shown.
    public List<Pool> shownPools() {
        return tableArranger.arrangedPools().pools();
    }

    /// Whether the filter shows that pool; it may be in a folded group.
    public boolean isShown(Pool pool) {
        return shownPools().stream().anyMatch(pool::isSamePoolAs);
    }

    /// Makes that pool one of the rows: opens its group, and clears the filter only when that hides the pool.
    public void reveal(Pool pool) {
        if (!isShown(pool)) filter.clear();
        groups.open(pool);
    }

    /// The selected pools that are shown, in the order shown.
    public List<Pool> selectedPools() {
        return isAllSelected() ? shownPools() : selection.rows().stream().map(PoolRow::pool).toList();
    }

    /// As [#allPoolSet], as a list.
    public List<Pool> allPools() {
        return allPoolSet().pools();
    }

    /// The fields that have a column on screen, from left to right.
    public List<PoolField> shownFields() {
        return TableLayoutColumns.of(layout.get())
                .stream()
                .filter(TableLayoutColumns.Column::shown)
                .map(TableLayoutColumns.Column::field)
                .filter(fields()::contains)
                .toList();
    }

    /// The line that the keys move from.
    public Optional<TableRowItem> currentLine() {
        return currentLine;
    }

    public void setCurrent(Optional<TableRowItem> tableRowItem) {
        currentLine = tableRowItem;
        current.set(tableRowItem.flatMap(l -> l instanceof PoolRow row ? Optional.of(row) : Optional.empty()));
    }

    /// A filter that leaves one pool and hides the selected one was typed to find that pool: the details would be those
    /// of another one.
    private void selectOnlyHit() {
        boolean isSelectedHidden = selection.count() == 0 && selection.hiddenProperty().get() == 1;
        if (!isSelectedHidden || rows().size() != 1 || !(rows().get(0) instanceof PoolRow hit)) return;
        selection.select(SelectedRowIndexes.only(0));
        setCurrent(Optional.of(hit));
    }

    /// The column that the operator was last in: what copying a cell and filtering by a cell act on.
    public ObjectProperty<Optional<PoolField>> currentColumnProperty() {
        return currentColumn;
    }

    /// Calls `before` just before the rows take a new order and `after` just after; `after` gets true when a refresh
    /// brought the new order, false when somebody filtered or sorted.
    public Subscription onSwap(Runnable before, Consumer<Boolean> after) {
        return tableArranger.onSwap(before, after);
    }

    /// Sorts by the column that the operator is in: ascending, then descending, then as the services sent them.
    public void sortByCurrentColumn() {
        currentColumn.get().ifPresent(field -> {
            if (sortOrder.get().equals(SortOrder.by(field, false))) sort(SortOrder.by(field, true));
            else
                sort(sortOrder.get().equals(SortOrder.by(field, true))
                        ? SortOrder.AS_SENT
                        : SortOrder.by(field, false));
        });
    }

    /// Sorts by these keys, and remembers it.
    public void sort(SortOrder by) {
        layout.set(TableLayoutColumns.withSort(layout.get(), by));
    }

    /// The table stays as it is from now on.
    @Override
    public void close() {
        subscriptions.unsubscribe();
    }

    /// A pool that is gone, or whose connection is no longer ticked, is not selected any more (P06).
    private void forgetGone() {
        selection.forgetGone();
        if (!current.get().map(PoolRow::isThere).orElse(true)) setCurrent(Optional.empty());
    }

    boolean isAllSelected() {
        return selection.count() == arrangedPools().size();
    }

    private void updateEmptyState() {
        emptyTableState.set(rows().hasGonePools()
                ? new EmptyTableState.Rows()
                : EmptyTableState.of(allConnectionsStatus.get(), tableArranger.arrangedPools(), allPoolSet()));
    }
}
