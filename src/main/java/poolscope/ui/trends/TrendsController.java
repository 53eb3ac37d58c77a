package poolscope.ui.trends;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.export.ExportContent;
import poolscope.export.FileWriteOutcome;
import poolscope.pool.trend.PoolAmountTrend;
import poolscope.pool.trend.TrendMeasureGroup;
import poolscope.pool.trend.TrendSeries;
import poolscope.pool.trend.UnchangedTrendInterval;
import poolscope.ui.parts.ChoiceConverter;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.FileWriteOutcomeText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TrendText;

/// The chart of a trend, the table of the same, and their files.
public final class TrendsController implements AutoCloseable {
    private final TrendsModel model;
    private final TrendsExportModel export;
    private final Words words;
    private final Outside outside;
    private final TrendChart chart;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private ToggleGroup ranges;
    @FXML
    private ChoiceBox<Boolean> scope;
    @FXML
    private ChoiceBox<TrendMeasureGroup> groups;
    @FXML
    private ToggleButton asTable;
    @FXML
    private VBox picture;
    @FXML
    private Label heading;
    @FXML
    private FlowPane legend;
    @FXML
    private Label summary;
    @FXML
    private TableView<UnchangedTrendInterval> table;
    @FXML
    private Label nothing;
    @FXML
    private Label sentence;
    @FXML
    private Button savePicture;
    @FXML
    private Button saveTable;

    /// Formatters of the texts.
    public record Words(Texts texts, TrendText trends) {}

    /// Actions outside this screen.
    ///
    /// @param saveDialog
    ///            asks for a file, given the title of the dialog and the suggested name; empty when it was cancelled
    /// @param png
    ///            a picture as the content of a file
    public record Outside(BiFunction<String, String, Optional<String>> saveDialog,
            Function<WritableImage, ExportContent> png, Runnable close) {}

    public TrendsController(TrendsModel model, TrendsExportModel export, Words words, Outside outside) {
        this.model = model;
        this.export = export;
        this.words = words;
        this.outside = outside;
        chart = new TrendChart(words.trends());
    }

    @FXML
    private void initialize() {
        VBox.setVgrow(chart, Priority.ALWAYS);
        picture.getChildren().add(1, chart);
        var following = model.open();
        export.clear();
        scope.setConverter(new ChoiceConverter<>(
                isSelection -> words.trends().scope(isSelection ? model.selected() : List.of(), model.shownPools())));
        scope.getItems().setAll(model.selected().isEmpty() ? List.of(false) : List.of(true, false));
        scope.setValue(model.ofSelectionProperty().get());
        scope.valueProperty().subscribe((_, chosen) -> model.ofSelectionProperty().set(chosen));
        groups.setConverter(new ChoiceConverter<>(words.trends()::group));
        groups.valueProperty().subscribe((_, chosen) -> {
            if (chosen != null && !groups.isDisabled()) model.groupProperty().set(Optional.of(chosen));
        });
        followRange();
        asTable.selectedProperty().bindBidirectional(model.asTableProperty());
        subscriptions = Subscription.combine(following, model.contentProperty().subscribe(_ -> show()),
                model.rangeProperty().subscribe(this::select), model.groupProperty().subscribe((_, _) -> show()),
                model.asTableProperty().subscribe((_, _) -> show()),
                export.outcomeProperty().subscribe(this::showOutcome),
                () -> asTable.selectedProperty().unbindBidirectional(model.asTableProperty()));
    }

    private void followRange() {
        ranges.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) ranges.selectToggle(before);
            else
                model.chooseRange(rangeOf(now));
        });
    }

    private void select(TrendRange range) {
        ranges.getToggles()
                .stream()
                .filter(toggle -> rangeOf(toggle) == range)
                .findFirst()
                .ifPresent(ranges::selectToggle);
    }

    private static TrendRange rangeOf(Toggle toggle) {
        return TrendRange.valueOf(toggle.getUserData().toString());
    }

    private void show() {
        switch (model.contentProperty().get()) {
            case TrendScreenState.Reading _ -> showNothing("trends.reading");
            case TrendScreenState.Nothing _ -> showNothing("trends.nothing");
            case TrendScreenState.NoPools _ -> showNothing("trends.noPools");
            case TrendScreenState.NoAmounts _ -> showNothing("trends.noAmounts");
            case TrendScreenState.Known known -> model.groupProperty().get().ifPresent(group -> show(known, group));
        }
    }

    private void showNothing(String key) {
        nothing.setText(words.texts().format(key));
        showParts(false, false);
        if (model.contentProperty().get() instanceof TrendScreenState.Reading || groups.getValue() != null) return;
        var group = model.groupProperty().get().orElse(TrendMeasureGroup.NODES);
        groups.getItems().setAll(group);
        groups.setValue(group);
    }

    private void showParts(boolean hasPicture, boolean hasTable) {
        SceneNodeVisibility.show(picture, hasPicture);
        SceneNodeVisibility.show(table, hasTable);
        SceneNodeVisibility.show(nothing, !hasPicture && !hasTable);
        var noTrend = hasPicture || hasTable ? "" : nothing.getText();
        DisabledReason.set(groups, noTrend);
        DisabledReason.set(saveTable, noTrend);
        DisabledReason.set(savePicture,
                hasTable && !hasPicture ? words.texts().format("trends.savePicture.not") : noTrend);
    }

    private void show(TrendScreenState.Known known, TrendMeasureGroup group) {
        var all = TrendMeasureGroup.of(known.poolAmountTrend());
        if (!groups.getItems().equals(all)) groups.getItems().setAll(all);
        groups.setValue(group);
        var poolAmountTrend = known.poolAmountTrend();
        var series = group.series(poolAmountTrend);
        heading.setText(words.texts()
                .format("trends.heading", words.trends().group(group), scopeText(),
                        words.trends().moment(poolAmountTrend.from()), words.trends().moment(poolAmountTrend.to())));
        chart.show(poolAmountTrend, lines(known, group));
        chart.setAccessibleText(heading.getText() + "\n" + words.trends().summary(poolAmountTrend, series));
        legend.getChildren().setAll(new TrendLegend(words.texts(), words.trends()).entries(known, group));
        summary.setText(words.trends().summary(poolAmountTrend, series));
        new TrendTable(words.texts(), words.trends()).show(table, heading.getFont(), poolAmountTrend, series);
        showParts(!asTable.isSelected(), asTable.isSelected());
    }

    private String scopeText() {
        return words.trends()
                .scope(model.ofSelectionProperty().get() ? model.selected() : List.of(), model.shownPools());
    }

    private List<TrendChart.Line> lines(TrendScreenState.Known known, TrendMeasureGroup group) {
        List<TrendChart.Line> lines = new ArrayList<>();
        known.dayBefore().ifPresent(before -> lines.addAll(lines(before, group, Duration.ofDays(1))));
        lines.addAll(lines(known.poolAmountTrend(), group, Duration.ZERO));
        return lines;
    }

    private List<TrendChart.Line> lines(PoolAmountTrend poolAmountTrend, TrendMeasureGroup group, Duration shift) {
        return group.series(poolAmountTrend).stream().map(series -> line(series, shift)).toList();
    }

    private TrendChart.Line line(TrendSeries series, Duration shift) {
        var field = series.measure().field();
        return new TrendChart.Line(series, shift, point -> words.trends().shown(field, point.value()),
                TrendLegend.styleOf(field));
    }

    private void showOutcome(Optional<FileWriteOutcome> outcome) {
        sentence.setText(outcome.map(new FileWriteOutcomeText(words.texts())::of).orElse(""));
        SceneNodeVisibility.show(sentence, outcome.isPresent());
    }

    @FXML
    private void savePicture() {
        ask(".png").ifPresent(file -> export.writePicture(file, outside.png().apply(picture.snapshot(null, null))));
    }

    @FXML
    private void saveTable() {
        if (model.contentProperty().get() instanceof TrendScreenState.Known(var poolAmountTrend, _, _))
            ask(".csv").ifPresent(file -> export.writeTable(file, poolAmountTrend));
    }

    private Optional<String> ask(String ending) {
        var time = words.trends().inFileName(model.now());
        return outside.saveDialog().apply(words.texts().format("trends.saveTitle"), "trend_" + time + ending);
    }

    @FXML
    private void done() {
        outside.close().run();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
