package poolscope.ui.summary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.ObservableSettings;
import poolscope.live.background.LatestTask;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.filter.ComparisonOperator;
import poolscope.pool.filter.FilterCondition;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.table.ChartData;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.SummaryTotalsAndCharts;
import poolscope.settings.Settings;
import poolscope.settings.SummaryVisibility;
import poolscope.settings.WindowBoundsAndPaneVisibility;
import poolscope.ui.pools.EmptyTableState;
import poolscope.ui.pools.PoolsTableModel;

/// Totals of the pools shown, and the filters behind figures and bars. All are computed together in the background, so
/// that they always refer to the same pools.
public final class SummaryStripModel {
    private static final PoolFilter SHORT_OF_NODES = new FilterCondition.Compare(PoolField.AVAILABLE_NODES,
            ComparisonOperator.LESS, new FilterCondition.OfField(PoolField.NODE_COUNT));

    private final PoolsTableModel pools;
    private final LatestTask latestTask;
    private final ObjectProperty<WindowBoundsAndPaneVisibility> place;
    private final ObservableValue<Double> scale;
    private final ReadOnlyObjectWrapper<SummaryTotalsAndCharts> summaryTotalsAndCharts = new ReadOnlyObjectWrapper<>(
            this, "summaryTotalsAndCharts", SummaryTotalsAndCharts.EMPTY);
    private final ObjectProperty<PoolField> measure = new SimpleObjectProperty<>(this, "measure",
            PoolField.ACCELERATORS);
    private final ObjectProperty<PoolGroupingCriterion> by = new SimpleObjectProperty<>(this, "by",
            PoolGroupingCriterion.SPECIFICATION);

    public SummaryStripModel(PoolsTableModel pools, ObservableSettings settings, LatestTask latestTask) {
        this.pools = pools;
        this.latestTask = latestTask;
        place = settings.part(Settings::window, Settings::withWindow);
        scale = settings.settingsProperty().map(now -> now.windowAppearance().scale());
        pools.arrangedPoolsProperty().subscribe((_, _) -> update());
        summaryVisibility().map(SummaryVisibility::charts).subscribe((_, _) -> update());
    }

    private void update() {
        var shown = pools.arrangedPools();
        boolean withCharts = place.get().summaryVisibility().charts();
        // the first totals come with the first rows: the strip gets higher by them, and would move the table later
        if (summaryTotalsAndCharts.get().arrangedPools().size() == 0)
            summaryTotalsAndCharts.set(new SummaryTotalsAndCharts(shown, Optional.empty(), List.of()));
        latestTask.start(_ -> SummaryTotalsAndCharts.of(shown, withCharts), summaryTotalsAndCharts::set);
    }

    /// The summary of the pools shown, updated shortly after the table.
    public ReadOnlyObjectProperty<SummaryTotalsAndCharts> summaryTotalsAndChartsProperty() {
        return summaryTotalsAndCharts.getReadOnlyProperty();
    }

    /// Whether totals are known: not before the first pools are read and arranged.
    boolean isKnown() {
        var made = summaryTotalsAndCharts.get().arrangedPools();
        return made.size() > 0 || made == pools.arrangedPools() && pools.emptyTableStateProperty().get().isCounted();
    }

    /// What is shown instead of the table; when it changes, [#isKnown] may change.
    ReadOnlyObjectProperty<EmptyTableState> emptyTableStateProperty() {
        return pools.emptyTableStateProperty();
    }

    /// The connections of the pools, and what is missing.
    public ReadOnlyObjectProperty<AllConnectionsStatus> allConnectionsStatusProperty() {
        return pools.allConnectionsStatusProperty();
    }

    /// The visible figures.
    public ObservableValue<SummaryVisibility> summaryVisibility() {
        return place.map(WindowBoundsAndPaneVisibility::summaryVisibility);
    }

    /// The zoom as a factor: 1 at 100 %.
    ObservableValue<Double> scale() {
        return scale;
    }

    public void toggle(SummaryVisibility.Part part) {
        place.set(place.get().withSummaryVisibility(place.get().summaryVisibility().toggled(part)));
    }

    /// The resource in the chart of allocatable resources.
    public ObjectProperty<PoolField> measureProperty() {
        return measure;
    }

    /// The field by which that chart groups.
    public ObjectProperty<PoolGroupingCriterion> byProperty() {
        return by;
    }

    /// The bars of that chart; empty while it is hidden.
    public ChartData allocatable() {
        return summaryTotalsAndCharts.get()
                .chartsOfShownPools()
                .map(chartsOfShownPools -> chartsOfShownPools.sum(by.get(), measure.get()))
                .orElse(ChartData.NOTHING);
    }

    /// Clears the filter.
    public void showAll() {
        pools.filter().clear();
    }

    /// Filters to the pools with unavailable nodes.
    public void showShortOfNodes() {
        pools.filter().narrow(SHORT_OF_NODES);
    }

    /// Filters to the pools with some of this resource.
    public void showHaving(PoolField field) {
        pools.filter().compare(field, ComparisonOperator.GREATER, zero());
    }

    /// Filters to the pools without a known value: an unreadable number is unknown too, so *missing* would not
    /// find all.
    public void showUnknown(PoolField field) {
        var parts = field == PoolField.NODES
                ? List.of(PoolField.NODE_COUNT, PoolField.AVAILABLE_NODES)
                : List.of(field);
        pools.filter()
                .narrow(PoolFilter.allOf(parts.stream()
                        .flatMap(part -> PoolFilter.compare(part, ComparisonOperator.AT_LEAST, zero()).stream())
                        .toList()).negate());
    }

    /// Filters to the pools of a bar.
    public void showPart(PoolGroupingCriterion poolGroupingCriterion, ChartData.Part part) {
        pools.filter().narrow(PoolFilter.is(fieldOf(poolGroupingCriterion), part.fieldValue()));
    }

    /// Filters to the pools of a bar with unavailable nodes.
    public void showShortOfNodes(ChartData.Part part) {
        pools.filter().narrow(PoolFilter.is(PoolField.SPECIFICATION, part.fieldValue()).and(SHORT_OF_NODES));
    }

    /// Filters to the pools without a bar of their own.
    public void showRest(PoolGroupingCriterion poolGroupingCriterion, ChartData chartData) {
        pools.filter().narrow(allBut(poolGroupingCriterion, chartData));
    }

    /// Filters to the pools with unavailable nodes and without a bar of their own.
    public void showRestShortOfNodes(ChartData chartData) {
        pools.filter().narrow(allBut(PoolGroupingCriterion.SPECIFICATION, chartData).and(SHORT_OF_NODES));
    }

    private static PoolFilter allBut(PoolGroupingCriterion poolGroupingCriterion, ChartData chartData) {
        return PoolFilter.allOf(chartData.parts()
                .stream()
                .map(part -> PoolFilter.is(fieldOf(poolGroupingCriterion), part.fieldValue()).negate())
                .toList());
    }

    private static FieldValue zero() {
        return new FieldValue.Number(BigDecimal.ZERO);
    }

    private static PoolField fieldOf(PoolGroupingCriterion poolGroupingCriterion) {
        return poolGroupingCriterion.fields().getFirst();
    }
}
