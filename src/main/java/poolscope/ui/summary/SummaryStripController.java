package poolscope.ui.summary;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.table.FieldSumOfPools;
import poolscope.pool.table.SummaryTotalsAndCharts;
import poolscope.settings.SummaryVisibility;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.parts.SingleTabStop;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TotalsAndChartsText;

/// The strip above the table: totals of the pools shown. Each figure is a button that filters.
public final class SummaryStripController implements AutoCloseable {
    private final SummaryStripModel model;
    private final Texts texts;
    private final PoolFieldText fields;
    private final Runnable showCards;
    private final TotalsAndChartsText words;
    private final SummaryFigureControl pools;
    private final SummaryFigureControl nodes;
    private final List<SummaryFigureControl> sums;
    private Subscription subscriptions = Subscription.EMPTY;

    private static final List<PoolField> SUMMED = List.of(PoolField.CPU_CORES, PoolField.MEMORY, PoolField.ACCELERATORS,
            PoolField.FREE_ACCELERATORS);

    @FXML
    private StackPane strip;
    @FXML
    private FlowPane figures;
    @FXML
    private Label sources;
    @FXML
    private VBox stripButtons;
    @FXML
    private ToggleButton charts;

    /// @param showCards
    ///            opens the table of cards by family and connection
    public SummaryStripController(SummaryStripModel model, Texts texts, PoolFieldText fields, Runnable showCards) {
        this.showCards = showCards;
        this.model = model;
        this.texts = texts;
        this.fields = fields;
        words = new TotalsAndChartsText(texts, fields);
        pools = new SummaryFigureControl("figurePools", texts.format("summary.pools"), model::showAll);
        nodes = new SummaryFigureControl("figureNodes", texts.format("summary.nodes"), model::showShortOfNodes)
                .withBar()
                .unknown(() -> model.showUnknown(PoolField.NODES));
        sums = SUMMED.stream().map(this::figure).toList();
    }

    private SummaryFigureControl figure(PoolField field) {
        return new SummaryFigureControl("figure-" + field.id(), texts.format("summary." + field.id()),
                () -> model.showHaving(field)).unknown(() -> model.showUnknown(field));
    }

    @FXML
    private void initialize() {
        sums.get(SUMMED.indexOf(PoolField.FREE_ACCELERATORS)).withRoomForNote();
        figures.getChildren().addAll(0, sums);
        figures.getChildren().addAll(0, List.of(pools, nodes));
        SingleTabStop.installOn(figures, allFigures().flatMap(figure -> figure.buttons().stream()).toList());
        SingleTabStop.install(stripButtons);
        // not wider than the strip: a flow pane would be as wide as its widest child
        figures.setMinWidth(0);
        var width = Bindings.createDoubleBinding(
                () -> figures.getWidth() - figures.getInsets().getLeft() - figures.getInsets().getRight(),
                figures.widthProperty(), figures.insetsProperty());
        sums.forEach(summaryFigureControl -> summaryFigureControl.maxWidthProperty().bind(width));
        subscriptions = Subscription.combine(
                figures.widthProperty().subscribe(_ -> allFigures().forEach(SummaryFigureControl::releaseSize)),
                model.summaryTotalsAndChartsProperty().subscribe(this::show),
                model.emptyTableStateProperty().subscribe(_ -> show(model.summaryTotalsAndChartsProperty().get())),
                model.allConnectionsStatusProperty().subscribe(_ -> showCoverage()),
                model.summaryVisibility().subscribe(this::show));
    }

    private Stream<SummaryFigureControl> allFigures() {
        return Stream.concat(Stream.of(pools, nodes), sums.stream());
    }

    private void showCoverage() {
        var status = model.allConnectionsStatusProperty().get();
        sources.setText(model.isKnown() || status.isNothingRead() ? words.coverageNote(status) : "");
        SceneNodeVisibility.show(sources, !sources.getText().isEmpty());
    }

    private void show(SummaryVisibility shown) {
        SceneNodeVisibility.show(strip, shown.strip());
        charts.setSelected(shown.charts());
    }

    private void show(SummaryTotalsAndCharts now) {
        showCoverage();
        if (!model.isKnown()) {
            showNothing();
            return;
        }
        int all = now.arrangedPools().set().size();
        pools.show(new SummaryFigureControl.Content(texts.format("count", now.poolTotals().pools()), List.of(),
                texts.format("summary.pools.tip", now.poolTotals().pools(), all)));
        showNodes(now);
        for (int i = 0; i < SUMMED.size(); i++)
            showSum(sums.get(i), SUMMED.get(i), now);
    }

    private void showNothing() {
        boolean isWaiting = model.emptyTableStateProperty().get().isWaiting();
        var nothing = new SummaryFigureControl.Content(
                isWaiting ? texts.format("summary.waiting") : PoolFieldText.UNKNOWN, List.of(), "");
        allFigures().forEach(summaryFigureControl -> {
            summaryFigureControl.show(nothing);
            summaryFigureControl.show("", "");
        });
        nodes.drawNothing();
        for (int i = 0; i < SUMMED.size(); i++)
            if (SUMMED.get(i).isOnlyInV2()) SceneNodeVisibility.show(sums.get(i), false);
    }

    private void showNodes(SummaryTotalsAndCharts now) {
        var fieldSumOfPools = now.poolTotals().of(PoolField.NODES);
        var whole = fields.totals().wholeSum(PoolField.NODES, now.poolTotals());
        if (fieldSumOfPools.total() instanceof FieldValue.Portion(var part, var all) && all.signum() > 0) {
            nodes.draw(part.doubleValue() / all.doubleValue());
            whole = words.percent(part.longValue(), all.longValue()) + "\n" + whole;
        } else
            nodes.drawNothing();
        nodes.show(new SummaryFigureControl.Content(words.figure(PoolField.NODES, now.poolTotals()), List.of(),
                whole + "\n" + texts.format("summary.nodes.tip")));
        showSum(nodes, fieldSumOfPools);
    }

    private void showSum(SummaryFigureControl summaryFigureControl, PoolField field, SummaryTotalsAndCharts now) {
        var fieldSumOfPools = now.poolTotals().of(field);
        boolean isOfCards = field == PoolField.ACCELERATORS;
        boolean isFree = field == PoolField.FREE_ACCELERATORS;
        var notes = isOfCards
                ? words.families(now.poolTotals())
                : isFree ? words.onNodes(now.freeCards()) : List.<String>of();
        var whole = fields.totals().wholeSum(field, now.poolTotals())
                + (isFree ? words.onNodesInFull(now.freeCards()) : "");
        summaryFigureControl.show(new SummaryFigureControl.Content(words.figure(field, now.poolTotals()), notes,
                whole + "\n" + texts.format("summary.sum.tip", fields.name(field))));
        showSum(summaryFigureControl, fieldSumOfPools);
        if (field.isOnlyInV2()) showOnlyInV2(summaryFigureControl, fieldSumOfPools);
    }

    /// Only v2 reports it, so without pools of v2 nothing is missing. A filter that hides those pools leaves its place
    /// empty, so that the table stays where it is.
    private void showOnlyInV2(SummaryFigureControl summaryFigureControl, FieldSumOfPools fieldSumOfPools) {
        boolean isShown = fieldSumOfPools.known() > 0;
        summaryFigureControl.setVisible(isShown);
        summaryFigureControl.setManaged(isShown || model.allConnectionsStatusProperty().get().isFreeKnown());
    }

    private void showSum(SummaryFigureControl summaryFigureControl, FieldSumOfPools fieldSumOfPools) {
        summaryFigureControl.show(words.unknown(fieldSumOfPools),
                texts.format("summary.unknown.tip", fieldSumOfPools.unknown()));
    }

    @FXML
    private void showCards() {
        showCards.run();
    }

    @FXML
    private void toggleCharts() {
        model.toggle(SummaryVisibility.Part.CHARTS);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
