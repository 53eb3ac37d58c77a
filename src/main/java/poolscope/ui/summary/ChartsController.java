package poolscope.ui.summary;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.pool.PoolField;
import poolscope.pool.table.ChartData;
import poolscope.pool.table.ChartsOfShownPools;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.settings.SummaryVisibility;
import poolscope.ui.parts.ChoiceConverter;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

/// Three charts of the pools shown. A click on a bar filters to its pools.
public final class ChartsController implements AutoCloseable {
    private static final double SHARE = 0.3;
    /// Pixels at 100 %.
    private static final double LEAST = 130;
    private static final double MOST = 324;
    /// Minimum width for three charts side by side, in pixels at 100 %.
    private static final double NARROW = 760;
    /// Widths of the columns in percent: for three charts side by side, and for two above the third.
    private static final List<Double> THREE = List.of(30.0, 35.0, 35.0);
    private static final List<Double> TWO = List.of(50.0, 50.0, 0.0);

    private final SummaryStripModel model;
    private final Texts texts;
    private final ChartBarContentBuilder lines;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private ScrollPane charts;
    @FXML
    private GridPane grid;
    @FXML
    private VBox last;
    @FXML
    private ChoiceBox<PoolField> measure;
    @FXML
    private ChoiceBox<PoolGroupingCriterion> by;
    @FXML
    private BarChartPane statuses;
    @FXML
    private BarChartPane allocatable;
    @FXML
    private BarChartPane unavailable;
    @FXML
    private Label statusesNote;
    @FXML
    private Label allocatableNote;
    @FXML
    private Label unavailableNote;

    public ChartsController(SummaryStripModel model, Texts texts, PoolFieldText fields) {
        this.model = model;
        this.texts = texts;
        lines = new ChartBarContentBuilder(model, texts, fields);
    }

    @FXML
    private void initialize() {
        measure.getItems().setAll(ChartsOfShownPools.MEASURES);
        measure.setConverter(new ChoiceConverter<>(field -> texts.format("chart.measure." + field.id())));
        measure.valueProperty().bindBidirectional(model.measureProperty());
        by.getItems().setAll(ChartsOfShownPools.BY);
        by.setConverter(new ChoiceConverter<>(
                poolGroupingCriterion -> texts.format("chart.by." + poolGroupingCriterion.name())));
        by.valueProperty().bindBidirectional(model.byProperty());
        subscriptions = Subscription.combine(model.summaryVisibility().subscribe(this::open),
                charts.sceneProperty().flatMap(Scene::heightProperty).subscribe((_, _) -> size()),
                model.scale().subscribe((_, _) -> size()), charts.widthProperty().subscribe((_, _) -> arrange()),
                model.scale().subscribe((_, _) -> arrange()),
                model.summaryTotalsAndChartsProperty().subscribe(_ -> show()),
                model.emptyTableStateProperty().subscribe((_, _) -> show()),
                model.measureProperty().subscribe(_ -> show()), model.byProperty().subscribe(_ -> show()), () -> {
                    measure.valueProperty().unbindBidirectional(model.measureProperty());
                    by.valueProperty().unbindBidirectional(model.byProperty());
                });
    }

    private void open(SummaryVisibility shown) {
        SceneNodeVisibility.show(charts, shown.charts());
    }

    /// A fixed share of the window, so that the table does not move when the number of bars changes; higher
    /// content scrolls.
    private void size() {
        if (charts.getScene() == null) return;
        double scale = model.scale().getValue();
        charts.setMinHeight(Math.clamp(charts.getScene().getHeight() * SHARE, LEAST * scale, MOST * scale));
    }

    /// In a narrow window, the last chart is below the others.
    private void arrange() {
        boolean isNarrow = charts.getWidth() < NARROW * model.scale().getValue();
        var columns = grid.getColumnConstraints();
        for (int i = 0; i < columns.size(); i++)
            columns.get(i).setPercentWidth((isNarrow ? TWO : THREE).get(i));
        GridPane.setConstraints(last, isNarrow ? 0 : columns.size() - 1, isNarrow ? 1 : 0);
    }

    private void show() {
        var shown = model.summaryTotalsAndChartsProperty().get().chartsOfShownPools();
        if (shown.isEmpty() && !hasNoPools()) return;
        var byStatus = shown.map(ChartsOfShownPools::statuses).orElse(ChartData.NOTHING);
        statuses.show(lines.statuses(byStatus));
        showNote(statusesNote, byStatus);
        allocatable
                .show(lines.allocatable(model.allocatable(), model.byProperty().get(), model.measureProperty().get()));
        showNote(allocatableNote, model.allocatable());
        var bySpecification = shown.map(ChartsOfShownPools::unavailable).orElse(ChartData.NOTHING);
        unavailable.show(lines.unavailable(bySpecification));
        showNote(unavailableNote, bySpecification);
    }

    private boolean hasNoPools() {
        return model.summaryTotalsAndChartsProperty().get().arrangedPools().size() == 0;
    }

    /// The number of pools without a bar, or why there are no bars.
    private void showNote(Label note, ChartData shown) {
        note.setText(shown.unknown() > 0
                ? texts.format("chart.unknown", shown.unknown())
                : shown.parts().isEmpty() ? nothingToDraw() : "");
        note.setManaged(!note.getText().isEmpty());
    }

    private String nothingToDraw() {
        if (!hasNoPools()) return texts.format("chart.nothing");
        var state = model.emptyTableStateProperty().get();
        if (state.isWaiting()) return "";
        return texts.format(state.isCounted() ? "chart.none" : "chart.unread");
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
