package poolscope.ui.summary;

import poolscope.ui.parts.Parts;
import java.util.List;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import poolscope.pool.Breakdown;
import poolscope.pool.Charts;
import poolscope.pool.Grouping;
import poolscope.pool.PoolField;
import poolscope.settings.Figures;
import poolscope.ui.text.FieldText;
import poolscope.ui.text.Texts;

/// Three charts of the pools shown, for people who would rather look than read. A click on a bar shows its pools.
public final class ChartsController implements AutoCloseable {
    private static final double SHARE = 0.3;
    /// Pixels at 100 %.
    private static final double LEAST = 130;
    private static final double MOST = 324;
    /// Pixels at 100 % under which three charts side by side say too little.
    private static final double NARROW = 760;
    /// The width of the columns in percent: of three charts side by side, and of two over the third.
    private static final List<Double> THREE = List.of(30.0, 35.0, 35.0);
    private static final List<Double> TWO = List.of(50.0, 50.0, 0.0);

    private final SummaryModel model;
    private final Texts texts;
    private final ChartLines lines;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private GridPane charts;
    @FXML
    private VBox last;
    @FXML
    private ChoiceBox<PoolField> measure;
    @FXML
    private ChoiceBox<Grouping> by;
    @FXML
    private Bars statuses;
    @FXML
    private Bars allocatable;
    @FXML
    private Bars unavailable;
    @FXML
    private Label allocatableNote;
    @FXML
    private Label unavailableNote;

    public ChartsController(SummaryModel model, Texts texts, FieldText fields) {
        this.model = model;
        this.texts = texts;
        lines = new ChartLines(model, texts, fields);
    }

    @FXML
    private void initialize() {
        measure.getItems().setAll(Charts.MEASURES);
        measure.setConverter(saying(field -> texts.say("chart.measure." + field.id())));
        measure.valueProperty().bindBidirectional(model.measureProperty());
        by.getItems().setAll(Charts.BY);
        by.setConverter(saying(grouping -> texts.say("chart.by." + grouping.name())));
        by.valueProperty().bindBidirectional(model.byProperty());
        subscriptions = Subscription.combine(model.figures().subscribe(this::open),
                charts.sceneProperty().flatMap(Scene::heightProperty).subscribe((_, _) -> size()),
                model.scale().subscribe((_, _) -> size()), charts.widthProperty().subscribe((_, _) -> arrange()),
                model.scale().subscribe((_, _) -> arrange()),
                model.overviewProperty().subscribe(_ -> show()), model.measureProperty().subscribe(_ -> show()),
                model.byProperty().subscribe(_ -> show()), () -> {
                    measure.valueProperty().unbindBidirectional(model.measureProperty());
                    by.valueProperty().unbindBidirectional(model.byProperty());
                });
    }

    private void open(Figures shown) {
        Parts.show(charts, shown.charts());
    }

    /// A share of the window whatever is drawn, so that the table does not move when bars come and go; what is higher is scrolled
    /// together with all that stands over the table.
    private void size() {
        if (charts.getScene() == null) return;
        double scale = model.scale().getValue();
        charts.setMinHeight(Math.clamp(charts.getScene().getHeight() * SHARE, LEAST * scale, MOST * scale));
    }

    /// Where it is narrow, the last chart stands under the others.
    private void arrange() {
        boolean isNarrow = charts.getWidth() < NARROW * model.scale().getValue();
        var columns = charts.getColumnConstraints();
        for (int i = 0; i < columns.size(); i++)
            columns.get(i).setPercentWidth((isNarrow ? TWO : THREE).get(i));
        GridPane.setConstraints(last, isNarrow ? 0 : columns.size() - 1, isNarrow ? 1 : 0);
    }

    private void show() {
        model.overviewProperty().get().charts().ifPresent(charts -> {
            statuses.show(lines.statuses(charts.statuses()));
            allocatable.show(lines.allocatable(model.allocatable(), model.byProperty().get(), model.measureProperty().get()));
            tell(allocatableNote, model.allocatable());
            unavailable.show(lines.unavailable(charts.unavailable()));
            tell(unavailableNote, charts.unavailable());
        });
    }

    /// How many pools are in no bar, or why there are no bars.
    private void tell(Label note, Breakdown shown) {
        note.setText(shown.unknown() > 0
                ? texts.say("chart.unknown", shown.unknown())
                : shown.parts().isEmpty() ? texts.say("chart.nothing") : "");
        note.setManaged(!note.getText().isEmpty());
    }

    private static <T> StringConverter<T> saying(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("it is chosen, not typed");
            }
        };
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
