package poolscope.ui.summary;

import poolscope.ui.parts.Parts;
import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import poolscope.pool.Overview;
import poolscope.pool.PoolField;
import poolscope.pool.Sum;
import poolscope.pool.Value;
import poolscope.settings.Figures;
import poolscope.ui.text.FieldText;
import poolscope.ui.text.SummaryText;
import poolscope.ui.text.Texts;

/// The strip over the table: what all pools shown add up to. Each figure is a button that filters.
public final class SummaryController implements AutoCloseable {
    private final SummaryModel model;
    private final Texts texts;
    private final FieldText fields;
    private final SummaryText words;
    private final Figure pools;
    private final Figure nodes;
    private final List<Figure> sums;
    private Subscription subscriptions = Subscription.EMPTY;

    private static final List<PoolField> SUMMED = List.of(PoolField.CPU_CORES, PoolField.MEMORY, PoolField.ACCELERATORS);

    @FXML
    private StackPane strip;
    @FXML
    private FlowPane figures;
    @FXML
    private Label sources;
    @FXML
    private ToggleButton charts;

    public SummaryController(SummaryModel model, Texts texts, FieldText fields) {
        this.model = model;
        this.texts = texts;
        this.fields = fields;
        words = new SummaryText(texts, fields);
        pools = new Figure("figurePools", texts.say("summary.pools"), model::showAll);
        nodes = new Figure("figureNodes", texts.say("summary.nodes"), model::showShortOfNodes).withBar()
                .unknown(() -> model.showUnknown(PoolField.NODES));
        sums = SUMMED.stream().map(this::figure).toList();
    }

    private Figure figure(PoolField field) {
        return new Figure("figure-" + field.id(), texts.say("summary." + field.id()), () -> model.showHaving(field))
                .unknown(() -> model.showUnknown(field));
    }

    @FXML
    private void initialize() {
        figures.getChildren().addAll(0, sums);
        figures.getChildren().addAll(0, List.of(pools, nodes));
        subscriptions = Subscription.combine(model.overviewProperty().subscribe(this::show),
                model.stageProperty().subscribe(_ -> show(model.overviewProperty().get())),
                model.ledgerProperty().subscribe(now -> {
                    sources.setText(words.account(now));
                    Parts.show(sources, !sources.getText().isEmpty());
                }),
                model.figures().subscribe(this::show));
    }

    private void show(Figures shown) {
        Parts.show(strip, shown.strip());
        charts.setSelected(shown.charts());
    }

    private void show(Overview now) {
        if (!model.isKnown()) {
            showNothing();
            return;
        }
        int all = now.arrangement().set().size();
        pools.show(new Figure.Said(texts.say("count", now.totals().pools()), "",
                texts.say("summary.pools.tip", now.totals().pools(), all)));
        showNodes(now);
        for (int i = 0; i < SUMMED.size(); i++)
            showSum(sums.get(i), SUMMED.get(i), now);
    }

    private void showNothing() {
        var nothing = new Figure.Said(texts.say("summary.waiting"), "", "");
        Stream.concat(Stream.of(pools, nodes), sums.stream()).forEach(figure -> {
            figure.show(nothing);
            figure.tell("", "");
        });
        nodes.drawNothing();
    }

    private void showNodes(Overview now) {
        var sum = now.totals().of(PoolField.NODES);
        var whole = fields.wholeSum(PoolField.NODES, now.totals());
        if (sum.total() instanceof Value.Portion(var part, var all) && all.signum() > 0) {
            nodes.draw(part.doubleValue() / all.doubleValue());
            whole = words.percent(part.longValue(), all.longValue()) + "\n" + whole;
        } else
            nodes.drawNothing();
        nodes.show(new Figure.Said(words.figure(PoolField.NODES, now.totals()), "",
                whole + "\n" + texts.say("summary.nodes.tip")));
        tell(nodes, sum);
    }

    private void showSum(Figure figure, PoolField field, Overview now) {
        var sum = now.totals().of(field);
        boolean isOfCards = field == PoolField.ACCELERATORS;
        var note = isOfCards ? words.families(now.totals()) : "";
        var families = isOfCards ? words.familiesInFull(now.totals()) : "";
        var whole = fields.wholeSum(field, now.totals()) + (families.isEmpty() ? "" : "\n" + families);
        figure.show(new Figure.Said(words.figure(field, now.totals()), note,
                whole + "\n" + texts.say("summary.sum.tip", fields.name(field))));
        tell(figure, sum);
    }

    private void tell(Figure figure, Sum sum) {
        figure.tell(words.unknown(sum), texts.say("summary.unknown.tip", sum.unknown()));
    }

    @FXML
    private void toggleCharts() {
        model.toggle(Figures.Part.CHARTS);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
