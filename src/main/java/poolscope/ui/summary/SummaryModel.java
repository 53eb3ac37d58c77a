package poolscope.ui.summary;

import java.math.BigDecimal;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import poolscope.live.Ledger;
import poolscope.live.LiveSettings;
import poolscope.live.Newest;
import poolscope.pool.Breakdown;
import poolscope.pool.FilterTerm;
import poolscope.pool.Grouping;
import poolscope.pool.Overview;
import poolscope.pool.PoolField;
import poolscope.pool.PoolFilter;
import poolscope.pool.Relation;
import poolscope.pool.Value;
import poolscope.settings.Figures;
import poolscope.settings.Settings;
import poolscope.settings.WindowPlace;
import poolscope.ui.pools.PoolsModel;
import poolscope.ui.pools.Stage;

/// What the pools shown add up to, and what a click on a figure or a bar filters to. All of it is made on a worker, together, so
/// that no figure is of other pools than the one beside it.
public final class SummaryModel {
    private static final PoolFilter SHORT_OF_NODES = new FilterTerm.Compare(PoolField.AVAILABLE_NODES, Relation.LESS,
            new FilterTerm.OfField(PoolField.NODE_COUNT));

    private final PoolsModel pools;
    private final Newest worker;
    private final ObjectProperty<WindowPlace> place;
    private final ObservableValue<Double> scale;
    private final ReadOnlyObjectWrapper<Overview> overview = new ReadOnlyObjectWrapper<>(this, "overview", Overview.EMPTY);
    private final ObjectProperty<PoolField> measure = new SimpleObjectProperty<>(this, "measure", PoolField.ACCELERATORS);
    private final ObjectProperty<Grouping> by = new SimpleObjectProperty<>(this, "by", Grouping.SPECIFICATION);

    public SummaryModel(PoolsModel pools, LiveSettings settings, Newest worker) {
        this.pools = pools;
        this.worker = worker;
        place = settings.part(Settings::window, Settings::withWindow);
        scale = settings.settingsProperty().map(now -> now.look().scale());
        pools.arrangementProperty().subscribe((_, _) -> look());
        figures().map(Figures::charts).subscribe((_, _) -> look());
    }

    private void look() {
        var shown = pools.arrangement();
        boolean withCharts = place.get().figures().charts();
        worker.ask(_ -> Overview.of(shown, withCharts), overview::set);
    }

    /// The pools shown at a glance, a moment after the table shows them.
    public ReadOnlyObjectProperty<Overview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /// Whether there is something to say of the pools shown: not before the first of them are read and in order.
    boolean isKnown() {
        var made = overview.get().arrangement();
        return made.size() > 0 || made == pools.arrangement() && pools.stageProperty().get().isCounted();
    }

    /// What stands in the table's place; when it changes, [#isKnown] may.
    ReadOnlyObjectProperty<Stage> stageProperty() {
        return pools.stageProperty();
    }

    /// Where the pools come from, and what is missing of them.
    public ReadOnlyObjectProperty<Ledger> ledgerProperty() {
        return pools.ledgerProperty();
    }

    /// Which of the figures are shown.
    public ObservableValue<Figures> figures() {
        return place.map(WindowPlace::figures);
    }

    /// The zoom as a factor: 1 at 100 %.
    ObservableValue<Double> scale() {
        return scale;
    }

    public void toggle(Figures.Part part) {
        place.set(place.get().withFigures(place.get().figures().toggled(part)));
    }

    /// What the chart of allocatable resources measures.
    public ObjectProperty<PoolField> measureProperty() {
        return measure;
    }

    /// By what it does.
    public ObjectProperty<Grouping> byProperty() {
        return by;
    }

    /// The bars of that chart; empty while nobody looks at them.
    public Breakdown allocatable() {
        return overview.get().charts().map(charts -> charts.sum(by.get(), measure.get())).orElse(Breakdown.NOTHING);
    }

    /// Shows all pools again.
    public void showAll() {
        pools.filter().clear();
    }

    /// Only the pools that lack nodes.
    public void showShortOfNodes() {
        pools.filter().narrow(SHORT_OF_NODES);
    }

    /// Only the pools that have some of it.
    public void showHaving(PoolField field) {
        pools.filter().compare(field, Relation.GREATER, zero());
    }

    /// Only the pools of which it is not known: a number that can't be read is unknown too, so *missing* would not show all.
    public void showUnknown(PoolField field) {
        var parts = field == PoolField.NODES ? List.of(PoolField.NODE_COUNT, PoolField.AVAILABLE_NODES) : List.of(field);
        pools.filter().narrow(PoolFilter.allOf(parts.stream()
                .flatMap(part -> PoolFilter.compare(part, Relation.AT_LEAST, zero()).stream()).toList()).negate());
    }

    /// Only the pools of a bar.
    public void showPart(Grouping grouping, Breakdown.Part part) {
        pools.filter().narrow(PoolFilter.is(fieldOf(grouping), part.value()));
    }

    /// Only those of them that lack nodes.
    public void showShortOfNodes(Breakdown.Part part) {
        pools.filter().narrow(PoolFilter.is(PoolField.SPECIFICATION, part.value()).and(SHORT_OF_NODES));
    }

    /// All pools but those that have a bar of their own.
    public void showRest(Grouping grouping, Breakdown breakdown) {
        pools.filter().narrow(allBut(grouping, breakdown));
    }

    /// The pools that lack nodes and have no bar of their own.
    public void showRestShortOfNodes(Breakdown breakdown) {
        pools.filter().narrow(allBut(Grouping.SPECIFICATION, breakdown).and(SHORT_OF_NODES));
    }

    private static PoolFilter allBut(Grouping grouping, Breakdown breakdown) {
        return PoolFilter.allOf(breakdown.parts().stream()
                .map(part -> PoolFilter.is(fieldOf(grouping), part.value()).negate()).toList());
    }

    private static Value zero() {
        return new Value.Number(BigDecimal.ZERO);
    }

    private static PoolField fieldOf(Grouping grouping) {
        return grouping.fields().getFirst();
    }
}
