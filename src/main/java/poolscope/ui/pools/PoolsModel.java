package poolscope.ui.pools;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import poolscope.live.Adder;
import poolscope.live.Arranger;
import poolscope.live.Fleet;
import poolscope.live.Ledger;
import poolscope.live.Line;
import poolscope.live.LiveSettings;
import poolscope.live.PoolRow;
import poolscope.live.RowList;
import poolscope.pool.Arrangement;
import poolscope.pool.Demand;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.Sort;
import poolscope.pool.Totals;
import poolscope.pool.Wish;
import poolscope.settings.Figures;
import poolscope.settings.Settings;
import poolscope.settings.TableLayout;
import poolscope.settings.WindowPlace;

/// Which pools are shown, in which order and columns, and which of them are selected.
public final class PoolsModel {
    private final Fleet fleet;
    private final Arranger arranger;
    private final FilterModel filter;
    private final ObjectProperty<TableLayout> layout;
    private final ObservableValue<Double> scale;
    private final ReadOnlyObjectWrapper<Sort> sort = new ReadOnlyObjectWrapper<>(this, "sort", Sort.AS_SENT);
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(this, "stage", new Stage.Waiting());
    private final Picks picks;
    private final Adder adder;
    private final GroupsModel groups;
    private final ReadOnlyObjectWrapper<Optional<PoolRow>> current = new ReadOnlyObjectWrapper<>(this, "current",
            Optional.empty());
    private final ObjectProperty<Optional<PoolField>> currentColumn = new SimpleObjectProperty<>(this, "currentColumn",
            Optional.empty());
    private final ObservableValue<Figures> figures;
    private final ObjectProperty<Optional<Demand>> demand = new SimpleObjectProperty<>(this, "demand", Optional.empty());
    private Optional<Line> currentLine = Optional.empty();

    /// @param adder
    ///            sums what is selected
    public PoolsModel(Fleet fleet, Arranger arranger, Adder adder, LiveSettings settings, FilterModel filter) {
        this.fleet = fleet;
        this.arranger = arranger;
        picks = new Picks(arranger.rows());
        arranger.onSwap(picks::lift, _ -> picks.lay());
        this.adder = adder;
        this.filter = filter;
        layout = settings.part(Settings::table, Settings::withTable);
        scale = settings.settingsProperty().map(now -> now.look().scale());
        groups = new GroupsModel(layout);
        filter.follow(groups);
        figures = settings.part(Settings::window, Settings::withWindow).map(WindowPlace::figures);
        sort.bind(layout.map(Columns::sortOf));
        fleet.poolsProperty().subscribe((_, _) -> arrange());
        filter.filterProperty().subscribe((_, _) -> arrange());
        sort.subscribe((_, _) -> arrange());
        groups.foldingProperty().subscribe((_, _) -> arrange());
        groups.groupingProperty().subscribe((_, _) -> arrange());
        demand.subscribe((_, _) -> arrange());
        fleet.ledgerProperty().subscribe((_, _) -> setStage());
        fleet.ledgerProperty().map(ledger -> ledger.lines().size() > 1).subscribe(_ -> fit());
        layout.subscribe(_ -> fit());
        arranger.arrangementProperty().subscribe((_, _) -> setStage());
        arranger.arrangementProperty().subscribe((_, _) -> forgetGone());
        arranger.arrangementProperty().subscribe((_, _) -> sumSelected());
        picks.selectionProperty().subscribe((_, _) -> sumSelected());
    }

    public RowList rows() {
        return arranger.rows();
    }

    public ReadOnlyObjectProperty<Arrangement> arrangementProperty() {
        return arranger.arrangementProperty();
    }

    /// How many decimals the numbers of a column have, 0 to 2: what the longest of all pools needs, so that they stand still
    /// while somebody filters.
    int decimals(PoolField field) {
        return arrangement().set().decimals(field);
    }

    public Arrangement arrangement() {
        return arranger.arrangement();
    }

    /// Where the pools come from.
    public ReadOnlyObjectProperty<Ledger> ledgerProperty() {
        return fleet.ledgerProperty();
    }

    /// Which of the figures around the table are shown.
    public ObservableValue<Figures> figures() {
        return figures;
    }

    /// Which pools are shown.
    public FilterModel filter() {
        return filter;
    }

    /// Columns and sort, as remembered.
    public ObjectProperty<TableLayout> layoutProperty() {
        return layout;
    }

    /// By how much columns are wider than remembered.
    ObservableValue<Double> scale() {
        return scale;
    }

    public ReadOnlyObjectProperty<Sort> sortProperty() {
        return sort.getReadOnlyProperty();
    }

    /// What the pools are held against, and stand in the order of; it is not remembered.
    public ObjectProperty<Optional<Demand>> demandProperty() {
        return demand;
    }

    /// What stands in the table's place.
    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// What is selected.
    public Picks picks() {
        return picks;
    }

    /// Selects every pool shown.
    public void selectAll() {
        picks.select(Selection.all(rows().size()));
    }

    /// What the selected pools add up to; a moment after they were selected.
    public ReadOnlyObjectProperty<Totals> selectedTotalsProperty() {
        return adder.totalsProperty();
    }

    /// By what the pools are put together.
    public GroupsModel groups() {
        return groups;
    }

    /// The row that the details are of.
    public ReadOnlyObjectProperty<Optional<PoolRow>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// The pools shown, in the order shown.
    public List<Pool> shownPools() {
        return arranger.arrangement().pools();
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
        return isAllSelected() ? shownPools() : picks.rows().stream().map(PoolRow::pool).toList();
    }

    /// The pools of all ticked connections, shown or not, as the services sent them.
    public List<Pool> allPools() {
        return fleet.poolsProperty().get().pools();
    }

    /// The fields that have a column on screen, from left to right.
    public List<PoolField> shownFields() {
        return Columns.of(layout.get()).stream().filter(Columns.Column::shown).map(Columns.Column::field).toList();
    }

    /// The line that the keys move from.
    Optional<Line> currentLine() {
        return currentLine;
    }

    void setCurrent(Optional<Line> line) {
        currentLine = line;
        current.set(line.flatMap(l -> l instanceof PoolRow row ? Optional.of(row) : Optional.empty()));
    }

    /// The column that the operator was last in: what copying a cell and filtering by a cell act on.
    public ObjectProperty<Optional<PoolField>> currentColumnProperty() {
        return currentColumn;
    }

    /// Calls `before` just before the rows take a new order and `after` just after; `after` is told whether it was a refresh that
    /// brought the new order, or somebody who filtered or sorted.
    Subscription onSwap(Runnable before, Consumer<Boolean> after) {
        return arranger.onSwap(before, after);
    }

    /// Sorts by the column that the operator is in: ascending, then descending, then as the services sent them.
    public void sortByCurrentColumn() {
        currentColumn.get().ifPresent(field -> {
            if (sort.get().equals(Sort.by(field, false))) sort(Sort.by(field, true));
            else
                sort(sort.get().equals(Sort.by(field, true)) ? Sort.AS_SENT : Sort.by(field, false));
        });
    }

    /// Sorts by these keys, and remembers it.
    public void sort(Sort by) {
        layout.set(Columns.withSort(layout.get(), by));
    }

    /// Shows or hides what the operator left to the table.
    private void fit() {
        layout.set(Columns.withConnection(layout.get(), fleet.ledger().lines().size() > 1));
    }

    private void arrange() {
        arranger.arrange(new Arranger.Request(fleet.poolsProperty().get(),
                new Wish(filter.filterProperty().get(), sort.get(), groups.grouping(), demand.get()), groups.folding()));
    }

    /// A pool that is gone, or whose connection is no longer ticked, is not selected any more (P06).
    private void forgetGone() {
        picks.forgetGone();
        if (!current.get().map(PoolRow::isThere).orElse(true)) setCurrent(Optional.empty());
    }

    private boolean isAllSelected() {
        return picks.count() == arrangement().size();
    }

    private void sumSelected() {
        if (isAllSelected()) adder.show(arrangement().totals());
        else
            adder.add(selectedPools());
    }

    private void setStage() {
        stage.set(Stage.of(fleet.ledger(), arranger.arrangement(), fleet.poolsProperty().get()));
    }
}
